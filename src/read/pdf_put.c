/* pdf_put.c: lines of a PDF go into the builder of the document: words, marks, broken words and addresses made whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/pdf_put.h"

enum { SUPER = 1, SUB = 2, BOLD = 4, ITALIC = 8 };

/* All words of the file, so that a word broken over two lines can be looked up. */
static Str all_text(rxc_pdf *pdf)
{
    size_t n = 1;
    for (size_t i = 0; i < pdf->words.n; i++) n += pdf->words.v[i].text.n + 1;
    char *out = arena_alloc(pdf->arena, n), *at = out;
    for (size_t i = 0; i < pdf->lines.n; i++) {
        for (size_t k = pdf->lines.v[i].b; k < pdf->lines.v[i].e; k++) {
            const rxc_pdf_word *w = &pdf->words.v[k];
            if (k > pdf->lines.v[i].b && rxc_pdf_line_apart(w - 1, w)) *at++ = ' ';
            memcpy(at, w->text.p, w->text.n);
            at += w->text.n;
        }
        *at++ = '\n';
    }
    return (Str){ out, (size_t)(at - out) };
}

void rxc_pdf_put_init(rxc_pdf_put *put, rxc_pdf *pdf)
{
    *put = (rxc_pdf_put){ .pdf = pdf };
    rxc_builder_init(&put->builder, pdf->doc);
    put->builder.join = (rxc_join){ .arena = pdf->arena, .source = all_text(pdf) };
}

static void end_marks(rxc_pdf_put *put)
{
    for (; put->depth; put->depth--) rxc_builder_unmark(&put->builder);
    put->marks = 0;
    put->link = 0;
}

static void set_marks(rxc_pdf_put *put, const rxc_pdf_word *w)
{
    static const rxc_mark_kind kinds[] = { RXC_MARK_SUPERSCRIPT, RXC_MARK_SUBSCRIPT, RXC_MARK_BOLD, RXC_MARK_ITALIC };
    unsigned marks = (w->rise > 0 ? SUPER : 0U) | (w->rise < 0 ? SUB : 0U) | (w->bold ? BOLD : 0U) | (w->italic ? ITALIC : 0U);
    if (marks == put->marks && w->link == put->link) return;
    end_marks(put);
    put->marks = marks;
    put->link = w->link;
    for (unsigned i = 0; i < 4; i++) {
        if (!(marks >> i & 1)) continue;
        rxc_builder_mark(&put->builder, kinds[i], (Str){ 0 });
        put->depth++;
    }
    if (!w->link) return;
    rxc_builder_mark(&put->builder, RXC_MARK_LINK, arena_printf(put->pdf->arena, "%u", w->link));
    put->depth++;
}

void rxc_pdf_put_close(rxc_pdf_put *put)
{
    size_t before = put->pdf->doc->blocks.n;
    end_marks(put);
    rxc_builder_close(&put->builder);
    put->begun = false;
    if (put->pdf->doc->blocks.n == before || put->pdf->doc->blocks.v[before].kind != RXC_BLOCK_REFERENCE) return;
    put->place.block = before;
    *vec_push(put->pdf->arena, &put->places) = put->place;
}

void rxc_pdf_put_open(rxc_pdf_put *put, rxc_block_kind kind, const rxc_pdf_line *line)
{
    rxc_pdf_put_close(put);
    rxc_builder_open(&put->builder, kind, 0, 0);
    put->place = (rxc_pdf_place){ .page = line->page, .x = line->x1, .y = line->y1 };
    put->skip_words = put->skip_bytes = 0;
}

/* Does the text end within an address that a line breaks: "https://doi.org/10.1016/", "10.1016/j."? */
static bool in_address(Str before, Str after)
{
    Str tail = str_drop(before, before.n > 200 ? before.n - 200 : 0);
    size_t space = str_rchr(tail, ' ');
    Str run = space == STR_NONE ? tail : str_drop(tail, space + 1);
    char last = str_last(run), next = after.n ? after.p[0] : '\0';
    bool address = str_find(run, S("://")) != STR_NONE || str_find_nocase(run, S("www.")) != STR_NONE ||
                   (str_find(run, S("10.")) != STR_NONE && str_chr(run, '/') != STR_NONE);
    if (!address || last == '\0' || next == '\0') return false;
    if (strchr("/=?&_%#~", last) || strchr("/=?&_%#~", next)) return !chr_upper(next) || last == '/';
    return (last == '.' || last == '-') && (chr_lower(next) || chr_digit(next));
}

static void join_line(rxc_pdf_put *put, const rxc_pdf_line *line)
{
    if (put->begun && !in_address(rxc_builder_so_far(&put->builder), put->pdf->words.v[line->b].text)) rxc_builder_line(&put->builder);
    put->begun = true;
}

void rxc_pdf_put_line(rxc_pdf_put *put, const rxc_pdf_line *line)
{
    join_line(put, line);
    for (size_t i = line->b; i < line->e; i++) {
        const rxc_pdf_word *w = &put->pdf->words.v[i];
        if (put->skip_words) {
            put->skip_words--;
            continue;
        }
        bool cell = put->builder.block.kind == RXC_BLOCK_CELL;
        if (i > line->b && cell && w->begin == RXC_PDF_WRAP) rxc_builder_line(&put->builder);
        else if (i > line->b && cell && w->begin == RXC_PDF_CELL) rxc_builder_tab(&put->builder);
        else if (i > line->b && cell && w->x1 - w[-1].x2 > 1.5F * w->size) rxc_builder_tab(&put->builder);
        else if (i > line->b && rxc_pdf_line_apart(w - 1, w)) rxc_builder_space(&put->builder);
        set_marks(put, w);
        rxc_builder_text(&put->builder, str_drop(w->text, put->skip_bytes));
        put->skip_bytes = 0;
    }
}

void rxc_pdf_put_finish(rxc_pdf_put *put)
{
    rxc_pdf_put_close(put);
    rxc_builder_finish(&put->builder);
    rxc_pdf_link_tie(put);
}
