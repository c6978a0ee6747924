/* pdf_blocks.c: lines of a PDF in reading order become blocks: title, headings, paragraphs, captions, references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "read/pdf_put.h"
#include "read/section.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
    HEADING_MAX = 200, /* bytes */
    TITLE_LINES = 8,
    TITLE_LEAST = 15, /* bytes of letters and digits that tell a title for certain */
    SIZES = 128,      /* half points */
    HEADS = 64,       /* different running heads that are kept */
};

typedef struct blocks {
    rxc_pdf *pdf;
    rxc_pdf_put put;
    VEC(size_t) lines;     /* that are text, in order */
    float gaps[SIZES];     /* the usual distance of base lines, by size of letters */
    size_t title_b, title_e; /* of lines */
    Str heads[HEADS];      /* different running heads, numbers in them aside */
    size_t heads_n, running;
} blocks;

static const rxc_pdf_line *line_at(const blocks *b, size_t i) { return &b->pdf->lines.v[b->lines.v[i]]; }

static size_t size_slot(float size)
{
    float slot = size * 2 + 0.5F;
    return slot < 0 ? 0 : slot >= SIZES - 1 ? SIZES - 1 : (size_t)slot;
}

static bool same_size(float a, float b) { return fabsf(a - b) <= 0.06F * fmaxf(a, b); }

/* --- measures of the whole --------------------------------------------------------------------------------------- */

static void measure_gaps(blocks *b)
{
    enum { GAPS = 256 };
    uint32_t(*counts)[GAPS] = (uint32_t(*)[GAPS])(void *)arena_array(b->pdf->arena, uint32_t, (size_t)SIZES * GAPS);
    for (size_t i = 1; i < b->lines.n; i++) {
        const rxc_pdf_line *l = line_at(b, i), *before = line_at(b, i - 1);
        float gap = (l->base - before->base) * 4;
        if (l->column != before->column || !same_size(l->size, before->size) || gap < 1 || gap >= GAPS) continue;
        counts[size_slot(l->size)][(size_t)gap]++;
    }
    for (size_t s = 0; s < SIZES; s++) {
        size_t best = 0;
        for (size_t g = 1; g < GAPS; g++)
            if (counts[s][g] > counts[s][best]) best = g;
        b->gaps[s] = best ? (float)(best + 1) / 4 : 0.6F * (float)s;
    }
}

/* The line at which the list of references begins; the number of lines when none says so. */
static size_t references_begin(const rxc_pdf *pdf)
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
    size_t letters[SIZES] = { 0 }, best = 0, end = references_begin(pdf);
    for (size_t i = 0; i < pdf->lines.n; i++) {
        const rxc_pdf_line *l = &pdf->lines.v[i];
        bool prose = i < end && l->role == RXC_PDF_TEXT && !l->cells && l->e - l->b > 3;
        for (size_t k = l->b; k < l->e; k++) letters[size_slot(pdf->words.v[k].size)] += prose ? 100 * pdf->words.v[k].text.n : 1;
    }
    for (size_t s = 1; s < SIZES; s++)
        if (letters[s] > letters[best]) best = s;
    pdf->body = (float)best / 2;
}

/* --- title ------------------------------------------------------------------------------------------------------- */

static Str text_of(const blocks *b, size_t from, size_t to, Arena *arena)
{
    Str text = { 0 };
    for (size_t i = from; i < to; i++)
        text = arena_printf(arena, "%.*s %.*s", STR_ARG(text), STR_ARG(rxc_pdf_line_text(b->pdf, line_at(b, i), arena)));
    return str_trim(text);
}

static size_t first_page_end(const blocks *b)
{
    size_t e = 0;
    while (e < b->lines.n && line_at(b, e)->page == line_at(b, 0)->page) e++;
    return e;
}

/* The lines of the first page that print the title that the file states. */
static bool find_stated_title(blocks *b, Str title, Arena *scratch)
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
static void find_large_title(blocks *b, Arena *scratch)
{
    float best = b->pdf->body * 1.12F;
    size_t end = first_page_end(b);
    for (size_t i = 0, e; i < end; i = e) {
        for (e = i + 1; e < end && e < i + TITLE_LINES && fabsf(line_at(b, e)->size - line_at(b, i)->size) < 0.3F &&
                        line_at(b, e)->base - line_at(b, e - 1)->base < 2 * line_at(b, e)->size;) e++;
        Str text = text_of(b, i, e, scratch);
        bool section = rxc_section_find(text) != RXC_SECTION_NONE || rxc_section_is_genre(text);
        size_t spaces = 0;
        for (size_t k = 0; k < text.n; k++) spaces += text.p[k] == ' ';
        if (line_at(b, i)->size <= best || section || text.n < 12 || spaces < 1 || (spaces < 2 && text.n < 20)) continue;
        best = line_at(b, i)->size;
        b->title_b = i, b->title_e = e;
    }
}

/* --- headings ---------------------------------------------------------------------------------------------------- */

/* Does a line stand apart from the one before it, if there is one? */
static bool is_apart(const blocks *b, size_t i)
{
    if (i == 0) return true;
    const rxc_pdf_line *l = line_at(b, i), *before = line_at(b, i - 1);
    float gap = l->base - before->base;
    return l->column != before->column || gap < 0 || gap > 1.25F * fmaxf(b->gaps[size_slot(l->size)], l->size);
}

static bool ends_like_text(Str s)
{
    char last = str_last(s);
    return last == '.' || last == ',' || last == ';' || last == '-';
}

/* Is the line the beginning of a heading: set apart from the text by size or weight, or by what it says? */
static bool is_heading(const blocks *b, size_t i, Arena *scratch)
{
    const rxc_pdf_line *l = line_at(b, i);
    if (l->cells || l->e - l->b > 40 || (b->title_b != STR_NONE && i < b->title_b)) return false;
    bool large = l->size > b->pdf->body * 1.08F, bold = l->bold && l->size >= b->pdf->body * 0.85F;
    Str s = rxc_pdf_line_text(b->pdf, l, scratch);
    rxc_section section = s.n <= 60 ? rxc_section_find(s) : RXC_SECTION_NONE;
    bool first = is_apart(b, i) || line_at(b, i - 1)->bold != l->bold || !same_size(line_at(b, i - 1)->size, l->size);
    if (s.n < 2 || s.n > HEADING_MAX || !first) return false;
    if (section != RXC_SECTION_NONE && !ends_like_text(s)) {
        bool after = i + 1 >= b->lines.n || is_apart(b, i + 1) || !same_size(line_at(b, i + 1)->size, l->size) || line_at(b, i + 1)->bold != l->bold || line_at(b, i + 1)->italic != l->italic;
        if (large || bold || after || l->italic) return true;
    }
    size_t letters = 0;
    for (size_t k = 0; k < s.n; k++) letters += chr_alpha(s.p[k]) || (unsigned char)s.p[k] >= 0x80;
    bool italic = l->italic && is_apart(b, i) && l->x2 < l->right - 2 * l->size && i + 1 < b->lines.n && !line_at(b, i + 1)->italic;
    return (large || bold || italic) && letters >= 3 && letters * 2 >= s.n && !ends_like_text(s) && !rxc_section_is_caption(s);
}

static int level_of(const blocks *b, const rxc_pdf_line *l)
{
    return l->size > b->pdf->body * 1.45F ? 1 : l->size > b->pdf->body * 1.12F ? 2 : 3;
}

/* Lines [i, e) are one heading. */
static size_t heading_end(const blocks *b, size_t i)
{
    const rxc_pdf_line *l = line_at(b, i);
    size_t e = i + 1;
    while (e < b->lines.n && e < i + 4) {
        const rxc_pdf_line *next = line_at(b, e);
        float gap = next->base - line_at(b, e - 1)->base;
        if (next->column != l->column || fabsf(next->size - l->size) > 0.2F || next->bold != l->bold || next->italic != l->italic) break;
        if (gap < 0 || gap > 1.35F * l->size || (!l->bold && l->size <= b->pdf->body * 1.08F)) break;
        e++;
    }
    return e;
}

static size_t put_heading(blocks *b, size_t i)
{
    size_t e = heading_end(b, i);
    rxc_pdf_put_open(&b->put, RXC_BLOCK_HEADING, line_at(b, i));
    b->put.builder.block.level = level_of(b, line_at(b, i));
    for (; i < e; i++) rxc_pdf_put_line(&b->put, line_at(b, i));
    return e;
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

static Str last_text(const blocks *b, const rxc_pdf_line *l) { return b->pdf->words.v[l->e - 1].text; }
static Str first_text(const blocks *b, const rxc_pdf_line *l) { return b->pdf->words.v[l->b].text; }

/* Does line i begin a paragraph, where the one before it is one? */
static bool is_break(const blocks *b, size_t i)
{
    const rxc_pdf_line *l = line_at(b, i), *before = line_at(b, i - 1);
    if (!same_size(l->size, before->size) || l->bold != before->bold || l->cells != before->cells) return true;
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

static size_t put_paragraph(blocks *b, size_t i)
{
    Arena scratch = { 0 };
    rxc_pdf_put_open(&b->put, line_at(b, i)->cells ? RXC_BLOCK_CELL : RXC_BLOCK_PARAGRAPH, line_at(b, i));
    rxc_pdf_put_line(&b->put, line_at(b, i));
    for (i++; i < b->lines.n && i != b->title_b && !line_at(b, i)->cells; i++) {
        arena_clear(&scratch);
        if (is_break(b, i) || is_heading(b, i, &scratch)) break;
        rxc_pdf_put_line(&b->put, line_at(b, i));
    }
    arena_clear(&scratch);
    return i;
}

/* --- references -------------------------------------------------------------------------------------------------- */

/* Where the list of references that begins at line i, under the heading `head`, ends. */
static size_t references_end(const blocks *b, size_t i, const rxc_pdf_line *head)
{
    Arena scratch = { 0 };
    const rxc_pdf_line *first = line_at(b, i);
    size_t b_line = i;
    bool marked = head->bold != first->bold || !same_size(head->size, first->size);
    for (; i < b->lines.n; i++) {
        arena_clear(&scratch);
        const rxc_pdf_line *l = line_at(b, i);
        bool alike = l->bold == head->bold && l->size >= head->size * 0.97F;
        if (marked && alike && is_heading(b, i, &scratch)) break;
        Str s = rxc_pdf_line_text(b->pdf, l, &scratch);
        if (s.n <= 60 && is_apart(b, i) && rxc_section_find(s) != RXC_SECTION_NONE && is_heading(b, i, &scratch)) break;
        bool other = i > b_line && (is_apart(b, i) || !same_size(l->size, line_at(b, i - 1)->size));
        if (other && rxc_section_run_in(s) == RXC_SECTION_BACK) break;
        if (l->size > first->size * 1.12F && l->size > b->pdf->body * 0.97F && is_apart(b, i)) break;
    }
    arena_clear(&scratch);
    return i;
}

/* What follows the last entry and is none of its lines: it stands apart, or begins where labels do. Gives the lines that remain. */
static size_t trim_references(const blocks *b, size_t i, size_t n, const bool *starts, const rxc_pdf_label *labels)
{
    size_t last = n;
    while (last > 0 && !starts[last - 1]) last--;
    if (last < 4) return n;
    const rxc_pdf_line *first = line_at(b, i + last - 1);
    size_t words = labels[last - 1].words;
    float text = words && first->b + words < first->e ? b->pdf->words.v[first->b + words].x1 : first->x1;
    for (size_t k = last; k < n; k++) {
        const rxc_pdf_line *l = line_at(b, i + k), *before = line_at(b, i + k - 1);
        bool same = l->column == before->column;
        if (!same_size(l->size, before->size)) return k;
        if (same && l->base - before->base > 1.5F * b->gaps[size_slot(l->size)]) return k;
        if (same && l->x1 < text - 0.7F * l->size && l->column == first->column && k > last) return k;
    }
    return n;
}

/* The heading may be the last line. */
static size_t put_references(blocks *b, size_t i, const rxc_pdf_line *head)
{
    if (i == b->lines.n) return i;
    size_t e = references_end(b, i, head), n = e - i;
    if (n == 0) return e;
    Arena scratch = { 0 };
    bool *starts = arena_array(&scratch, bool, n);
    rxc_pdf_label *labels = arena_array(&scratch, rxc_pdf_label, n);
    rxc_pdf_refs_start(b->pdf, b->lines.v + i, n, starts, labels);
    n = trim_references(b, i, n, starts, labels);
    e = i + n;
    for (size_t k = 0; k < n; k++) {
        if (starts[k]) {
            rxc_pdf_put_open(&b->put, RXC_BLOCK_REFERENCE, line_at(b, i + k));
            b->put.builder.block.label = arena_str(b->pdf->doc->arena, labels[k].text);
            b->put.skip_words = labels[k].words;
            b->put.skip_bytes = labels[k].bytes;
        }
        rxc_pdf_put_line(&b->put, line_at(b, i + k));
    }
    rxc_pdf_put_close(&b->put);
    arena_clear(&scratch);
    return e;
}

/* --- running heads ----------------------------------------------------------------------------------------------- */

static bool is_bare_number(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (chr_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80) return false;
    return true;
}

/* The text with a # for each number. */
static Str form_of(Arena *arena, Str text)
{
    char *out = arena_alloc(arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        if (!chr_digit(text.p[i])) out[n++] = text.p[i];
        else if (n == 0 || out[n - 1] != '#') out[n++] = '#';
    return (Str){ out, n };
}

/* Running heads and feet: each text once, behind the document; those of the first page before it. */
static void put_running(blocks *b, bool first)
{
    Arena scratch = { 0 };
    for (size_t i = 0; i < b->pdf->lines.n; i++) {
        const rxc_pdf_line *l = &b->pdf->lines.v[i];
        if (l->role != RXC_PDF_HEAD || first != (l->page == 0)) continue;
        Str text = rxc_pdf_line_text(b->pdf, l, &scratch), form = form_of(&scratch, text);
        size_t k = 0;
        b->running++;
        while (k < b->heads_n && !str_eq(b->heads[k], form)) k++;
        if (k < b->heads_n || b->heads_n == HEADS || is_bare_number(text)) continue;
        b->heads[b->heads_n++] = arena_str(b->pdf->arena, form);
        rxc_pdf_put_open(&b->put, first ? RXC_BLOCK_PARAGRAPH : RXC_BLOCK_ASIDE, l);
        rxc_pdf_put_line(&b->put, l);
    }
    rxc_pdf_put_close(&b->put);
    arena_clear(&scratch);
}

/* --- all --------------------------------------------------------------------------------------------------------- */

static void put_lines(blocks *b)
{
    Arena scratch = { 0 };
    for (size_t i = 0; i < b->lines.n;) {
        arena_clear(&scratch);
        if (i == b->title_b && b->title_e > i) {
            rxc_pdf_put_open(&b->put, RXC_BLOCK_TITLE, line_at(b, i));
            for (; i < b->title_e; i++) rxc_pdf_put_line(&b->put, line_at(b, i));
        } else if (is_heading(b, i, &scratch)) {
            size_t head = i;
            i = put_heading(b, i);
            if (i == head + 1 && rxc_section_find(rxc_pdf_line_text(b->pdf, line_at(b, head), &scratch)) == RXC_SECTION_REFERENCES)
                i = put_references(b, i, line_at(b, head));
        } else {
            i = put_paragraph(b, i);
        }
    }
    rxc_pdf_put_close(&b->put);
    arena_clear(&scratch);
}

static void report(const blocks *b)
{
    rxc_doc *doc = b->pdf->doc;
    size_t numbers = 0;
    for (size_t i = 0; i < b->pdf->lines.n; i++) numbers += b->pdf->lines.v[i].role == RXC_PDF_NUMBER;
    if (b->running)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "pdf.running-head", 0, 0,
                     "%zu running heads, feet and numbers of pages are no part of the text", b->running);
    if (numbers)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "pdf.line-number", 0, 0, "%zu numbers of lines were dropped", numbers);
}

void rxc_pdf_blocks_build(rxc_pdf *pdf, const rxc_pdf_stated *stated)
{
    blocks b = { .pdf = pdf, .title_b = STR_NONE };
    Arena scratch = { 0 };
    for (size_t i = 0; i < pdf->lines.n; i++)
        if (pdf->lines.v[i].role == RXC_PDF_TEXT) *vec_push(pdf->arena, &b.lines) = i;
    measure_body(pdf);
    measure_gaps(&b);
    if (b.lines.n && !find_stated_title(&b, stated->title, &scratch)) find_large_title(&b, &scratch);
    arena_clear(&scratch);
    rxc_pdf_put_init(&b.put, pdf);
    put_running(&b, true);
    put_lines(&b);
    put_running(&b, false);
    rxc_pdf_put_finish(&b.put);
    report(&b);
}
