/* casefact.h: what a document tells of one patient and the reaction, fact by fact, each with its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_CASEFACT_H
#define RXC_MODEL_CASEFACT_H

#include "base/jsonw.h"
#include "model/document.h"

/* FIELD(name, key, many): many tells whether a case may have several */
#define RXC_CASE_FIELDS(FIELD)                                                                                         \
    FIELD(AGE, "age", false)                                                                                           \
    FIELD(SEX, "sex", false)                                                                                           \
    FIELD(COUNTRY, "country", false)                                                                                   \
    FIELD(REPORTER, "reporter", false)                                                                                 \
    FIELD(DRUG, "drug", true)                                                                                          \
    FIELD(DOSE, "dose", true)                                                                                          \
    FIELD(ROUTE, "route", true)                                                                                        \
    FIELD(INDICATION, "indication", true)                                                                              \
    FIELD(REACTION, "reaction", true)                                                                                  \
    FIELD(ONSET, "onset", false)                                                                                       \
    FIELD(SERIOUSNESS, "seriousness", true)                                                                            \
    FIELD(DECHALLENGE, "dechallenge", false)                                                                           \
    FIELD(RECHALLENGE, "rechallenge", false)                                                                           \
    FIELD(TREATMENT, "treatment", true)                                                                                \
    FIELD(OUTCOME, "outcome", false)

typedef enum rxc_case_field {
#define FIELD(name, key, many) RXC_CASE_##name,
    RXC_CASE_FIELDS(FIELD)
#undef FIELD
        RXC_CASE_FIELD_COUNT
} rxc_case_field;

const char *rxc_case_field_key(rxc_case_field field);

typedef struct rxc_case_fact {
    rxc_case_field field;
    Str value;     /* normalised: "49 years", "male", "2 days", "positive" */
    Str of;        /* of dose, route and indication: the drug; else empty */
    Str concept;   /* of drugs, indications, reactions, treatments: the id where there is one */
    rxc_span span; /* [0, 0) where the document states it outside its text (authors of a database record) */
    Str text;      /* as the document words it */
} rxc_case_fact;

/* The four things without which a report of a case is not valid. Source  ICH E2D, section 4.1; ICH E2B(R3) */
typedef enum rxc_case_criterion {
    RXC_CASE_PATIENT,
    RXC_CASE_HAS_REPORTER,
    RXC_CASE_SUSPECT,
    RXC_CASE_EVENT,
    RXC_CASE_CRITERIA
} rxc_case_criterion;

const char *
rxc_case_criterion_name(rxc_case_criterion criterion); /* "patient", "reporter", "suspect drug", "reaction" */

typedef struct rxc_case {
    Str label;                /* "Patient 1", where the document numbers its cases */
    rxc_span span;            /* of the narrative */
    VEC(rxc_case_fact) facts; /* ascending by field */
} rxc_case;

typedef VEC(rxc_case) rxc_cases;

/* The first fact of a field, or NULL. */
const rxc_case_fact *rxc_case_find(const rxc_case *c, rxc_case_field field);

/* The values of a field, "; " between them. */
Str rxc_case_join(Arena *arena, const rxc_case *c, rxc_case_field field);

bool rxc_case_meets(const rxc_case *c, rxc_case_criterion criterion);
size_t rxc_case_met(const rxc_case *c);                /* how many of the four */
Str rxc_case_missing(Arena *arena, const rxc_case *c); /* names of the others, "; " between them */

/* The value of "cases" in a record: an array of objects. */
void rxc_cases_write(Jsonw *w, const rxc_cases *cases);

/* Read it back; json is the array (a cJSON item), or NULL. */
struct cJSON;
void rxc_cases_read(Arena *arena, const struct cJSON *json, rxc_cases *out);

#endif
