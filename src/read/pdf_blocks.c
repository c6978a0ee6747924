/* pdf_blocks.c: lines of a PDF in reading order become blocks: title, headings, paragraphs, captions, references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/pdf_put.h"
#include "read/pdf_text.h"
#include "read/section.h"

enum { HEADS = 64 }; /* different running heads that are kept */

typedef struct blocks {
    rxc_pdf *pdf;
    rxc_pdf_put put;
    rxc_pdf_text text;
    Str heads[HEADS]; /* different running heads, numbers in them aside */
    size_t heads_n, running;
} blocks;

static const rxc_pdf_line *line_at(const blocks *b, size_t i) { return rxc_pdf_text_at(&b->text, i); }

static int level_of(const blocks *b, const rxc_pdf_line *l)
{
    return l->size > b->pdf->body * 1.45F ? 1 : l->size > b->pdf->body * 1.12F ? 2 : 3;
}

/* Lines [i, e) are one heading. */
static size_t heading_end(const blocks *b, size_t i)
{
    const rxc_pdf_line *l = line_at(b, i);
    size_t e = i + 1;
    while (e < b->text.lines.n && e < i + 4) {
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

static size_t put_paragraph(blocks *b, size_t i)
{
    Arena scratch = { 0 };
    rxc_pdf_put_open(&b->put, line_at(b, i)->cells ? RXC_BLOCK_CELL : RXC_BLOCK_PARAGRAPH, line_at(b, i));
    rxc_pdf_put_line(&b->put, line_at(b, i));
    for (i++; i < b->text.lines.n && i != b->text.title_b && !line_at(b, i)->cells; i++) {
        arena_clear(&scratch);
        if (rxc_pdf_text_is_break(&b->text, i) || rxc_pdf_text_is_heading(&b->text, i, &scratch)) break;
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
    bool marked = head->bold != first->bold || !rxc_pdf_same_size(head->size, first->size);
    for (; i < b->text.lines.n; i++) {
        arena_clear(&scratch);
        const rxc_pdf_line *l = line_at(b, i);
        bool alike = l->bold == head->bold && l->size >= head->size * 0.97F;
        if (marked && alike && rxc_pdf_text_is_heading(&b->text, i, &scratch)) break;
        Str s = rxc_pdf_line_text(b->pdf, l, &scratch);
        if (s.n <= 60 && rxc_pdf_text_is_apart(&b->text, i) && rxc_section_find(s) != RXC_SECTION_NONE && rxc_pdf_text_is_heading(&b->text, i, &scratch)) break;
        bool other = i > b_line && (rxc_pdf_text_is_apart(&b->text, i) || !rxc_pdf_same_size(l->size, line_at(b, i - 1)->size));
        if (other && rxc_section_run_in(s) == RXC_SECTION_BACK) break;
        if (l->size > first->size * 1.12F && l->size > b->pdf->body * 0.97F && rxc_pdf_text_is_apart(&b->text, i)) break;
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
        if (!rxc_pdf_same_size(l->size, before->size)) return k;
        if (same && l->base - before->base > 1.5F * rxc_pdf_text_gap(&b->text, l->size)) return k;
        if (same && l->x1 < text - 0.7F * l->size && l->column == first->column && k > last) return k;
    }
    return n;
}

/* The heading may be the last line. */
static size_t put_references(blocks *b, size_t i, const rxc_pdf_line *head)
{
    if (i == b->text.lines.n) return i;
    size_t e = rxc_pdf_flow_list(&b->text, i, references_end(b, i, head)), n = e - i;
    if (n == 0) return e;
    Arena scratch = { 0 };
    bool *starts = arena_array(&scratch, bool, n);
    rxc_pdf_label *labels = arena_array(&scratch, rxc_pdf_label, n);
    rxc_pdf_refs_start(b->pdf, b->text.lines.v + i, n, starts, labels);
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
    for (size_t i = 0; i < b->text.lines.n;) {
        arena_clear(&scratch);
        if (i == b->text.title_b && b->text.title_e > i) {
            rxc_pdf_put_open(&b->put, RXC_BLOCK_TITLE, line_at(b, i));
            for (; i < b->text.title_e; i++) rxc_pdf_put_line(&b->put, line_at(b, i));
        } else if (rxc_pdf_text_is_heading(&b->text, i, &scratch)) {
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
    blocks b = { .pdf = pdf };
    rxc_pdf_text_init(&b.text, pdf, stated->title);
    rxc_pdf_flow_order(&b.text);
    rxc_pdf_put_init(&b.put, pdf);
    put_running(&b, true);
    put_lines(&b);
    put_running(&b, false);
    rxc_pdf_put_finish(&b.put);
    report(&b);
}
