/* whole.h: judges drugs and disorders by the whole of a short text or an abstract: does it say, in whatever sentences,
 * that this drug causes this disorder? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_WHOLE_H
#define RXC_CONCEPT_WHOLE_H

#include "concept/concepts.h"
#include "concept/feature.h"
#include "concept/gist.h"

#define RXC_WHOLE_KIND "document"
#define RXC_WHOLE_RULE "document" /* of evidence that no single sentence states */

typedef enum rxc_whole_label { RXC_WHOLE_NONE, RXC_WHOLE_ADVERSE, RXC_WHOLE_LABELS } rxc_whole_label;
extern const char *const rxc_whole_labels[RXC_WHOLE_LABELS];

/* A drug and a disorder of a text. */
typedef struct rxc_link {
    size_t drug, disorder;    /* topics */
    size_t together;          /* sentences that name both */
    size_t distance;          /* least tokens between the two in one sentence; SIZE_MAX */
    size_t apart;             /* least sentences between the two */
    size_t denied;            /* statements that it causes it not */
    float adverse, treats, sum; /* the surest statements, and the sum of adverse ones */
    const rxc_claim *claim;   /* the surest adverse one; NULL: none */
    rxc_place drug_at, disorder_at; /* where both are nearest, by the surest statement where there is one */
} rxc_link;
typedef VEC(rxc_link) rxc_links;

/* All pairs of topics. Cost O(pairs + mentions x mentions of a sentence). */
void rxc_whole_list(const rxc_gist *gist, Arena *arena, rxc_links *out);

/* The features of link i. Cost O(words of the sentence where both are nearest). */
void rxc_whole_describe(const rxc_concepts *concepts, const rxc_gist *gist, const rxc_links *links, size_t i, Arena *arena,
                        rxc_features *out);

/* Judge all pairs: adverse effects that the text as a whole does not bear out are dropped, and those that it states in no
 * single sentence are added, in the sentence that says most of them. */
void rxc_whole_judge(const rxc_concepts *concepts, const rxc_gist *gist, Arena *brief, rxc_record *record);

#endif
