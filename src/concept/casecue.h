/* casecue.h: the phrases that tell facts of a case, and the sentences of a document as the list of such phrases. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CASECUE_H
#define RXC_CONCEPT_CASECUE_H

#include "base/err.h"
#include "concept/automaton.h"
#include "model/record.h"

typedef enum rxc_casecue_class {
#define CUE(name, printed) RXC_CASECUE_##name,
#include "concept/casecues.def"
#undef CUE
    RXC_CASECUE_CLASSES,
    RXC_CASECUE_DOSE = RXC_CASECUE_CLASSES, /* "600 mg"; these three are no phrases of the table */
    RXC_CASECUE_DRUG,                       /* a mention */
    RXC_CASECUE_DISORDER,
} rxc_casecue_class;

typedef struct rxc_casecue {
    Str value;
    rxc_casecue_class class;
} rxc_casecue;

/* The table, compiled. */
typedef struct rxc_casecues {
    VEC(rxc_casecue) cues;
    rxc_words *words;
    rxc_automaton *automaton;
} rxc_casecues;

/* Something found in a sentence. */
typedef struct rxc_casehit {
    rxc_casecue_class class;
    Str value;
    rxc_span span;
    size_t tb, te;  /* tokens of the sentence */
    size_t mention; /* of DRUG and DISORDER: index into the record's mentions */
} rxc_casehit;

/* A sentence, or a part of a very long one. */
typedef struct rxc_caseline {
    rxc_span span;
    const rxc_block *block;
    const rxc_casehit *hits; /* ascending by tb */
    size_t n;
    bool cited; /* it calls out a reference */
    bool first; /* of its block */
} rxc_caseline;

/* Errors  RXC_DATA missing file, unknown class: with the line */
rxc_status rxc_casecue_load(rxc_casecues *cues, const char *path, Arena *arena, rxc_err *err);

/* Append what the bytes [b, e) hold to hits; at most RXC_CASECUE_TOKENS tokens are looked at. Returns where it stopped.
 * *mention is the first mention that may begin there, and moves on. Cost O(e - b). */
enum { RXC_CASECUE_TOKENS = 1024 };
typedef VEC(rxc_casehit) rxc_casehits;
size_t rxc_casecue_find(const rxc_casecues *cues, const rxc_record *record, rxc_span bytes, size_t *mention,
                        Arena *arena, rxc_casehits *hits);

#endif
