/* assert.h: is a mention affirmed, denied, supposed, past, or somebody else's? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_ASSERT_H
#define RXC_CONCEPT_ASSERT_H

#include "concept/find.h"

/* How far a cue speaks: tokens [b, e) of the sentence, from the cue itself onwards where it speaks forward. */
typedef struct rxc_scope {
    size_t b, e;
    rxc_cue_class class;
} rxc_scope;
typedef VEC(rxc_scope) rxc_scopes;

/* The scopes of the assertion cues of a sentence, ascending by cue. A scope ends at a terminator, a semicolon, a
 * colon, another sentence, or after the cue's reach; that of what is said aside at the next that happened. Cost O(cues x cues).
 * Source: Chapman et al. 2001 (NegEx), Harkema et al. 2009 (ConText) */
void rxc_assert_scopes(const rxc_unit *unit, const rxc_cue_matches *cues, Arena *arena, rxc_scopes *out);

/* Is token i in a scope of that class? */
bool rxc_assert_covers(const rxc_scopes *scopes, rxc_cue_class class, size_t i);

/* Set negated, speculated, historical and other_person of the mentions. */
void rxc_assert_mark(const rxc_scopes *scopes, rxc_finds *finds);

#endif
