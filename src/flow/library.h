/* library.h: all of a library in memory: documents, works, the full graph, derived networks with their measures. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_LIBRARY_H
#define RXC_FLOW_LIBRARY_H

#include "export/exporter.h"
#include "flow/flow.h"
#include "measure/measure.h"
#include "measure/related.h"
#include "report/report.h"

/* One document that was read: what tables and reports say of it. */
typedef struct rxc_library_document {
    Str name;
    int64_t work;            /* row */
    rxc_record record;       /* in brief: model/brief.h */
    const int64_t *works;    /* [record.references.n] row of the work of each reference kept, 0: none */
    size_t listed, resolved; /* references in its list; those that became works */
} rxc_library_document;

typedef struct rxc_library {
    Arena arena; /* holds all below */
    rxc_concepts *concepts;
    VEC(rxc_library_document) documents;
    rxc_store_works works;
    rxc_store_failures failures;
    int64_t last_row; /* of works */
    bool *cited;      /* [last_row + 1] does some list name the work of that row? */
    rxc_graph *full;
} rxc_library;

/* Load the library file at path. Errors: RXC_LIBRARY, RXC_DATA. */
rxc_status rxc_library_load(rxc_library *library, const char *path, rxc_err *err);

/* The same from a store that is open. */
rxc_status rxc_library_read(rxc_library *library, rxc_store *store, rxc_err *err);
void rxc_library_clear(rxc_library *library);

/* A network by name, cut down to the kinds of a list ("document,work,drug"; empty: all).
 * Errors  RXC_USAGE an unknown network or kind */
rxc_status rxc_library_network(rxc_library *library, Str name, Str kinds, rxc_graph **out, rxc_err *err);

/* The node a person means: an id, a readable part of one that fits only one node ("dupilumab"), a DOI, a PMID, the name of an
 * input file, or a label. Errors: RXC_NOTHING none fits, RXC_USAGE several do (the first few are named) */
rxc_status rxc_library_node(const rxc_graph *graph, Str text, size_t *out, rxc_err *err);

/* What exporters of graphs and of bibliographies are given. columns may be NULL. Bibliographies hold the cited works. */
rxc_status rxc_library_export(rxc_library *library, const rxc_exporter *exporter, const rxc_graph *graph,
                              const rxc_columns *columns, FILE *out, rxc_err *err);

/* Fill what reports are given: the full network with all measures, inputs, related pairs; svg only when with_svg. */
rxc_status rxc_library_report(rxc_library *library, bool with_svg, rxc_report_input *out, rxc_err *err);

#endif
