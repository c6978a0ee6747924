/* casetext.h: where a document tells of a patient: its sentences, and the stretch of them that belongs to each case. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CASETEXT_H
#define RXC_CONCEPT_CASETEXT_H

#include "concept/casecue.h"

typedef VEC(rxc_caseline) rxc_caselines;

/* One case: lines [b, e) of the narrative. */
typedef struct rxc_casepart {
    Str label; /* "Patient 1"; may be empty */
    size_t b, e;
} rxc_casepart;

typedef struct rxc_casetext {
    rxc_caselines front;     /* titles, authors, affiliations */
    rxc_caselines narrative; /* what tells of patients */
    VEC(rxc_casepart) parts;
} rxc_casetext;

/* A stated age: hits [b, e) of a line. */
typedef struct rxc_caseage {
    size_t b, e;
    Str number, unit; /* unit empty: years */
    bool firm;        /* "49-year-old", "man of 49"; not "aged 12" */
} rxc_caseage;

/* The first stated age from hit i. Cost O(hits). */
bool rxc_casetext_age(const rxc_caseline *line, Str text, size_t i, rxc_caseage *out);

/* Fill out; without narrative the document tells no case. What is too long for a report of a case is counted
 * as lost. Cost O(text). */
void rxc_casetext_split(const rxc_casecues *cues, rxc_record *record, Arena *arena, rxc_casetext *out);

#endif
