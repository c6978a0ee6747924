/* table.h: rows of a database's export with a header of column names: CSV, or semicolons or tabs between. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_TABLE_H
#define RXC_READ_TABLE_H

#include "read/reader.h"

/* What separates is seen in the header; a line "sep=;" before it is passed over. Quoted cells may hold separators and lines, quotes doubled; a quote that
 * is followed by neither is part of the cell. Where tabs separate, a line is a row. Cost O(bytes) */
typedef struct rxc_table {
    Arena *arena;
    Str rest;
    char separator;
    size_t line, next_line; /* of the row, of what follows; from 1 */
    VEC(Str) names, cells;
    bool torn;              /* the row ends within quotes */
    size_t mended;          /* cells whose closing quote is missing, cut off from the next all the same */
} rxc_table;

bool rxc_table_open(rxc_table *table, Arena *arena, Str source); /* false: not even a header */
bool rxc_table_next(rxc_table *table);

/* The cell below a name (case does not count); several names with '|' between, the first that has something in it counts. */
Str rxc_table_cell(const rxc_table *table, const char *names);

/* A list within a cell: {.rest, .separator}. With ';' the parts end at "; " outside of square brackets. */
typedef struct rxc_table_list {
    Str rest;
    char separator;
    const char *barren; /* no bracket is closed before this */
} rxc_table_list;

bool rxc_table_part(rxc_table_list *list, Str *part); /* part is trimmed, and may be empty */

/* The row's cell count is not the header's, or it is torn: tell so. */
void rxc_table_check(const rxc_table *table, rxc_diags *diags);

/* Are these the names of the first row of head (with '|' between; all of them)? */
bool rxc_table_has(Str head, const char *names);

/* State of cut: the header, which is put before each row. */
typedef struct rxc_table_cutter {
    Str lead;
    char separator;
} rxc_table_cutter;

/* skip: rows for which it holds are none (may be NULL). A header that comes again, or with other columns behind the first
 * two, counts from there on. */
rxc_cut_result rxc_table_cut(rxc_table_cutter *state, Arena *arena, bool (*skip)(Str row), Str window, bool end, rxc_cut *out);

#endif
