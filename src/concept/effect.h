/* effect.h: what drugs are known to cause and to treat, by drug or by class (data/cues/effects.tsv). The models of
 * pairs and of whole abstracts ask: a known effect makes a doubtful statement likelier, an unknown one is not refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_EFFECT_H
#define RXC_CONCEPT_EFFECT_H

#include "concept/vocab.h"
#include "model/record.h"

/* A drug or class, by the id or the name of the class, and a disorder. */
typedef struct rxc_effect {
    Str subject;
    uint32_t disorder; /* term */
    rxc_relation relation;
} rxc_effect;

typedef struct rxc_effects {
    VEC(rxc_effect) list; /* ascending */
} rxc_effects;

/* Errors  RXC_DATA missing file, unknown relation, drug or disorder: with the line */
rxc_status rxc_effect_load(rxc_effects *effects, const char *path, const rxc_vocab *vocab, const rxc_words *words, Arena *arena,
                           rxc_err *err);

/* Is the disorder known of the drug, or of its class? Cost O(log effects). */
bool rxc_effect_known(const rxc_effects *effects, const rxc_vocab *vocab, uint32_t drug, uint32_t disorder, rxc_relation relation);

#endif
