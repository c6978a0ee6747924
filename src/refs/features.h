/* features.h: what the trained tagger sees of a token: integer keys. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_FEATURES_H
#define RXC_REFS_FEATURES_H

#include "learn/dataset.h"
#include "refs/token.h"

typedef enum rxc_state {
#define STATE(name, label) RXC_STATE_##name,
#include "refs/states.def"
#undef STATE
    RXC_STATES
} rxc_state;
_Static_assert(RXC_STATES <= 32, "rows of weights are made for 32");

/* Changes with every change of the features or states: models of another version are refused. */
enum { RXC_FEATURES_VERSION = 1 };

extern const char *const rxc_state_names[RXC_STATES];
extern const uint8_t rxc_state_labels[RXC_STATES];

/* The features of all tokens, in arena. Cost O(tokens); nothing but integers is made of the words. */
rxc_sequence rxc_features_of(Arena *arena, Str raw, const rxc_tokens *tokens);

#endif
