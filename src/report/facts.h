/* facts.h: what the inputs of a run say, flattened and ordered for tables: statements, groups of them, losses, sums. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REPORT_FACTS_H
#define RXC_REPORT_FACTS_H

#include "report/report.h"

typedef VEC(Str) rxc_strs;

/* One statement that relates a drug and a disorder, with all that a table needs. */
typedef struct rxc_statement {
    rxc_relation relation;
    rxc_certainty certainty;
    rxc_attribution attribution;
    Str drug, drug_id, disorder, disorder_id;
    size_t input;     /* whose document says so: index into inputs */
    size_t order;     /* in the run */
    rxc_strs sources; /* whose evidence it is: labels, "Wu 2022" */
    rxc_strs keys;    /* the same as ids, for counting */
    Str text;         /* the sentence */
    Str document;     /* label of the document that says so */
    Str place;        /* "letter.md:12" */
    Str rule;
    float score;
} rxc_statement;

/* All statements about one drug and one disorder with one relation. */
typedef struct rxc_statement_group {
    rxc_relation relation;
    Str drug, disorder;
    size_t first, count;     /* in statements */
    size_t own, cited;       /* different documents and cited works that assert or suspect it */
    rxc_certainty certainty; /* of the surest */
    size_t weight;           /* sources of all groups of this drug and relation, for the order */
} rxc_statement_group;

/* A call-out that leads nowhere. */
typedef struct rxc_lost_callout {
    size_t input;
    Str text;     /* as printed: "1,2,13,14" */
    Str missing;  /* numbers without an entry: "13, 14" */
    Str sentence; /* empty when the text of the document is not kept */
    Str place;
} rxc_lost_callout;

typedef struct rxc_sums {
    size_t inputs, read, failed;
    size_t references, parsed, resolved; /* entries of the lists; those with fields; those that became a work */
    size_t callouts, callouts_resolved;
    size_t nodes[RXC_NODE_KIND_COUNT], reactions;
} rxc_sums;

typedef struct rxc_facts {
    const rxc_report_input *input;
    VEC(rxc_statement) statements;   /* by relation, drug, disorder, then order of inputs */
    VEC(rxc_statement_group) groups; /* adverse effects first; drugs with most sources first */
    VEC(rxc_lost_callout) lost;      /* in order of inputs */
    rxc_sums sums;
    Arena *arena;
} rxc_facts;

void rxc_facts_collect(Arena *arena, const rxc_report_input *input, rxc_facts *facts);

/* "Giorgio 2026" of an input: its node's label, else the file's name. */
Str rxc_facts_document(const rxc_facts *facts, size_t input);

/* "letter.md:12" for a place in the text of an input. */
Str rxc_facts_place(Arena *arena, const rxc_report_input_row *row, size_t at);

/* A link that is safe to follow: the DOI's, or a stated http(s) one; else empty. */
Str rxc_facts_url(Arena *arena, const rxc_node *node);

/* "3 works", "1 work" */
Str rxc_facts_count(Arena *arena, size_t n, const char *one, const char *many);

/* Put bytes and empty the buffer. Errors: RXC_IO. */
rxc_status rxc_facts_flush(Buf *out, FILE *file, rxc_err *err);

#endif
