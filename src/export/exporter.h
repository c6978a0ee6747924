/* exporter.h: the table of exporters: a graph, or the cited works, in the form of another tool. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_EXPORTER_H
#define RXC_EXPORT_EXPORTER_H

#include <stdio.h>

#include "graph/column.h"
#include "graph/graph.h"

/* A work and its id, for bibliographies. */
typedef struct rxc_export_work {
    Str id;
    const rxc_work *work;
} rxc_export_work;

/* What an exporter is given. Graph exporters read graph and columns; bibliography exporters read works. */
typedef struct rxc_export_input {
    const rxc_graph *graph;
    const rxc_columns *columns;
    const rxc_export_work *works; /* ordered by id */
    size_t work_count;
} rxc_export_input;

typedef struct rxc_exporter {
    const char *name;      /* "graphml" */
    const char *extension; /* ".graphml" */
    const char *media;     /* "application/graphml+xml" */
    const char *help;      /* which tools read it, one line */
    bool bibliography;     /* writes works, not a graph */
    rxc_status (*write)(const rxc_export_input *input, FILE *out, rxc_err *err);
} rxc_exporter;

extern const rxc_exporter *const rxc_exporters[]; /* rows of exporters.def, ends with NULL */
const rxc_exporter *rxc_exporter_find(Str name);

#endif
