/* pdf_table.c: lines of a table become rows. A cell that is too narrow for its text goes on in the lines below; a row is the lines
 * that no cell could have begun: each of their words would not have had room in the line above it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_text.h"

enum {
    PLACES = 600,  /* across a table, at which it is asked whether a gap runs there */
    CELLS = 24,    /* of a row */
    LINES_MAX = 200, /* of one table */
};

#define GAP 0.7F /* letter sizes: the least gap between cells */

typedef struct table {
    rxc_pdf *pdf;
    size_t b, e;               /* lines of the file */
    float x1, x2, size;
    float ends[CELLS];         /* where each column ends; the next begins behind it */
    float right[CELLS];        /* how far its text reaches */
    size_t columns;
    size_t row[LINES_MAX];     /* of each line */
} table;

static size_t column_of(const table *t, const rxc_pdf_word *w)
{
    size_t c = 0;
    while (c + 1 < t->columns && (w->x1 + w->x2) / 2 > t->ends[c]) c++;
    return c;
}

/* The gaps that run through nearly all lines. */
static void find_columns(table *t)
{
    size_t covered[PLACES] = { 0 };
    float step = (t->x2 - t->x1) / PLACES;
    for (size_t i = t->b; i < t->e; i++) {
        const rxc_pdf_line *l = &t->pdf->lines.v[i];
        for (size_t k = l->b; k < l->e; k++) {
            const rxc_pdf_word *w = &t->pdf->words.v[k];
            size_t from = (size_t)fmaxf(0, (w->x1 - t->x1) / step), to = (size_t)fmaxf(0, (w->x2 - t->x1) / step);
            for (size_t x = from; x <= to && x < PLACES; x++) covered[x]++;
        }
    }
    size_t few = (t->e - t->b) / 12;
    for (size_t b = 0, e; b < PLACES && t->columns + 1 < CELLS; b = e + 1) {
        for (e = b; e < PLACES && covered[e] <= few;) e++;
        if (b > 0 && e < PLACES && (float)(e - b) * step >= GAP * t->size) t->ends[t->columns++] = t->x1 + step * (float)(b + e) / 2;
    }
    t->ends[t->columns++] = t->x2 + 1;
}

static void find_rights(table *t)
{
    for (size_t k = t->pdf->lines.v[t->b].b; k < t->pdf->lines.v[t->e - 1].e; k++) {
        const rxc_pdf_word *w = &t->pdf->words.v[k];
        size_t c = column_of(t, w);
        t->right[c] = fmaxf(t->right[c], w->x2);
    }
}

/* Where the text of each column begins and ends in a line; first is NULL where it has none. */
typedef struct cell {
    const rxc_pdf_word *first;
    float first_x2, x2; /* of the first word with what hangs on it, and of all */
} cell;

static void read_cells(const table *t, size_t line, cell *cells)
{
    const rxc_pdf_line *l = &t->pdf->lines.v[line];
    for (size_t c = 0; c < t->columns; c++) cells[c] = (cell){ 0 };
    for (size_t k = l->b; k < l->e; k++) {
        const rxc_pdf_word *w = &t->pdf->words.v[k];
        cell *here = &cells[column_of(t, w)];
        if (!here->first) *here = (cell){ .first = w, .first_x2 = w->x2 };
        else if (here->x2 == here->first_x2 && !rxc_pdf_line_apart(w - 1, w)) here->first_x2 = w->x2;
        here->x2 = w->x2;
    }
}

/* Does a line go on with the row of the line above it? */
static bool goes_on(const table *t, const cell *above, const cell *here)
{
    size_t filled = 0;
    for (size_t c = 0; c < t->columns; c++) {
        if (!here[c].first) continue;
        if (!above[c].first) return false;
        float room = t->right[c] - above[c].x2, needed = here[c].first_x2 - here[c].first->x1 + 0.2F * t->size;
        if (needed <= room) return false;
        filled++;
    }
    return filled > 0;
}

/* Number the rows; false: no line goes on. */
static bool find_rows(table *t)
{
    cell cells[2][CELLS];
    bool any = false;
    read_cells(t, t->b, cells[0]);
    for (size_t i = t->b + 1; i < t->e; i++) {
        size_t at = i - t->b;
        read_cells(t, i, cells[at % 2]);
        bool on = goes_on(t, cells[(at + 1) % 2], cells[at % 2]);
        t->row[at] = t->row[at - 1] + !on;
        any |= on;
    }
    return any;
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* Words of a row, cell by cell. */
static void sort_words(const table *t, size_t b, size_t e, rxc_pdf_words *out)
{
    for (size_t c = 0; c < t->columns; c++) {
        rxc_pdf_begin begin = RXC_PDF_CELL;
        for (size_t i = b; i < e; i++) {
            const rxc_pdf_line *l = &t->pdf->lines.v[i];
            for (size_t k = l->b; k < l->e; k++) {
                if (column_of(t, &t->pdf->words.v[k]) != c) continue;
                rxc_pdf_word *w = vec_push(t->pdf->arena, out);
                *w = t->pdf->words.v[k];
                w->begin = begin;
                begin = RXC_PDF_NOTHING;
            }
            if (begin == RXC_PDF_NOTHING) begin = RXC_PDF_WRAP;
        }
    }
}

static void join_rows(table *t, rxc_pdf_lines *lines)
{
    for (size_t b = t->b, e; b < t->e; b = e) {
        rxc_pdf_words words = { 0 };
        for (e = b + 1; e < t->e && t->row[e - t->b] == t->row[b - t->b];) e++;
        rxc_pdf_line row = t->pdf->lines.v[b];
        sort_words(t, b, e, &words);
        memcpy(t->pdf->words.v + row.b, words.v, words.n * sizeof *words.v);
        for (size_t i = b; i < e; i++) {
            const rxc_pdf_line *l = &t->pdf->lines.v[i];
            row.x1 = fminf(row.x1, l->x1), row.x2 = fmaxf(row.x2, l->x2), row.y1 = fminf(row.y1, l->y1), row.y2 = fmaxf(row.y2, l->y2);
            row.e = l->e, row.base = l->base;
        }
        row.cells = true;
        *vec_push(t->pdf->arena, lines) = row;
    }
}

/* Is line i of the table that begins at b: in its column and its letters, close below, and no wider? */
static bool is_next(const rxc_pdf *pdf, size_t b, size_t i)
{
    const rxc_pdf_line *first = &pdf->lines.v[b], *l = &pdf->lines.v[i], *before = &pdf->lines.v[i - 1];
    return l->role == RXC_PDF_TEXT && l->column == first->column && l->page == first->page && l->b == before->e &&
           fabsf(l->size - first->size) < 0.06F * first->size && l->base > before->base && l->base - before->base < 2.2F * l->size;
}

/* The lines of a table from line b on; b: there is none. Lines at its end that have but one cell may be text behind it. */
static size_t table_end(const rxc_pdf *pdf, size_t b)
{
    size_t last = b, e = b;
    if (!pdf->lines.v[b].cells) return b;
    for (e = b + 1; e < pdf->lines.n && e < b + LINES_MAX && is_next(pdf, b, e); e++)
        if (pdf->lines.v[e].cells) last = e;
        else if (e > last + 6) break;
    return last > b ? last + 1 : b;
}

void rxc_pdf_table_join(rxc_pdf *pdf)
{
    rxc_pdf_lines lines = { 0 };
    size_t end = rxc_pdf_text_references(pdf); /* entries are no rows */
    for (size_t p = 0; p < pdf->pages.n; p++) {
        rxc_pdf_page *page = &pdf->pages.v[p];
        size_t begin = lines.n;
        for (size_t i = page->b, e; i < page->e; i = e) {
            e = i < end ? table_end(pdf, i) : i;
            table t = { .pdf = pdf, .b = i, .e = e, .x1 = INFINITY, .x2 = -INFINITY, .size = pdf->lines.v[i].size };
            for (size_t k = i; k < e; k++) t.x1 = fminf(t.x1, pdf->lines.v[k].x1), t.x2 = fmaxf(t.x2, pdf->lines.v[k].x2);
            if (e > i && t.x2 > t.x1 + 1) find_columns(&t);
            if (t.columns > 1) find_rights(&t);
            if (t.columns > 1 && find_rows(&t)) {
                join_rows(&t, &lines);
                continue;
            }
            if (e == i) e = i + 1;
            for (size_t k = i; k < e; k++) *vec_push(pdf->arena, &lines) = pdf->lines.v[k];
        }
        page->b = begin;
        page->e = lines.n;
    }
    pdf->lines = lines;
}
