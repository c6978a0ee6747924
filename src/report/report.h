/* report.h: what was read, what was lost, who is central, which reactions, which reports are related. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REPORT_REPORT_H
#define RXC_REPORT_REPORT_H

#include <stdio.h>

#include "graph/column.h"
#include "graph/graph.h"

/* One input of a run, as the ledger knows it. */
typedef struct rxc_report_input_row {
    Str file;                 /* base name */
    size_t node;              /* its document in the graph; STR_NONE when it could not be read */
    const rxc_record *record; /* at least what rxc_brief_copy keeps; NULL when it could not be read */
    Str problem;              /* why it could not be read; else empty */
    const size_t *resolved;   /* [record->references.n] node of the work of each reference, STR_NONE: unresolved */
    size_t resolved_count;    /* references of the document's list that became works */
} rxc_report_input_row;

/* A pair of related documents with the reasons. */
typedef struct rxc_report_related {
    size_t a, b;  /* nodes */
    double score; /* 0..1 */
    Str reasons;  /* "both cite Wu 2022; both report dupilumab → AGEP" */
} rxc_report_related;

typedef struct rxc_report_input {
    const rxc_graph *graph; /* the full network */
    const rxc_columns *columns;
    const rxc_report_input_row *inputs; /* ordered by file name as given */
    size_t input_count;
    const rxc_report_related *related; /* best first */
    size_t related_count;
    Str svg; /* the diagram, for the HTML page; empty: none */
} rxc_report_input;

typedef struct rxc_report {
    const char
        *name; /* "md" "html" "json" "csv": report; "ledger" "evidence" "centrality-csv" "centrality-json": tables */
    const char *file; /* name under build's folder: "report.md"; NULL: not written by build */
    const char *help;
    rxc_status (*write)(const rxc_report_input *input, FILE *out, rxc_err *err);
} rxc_report;

extern const rxc_report *const rxc_reports[]; /* rows of reports.def, ends with NULL */
const rxc_report *rxc_report_find(Str name);

#endif
