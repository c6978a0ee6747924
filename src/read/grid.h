/* grid.h: tables that are drawn with dashes in plain text and Markdown, as pandoc writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_GRID_H
#define RXC_READ_GRID_H

#include "base/arena.h"

enum { RXC_GRID_COLUMNS = 64 };

typedef struct rxc_grid_row {
    size_t line;                 /* on which it begins, counted from where the search for the table began */
    Str cells[RXC_GRID_COLUMNS]; /* the lines of a cell joined by spaces */
} rxc_grid_row;

typedef struct rxc_grid {
    size_t b, e;    /* its bytes in the source: whole lines */
    size_t line;    /* on which it begins, counted from where the search began, from 0 */
    size_t columns;
    size_t starts[RXC_GRID_COLUMNS]; /* of the columns, in characters */
    bool ruled;     /* rows may take several lines, blank ones part them; else each line is a row */
} rxc_grid;

/* The first table at or after byte `from`, which begins a line. False when there is none. Cost O(bytes passed). */
bool rxc_grid_find(Str source, size_t from, rxc_grid *out);

/* Its rows in order, the header first. *place is {0} before the first call. Cells live in arena. */
typedef struct rxc_grid_place {
    size_t at, line;
} rxc_grid_place;

bool rxc_grid_next(Arena *arena, Str source, const rxc_grid *grid, rxc_grid_place *place, rxc_grid_row *row);

#endif
