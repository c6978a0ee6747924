/* column.h: named values of the nodes of a graph, what measures give and exporters and reports write. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_GRAPH_COLUMN_H
#define RXC_GRAPH_COLUMN_H

#include "base/arena.h"
#include "base/buf.h"

typedef struct rxc_column {
    const char *name; /* letters, digits, underscore */
    const char *unit;
    const char *help;
    bool whole;           /* values are whole numbers */
    const double *values; /* [nodes]; NaN: undefined */
} rxc_column;

typedef VEC(rxc_column) rxc_columns;

/* The column of a name, or NULL. */
const rxc_column *rxc_column_find(const rxc_columns *columns, Str name);

/* Print value i: shortest form with 6 significant digits; nothing when undefined. */
void rxc_column_print(Buf *out, const rxc_column *column, size_t i);

#endif
