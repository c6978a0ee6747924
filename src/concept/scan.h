/* scan.h: goes over a document sentence by sentence, and fills its record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_SCAN_H
#define RXC_CONCEPT_SCAN_H

#include "concept/concepts.h"
#include "concept/gist.h"

/* Bytes of the text whose assertion is wanted, ascending. */
typedef VEC(rxc_span) rxc_wanted;

/* Sees the features of every sentence, to learn from them. */
typedef struct rxc_observer {
    void *context;
    unsigned forget; /* so many listed mentions of 100 are forgotten, to learn how unlisted ones look */
    void (*mention)(void *context, const rxc_view *view, rxc_sequence features);
    void (*event)(void *context, const rxc_view *view, rxc_sequence features);
    void (*pairs)(void *context, const rxc_statement *statement);
    void (*document)(void *context, const rxc_concepts *concepts, const rxc_gist *gist);
} rxc_observer;

typedef struct rxc_scan_options {
    const rxc_wanted *wanted;     /* may be NULL */
    const rxc_observer *observer; /* may be NULL */
    float least_score;            /* of evidence that is kept */
    bool classes;                 /* see rxc_statement */
    bool abstract;                /* the text has no sections: all of it is an abstract */
} rxc_scan_options;

/* Fill mentions, abbreviations and evidence of the record; every wanted span becomes a mention of type RXC_PHRASE. */
void rxc_scan_document(const rxc_concepts *concepts, rxc_record *record, const rxc_scan_options *options);

#endif
