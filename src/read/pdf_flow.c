/* pdf_flow.c: figures, tables and notes stand where a page has room for them, often between two lines of one paragraph, or of the
 * list of references: they go behind it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/pdf_text.h"
#include "read/section.h"

enum {
    AHEAD = 300, /* lines that may stand between */
    REST = 400,  /* lines of the rest of a paragraph */
    PAGES = 3,   /* that may lie between */
};

/* Is line i set otherwise than the one before it, as figures, tables and notes are? */
static bool is_other(const rxc_pdf_text *t, size_t i, const rxc_pdf_line *model, Arena *scratch)
{
    const rxc_pdf_line *l = rxc_pdf_text_at(t, i);
    if (!rxc_pdf_same_size(l->size, model->size) || l->cells != model->cells) return true;
    return rxc_pdf_text_is_apart(t, i) && rxc_section_is_caption(rxc_pdf_line_text(t->pdf, l, scratch));
}

/* Headings end a paragraph, whatever it ends with. */
static bool is_end(const rxc_pdf_text *t, size_t i, const rxc_pdf_line *model, Arena *scratch)
{
    const rxc_pdf_line *l = rxc_pdf_text_at(t, i);
    if (l->size > model->size && !rxc_pdf_same_size(l->size, model->size)) return true;
    return rxc_section_find(rxc_pdf_line_text(t->pdf, l, scratch)) != RXC_SECTION_NONE;
}

/* Where the text goes on that lines from i on interrupt; i: they do not. */
static size_t find_return(const rxc_pdf_text *t, size_t i, const rxc_pdf_line *model, Arena *scratch)
{
    for (size_t k = i + 1; k < t->lines.n && k < i + AHEAD; k++) {
        const rxc_pdf_line *l = rxc_pdf_text_at(t, k);
        arena_clear(scratch);
        if (l->page > model->page + PAGES || is_end(t, k, model, scratch)) break;
        if (is_other(t, k, model, scratch)) continue;
        if (!rxc_pdf_text_is_apart(t, k)) continue; /* of what interrupts */
        bool left = l->x1 < l->left + 0.5F * l->size;
        return left && l->bold == model->bold && !rxc_pdf_text_is_heading(t, k, scratch) ? k : i;
    }
    return i;
}

static size_t rest_end(const rxc_pdf_text *t, size_t from, Arena *scratch)
{
    size_t k = from + 1;
    for (; k < t->lines.n && k < from + REST; k++) {
        arena_clear(scratch);
        if (rxc_pdf_text_is_break(t, k) || rxc_pdf_text_is_heading(t, k, scratch)) break;
    }
    return k;
}

/* Lines [middle, e) go before lines [b, middle). */
static void rotate(rxc_pdf_text *t, size_t b, size_t middle, size_t e, Arena *scratch)
{
    size_t n = middle - b, *kept = arena_array(scratch, size_t, n);
    memcpy(kept, t->lines.v + b, n * sizeof *kept);
    memmove(t->lines.v + b, t->lines.v + middle, (e - middle) * sizeof *kept);
    memcpy(t->lines.v + b + (e - middle), kept, n * sizeof *kept);
}

void rxc_pdf_flow_order(rxc_pdf_text *t)
{
    Arena scratch = { 0 };
    size_t from = t->title_b == STR_NONE ? 1 : t->title_e + 1;
    size_t end = rxc_pdf_text_references(t->pdf);
    for (size_t i = from; i < t->lines.n && t->lines.v[i - 1] < end; i++) {
        arena_clear(&scratch);
        const rxc_pdf_line *model = rxc_pdf_text_at(t, i - 1);
        if (model->cells || model->bold || !rxc_pdf_text_is_unfinished(t, i - 1) || !is_other(t, i, model, &scratch)) continue;
        size_t back = is_end(t, i, model, &scratch) ? i : find_return(t, i, model, &scratch);
        if (back == i) continue;
        size_t rest = rest_end(t, back, &scratch);
        rotate(t, i, back, rest, &scratch);
        i += rest - back - 1; /* the rest may be interrupted again */
    }
    arena_clear(&scratch);
}

size_t rxc_pdf_flow_list(rxc_pdf_text *t, size_t b, size_t e)
{
    Arena scratch = { 0 };
    float size = b < e ? rxc_pdf_text_at(t, b)->size : 0;
    size_t last = b, kept = b, aside_n = 0, *aside = arena_array(&scratch, size_t, e - b + 1);
    for (size_t i = b; i < e; i++)
        if (rxc_pdf_same_size(rxc_pdf_text_at(t, i)->size, size)) last = i + 1;
    bool other = false;
    for (size_t i = b; i < last; i++) {
        bool same = rxc_pdf_same_size(rxc_pdf_text_at(t, i)->size, size);
        other = !same && (other || rxc_pdf_text_is_apart(t, i));
        if (other) aside[aside_n++] = t->lines.v[i];
        else t->lines.v[kept++] = t->lines.v[i];
    }
    memcpy(t->lines.v + kept, aside, aside_n * sizeof *aside);
    arena_clear(&scratch);
    return aside_n ? kept : e;
}
