/* recall.h: a text that names a drug goes on naming it: names of drugs that it has used are found again where the taggers
 * pass over them.
 *
 * Short of what lists and models say of a place, "TAN-67" or "the isoflavone" is known from the sentence before. A name is
 * taken up again only while it was passed over less than twice as often as others found it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_RECALL_H
#define RXC_CONCEPT_RECALL_H

#include "concept/find.h"

/* A name as the text wrote it first. */
typedef struct rxc_recalled {
    Str written;
    rxc_find find;         /* what it stands for */
    uint32_t hash, next;   /* of its tokens; 1 + the index of the next name of its chain */
    uint32_t used, passed; /* how often it was found by others, and how often not */
} rxc_recalled;

enum { RXC_RECALL_CHAINS = 256 };

/* The names so far; all zero at the beginning of a text. */
typedef struct rxc_recall {
    VEC(rxc_recalled) names;
    uint32_t chain[RXC_RECALL_CHAINS]; /* 1 + an index, by hash */
} rxc_recall;

/* Add the mentions of a sentence that are known by name alone, and note the names of the others. finds stay ascending, none
 * over another. brief is for a while; names and finds grow in arena. Cost O(tokens). */
void rxc_recall_names(rxc_recall *recall, const rxc_unit *unit, Arena *brief, Arena *arena, rxc_finds *finds);

#endif
