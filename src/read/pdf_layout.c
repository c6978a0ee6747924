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
    LONG_WORD = 25, /* bytes of a word that may hang over its column: an address */
    SIZES = 16,    /* different sizes of letters that are told apart in one line */
    NUMBERS_LEAST = 8, /* numbers of lines on a page */
};

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

/* --- pieces ------------------------------------------------------------------------------------------------------ */

static void measure_piece(const rxc_pdf *pdf, rxc_pdf_line *l)
{
    for (size_t i = l->b; i < l->e; i++) {
        const rxc_pdf_word *w = &pdf->words.v[i];
        if (i == l->b || w->x1 < l->x1) l->x1 = w->x1;
        if (i == l->b || w->x2 > l->x2) l->x2 = w->x2;
        if (i == l->b || w->y1 < l->y1) l->y1 = w->y1;
        if (i == l->b || w->y2 > l->y2) l->y2 = w->y2;
    }
    const rxc_pdf_word *last = &pdf->words.v[l->e - 1];
    l->body_x2 = last->text.n < LONG_WORD ? l->x2 : l->e > l->b + 1 ? last[-1].x2 : last->x1 + last->size;
}

static size_t letters_of(const rxc_pdf_word *w) { return w->text.n; }

/* The size that most letters have, and where they stand. */
static void measure_letters(const rxc_pdf *pdf, rxc_pdf_line *l)
{
    struct {
        float size, base;
        size_t letters;
    } sizes[SIZES] = { 0 };
    size_t n = 0, best = 0;
    l->bold = l->italic = true;
    for (size_t i = l->b; i < l->e; i++) {
        const rxc_pdf_word *w = &pdf->words.v[i];
        size_t k = 0;
        while (k < n && (fabsf(sizes[k].size - w->size) > 0.1F || fabsf(sizes[k].base - w->base) > 1)) k++;
        if (k == SIZES) continue;
        if (k == n) sizes[n].size = w->size, sizes[n++].base = w->base;
        sizes[k].letters += letters_of(w);
        if (sizes[k].letters > sizes[best].letters) best = k;
        l->bold &= w->bold || w->text.n < 2;
        l->italic &= w->italic || w->text.n < 2;
    }
    l->size = sizes[best].size;
    l->base = sizes[best].base;
}

static void add_piece(rxc_pdf *pdf, rxc_pdf_lines *pieces, const rxc_pdf_line *of, size_t b, size_t e)
{
    rxc_pdf_line *piece = vec_push(pdf->arena, pieces);
    *piece = (rxc_pdf_line){ .page = of->page, .b = b, .e = e };
    measure_piece(pdf, piece);
    measure_letters(pdf, piece);
}

/* Lines as the page is written may run over a gutter: they are cut at wide gaps. */
static void cut_line(rxc_pdf *pdf, rxc_pdf_lines *pieces, const rxc_pdf_line *l)
{
    size_t b = l->b;
    for (size_t i = l->b + 1; i < l->e; i++) {
        const rxc_pdf_word *before = &pdf->words.v[i - 1], *w = &pdf->words.v[i];
        float size = before->size > w->size ? before->size : w->size;
        if (w->x1 - before->x2 <= size && w->x1 > before->x2 - 0.5F * size) continue;
        add_piece(pdf, pieces, l, b, i);
        b = i;
    }
    add_piece(pdf, pieces, l, b, l->e);
}

void rxc_pdf_layout_cut(rxc_pdf *pdf)
{
    rxc_pdf_lines pieces = { 0 };
    for (size_t p = 0; p < pdf->pages.n; p++) {
        rxc_pdf_page *page = &pdf->pages.v[p];
        size_t b = pieces.n;
        for (size_t i = page->b; i < page->e; i++) cut_line(pdf, &pieces, &pdf->lines.v[i]);
        page->b = b;
        page->e = pieces.n;
    }
    pdf->lines = pieces;
}

/* --- numbers of lines -------------------------------------------------------------------------------------------- */

static bool read_number(const rxc_pdf *pdf, const rxc_pdf_line *l, size_t *number)
{
    return l->e == l->b + 1 && pdf->words.v[l->b].text.n <= 5 && str_to_size(pdf->words.v[l->b].text, number);
}

/* How many of the other pieces lie on the right of x; and how many on the left. */
static void count_sides(const sheet *s, float x1, float x2, size_t *right, size_t *left)
{
    *right = *left = 0;
    for (size_t i = 0; i < s->pieces.n; i++) {
        *right += s->pieces.v[i].x1 >= x2;
        *left += s->pieces.v[i].x2 <= x1;
    }
}

/* A column of numbers that rise by one, or by five, in the margin of nearly every line, or of every fifth. */
static bool are_numbers(const sheet *s, rxc_pdf_line **v, size_t n)
{
    size_t first, number, before = 0, step = 0, right, left, rows = 1;
    if (n < NUMBERS_LEAST) return false;
    for (size_t i = 0; i < n; i++) {
        read_number(s->pdf, v[i], &number);
        if (i == 0) first = number;
        if (i == 1) step = number - before;
        if (i > 0 && (number <= before || number - before != step)) return false;
        before = number;
    }
    count_sides(s, v[0]->x1 - 4, v[0]->x2 + 4, &right, &left);
    if (step != 1 && (step != 5 || first % 5 != 0)) return false;
    float y = -1;
    for (size_t i = 0; i < s->pieces.n; i++) {
        if (s->pieces.v[i].y1 < y + 1 || s->pieces.v[i].y1 < v[0]->y1 - 1 || s->pieces.v[i].y1 > v[n - 1]->y1 + 1) continue;
        y = s->pieces.v[i].y1 + height_of(&s->pieces.v[i]) / 2;
        rows++;
    }
    size_t most = right > left ? right : left;
    return most * 10 >= (s->pieces.n - n) * 9 && n * step * 10 >= rows * 8;
}

/* Give numbers of lines their role. v are all pieces by y1. */
static void find_numbers(sheet *s, rxc_pdf_line **v, size_t n)
{
    rxc_pdf_line **column = arena_array(&s->arena, rxc_pdf_line *, n);
    float from = 0;
    for (int tries = 0; tries < 3; tries++) {
        size_t count = 0, number;
        float x = -1;
        for (size_t i = 0; i < n; i++)
            if (read_number(s->pdf, v[i], &number) && v[i]->x2 > from && (x < 0 || v[i]->x2 < x)) x = v[i]->x2;
        if (x < 0) return;
        for (size_t i = 0; i < n; i++)
            if (read_number(s->pdf, v[i], &number) && fabsf(v[i]->x2 - x) < 8) column[count++] = v[i];
        if (are_numbers(s, column, count)) {
            for (size_t i = 0; i < count; i++) column[i]->role = RXC_PDF_NUMBER;
            return;
        }
        from = x + 8;
    }
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
        while (b > 0 && i - b < 40 && l->y1 - v[b - 1]->y1 < l->size) b--;
        while (e < n && e - i < 40 && v[e]->y1 - l->y1 < l->size) e++;
        for (; b < e; b++)
            if (v[b]->x1 > l->x2 && v[b]->x1 - l->x2 < 3.5F * l->size && fabsf(v[b]->base - l->base) < 0.2F * l->size)
                l->body_x2 = v[b]->x1 + 0.1F;
    }
}

/* --- gutters ----------------------------------------------------------------------------------------------------- */

/* Height of text beside each other, on both sides of x. */
static float score_at(const region *r, float x)
{
    float score = 0, left = 0, right = 0;
    for (size_t i = 0; i <= r->n; i++) {
        const rxc_pdf_line *l = i < r->n ? r->v[i] : NULL;
        if (l && l->body_x2 <= x) left += height_of(l);
        else if (l && l->x1 >= x) right += height_of(l);
        else {
            float both = left < right ? left : right;
            float least = 3 * (l ? height_of(l) : r->n ? height_of(r->v[0]) : 0);
            if (both >= least) score += both;
            left = right = 0;
        }
    }
    return score;
}

/* Are the pieces on one side of x running text, most of them about as wide as the column, and the column wide enough? */
static bool is_column(const region *r, float x, bool right, float width)
{
    float x1 = INFINITY, x2 = -INFINITY, all = 0, full = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < r->n; i++) {
            const rxc_pdf_line *l = r->v[i];
            if (right ? l->x1 < x : l->body_x2 > x) continue;
            if (pass == 0) x1 = fminf(x1, l->x1), x2 = fmaxf(x2, l->body_x2);
            else all += height_of(l), full += l->x2 - l->x1 >= 0.6F * (x2 - x1) ? height_of(l) : 0;
        }
    return x2 - x1 >= 0.15F * width && full >= 0.4F * all;
}

static bool find_gutter(const region *r, float width, float *gutter)
{
    float x1 = INFINITY, x2 = -INFINITY, best = 0, first = 0, last = 0;
    if (r->n < 6) return false;
    for (size_t i = 0; i < r->n; i++) x1 = fminf(x1, r->v[i]->x1), x2 = fmaxf(x2, r->v[i]->x2);
    for (int bin = BINS / 8; bin < BINS - BINS / 8; bin++) {
        float x = x1 + (x2 - x1) * (float)bin / BINS, score = score_at(r, x);
        if (score > best * 1.001F) best = score, first = last = x;
        else if (best > 0 && score >= best * 0.999F) last = x;
    }
    *gutter = (first + last) / 2;
    return best > 0 && is_column(r, *gutter, false, width) && is_column(r, *gutter, true, width);
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

/* Push the parts of a region that has a gutter, in reading order. */
static void split(sheet *s, const region *r, float x)
{
    VEC(region) parts = { 0 };
    for (size_t b = 0, e; b < r->n; b = e) {
        bool across = r->v[b]->x1 < x && r->v[b]->body_x2 > x;
        for (e = b; e < r->n && (r->v[e]->x1 < x && r->v[e]->body_x2 > x) == across;) e++;
        if (across) {
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

static void add_rows(sheet *s, const region *r, rxc_pdf_role role)
{
    rxc_pdf_line column = { .page = s->page, .role = role, .left = INFINITY, .right = -INFINITY, .column = s->pdf->columns++ };
    for (size_t i = 0; i < r->n; i++)
        column.left = fminf(column.left, r->v[i]->x1), column.right = fmaxf(column.right, r->v[i]->x2);
    for (size_t b = 0, e; b < r->n; b = e) {
        const rxc_pdf_line *wide = r->v[b];
        for (e = b + 1; e < r->n && same_row(wide, r->v[e]); e++)
            if (r->v[e]->x2 - r->v[e]->x1 > wide->x2 - wide->x1) wide = r->v[e];
        add_line(s, r, b, e, &column);
    }
}

/* Words go back to their file in the order of the lines. */
static void keep_words(sheet *s, size_t lines_b)
{
    rxc_pdf *pdf = s->pdf;
    if (s->words.n) memcpy(pdf->words.v + s->words_b, s->words.v, s->words.n * sizeof *s->words.v);
    for (size_t i = lines_b; i < s->lines->n; i++) {
        measure_piece(pdf, &s->lines->v[i]);
        measure_letters(pdf, &s->lines->v[i]);
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
        if (!r.leaf && find_gutter(&r, page->width, &gutter)) split(s, &r, gutter);
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
        find_numbers(&s, text.v, text.n);
        arena_clear(&s.arena);
        open_sheet(&s, pdf, p, &text);
        if (!text.leaf && find_gutter(&text, pdf->pages.v[p].width, &found[n])) n++;
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
