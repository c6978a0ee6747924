/* tsv.h: reads tables of tab-separated values, row by row, with line-numbered errors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_TSV_H
#define RXC_CONCEPT_TSV_H

#include "base/arena.h"
#include "base/err.h"

enum { RXC_TSV_COLUMNS = 9 }; /* most columns a table may have */

typedef struct rxc_tsv {
    const char *path;
    Str rest;
    size_t line; /* of the row that next gave, from 1 */
    size_t columns;
} rxc_tsv;

/* Read the file into arena (the fields are views into it) and check its header: column names, tabs between.
 * Errors  RXC_DATA no such file, too large, another header */
rxc_status rxc_tsv_open(rxc_tsv *tsv, const char *path, Str header, Arena *arena, rxc_err *err);

/* The same for a table that may have one more column, `extra`, behind those of the header. */
rxc_status rxc_tsv_open_extra(rxc_tsv *tsv, const char *path, Str header, Str extra, Arena *arena, rxc_err *err);

/* The next row that is neither empty nor a comment (#). *more is false at the end. Columns that it lacks are empty.
 * Errors  RXC_DATA another number of columns than the header, invalid UTF-8 */
rxc_status rxc_tsv_next(rxc_tsv *tsv, Str fields[RXC_TSV_COLUMNS], bool *more, rxc_err *err);

/* Refuse the row that next gave; returns RXC_DATA. */
rxc_status rxc_tsv_refuse(const rxc_tsv *tsv, rxc_err *err, const char *reason, Str what);

#endif
