/* pdf_layout.c: the pieces of a page become lines in reading order.
 * A gutter is a place across the page that no piece covers, with text on both sides. Pieces that cross it (a title, a wide
 * table) cut the page into bands; a band is read column by column, and a column may have gutters of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "read/pdf.h"

enum {
    BINS = 256,    /* places across a region where a gutter is looked for */
    DEPTH = 4,     /* columns within columns */
    FEW = 3,       /* pieces with nothing beside them, between what runs across the columns */
};

#define NARROW 0.5F /* of the width of a column: what but one cell of a line may take */
#define ACROSS 3.0F /* of the height of text in columns: text across their gutter, between them */

/* Some pieces, by y1. */
typedef struct region {
    rxc_pdf_line **v;
    size_t n;
    int depth;
    bool leaf;
} region;

typedef struct sheet {
    rxc_pdf *pdf;
    Arena arena;
    size_t page;
    float gutter;         /* where most pages have theirs; 0: nowhere */
    rxc_pdf_lines pieces; /* of the page */
    rxc_pdf_line **all;   /* the same by y1 */
    rxc_pdf_lines *lines; /* of the file, in order */
    VEC(region) todo; /* a stack */
    rxc_pdf_words words; /* of the page, in order */
    size_t words_b;      /* where they begin in pdf->words */
} sheet;

static float height_of(const rxc_pdf_line *l) { return l->y2 - l->y1; }

static int compare_down(const void *x, const void *y)
{
    const rxc_pdf_line *a = *(rxc_pdf_line *const *)x, *b = *(rxc_pdf_line *const *)y;
    if (a->y1 < b->y1 || a->y1 > b->y1) return a->y1 < b->y1 ? -1 : 1;
    if (a->x1 < b->x1 || a->x1 > b->x1) return a->x1 < b->x1 ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static int compare_across(const void *x, const void *y)
{
    const rxc_pdf_word *a = x, *b = y;
    if (a->x1 < b->x1 || a->x1 > b->x1) return a->x1 < b->x1 ? -1 : 1;
    if (a->x2 < b->x2 || a->x2 > b->x2) return a->x2 < b->x2 ? -1 : 1;
    return (a->text.p > b->text.p) - (a->text.p < b->text.p);
}

/* --- labels ------------------------------------------------------------------------------------------------------ */

/* "12." "[3]" "(4)" "•" */
static bool is_label(const rxc_pdf *pdf, const rxc_pdf_line *l)
{
    Str s = pdf->words.v[l->b].text;
    if (l->e != l->b + 1 || s.n > 6) return false;
    if (str_eq(s, S("\xE2\x80\xA2"))) return true;
    bool open = s.p[0] == '[' || s.p[0] == '(';
    size_t n = open;
    while (n < s.n && n < open + 3U && chr_digit(s.p[n])) n++;
    if (n == open || open) return n > open && n + 1 == s.n && (s.p[n] == ']' || s.p[n] == ')');
    return n == s.n || (n + 1 == s.n && (s.p[n] == '.' || s.p[n] == ')'));
}

/* Does another label stand below or above it? v are labels. */
static bool is_listed(rxc_pdf_line **v, size_t n, const rxc_pdf_line *l)
{
    for (size_t i = 0; i < n; i++)
        if (v[i] != l && (fabsf(v[i]->x1 - l->x1) < 2 || fabsf(v[i]->x2 - l->x2) < 2)) return true;
    return false;
}

/* A label of a list reaches to the text behind it: no gutter runs between. v are pieces by y1. */
static void join_labels(const sheet *s, rxc_pdf_line **v, size_t n)
{
    enum { LABELS = 300 };
    rxc_pdf_line *labels[LABELS];
    size_t count = 0;
    for (size_t i = 0; i < n && count < LABELS; i++)
        if (is_label(s->pdf, v[i])) labels[count++] = v[i];
    for (size_t i = 0; i < n && count; i++) {
        rxc_pdf_line *l = v[i];
        if (!is_label(s->pdf, l) || !is_listed(labels, count, l)) continue;
        size_t b = i, e = i;
        float near = 2 * l->size; /* superscripts stand above the text that they number */
        while (b > 0 && i - b < 40 && l->y1 - v[b - 1]->y1 < near) b--;
        while (e < n && e - i < 40 && v[e]->y1 - l->y1 < near) e++;
        for (; b < e; b++) {
            float off = v[b]->base - l->base;
            bool same = v[b]->size > 1.2F * l->size ? off > 0 && off < 0.6F * v[b]->size : fabsf(off) < 0.2F * l->size;
            if (same && v[b]->x1 > l->x2 && v[b]->x1 - l->x2 < 3.5F * l->size)
                l->body_x2 = v[b]->x1 + 0.1F;
        }
    }
}

/* --- gutters ----------------------------------------------------------------------------------------------------- */

/* Text beside each other on both sides of x, and text across x between such, as heights. */
typedef struct sides {
    float beside, across;
} sides;

/* The height that a piece adds to those above it, that end at *y. */
static float rise_of(const rxc_pdf_line *l, float *y)
{
    float from = fmaxf(l->y1, *y);
    *y = fmaxf(l->y2, *y);
    return fmaxf(l->y2 - from, 0);
}

static sides sides_at(const region *r, float x)
{
    sides all = { 0 };
    float left = 0, right = 0, across = 0, left_y = -INFINITY, right_y = -INFINITY;
    for (size_t i = 0; i <= r->n; i++) {
        const rxc_pdf_line *l = i < r->n ? r->v[i] : NULL;
        if (l && l->body_x2 <= x) left += rise_of(l, &left_y);
        else if (l && l->x1 >= x) right += rise_of(l, &right_y);
        else {
            float both = left < right ? left : right;
            float least = 3 * (l ? height_of(l) : r->n ? height_of(r->v[0]) : 0);
            if (both >= least && both > 0) {
                if (all.beside > 0) all.across += across;
                all.beside += both;
                across = 0;
            }
            if (l) across += height_of(l);
            left = right = 0;
        }
    }
    return all;
}

static region side_of(Arena *arena, const region *r, float x, bool right)
{
    region side = { .v = arena_array(arena, rxc_pdf_line *, r->n + 1), .depth = r->depth + 1 };
    for (size_t i = 0; i < r->n; i++)
        if (right ? r->v[i]->x1 >= x : r->v[i]->body_x2 <= x) side.v[side.n++] = r->v[i];
    return side;
}

static bool find_gutter(Arena *arena, const region *r, float width, float *gutter);

/* Does row [b, e) fill the column: with one piece most of it, or with pieces that justification has torn apart nearly all? */
static bool is_full(const region *r, size_t b, size_t e, float width)
{
    float most = 0, sum = 0;
    for (size_t i = b; i < e; i++) {
        float wide = r->v[i]->x2 - r->v[i]->x1;
        most = fmaxf(most, wide);
        sum += wide;
    }
    return most >= 0.6F * width || sum >= 0.75F * width;
}

/* Are the pieces running text, most of its rows about as wide as the column, and the column wide enough; or columns themselves? */
static bool is_column(Arena *arena, const region *r, float width)
{
    float x1 = INFINITY, x2 = -INFINITY, all = 0, full = 0, gutter;
    for (size_t i = 0; i < r->n; i++) x1 = fminf(x1, r->v[i]->x1), x2 = fmaxf(x2, r->v[i]->body_x2);
    for (size_t b = 0, e; b < r->n; b = e) {
        float high = height_of(r->v[b]);
        for (e = b + 1; e < r->n && r->v[e]->y1 < r->v[b]->y1 + 0.5F * high;) e++;
        all += high;
        full += is_full(r, b, e, x2 - x1) ? high : 0;
    }
    if (x2 - x1 < 0.15F * width) return false;
    return full >= 0.4F * all || (x2 - x1 > 0.5F * width && r->depth < DEPTH && find_gutter(arena, r, width, &gutter));
}

/* Where most text stands beside each other. What runs across there is a title, or a wide table: not most of the text. */
static bool find_gutter(Arena *arena, const region *r, float width, float *gutter)
{
    float x1 = INFINITY, x2 = -INFINITY, best = 0, first = 0, last = 0;
    bool open = false; /* no place since the first of the best was worse */
    if (r->n < 6) return false;
    for (size_t i = 0; i < r->n; i++) x1 = fminf(x1, r->v[i]->x1), x2 = fmaxf(x2, r->v[i]->x2);
    for (int bin = BINS / 8; bin < BINS - BINS / 8; bin++) {
        float x = x1 + (x2 - x1) * (float)bin / BINS, beside = sides_at(r, x).beside;
        open &= beside >= best * 0.999F;
        if (beside > best * 1.001F) best = beside, first = last = x, open = true;
        else if (open) last = x;
    }
    *gutter = (first + last) / 2;
    if (best <= 0 || sides_at(r, *gutter).across > ACROSS * best) return false;
    region left = side_of(arena, r, *gutter, false), right = side_of(arena, r, *gutter, true);
    return is_column(arena, &left, width) && is_column(arena, &right, width);
}

/* May a region have the gutter that other pages have? It has text on both sides of it, and nothing hangs over it by little. */
static bool fits_gutter(const region *r, float x)
{
    size_t left = 0, right = 0, over = 0;
    for (size_t i = 0; i < r->n && x > 0; i++) {
        left += r->v[i]->body_x2 <= x;
        right += r->v[i]->x1 >= x;
        over += r->v[i]->x1 < x && r->v[i]->body_x2 > x;
    }
    return left > 0 && right > 0 && over <= left + right;
}

static region part_of(sheet *s, const region *r, size_t b, size_t e, float x, int side)
{
    region part = { arena_array(&s->arena, rxc_pdf_line *, e - b), 0, r->depth + 1, side == 0 || r->depth >= DEPTH };
    for (size_t i = b; i < e; i++)
        if (side == 0 || (side < 0 ? r->v[i]->body_x2 <= x : r->v[i]->body_x2 > x)) part.v[part.n++] = r->v[i];
    return part;
}

/* Does a short line go on with the one above it, that runs across: the last of a title or an abstract? */
static bool goes_on(const rxc_pdf_line *above, const rxc_pdf_line *l)
{
    float high = height_of(above);
    return fabsf(l->size - above->size) < 0.06F * above->size && l->y1 - above->y1 < 1.8F * high && l->x1 < above->x1 + 3 * above->size;
}

/* Which pieces belong to what runs across: those over x, short lines that go on with them, few lines with nothing beside them. */
static bool *find_across(sheet *s, const region *r, float x)
{
    bool *across = arena_array(&s->arena, bool, r->n + 1);
    for (size_t i = 0; i < r->n; i++) across[i] = r->v[i]->x1 < x && r->v[i]->body_x2 > x;
    for (size_t b = 0, e; b < r->n; b = e) {
        size_t right = 0;
        float y = INFINITY; /* where the right column begins */
        for (e = b; e < r->n && across[e] == across[b]; e++)
            if (r->v[e]->x1 >= x) y = fminf(y, r->v[e]->y1), right++;
        if (across[b]) continue;
        bool alone = right == 0 && e - b <= FEW && e < r->n;
        for (size_t i = b; i < e; i++) {
            bool next = i > 0 && across[i - 1] && goes_on(r->v[i - 1], r->v[i]) && r->v[i]->y2 <= y + 1 && r->v[i]->x1 < x;
            across[i] = alone || next;
            if (!alone && !next) break;
        }
    }
    return across;
}

/* Push the parts of a region that has a gutter, in reading order. */
static void split(sheet *s, const region *r, float x)
{
    VEC(region) parts = { 0 };
    const bool *across = find_across(s, r, x);
    for (size_t b = 0, e; b < r->n; b = e) {
        for (e = b; e < r->n && across[e] == across[b];) e++;
        if (across[b]) {
            *vec_push(&s->arena, &parts) = part_of(s, r, b, e, x, 0);
        } else {
            *vec_push(&s->arena, &parts) = part_of(s, r, b, e, x, -1);
            *vec_push(&s->arena, &parts) = part_of(s, r, b, e, x, 1);
        }
    }
    for (size_t i = parts.n; i > 0; i--)
        if (parts.v[i - 1].n) *vec_push(&s->arena, &s->todo) = parts.v[i - 1];
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static void mark_rises(rxc_pdf *pdf, const rxc_pdf_line *l)
{
    for (size_t i = l->b; i < l->e; i++) {
        rxc_pdf_word *w = &pdf->words.v[i];
        float above = (l->base - w->base) / l->size;
        bool small = w->size < 0.86F * l->size;
        if (small && above > 0.1F) w->rise = 1;
        if (small && above < -0.06F) w->rise = -1;
    }
}

/* Does the piece stand in the row whose widest piece is `wide`? */
static bool same_row(const rxc_pdf_line *wide, const rxc_pdf_line *l)
{
    float overlap = fminf(wide->y2, l->y2) - fmaxf(wide->y1, l->y1);
    float across = fminf(wide->x2, l->x2) - fmaxf(wide->x1, l->x1);
    float least = fminf(height_of(wide), height_of(l));
    bool small = fmaxf(wide->size, l->size) > 1.15F * fminf(wide->size, l->size);
    if (!small && fabsf(wide->base - l->base) > 0.25F * wide->size) return false;
    return overlap > (small ? 0.35F : 0.5F) * least && across <= 0.5F * fminf(wide->x2 - wide->x1, l->x2 - l->x1);
}

/* Does one gap between words stand out, as those between cells do? In a justified line all are alike. A number before the text
 * is no cell. */
static bool has_cells(const rxc_pdf_word *v, size_t n)
{
    float most = 0, least = INFINITY;
    for (size_t i = 1; i < n; i++) {
        float gap = (v[i].x1 - v[i - 1].x2) / v[i].size;
        if (gap < 0.1F || (i == 1 && v[0].text.n <= 6)) continue;
        most = fmaxf(most, gap);
        least = fminf(least, gap);
    }
    return most > 1.5F && (most > 2.2F * least || n <= 4);
}

/* Pieces [b, e) of a region become one line. */
static void add_line(sheet *s, const region *r, size_t b, size_t e, const rxc_pdf_line *column)
{
    rxc_pdf *pdf = s->pdf;
    rxc_pdf_line line = *column;
    size_t at = s->words.n;
    line.b = s->words_b + at;
    for (size_t i = b; i < e; i++)
        for (size_t k = r->v[i]->b; k < r->v[i]->e; k++) *vec_push(&s->arena, &s->words) = pdf->words.v[k];
    line.e = s->words_b + s->words.n;
    if (e > b + 1) qsort(s->words.v + at, s->words.n - at, sizeof *s->words.v, compare_across);
    line.cells = e > b + 1 && has_cells(s->words.v + at, s->words.n - at);
    *vec_push(pdf->arena, s->lines) = line;
}

/* Cells stand below cells, but for lines that hold one alone, which are narrow: a line that has cells and no such neighbour is one
 * that justification has torn apart. */
static void keep_cells(rxc_pdf_line *v, size_t n)
{
    size_t last = STR_NONE; /* the last that has cells, with but narrow lines behind it */
    bool kept = false;      /* it has a neighbour above it */
    for (size_t i = 0; i < n; i++) {
        if (v[i].cells) {
            kept = last != STR_NONE;
            last = i;
        } else if (last != STR_NONE && v[i].x2 - v[i].x1 > NARROW * (v[i].right - v[i].left)) {
            v[last].cells = kept;
            last = STR_NONE;
        }
    }
    if (last != STR_NONE) v[last].cells = kept;
}

static void add_rows(sheet *s, const region *r, rxc_pdf_role role)
{
    size_t lines_b = s->lines->n;
    rxc_pdf_line column = { .page = s->page, .role = role, .left = INFINITY, .right = -INFINITY, .column = s->pdf->columns++ };
    for (size_t i = 0; i < r->n; i++)
        column.left = fminf(column.left, r->v[i]->x1), column.right = fmaxf(column.right, r->v[i]->x2);
    for (size_t b = 0, e; b < r->n; b = e) {
        const rxc_pdf_line *wide = r->v[b];
        for (e = b + 1; e < r->n && same_row(wide, r->v[e]); e++)
            if (r->v[e]->x2 - r->v[e]->x1 > wide->x2 - wide->x1) wide = r->v[e];
        add_line(s, r, b, e, &column);
    }
    if (r->n) keep_cells(s->lines->v + lines_b, s->lines->n - lines_b);
}

/* Words go back to their file in the order of the lines. */
static void keep_words(sheet *s, size_t lines_b)
{
    rxc_pdf *pdf = s->pdf;
    if (s->words.n) memcpy(pdf->words.v + s->words_b, s->words.v, s->words.n * sizeof *s->words.v);
    for (size_t i = lines_b; i < s->lines->n; i++) {
        rxc_pdf_piece_measure(pdf, &s->lines->v[i]);
        mark_rises(pdf, &s->lines->v[i]);
    }
}

/* The pieces of one role. */
static region pieces_of(sheet *s, rxc_pdf_role role)
{
    region r = { .v = arena_array(&s->arena, rxc_pdf_line *, s->pieces.n), .leaf = s->pieces.n > RXC_PDF_LINES_MAX };
    for (size_t i = 0; i < s->pieces.n; i++)
        if (s->all[i]->role == role) r.v[r.n++] = s->all[i];
    return r;
}

static void open_sheet(sheet *s, rxc_pdf *pdf, size_t page, region *text)
{
    const rxc_pdf_page *p = &pdf->pages.v[page];
    *s = (sheet){ .pdf = pdf, .page = page };
    if (p->e > p->b) s->pieces = (rxc_pdf_lines){ pdf->lines.v + p->b, p->e - p->b, p->e - p->b };
    s->words_b = s->pieces.n ? s->pieces.v[0].b : 0;
    s->all = arena_array(&s->arena, rxc_pdf_line *, s->pieces.n);
    for (size_t i = 0; i < s->pieces.n; i++) s->all[i] = &s->pieces.v[i];
    if (s->pieces.n) qsort(s->all, s->pieces.n, sizeof *s->all, compare_down);
    *text = pieces_of(s, RXC_PDF_TEXT);
    if (!text->leaf) join_labels(s, text->v, text->n);
}

static void order_page(sheet *s, const region *text, const rxc_pdf_page *page)
{
    for (*vec_push(&s->arena, &s->todo) = *text; s->todo.n;) {
        region r = s->todo.v[--s->todo.n];
        float gutter;
        if (!r.leaf && find_gutter(&s->arena, &r, page->width, &gutter)) split(s, &r, gutter);
        else if (!r.leaf && r.depth == 0 && fits_gutter(&r, s->gutter)) split(s, &r, s->gutter);
        else add_rows(s, &r, RXC_PDF_TEXT);
    }
    for (rxc_pdf_role role = RXC_PDF_HEAD; role <= RXC_PDF_NUMBER; role++) {
        region r = pieces_of(s, role);
        add_rows(s, &r, role);
    }
}

/* Where most pages have a gutter; 0: most have none. */
static float common_gutter(rxc_pdf *pdf)
{
    float *found = arena_array(pdf->arena, float, pdf->pages.n), best = 0;
    size_t most = 0, n = 0;
    for (size_t p = 0; p < pdf->pages.n; p++) {
        sheet s;
        region text;
        open_sheet(&s, pdf, p, &text);
        if (!text.leaf && find_gutter(&s.arena, &text, pdf->pages.v[p].width, &found[n])) n++;
        arena_clear(&s.arena);
    }
    for (size_t i = 0; i < n && i < 200; i++) {
        size_t same = 0;
        for (size_t k = 0; k < n; k++) same += fabsf(found[i] - found[k]) < 8;
        if (same > most) most = same, best = found[i];
    }
    return most * 3 >= pdf->pages.n ? best : 0;
}

void rxc_pdf_layout_order(rxc_pdf *pdf)
{
    rxc_pdf_lines lines = { 0 };
    float gutter = common_gutter(pdf);
    for (size_t p = 0; p < pdf->pages.n; p++) {
        rxc_pdf_page *page = &pdf->pages.v[p];
        sheet s;
        region text;
        size_t b = lines.n;
        open_sheet(&s, pdf, p, &text);
        s.lines = &lines;
        s.gutter = gutter;
        if (s.pieces.n) order_page(&s, &text, page);
        keep_words(&s, b);
        page->b = b;
        page->e = lines.n;
        arena_clear(&s.arena);
    }
    pdf->lines = lines;
}

bool rxc_pdf_line_apart(const rxc_pdf_word *word, const rxc_pdf_word *next)
{
    float size = word->size < next->size ? word->size : next->size;
    return next->apart || next->x1 - word->x2 > 0.1F * size || next->x1 < word->x1;
}

Str rxc_pdf_line_text(const rxc_pdf *pdf, const rxc_pdf_line *line, Arena *arena)
{
    Buf buf = { 0 };
    for (size_t i = line->b; i < line->e; i++) {
        if (i > line->b && rxc_pdf_line_apart(&pdf->words.v[i - 1], &pdf->words.v[i])) buf_char(&buf, ' ');
        buf_add(&buf, pdf->words.v[i].text);
    }
    Str text = arena_str(arena, buf_str(&buf));
    buf_clear(&buf);
    return text;
}
