/* tagger.h: the trained taggers: which tokens are a drug or a disorder, and which take part in an event.
 *
 * Two sequence models share this file. `mention` marks every drug and disorder at the width of the concept; `event`
 * marks the drug, the reaction and the treated disorder of a statement in the author's full wording. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_TAGGER_H
#define RXC_CONCEPT_TAGGER_H

#include "concept/find.h"
#include "learn/model.h"

/* Labels: outside, then begin and inside of each kind. */
typedef enum rxc_tag {
    RXC_TAG_O,
    RXC_TAG_DRUG,     /* begins; the next number is inside */
    RXC_TAG_DISORDER = 3,
    RXC_TAG_REACTION = 3, /* of an event */
    RXC_TAG_TREATED = 5,
    RXC_TAGS_MENTION = 5, /* labels of the mention model */
    RXC_TAGS_EVENT = 7,
} rxc_tag;

extern const char *const rxc_tagger_labels[RXC_TAGS_EVENT];

enum { RXC_TAGGER_VERSION = 3 }; /* of the features */
#define RXC_TAGGER_MENTION "mention" /* kinds of model */
#define RXC_TAGGER_EVENT "event"

/* What the features of a sentence are made of; arrays by token. */
typedef struct rxc_view {
    const rxc_unit *unit;
    const uint8_t *listed; /* rxc_tag of what the vocabularies and the parts of words find */
    const uint8_t *part;   /* rxc_part */
    const uint8_t *seen;   /* rxc_tag of the mentions so far; only for events */
    const uint8_t *cue;    /* class of the relation cue that covers it + 1, 0: none; only for events */
    const uint32_t *group; /* class of the drug or disorder that it names, as a hash; only for events */
    const uint8_t *known;  /* what is known of the drug or disorder that it names and of the others around, + 1; 0: names none; only for events */
} rxc_view;

/* The features of each token, in arena. Cost O(tokens). */
rxc_sequence rxc_tagger_mention_features(const rxc_view *view, Arena *arena);
rxc_sequence rxc_tagger_event_features(const rxc_view *view, Arena *arena);

/* A span that labels give. */
typedef struct rxc_tagged {
    size_t b, e; /* tokens */
    rxc_tag tag; /* of its beginning */
    float score; /* 0..1: how sure the model is of the least sure token */
} rxc_tagged;
typedef VEC(rxc_tagged) rxc_tagged_list;

/* A span that holds a bracket but not its counterpart is two: "interferon alpha (IFN-alpha".
 * scored  without it scores are 1, in half the time
 * out grows in arena; brief is for a while. */
void rxc_tagger_decode(const rxc_model *model, const rxc_unit *unit, rxc_sequence features, bool scored, Arena *brief,
                       Arena *arena, rxc_tagged_list *out);

/* Write the tags of mentions over tokens: tags[] has room for n. */
void rxc_tagger_paint(const rxc_finds *finds, uint8_t *tags, size_t n);

#endif
