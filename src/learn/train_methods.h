/* train_methods.h: what the methods of training share; for src/learn only. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_TRAIN_METHODS_H
#define RXC_LEARN_TRAIN_METHODS_H

#include "learn/train.h"

void rxc_train_sgd(const rxc_dataset *data, const rxc_train_options *options, rxc_weights *w);
void rxc_train_lbfgs(const rxc_dataset *data, const rxc_train_options *options, rxc_weights *w);
void rxc_train_perceptron(const rxc_dataset *data, const rxc_train_options *options, rxc_weights *w);

/* [sequences] in an order that depends on the state of the generator, which moves on. */
void rxc_train_shuffle(size_t *order, size_t n, uint64_t *state);

/* calloc that does not fail. */
void *rxc_train_alloc(size_t count, size_t size);

#endif
