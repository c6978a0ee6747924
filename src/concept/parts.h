/* parts.h: what words tell by how they are built: stems of drug names, endings of disorders, nouns that name a disorder
 * together with a modifier ("hepatic failure"). The parts are data (data/cues/parts.tsv). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_PARTS_H
#define RXC_CONCEPT_PARTS_H

#include "concept/cue.h"

typedef enum rxc_part {
    RXC_PART_NONE,
    RXC_PART_DRUG,      /* ends like a drug: -mab */
    RXC_PART_DISORDER,  /* ends like a disorder: -itis */
    RXC_PART_HEAD,      /* names a disorder when a modifier goes before it: failure */
    RXC_PART_MODIFIER,  /* may go before: hepatic, liver */
    RXC_PART_QUALIFIER, /* part of the author's wording only: severe */
    RXC_PART_STOP,      /* looks like one and is none: analysis */
    RXC_PART_SALT,      /* behind a drug's name: hydrochloride */
    RXC_PART_TARGET,    /* what drugs act on: interleukin */
} rxc_part;

typedef struct rxc_parts {
    VEC(uint8_t) by_word; /* rxc_part by number of the word */
    VEC(Str) drug_endings[26], disorder_endings[26]; /* by last letter */
} rxc_parts;

/* Errors  RXC_DATA missing file, unknown kind: with the line */
rxc_status rxc_parts_load(rxc_parts *parts, const char *path, rxc_words *words, Arena *arena, rxc_err *err);

/* What a token is by its word, else by its ending. Cost O(endings with its last letter). */
rxc_part rxc_parts_of(const rxc_parts *parts, Str text, const rxc_token *token);

#endif
