/* rules.h: rules that say how a drug and a disorder of one sentence belong together, by the cues around them.
 *
 * Mentions of one type that are coordinated ("rash and fever after A, B or C") form a group, and share what is said of
 * it. For a drug group and a disorder group the cues before, between and behind them are looked at; the first rule that
 * fits speaks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_RULES_H
#define RXC_CONCEPT_RULES_H

#include "concept/evidence.h"

typedef struct rxc_group {
    size_t first, last; /* mentions */
    size_t b, e;        /* tokens */
    rxc_concept_type type;
} rxc_group;
typedef VEC(rxc_group) rxc_groups;

/* What a rule says of a pair of groups. */
typedef struct rxc_verdict {
    rxc_relation relation;
    const char *rule; /* NULL: nothing is said */
    float score;
    bool firm; /* right where it speaks, whatever the model says */
    size_t at; /* token of the cue, for negation and speculation */
} rxc_verdict;

/* The groups of the first RXC_EVIDENCE_MENTIONS mentions, ascending. */
void rxc_rules_group(const rxc_statement *statement, Arena *arena, rxc_groups *out);

rxc_verdict rxc_rules_judge(const rxc_statement *statement, const rxc_group *drug, const rxc_group *disorder);

/* The same where the sentence names no drug but the text speaks of one: "common side effects include …". */
rxc_verdict rxc_rules_judge_carried(const rxc_statement *statement, const rxc_group *disorder);

/* Do drug group d and disorder group r stand in clauses of their own: "A caused X, B caused Y"? */
bool rxc_rules_apart(const rxc_statement *statement, const rxc_groups *all, size_t d, size_t r);

/* Does nothing else stand between the two, and the cue beside the latter? */
bool rxc_rules_plain(const rxc_statement *statement, const rxc_groups *all, size_t d, size_t r, const rxc_verdict *verdict);

/* Is the disorder only likened, or only says what another one is ("AGEP is a severe reaction")? */
bool rxc_rules_silent(const rxc_statement *statement, const rxc_group *disorder);

/* The cue right before token e, no mention between; the first one from token b on, when it is beside it. NULL: none. */
const rxc_cue_match *rxc_rules_cue_before(const rxc_statement *statement, size_t e);
const rxc_cue_match *rxc_rules_cue_behind(const rxc_statement *statement, size_t b);

#endif
