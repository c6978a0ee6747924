/* crf.h: finds the best labels of a sequence under a linear-chain model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_CRF_H
#define RXC_LEARN_CRF_H

#include "base/arena.h"
#include "learn/model.h"

/* Viterbi: the sequence of labels with the highest score.
 * sequence    T tokens with their feature keys
 * allowed     [T] the set of labels that a token may have; NULL: all. An empty set counts as all.
 * label       [T] out
 * confidence  [T] out, 0..1: the score of the best sequence against those of the best sequences in which the token has
 *             another label (max-marginals); NULL when not wanted, which halves the time
 * Cost        O(T labels²), integers only: the same result on every machine. What it needs for a while is in scratch. */
void rxc_crf_decode(const rxc_model *model, Arena *scratch, rxc_sequence sequence, const uint64_t *allowed,
                    uint8_t *label, float *confidence);

#endif
