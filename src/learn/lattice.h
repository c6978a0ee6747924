/* lattice.h: forward-backward over one training sequence, free and held to the labels that are allowed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_LATTICE_H
#define RXC_LEARN_LATTICE_H

#include "learn/model.h"

/* Grows with the longest sequence met; {0} is empty. */
typedef struct rxc_lattice {
    size_t tokens, cap;
    float *score; /* [tokens * stride] sums of the weights of the features */
    float *delta; /* [tokens * stride] probability of a label among what is allowed, less its free probability */
    float *psi, *alpha, *beta, *scale;
    float *potential, *turned; /* [labels * stride] exp(transition), and its transpose */
    float *pairs, *free_pairs; /* [labels * stride] expected steps; after a run pairs is the difference */
} rxc_lattice;

void rxc_lattice_clear(rxc_lattice *l);

/* Room for tokens, and score[] of sequence s. */
void rxc_lattice_score(rxc_lattice *l, const rxc_weights *w, const rxc_dataset *data, size_t s);

/* Score and run: delta and pairs, the gradient of the log likelihood. Gives the loss, -log p(allowed). */
double rxc_lattice_run(rxc_lattice *l, const rxc_weights *w, const rxc_dataset *data, size_t s);

#endif
