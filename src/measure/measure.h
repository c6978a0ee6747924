/* measure.h: the table of measures: a graph becomes named columns, one value per node. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MEASURE_MEASURE_H
#define RXC_MEASURE_MEASURE_H

#include "graph/column.h"
#include "graph/graph.h"

struct rxc_measure_input; /* the graph as igraph sees it; see measure/input.h */

typedef struct rxc_measure {
    const char *name;   /* column name: "pagerank" */
    const char *unit;   /* "share of all rank", "edges", "shortest paths", … */
    const char *range;  /* "0..1" */
    const char *cost;   /* "O(V E)" */
    const char *source; /* paper: "Brin & Page 1998" */
    const char *help;   /* what a high value means, one line for people */
    bool whole;         /* values are whole numbers */
    rxc_status (*run)(struct rxc_measure_input *input, double *values, rxc_err *err);
} rxc_measure;

extern const rxc_measure *const rxc_measures[]; /* rows of measures.def, ends with NULL */
const rxc_measure *rxc_measure_find(Str name);

/* Compute measures of a graph. names: comma-separated, empty: all rows of the table. out has a column for each, in table
 * order, values in arena; undefined values are NaN inside and are printed as empty or null by all writers.
 * Errors  RXC_USAGE an unknown name, RXC_LIMIT no convergence, RXC_FAILED */
rxc_status rxc_measure_all(Arena *arena, const rxc_graph *graph, Str names, rxc_columns *out, rxc_err *err);

#endif
