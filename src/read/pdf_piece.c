/* pdf_piece.c: lines as a PDF has them become pieces, cut at wide gaps: a piece runs over no gutter. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "read/pdf.h"

enum {
    LONG_WORD = 25, /* bytes of a word that may hang over its column: an address */
    SIZES = 16,     /* different sizes of letters that are told apart in one line */
};

#define CUT 0.75F /* letter sizes that are a wide gap */

static void measure_box(const rxc_pdf *pdf, rxc_pdf_line *l)
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

void rxc_pdf_piece_measure(const rxc_pdf *pdf, rxc_pdf_line *l)
{
    measure_box(pdf, l);
    measure_letters(pdf, l);
}

void rxc_pdf_piece_add(rxc_pdf *pdf, rxc_pdf_lines *pieces, const rxc_pdf_line *of, size_t b, size_t e)
{
    rxc_pdf_line *piece = vec_push(pdf->arena, pieces);
    *piece = (rxc_pdf_line){ .page = of->page, .b = b, .e = e };
    rxc_pdf_piece_measure(pdf, piece);
}

/* Lines as the page is written may run over a gutter: they are cut at wide gaps. */
static void cut_line(rxc_pdf *pdf, rxc_pdf_lines *pieces, const rxc_pdf_line *l)
{
    size_t b = l->b;
    for (size_t i = l->b + 1; i < l->e; i++) {
        const rxc_pdf_word *before = &pdf->words.v[i - 1], *w = &pdf->words.v[i];
        float size = before->size < w->size ? before->size : w->size;
        if (w->x1 - before->x2 <= CUT * size && w->x1 > before->x2 - 0.5F * size) continue;
        rxc_pdf_piece_add(pdf, pieces, l, b, i);
        b = i;
    }
    rxc_pdf_piece_add(pdf, pieces, l, b, l->e);
}

void rxc_pdf_piece_cut(rxc_pdf *pdf)
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
