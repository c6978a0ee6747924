/* related.h: which reports are related to which, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MEASURE_RELATED_H
#define RXC_MEASURE_RELATED_H

#include "graph/graph.h"

/* One thing that two documents share. */
typedef enum rxc_shared_kind {
    RXC_SHARED_WORK,     /* both cite it, or one cites the other */
    RXC_SHARED_REACTION, /* both relate this drug to this disorder as an adverse effect */
    RXC_SHARED_SUSPECT,  /* both relate this drug to some adverse effect */
    RXC_SHARED_EFFECT,   /* both relate this disorder to some drug as its adverse effect */
    RXC_SHARED_TREATS,   /* both relate this drug to this disorder as its treatment */
    RXC_SHARED_DRUG,     /* both name it */
    RXC_SHARED_DISORDER, /* both name it */
} rxc_shared_kind;

typedef struct rxc_shared {
    rxc_shared_kind kind;
    size_t a, b;    /* nodes: the work, or the drug and the disorder; b is STR_NONE where one is enough */
    double weight;  /* its part of the score */
} rxc_shared;

typedef struct rxc_related {
    size_t from, to;         /* document nodes */
    double score;            /* 0..1 */
    VEC(rxc_shared) shared;  /* heaviest first; what a heavier reason already says is left out of the list */
} rxc_related;

typedef VEC(rxc_related) rxc_related_list;

/* Documents related to one document, best first (ties by id), at most top (0: all) of them; those that share nothing are left
 * out. full is the full network, document a node of it.
 * The score is the cosine of the two documents' features, each weighted by its kind and by how few documents have it,
 * w = kind × ln(1 + N / n), with pivoted lengths: half of a document's own length, half of the mean, so that a short page does
 * not outdo a full report. Cut at 1.
 * Cost O(edges).  Source  Salton & Buckley 1988 (tf-idf, cosine); Singhal, Buckley & Mitra 1996 (pivot); bibliographic
 * coupling: Kessler 1963 */
void rxc_related_find(Arena *arena, const rxc_graph *full, size_t document, size_t top, rxc_related_list *out);

/* The same for all pairs a < b of documents that share something, best first, at most top of them.
 * Time O(edges + Σ n² over features), features of more than 1000 documents left out; memory O(edges + top). */
void rxc_related_pairs(Arena *arena, const rxc_graph *full, size_t top, rxc_related_list *out);

/* "both cite Wu 2022; both report dupilumab → alopecia areata; …", at most `most` reasons, the rest counted. In arena. */
Str rxc_related_reasons(Arena *arena, const rxc_graph *full, const rxc_related *related, size_t most);

#endif
