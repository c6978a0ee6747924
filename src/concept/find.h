/* find.h: finds drugs and disorders in one sentence: by vocabulary, by abbreviations the document defines, and by how
 * words are built. This is the seam where a trained tagger adds what no list holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_FIND_H
#define RXC_CONCEPT_FIND_H

#include "concept/abbrev.h"
#include "concept/cue.h"
#include "concept/parts.h"
#include "concept/vocab.h"

/* What a mention does in a statement. */
typedef enum rxc_role { RXC_ROLE_NONE, RXC_ROLE_DRUG, RXC_ROLE_REACTION, RXC_ROLE_TREATED } rxc_role;

/* One mention in a sentence. */
typedef struct rxc_find {
    size_t b, e;           /* tokens, at the width of the concept */
    size_t wide_b, wide_e; /* tokens, at the width of the author's wording */
    rxc_concept_type type;
    uint32_t term;         /* RXC_NO_TERM: unlisted */
    Str name;              /* of an unlisted one: the long form of an abbreviation, else empty */
    float score;
    uint8_t role;          /* rxc_role that the event model gives it */
    float role_score;      /* 0..1: how sure it is of that */
    bool is_class;         /* its term is a class of drugs */
    bool negated, speculated, historical, other_person;
} rxc_find;
typedef VEC(rxc_find) rxc_finds;

/* What an abbreviation of the document stands for. */
typedef struct rxc_defined {
    Str shorter;
    uint32_t hash;  /* of the normal form of its first token */
    uint32_t term;  /* RXC_NO_TERM: not in the vocabularies */
    rxc_concept_type type; /* RXC_PHRASE: neither drug nor disorder; hides the vocabulary's own short form */
    Str name;       /* the long form */
} rxc_defined;
typedef VEC(rxc_defined) rxc_definitions;

typedef struct rxc_finder {
    rxc_words *words;
    rxc_vocab vocab;
    rxc_parts parts;
} rxc_finder;

/* What each token of the sentence is by how it is built: rxc_part, parts[] has room for all. */
void rxc_find_parts(const rxc_finder *finder, const rxc_unit *unit, uint8_t *parts);

/* The longest listed form at token b, by the vocabularies alone. */
bool rxc_find_listed(const rxc_finder *finder, const rxc_unit *unit, size_t b, rxc_find *out);

/* Append the mentions of a sentence, ascending, none over another. Cost O(tokens). */
void rxc_find_mentions(const rxc_finder *finder, const rxc_unit *unit, const uint8_t *parts,
                       const rxc_definitions *defined, Arena *arena, rxc_finds *out);

/* What the definitions mean: one rxc_defined for each abbreviation. Later definitions of a short form win. */
void rxc_find_definitions(const rxc_finder *finder, Str text, const rxc_abbreviations *abbreviations, Arena *arena,
                          rxc_definitions *out);

#endif
