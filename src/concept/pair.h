/* pair.h: the trained classifier of pairs: does this drug cause this disorder, or is it given for it, here? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_PAIR_H
#define RXC_CONCEPT_PAIR_H

#include "concept/feature.h"
#include "concept/rules.h"

typedef enum rxc_pair_label { RXC_PAIR_NONE, RXC_PAIR_ADVERSE, RXC_PAIR_TREATS, RXC_PAIR_LABELS } rxc_pair_label;

extern const char *const rxc_pair_labels[RXC_PAIR_LABELS];
enum { RXC_PAIR_VERSION = 1 }; /* of the features */
#define RXC_PAIR_KIND "pair"

/* A drug and a disorder of one sentence, and what the rules say of them. */
typedef struct rxc_pair {
    size_t drug, disorder; /* mentions */
    rxc_verdict verdict;
    bool plain; /* see rxc_rules_plain */
} rxc_pair;
typedef VEC(rxc_pair) rxc_pairs;

/* The pairs worth judging: those with roles in an event, and those of which a rule speaks. */
void rxc_pair_list(const rxc_statement *statement, Arena *arena, rxc_pairs *out);

/* The features of a pair. Cost O(tokens of the sentence, at most some hundreds). */
void rxc_pair_describe(const rxc_statement *statement, const rxc_pair *pair, Arena *arena, rxc_features *out);

#endif
