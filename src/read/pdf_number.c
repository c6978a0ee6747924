/* pdf_number.c: numbers of lines, in the margin of manuscripts: they rise by one or by five, beside nearly every line of a page.
 * Pages that have few lines, or wide tables and figures, have them where other pages do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "read/pdf.h"

enum {
    LEAST = 8, /* on a page that shows that there are such numbers */
    TRIES = 3, /* places from the left of a page that may be such a margin */
};

#define SAME 4.0F    /* points by which the ends of such numbers may differ */
#define OUTSIDE 2.0F /* points by which text may stand out over them */

typedef struct number {
    size_t line, value;
    float x1, x2, y;
} number;

typedef struct margin {
    Arena arena;
    const rxc_pdf *pdf;
    VEC(number) found;  /* on the page, from the top */
    VEC(number) column; /* those that stand below each other */
} margin;

/* Does the piece begin with a number that stands apart from its text? */
static bool read_number(const rxc_pdf *pdf, const rxc_pdf_line *l, number *out)
{
    const rxc_pdf_word *w = &pdf->words.v[l->b];
    *out = (number){ .x1 = w->x1, .x2 = w->x2, .y = w->y1 };
    bool apart = l->e == l->b + 1 || w[1].x1 - w->x2 > 0.4F * w->size;
    return apart && w->text.n > 0 && w->text.n <= 5 && w->text.p[0] != '0' && str_to_size(w->text, &out->value);
}

static int compare_down(const void *x, const void *y)
{
    const number *a = x, *b = y;
    if (a->y < b->y || a->y > b->y) return a->y < b->y ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

static void find_numbers(margin *m, const rxc_pdf_page *page)
{
    m->found.n = 0;
    for (size_t i = page->b; i < page->e && page->e - page->b <= RXC_PDF_LINES_MAX; i++) {
        number n;
        if (!read_number(m->pdf, &m->pdf->lines.v[i], &n)) continue;
        n.line = i;
        *vec_push(&m->arena, &m->found) = n;
    }
    if (m->found.n) qsort(m->found.v, m->found.n, sizeof *m->found.v, compare_down);
}

/* Those that begin or end where the model does. */
static void find_column(margin *m, const number *model)
{
    number at = *model;
    m->column.n = 0;
    for (size_t i = 0; i < m->found.n; i++) {
        const number *n = &m->found.v[i];
        if (fabsf(n->x2 - at.x2) < SAME || fabsf(n->x1 - at.x1) < SAME) *vec_push(&m->arena, &m->column) = *n;
    }
}

/* The step by which most of the numbers rise, one or five; 0: by none. */
static size_t step_of(const margin *m)
{
    size_t ones = 0, fives = 0;
    for (size_t i = 1; i < m->column.n; i++) {
        size_t before = m->column.v[i - 1].value, value = m->column.v[i].value;
        ones += value == before + 1;
        fives += value == before + 5 && value % 5 == 0;
    }
    if (m->column.n < 2 || (ones > fives ? ones : fives) * 10 < (m->column.n - 1) * 9) return 0;
    return fives > ones ? 5 : 1;
}

static int compare_floats(const void *x, const void *y)
{
    float a = *(const float *)x, b = *(const float *)y;
    return (a > b) - (a < b);
}

static size_t count_rows(margin *m, const rxc_pdf_page *page)
{
    size_t n = page->e - page->b, rows = 0;
    float *bases = arena_array(&m->arena, float, n + 1);
    for (size_t i = 0; i < n; i++) bases[i] = m->pdf->lines.v[page->b + i].base;
    qsort(bases, n, sizeof *bases, compare_floats);
    for (size_t i = 0; i < n; i++) rows += i == 0 || bases[i] - bases[i - 1] > 4;
    return rows;
}

/* Does hardly any text stand further out than the column, on one side? */
static bool is_outside(const margin *m, const rxc_pdf_page *page)
{
    size_t left = 0, right = 0, n = page->e - page->b;
    for (size_t i = page->b; i < page->e; i++) {
        const rxc_pdf_line *l = &m->pdf->lines.v[i];
        left += l->x1 < m->column.v[0].x1 - SAME - OUTSIDE;
        right += l->x2 > m->column.v[0].x2 + SAME + OUTSIDE;
    }
    return left * 10 <= n || right * 10 <= n;
}

/* Find the margin that has a number beside most lines of the page; m->column are its numbers. */
static bool find_margin(margin *m, const rxc_pdf_page *page)
{
    float from = -INFINITY;
    find_numbers(m, page);
    for (int tries = 0; tries <= TRIES; tries++) {
        const number *model = NULL;
        for (size_t i = 0; i < m->found.n; i++) {
            const number *n = &m->found.v[i];
            bool better = !model || (tries < TRIES ? n->x2 < model->x2 : n->x2 > model->x2);
            if (better && (tries == TRIES || n->x2 > from)) model = n;
        }
        if (!model) return false;
        from = model->x2 + SAME;
        find_column(m, model);
        size_t step = step_of(m);
        if (m->column.n >= LEAST && step && is_outside(m, page) && m->column.n * step * 10 >= count_rows(m, page) * 6) return true;
    }
    return false;
}

/* On a page that shows no margin itself: the numbers where that of others is. Those that go with none beside them are text. */
static void find_few(margin *m, const rxc_pdf_page *page, const number *model)
{
    find_numbers(m, page);
    find_column(m, model);
    size_t kept = 0, before = 0;
    for (size_t i = 0; i < m->column.n; i++) {
        size_t value = m->column.v[i].value, next = i + 1 < m->column.n ? m->column.v[i + 1].value : 0;
        bool goes = value == before + 1 || value == before + 5 || next == value + 1 || next == value + 5;
        before = value;
        if (goes) m->column.v[kept++] = m->column.v[i];
    }
    m->column.n = kept;
}

/* Where most pages have such numbers; false: they have none. */
static bool find_model(rxc_pdf *pdf, number *models, bool *found, number *model)
{
    size_t n = 0;
    for (size_t p = 0; p < pdf->pages.n; p++) {
        margin m = { .pdf = pdf };
        found[p] = find_margin(&m, &pdf->pages.v[p]);
        if (found[p]) models[p] = m.column.v[0];
        if (found[p] && n++ == 0) *model = models[p];
        arena_clear(&m.arena);
    }
    return n > 0 && n * 3 >= pdf->pages.n;
}

/* Pieces of a page go to `pieces`, numbers apart from their text. */
static void set_apart(rxc_pdf *pdf, rxc_pdf_lines *pieces, rxc_pdf_page *page, const bool *numbered)
{
    size_t b = pieces->n;
    for (size_t i = page->b; i < page->e; i++) {
        const rxc_pdf_line line = pdf->lines.v[i];
        size_t at = line.b + numbered[i];
        if (numbered[i]) {
            rxc_pdf_piece_add(pdf, pieces, &line, line.b, at);
            pieces->v[pieces->n - 1].role = RXC_PDF_NUMBER;
        }
        if (at < line.e) rxc_pdf_piece_add(pdf, pieces, &line, at, line.e);
    }
    page->b = b;
    page->e = pieces->n;
}

void rxc_pdf_number_mark(rxc_pdf *pdf)
{
    Arena scratch = { 0 };
    bool *found = arena_array(&scratch, bool, pdf->pages.n + 1), *numbered = arena_array(&scratch, bool, pdf->lines.n + 1);
    number *models = arena_array(&scratch, number, pdf->pages.n + 1), model;
    rxc_pdf_lines pieces = { 0 };
    bool any = find_model(pdf, models, found, &model);
    for (size_t p = 0; p < pdf->pages.n && any; p++) {
        margin m = { .pdf = pdf };
        if (found[p]) find_numbers(&m, &pdf->pages.v[p]), find_column(&m, &models[p]);
        else find_few(&m, &pdf->pages.v[p], &model);
        for (size_t i = 0; i < m.column.n; i++) numbered[m.column.v[i].line] = true;
        arena_clear(&m.arena);
        set_apart(pdf, &pieces, &pdf->pages.v[p], numbered);
    }
    if (any) pdf->lines = pieces;
    arena_clear(&scratch);
}
