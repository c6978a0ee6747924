/* dataset.h: labelled sequences to train on, with the features of each token as integer ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_DATASET_H
#define RXC_LEARN_DATASET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A feature is any 32-bit key, usually a hash of what it states ("the token before is a comma"). Labels are numbers
 * below RXC_LABELS_MAX; the labels that a token may have are a set of bits, one bit when its label is known. */
enum { RXC_LABELS_MAX = 64 };

/* The features of the tokens of one sequence, at reading time: those of token t are key[begin[t] .. begin[t + 1]). */
typedef struct rxc_sequence {
    size_t tokens;
    const uint32_t *begin; /* [tokens + 1] */
    const uint32_t *key;
} rxc_sequence;

/* {0} is empty. After rxc_dataset_index, feature[] holds row numbers instead of keys. */
typedef struct rxc_dataset {
    size_t *first;                    /* [sequences + 1] tokens */
    size_t *begin;                    /* [tokens + 1] places in feature[] */
    uint32_t *feature;                /* [places] */
    uint64_t *allowed;                /* [tokens] sets of labels */
    uint32_t *key;                    /* [rows], once indexed */
    size_t sequences, tokens, places; /* how many */
    size_t rows;
    size_t sequence_cap, token_cap, place_cap;
} rxc_dataset;

void rxc_dataset_clear(rxc_dataset *data);

/* Add a sequence; allowed[t] is the set of labels that token t may have, never empty. All is copied. */
void rxc_dataset_add(rxc_dataset *data, rxc_sequence sequence, const uint64_t *allowed);

/* Number the keys that occur min_count times or more, in the order in which they come first, and drop the others.
 * Call once, before training. Cost O(places). */
void rxc_dataset_index(rxc_dataset *data, size_t min_count);

#endif
