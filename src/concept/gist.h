/* gist.h: what is kept of the sentences of an abstract until all of it is read: which drugs and disorders it is about, and
 * where each stands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_GIST_H
#define RXC_CONCEPT_GIST_H

#include "concept/evidence.h"

enum {
    RXC_GIST_SENTENCES = 64, /* a longer text is no abstract */
    RXC_GIST_LEAST = 3,      /* of a shorter one the sentences say all */
    RXC_GIST_PLACES = 32,    /* of one topic that are looked at */
    RXC_GIST_DRUGS = 24, RXC_GIST_DISORDERS = 40, /* topics that are looked at, the most frequent ones */
};

#define RXC_NO_TOPIC SIZE_MAX

/* A sentence; all of it is a copy. */
typedef struct rxc_noted {
    rxc_unit unit;
    size_t base;   /* its first mention in the record */
    rxc_finds finds;
    rxc_cue_matches cues;
    rxc_claims claims; /* the weak ones as well */
    size_t *topic; /* of each find, in the topics of its type; RXC_NO_TOPIC */
    bool title;
} rxc_noted;

typedef struct rxc_place {
    size_t sentence, find;
} rxc_place;

/* A drug or a disorder of the text. */
typedef struct rxc_topic {
    Str key;       /* concept, else the words of its name */
    uint32_t term; /* RXC_NO_TERM: unlisted */
    VEC(rxc_place) places;
} rxc_topic;
typedef VEC(rxc_topic) rxc_topics;

typedef struct rxc_gist {
    VEC(rxc_noted) sentences;
    rxc_topics topics[2]; /* drugs, disorders; the most frequent first */
    bool over;            /* there were more sentences */
} rxc_gist;

/* Note a sentence of title or abstract. All lives in arena. */
void rxc_gist_note(rxc_gist *gist, const rxc_statement *statement, const rxc_claims *claims, size_t base,
                   bool title, Arena *arena);

/* Find the topics, once all sentences are noted. False: the text has no gist. Cost O(n log n) in mentions. */
bool rxc_gist_close(rxc_gist *gist, const rxc_vocab *vocab, Arena *arena);

#endif
