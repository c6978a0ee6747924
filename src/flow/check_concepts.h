/* check_concepts.h: how well drugs, disorders and statements are found in texts where they are known. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_CHECK_CONCEPTS_H
#define RXC_FLOW_CHECK_CONCEPTS_H

#include "concept/calibrate.h"
#include "concept/concept.h"
#include "refs/check.h"

typedef enum rxc_finding {
    RXC_FINDING_DRUG, RXC_FINDING_DISORDER, /* by the bytes of the concept, or of the author's wording */
    RXC_FINDING_ADVERSE, RXC_FINDING_TREATS, /* both overlap */
    RXC_FINDINGS
} rxc_finding;
extern const char *const rxc_finding_names[RXC_FINDINGS];

/* Statements by score: so many in the step from i/10 to (i+1)/10, their scores and how many hold. */
typedef struct rxc_score_step {
    size_t count, held;
    double sum;
} rxc_score_step;
enum { RXC_SCORE_STEPS = 10 };

typedef struct rxc_concepts_check {
    const rxc_concepts *concepts;
    /* Called for what was found and is not known (wrong), or is known and was not found; may be NULL. Views hold during the call. */
    void (*fault)(void *context, rxc_finding finding, bool wrong, Str what, Str text);
    void *context;
    rxc_tally tally[RXC_FINDINGS];
    rxc_score_step steps[RXC_SCORE_STEPS];
    VEC(float) scores[2]; /* of statements, by relation, and which of them hold; in arena */
    VEC(bool) held[2];
    Arena *arena;
    size_t texts;
} rxc_concepts_check;

/* Annotate the texts of a file of the form that training takes, and add to the tallies. Negated relations are left out.
 * Errors  RXC_INPUT the file cannot be read, or a line is no such object: with the line */
rxc_status rxc_concepts_check_file(rxc_concepts_check *check, const char *path, rxc_err *err);

/* The expected calibration error: how far the share that holds is from the mean score, over the steps. 0 without any. */
double rxc_concepts_check_error(const rxc_concepts_check *check);

#endif
