/* casework.h: what the finders of case facts share: one case being taken apart. For the files of this layer only. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CASEWORK_H
#define RXC_CONCEPT_CASEWORK_H

#include "concept/casetext.h"

/* Something the case is about, by concept (or by name where it has no id). */
typedef struct rxc_caseconcept {
    Str key;
    size_t mention; /* the first in the case, else where it was stated */
    double weight;
} rxc_caseconcept;
typedef VEC(rxc_caseconcept) rxc_caseconcepts;

typedef struct rxc_casework {
    const rxc_record *record;
    const rxc_caseline *lines; /* of this case */
    size_t n;
    bool only;      /* the document tells no other case */
    size_t reached; /* the first line that speaks of the reaction */
    rxc_caseconcepts drugs, reactions, indications;
    Arena *arena; /* of the record */
    Arena *scratch;
    rxc_case *out;
} rxc_casework;

/* --- casework.c */

Str rxc_casework_key(const rxc_mention *mention);
bool rxc_casework_has(const rxc_caseconcepts *concepts, Str key);
/* Does hit i name one of them? */
bool rxc_casework_is(const rxc_casework *w, const rxc_casehit *hit, const rxc_caseconcepts *concepts);

/* Add a fact whose text is that of the span. */
rxc_case_fact *rxc_casework_add(rxc_casework *w, rxc_case_field field, Str value, rxc_span span);

/* Is there a hit of that class within `near` tokens before (after) hit i? Gives its index, or STR_NONE. */
size_t rxc_casework_before(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t near);
size_t rxc_casework_after(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t near);
/* The first hit of that class from hit i, or STR_NONE. */
size_t rxc_casework_any(const rxc_caseline *line, size_t i, rxc_casecue_class class);
/* The mention of that class nearest to hit i, within `near` tokens; STR_NONE: none. */
size_t rxc_casework_nearest(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t near);
/* Is the suspect drug meant near hit i: named there, or no other drug is? */
bool rxc_casework_suspect(const rxc_casework *w, const rxc_caseline *line, size_t i);

/* --- the finders, in the order in which they run; each adds its facts to w->out */

void rxc_casedrug_find(rxc_casework *w);   /* suspect drugs, reactions, indications; dose and route */
void rxc_caseperson_find(rxc_casework *w); /* age, sex */
void rxc_caseonset_find(rxc_casework *w);  /* time to onset */
void rxc_casecourse_find(rxc_casework *w); /* seriousness, dechallenge, rechallenge, outcome */
void rxc_caseremedy_find(rxc_casework *w); /* treatment of the reaction */
void rxc_caseorigin_find(rxc_casework *w, const rxc_caselines *front); /* country, reporter */

#endif
