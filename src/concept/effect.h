/* effect.h: what drugs are known to cause and to treat, by drug or by class (data/cues/effects.tsv). The models of
 * events, of pairs and of whole abstracts ask: a known effect makes a doubtful statement likelier, an unknown one is not
 * refused. What is known of a disorder is known of its narrower kinds: "pancreatitis" of "acute pancreatitis". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_EFFECT_H
#define RXC_CONCEPT_EFFECT_H

#include "concept/vocab.h"
#include "model/record.h"

/* What a disorder mostly is where it stands beside a drug. */
typedef enum rxc_nature {
    RXC_NATURE_UNKNOWN,
    RXC_NATURE_REACTION,        /* drugs cause it, none treats it */
    RXC_NATURE_RATHER_REACTION, /* many more cause it than treat it */
    RXC_NATURE_BOTH,
    RXC_NATURE_RATHER_TREATED,
    RXC_NATURE_TREATED,
} rxc_nature;

typedef struct rxc_effects {
    uint64_t *slots;    /* hash table of subject, relation and disorder; 0: free */
    size_t mask;        /* slots - 1, which are a power of two */
    uint32_t *class_of; /* by term of a drug: the number of its class, 0: none */
    uint32_t *wider;    /* by term of a disorder: the disorder that its name ends with, RXC_NO_TERM: none */
    uint8_t *nature;    /* by term of a disorder: rxc_nature */
} rxc_effects;

/* Everything lives in arena.
 * Errors  RXC_DATA missing file, unknown relation, drug or disorder: with the line */
rxc_status rxc_effect_load(rxc_effects *effects, const char *path, const rxc_vocab *vocab, const rxc_words *words, Arena *arena,
                           rxc_err *err);

/* What is known of the drug, or of its class, and the disorder, or a wider one: the sum of these. Cost O(1). */
enum { RXC_KNOWN_TREATS = 1, RXC_KNOWN_CAUSES = 2 };
unsigned rxc_effect_known(const rxc_effects *effects, uint32_t drug, uint32_t disorder);

/* Of a disorder, or a wider one. term may be RXC_NO_TERM. */
rxc_nature rxc_effect_nature(const rxc_effects *effects, uint32_t term);

#endif
