/* pdf_text.c: the lines of a PDF that are text, and what stands out among them: the title, headings, beginnings of paragraphs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/pdf_text.h"
#include "read/section.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
    HEADING_MAX = 200, /* bytes */
    TITLE_LINES = 8,
    BYLINE_LINES = 12,
    TITLE_LEAST = 15, /* bytes of letters and digits that tell a title for certain */
};

#define TITLE_GAP 2.5F /* letter sizes from line to line of a title in a manuscript that is set wide */

static size_t size_slot(float size)
{
    float slot = size * 2 + 0.5F;
    return slot < 0 ? 0 : slot >= RXC_PDF_SIZES - 1 ? RXC_PDF_SIZES - 1 : (size_t)slot;
}

float rxc_pdf_text_gap(const rxc_pdf_text *text, float size) { return text->gaps[size_slot(size)]; }

/* --- measures of the whole --------------------------------------------------------------------------------------- */

static void measure_gaps(rxc_pdf_text *b)
{
    enum { GAPS = 256 };
    uint32_t(*counts)[GAPS] = (uint32_t(*)[GAPS])(void *)arena_array(b->pdf->arena, uint32_t, (size_t)RXC_PDF_SIZES * GAPS);
    for (size_t i = 1; i < b->lines.n; i++) {
        const rxc_pdf_line *l = rxc_pdf_text_at(b, i), *before = rxc_pdf_text_at(b, i - 1);
        float gap = (l->base - before->base) * 4;
        if (l->column != before->column || !rxc_pdf_same_size(l->size, before->size) || gap < 1 || gap >= GAPS) continue;
        counts[size_slot(l->size)][(size_t)gap]++;
    }
    for (size_t s = 0; s < RXC_PDF_SIZES; s++) {
        size_t best = 0;
        for (size_t g = 1; g < GAPS; g++)
            if (counts[s][g] > counts[s][best]) best = g;
        b->gaps[s] = best ? (float)(best + 1) / 4 : 0.6F * (float)s;
    }
}

size_t rxc_pdf_text_references(const rxc_pdf *pdf)
{
    Arena scratch = { 0 };
    size_t at = pdf->lines.n;
    for (size_t i = 0; i < pdf->lines.n; i++) {
        const rxc_pdf_line *l = &pdf->lines.v[i];
        if (l->role != RXC_PDF_TEXT || l->e - l->b > 4) continue;
        arena_clear(&scratch);
        if (rxc_section_find(rxc_pdf_line_text(pdf, l, &scratch)) == RXC_SECTION_REFERENCES) at = i;
    }
    arena_clear(&scratch);
    return at;
}

/* The size of most letters of the text before the references, tables aside. */
static void measure_body(rxc_pdf *pdf)
{
    size_t letters[RXC_PDF_SIZES] = { 0 }, best = 0, end = rxc_pdf_text_references(pdf);
    for (size_t i = 0; i < pdf->lines.n; i++) {
        const rxc_pdf_line *l = &pdf->lines.v[i];
        bool prose = i < end && l->role == RXC_PDF_TEXT && !l->cells && l->e - l->b > 3;
        for (size_t k = l->b; k < l->e; k++) letters[size_slot(pdf->words.v[k].size)] += prose ? 100 * pdf->words.v[k].text.n : 1;
    }
    for (size_t s = 1; s < RXC_PDF_SIZES; s++)
        if (letters[s] > letters[best]) best = s;
    pdf->body = (float)best / 2;
}

/* --- title ------------------------------------------------------------------------------------------------------- */

static Str text_of(const rxc_pdf_text *b, size_t from, size_t to, Arena *arena)
{
    Str text = { 0 };
    for (size_t i = from; i < to; i++)
        text = arena_printf(arena, "%.*s %.*s", STR_ARG(text), STR_ARG(rxc_pdf_line_text(b->pdf, rxc_pdf_text_at(b, i), arena)));
    return str_trim(text);
}

static size_t first_page_end(const rxc_pdf_text *b)
{
    size_t e = 0;
    while (e < b->lines.n && rxc_pdf_text_at(b, e)->page == rxc_pdf_text_at(b, 0)->page) e++;
    return e;
}

/* The lines of the first page that print the title that the file states. */
static bool find_stated_title(rxc_pdf_text *b, Str title, Arena *scratch)
{
    Str key = rxc_fold_key(scratch, title);
    size_t end = first_page_end(b);
    if (key.n < TITLE_LEAST) return false;
    for (size_t i = 0; i < end && i < 200; i++) {
        for (size_t e = i + 1; e <= end && e <= i + TITLE_LINES; e++) {
            Str here = rxc_fold_key(scratch, text_of(b, i, e, scratch));
            if (here.n > key.n + 4 || !str_starts(here.n < key.n ? key : here, here.n < key.n ? here : key)) break;
            if (here.n < key.n) continue;
            b->title_b = i, b->title_e = e;
            return true;
        }
    }
    return false;
}

/* The lines of the first page in the largest letters that are more than a word or two. */
static void find_large_title(rxc_pdf_text *b, Arena *scratch)
{
    float best = b->pdf->body * 1.12F;
    size_t end = first_page_end(b);
    for (size_t i = 0, e; i < end; i = e) {
        for (e = i + 1; e < end && e < i + TITLE_LINES && fabsf(rxc_pdf_text_at(b, e)->size - rxc_pdf_text_at(b, i)->size) < 0.3F &&
                        rxc_pdf_text_at(b, e)->base - rxc_pdf_text_at(b, e - 1)->base < TITLE_GAP * rxc_pdf_text_at(b, e)->size;) e++;
        Str text = text_of(b, i, e, scratch);
        bool section = rxc_section_find(text) != RXC_SECTION_NONE || rxc_section_is_genre(text);
        size_t spaces = 0;
        for (size_t k = 0; k < text.n; k++) spaces += text.p[k] == ' ';
        if (rxc_pdf_text_at(b, i)->size <= best || section || text.n < 12 || spaces < 1 || (spaces < 2 && text.n < 20)) continue;
        best = rxc_pdf_text_at(b, i)->size;
        b->title_b = i, b->title_e = e;
    }
}

/* --- headings ---------------------------------------------------------------------------------------------------- */

/* Does a line stand apart from the one before it, if there is one? */
bool rxc_pdf_text_is_apart(const rxc_pdf_text *b, size_t i)
{
    if (i == 0) return true;
    const rxc_pdf_line *l = rxc_pdf_text_at(b, i), *before = rxc_pdf_text_at(b, i - 1);
    float gap = l->base - before->base;
    return l->column != before->column || gap < 0 || gap > 1.25F * fmaxf(b->gaps[size_slot(l->size)], l->size);
}

static bool ends_like_text(Str s)
{
    char last = str_last(s);
    return last == '.' || last == ',' || last == ';' || last == '-';
}

/* Do the lines from i on, behind the title, name people? They may be set as large as headings are. */
static bool is_byline(const rxc_pdf_text *b, size_t i, Arena *scratch)
{
    Buf text = { 0 };
    const rxc_pdf_line *l = rxc_pdf_text_at(b, i);
    if (b->title_b == STR_NONE || i < b->title_e || i > b->title_e + 1) return false;
    for (size_t e = i; e < b->lines.n && e < i + BYLINE_LINES && (e == i || (!rxc_pdf_text_is_apart(b, e) && rxc_pdf_same_size(rxc_pdf_text_at(b, e)->size, l->size))); e++) {
        const rxc_pdf_line *line = rxc_pdf_text_at(b, e);
        for (size_t k = line->b; k < line->e; k++) {
            const rxc_pdf_word *w = &b->pdf->words.v[k];
            if (w->rise <= 0) buf_add(&text, w->text);
            buf_char(&text, ' ');
        }
    }
    Str line = arena_str(scratch, buf_str(&text));
    buf_clear(&text);
    return rxc_byline_count(line) >= (i == b->title_e ? 1U : 2U) && rxc_section_find(str_trim(line)) == RXC_SECTION_NONE;
}

/* Is the line the beginning of a heading: set apart from the text by size or weight, or by what it says? */
bool rxc_pdf_text_is_heading(const rxc_pdf_text *b, size_t i, Arena *scratch)
{
    const rxc_pdf_line *l = rxc_pdf_text_at(b, i);
    if (l->cells || l->e - l->b > 40 || (b->title_b != STR_NONE && i < b->title_b)) return false;
    bool large = l->size > b->pdf->body * 1.08F, bold = l->bold && l->size >= b->pdf->body * 0.85F;
    Str s = rxc_pdf_line_text(b->pdf, l, scratch);
    rxc_section section = s.n <= 60 ? rxc_section_find(s) : RXC_SECTION_NONE;
    bool first = rxc_pdf_text_is_apart(b, i) || rxc_pdf_text_at(b, i - 1)->bold != l->bold || !rxc_pdf_same_size(rxc_pdf_text_at(b, i - 1)->size, l->size);
    if (s.n < 2 || s.n > HEADING_MAX || !first) return false;
    if (section != RXC_SECTION_NONE && !ends_like_text(s)) {
        bool after = i + 1 >= b->lines.n || rxc_pdf_text_is_apart(b, i + 1) || !rxc_pdf_same_size(rxc_pdf_text_at(b, i + 1)->size, l->size) || rxc_pdf_text_at(b, i + 1)->bold != l->bold || rxc_pdf_text_at(b, i + 1)->italic != l->italic;
        if (large || bold || after || l->italic) return true;
    }
    size_t letters = 0;
    for (size_t k = 0; k < s.n; k++) letters += chr_alpha(s.p[k]) || (unsigned char)s.p[k] >= 0x80;
    bool italic = l->italic && rxc_pdf_text_is_apart(b, i) && l->x2 < l->right - 2 * l->size && i + 1 < b->lines.n && !rxc_pdf_text_at(b, i + 1)->italic;
    if (!large && !bold && !italic) return false;
    return letters >= 3 && letters * 2 >= s.n && !ends_like_text(s) && !rxc_section_is_caption(s) && !is_byline(b, i, scratch);
}

/* --- paragraphs -------------------------------------------------------------------------------------------------- */

static bool starts_lower(Str s)
{
    size_t at = 0;
    uint32_t point = s.n ? rxc_utf8_next(s, &at) : 0;
    return rxc_utf8_is_letter(point) && !rxc_utf8_is_upper(point);
}

static bool ends_sentence(Str s)
{
    while (s.n && strchr(")]\"'0123456789,", str_last(s))) s.n--; /* call-outs */
    return str_ends(s, S("\xE2\x80\x9D")) || (s.n && strchr(".?!:", str_last(s)));
}

static Str last_text(const rxc_pdf_text *b, const rxc_pdf_line *l) { return b->pdf->words.v[l->e - 1].text; }
static Str first_text(const rxc_pdf_text *b, const rxc_pdf_line *l) { return b->pdf->words.v[l->b].text; }

/* Does line i begin a paragraph, where the one before it is one? */
bool rxc_pdf_text_is_break(const rxc_pdf_text *b, size_t i)
{
    const rxc_pdf_line *l = rxc_pdf_text_at(b, i), *before = rxc_pdf_text_at(b, i - 1);
    if (!rxc_pdf_same_size(l->size, before->size) || l->bold != before->bold || l->cells != before->cells) return true;
    float gap = l->base - before->base;
    if (l->italic != before->italic && (before->x2 < before->right - 2 * l->size || l->x2 < l->right - 2 * l->size)) return true;
    bool full = before->x2 > before->right - 0.12F * (before->right - before->left);
    bool ended = ends_sentence(last_text(b, before));
    if (l->column != before->column || gap < 0) {
        if (starts_lower(first_text(b, l))) return false;
        bool set_in = l->x1 > l->left + 0.7F * l->size && l->x1 < l->left + 4 * l->size;
        return ended && (!full || set_in);
    }
    if (gap > 1.2F * b->gaps[size_slot(l->size)]) return true;
    float moved = l->x1 - before->x1;
    if (moved > 0.7F * l->size && moved < 4 * l->size && ended) return true;
    return ended && before->x2 < before->right - 0.4F * (before->right - before->left) && !starts_lower(first_text(b, l));
}

bool rxc_pdf_text_is_unfinished(const rxc_pdf_text *b, size_t i)
{
    const rxc_pdf_line *l = rxc_pdf_text_at(b, i);
    return l->x2 > l->right - 0.06F * (l->right - l->left) && !ends_sentence(last_text(b, l));
}

void rxc_pdf_text_init(rxc_pdf_text *text, rxc_pdf *pdf, Str stated)
{
    Arena scratch = { 0 };
    *text = (rxc_pdf_text){ .pdf = pdf, .title_b = STR_NONE };
    for (size_t i = 0; i < pdf->lines.n; i++)
        if (pdf->lines.v[i].role == RXC_PDF_TEXT) *vec_push(pdf->arena, &text->lines) = i;
    measure_body(pdf);
    measure_gaps(text);
    if (text->lines.n && !find_stated_title(text, stated, &scratch)) find_large_title(text, &scratch);
    arena_clear(&scratch);
}
