/* cue.h: phrases that say something about the mentions near them; the phrases are data (data/cues/ *.tsv). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CUE_H
#define RXC_CONCEPT_CUE_H

#include "base/err.h"
#include "concept/automaton.h"
#include "model/document.h"

typedef enum rxc_cue_class {
#define CUE(name, printed) RXC_CUE_##name,
#include "concept/cues.def"
#undef CUE
    RXC_CUE_CLASSES
} rxc_cue_class;

/* ASIDE: forward, but only to the next that happened. */
typedef enum rxc_cue_side { RXC_SIDE_NONE, RXC_SIDE_FORWARD, RXC_SIDE_BACKWARD, RXC_SIDE_BOTH, RXC_SIDE_ASIDE } rxc_cue_side;

typedef struct rxc_cue {
    Str text;
    rxc_cue_class class;
    rxc_cue_side side; /* which way its scope goes */
    size_t reach;      /* tokens of its scope; 0: to the end of the sentence */
} rxc_cue;

typedef struct rxc_cues {
    VEC(rxc_cue) cues;
    rxc_automaton *automaton;
} rxc_cues;

/* One sentence, or a part of a very long one: its tokens are numbered by the word table. */
typedef struct rxc_unit {
    Str text;      /* of the whole document */
    rxc_span span; /* of the sentence */
    const rxc_token *tokens;
    size_t n;
} rxc_unit;

typedef struct rxc_cue_match {
    size_t b, e; /* tokens */
    const rxc_cue *cue;
} rxc_cue_match;
typedef VEC(rxc_cue_match) rxc_cue_matches;

/* Load a table of cues. Errors  RXC_DATA missing file, unknown class or side, reach not a number: with the line */
rxc_status rxc_cue_load(rxc_cues *cues, const char *path, rxc_words *words, Arena *arena, rxc_err *err);

/* Append the cues of a sentence, from left to right, longest first, none over another. */
void rxc_cue_find(const rxc_cues *cues, const rxc_unit *unit, Arena *arena, rxc_cue_matches *out);

#endif
