/* linear.h: logistic regression over integer features: a linear-chain model of sequences of one token. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_LINEAR_H
#define RXC_LEARN_LINEAR_H

#include "learn/model.h"

/* To train: add each example to an rxc_dataset as a sequence of one token, index it, call rxc_train, rxc_model_write.
 *
 * The probabilities of the labels of an example with n features: out[model->labels], summing to 1. Gives the likeliest
 * label (the lowest, when some are equally likely). Cost O(n labels). */
size_t rxc_linear_classify(const rxc_model *model, const uint32_t *key, size_t n, float *out);

#endif
