/* evidence.h: what one sentence says of drugs and disorders: this drug caused it, this drug is given for it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_EVIDENCE_H
#define RXC_CONCEPT_EVIDENCE_H

#include "concept/assert.h"
#include "concept/effect.h"
#include "learn/model.h"

/* A statement found. */
typedef struct rxc_claim {
    rxc_relation relation;
    size_t drug, disorder; /* indices into the mentions of the sentence; drug may be RXC_CARRIED */
    rxc_certainty certainty;
    const char *rule;
    float score;
    float chance[RXC_TREATS + 1]; /* that the pair model gives each relation */
    bool weak; /* too unlikely to be said; the whole text may think otherwise */
} rxc_claim;
typedef VEC(rxc_claim) rxc_claims;

#define RXC_CARRIED SIZE_MAX /* the drug is the one that the text was speaking of before this sentence */

/* One sentence, taken apart. */
typedef struct rxc_statement {
    rxc_unit unit;
    rxc_finds finds;
    rxc_scopes scopes;
    rxc_cue_matches cues; /* of relations */
    const rxc_model *model; /* of pairs; NULL: the rules speak */
    const rxc_vocab *vocab; /* of the mentions' terms */
    const rxc_effects *effects; /* known ones */
    bool classes;         /* let rules speak where the drug is a class, which the model does not know */
    bool carries;         /* may RXC_CARRIED be claimed? */
    bool lead_in;         /* it is an item of a list that a sentence about that drug leads in */
    bool given;           /* the sentences before say that someone received that drug */
} rxc_statement;

/* Append the claims of a sentence, in the order of disorders and drugs. Mentions of one type that are coordinated
 * ("rash and fever after A, B or C") share what is said of them.
 * brief is for a while; out grows in arena. Cost O(groups x groups), with at most RXC_EVIDENCE_MENTIONS mentions looked at. */
enum { RXC_EVIDENCE_MENTIONS = 64 };
void rxc_evidence_find(const rxc_statement *statement, Arena *brief, Arena *arena, rxc_claims *out);

/* Does the sentence speak of the author's own case? */
bool rxc_evidence_own(const rxc_statement *statement);

#endif
