/* train.h: trains the weights of a linear-chain model on labelled sequences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_TRAIN_H
#define RXC_LEARN_TRAIN_H

#include "learn/model.h"

typedef enum rxc_train_method {
    RXC_TRAIN_SGD,        /* CRF, stochastic gradient with AdaGrad rates, mean of the later epochs */
    RXC_TRAIN_LBFGS,      /* CRF, whole gradient; as many threads as OpenMP gives, the same result with any number */
    RXC_TRAIN_PERCEPTRON, /* averaged structured perceptron */
    RXC_TRAIN_METHODS
} rxc_train_method;

typedef struct rxc_train_options {
    rxc_train_method method;
    size_t labels; /* 2 .. RXC_LABELS_MAX */
    size_t epochs; /* passes over the data; iterations of L-BFGS */
    float rate;    /* SGD: first step of a weight, in its units; 0.1 suits */
    float l2;      /* CRF: lambda in loss + lambda/2 |w|² over all data; 0.5 suits */
    uint64_t seed; /* of the order of the sequences; the same seed gives the same weights */
    void (*progress)(void *context, size_t epoch,
                     double loss); /* may be NULL; loss of the epoch, errors of a perceptron */
    void *context;
} rxc_train_options;

/* Train on an indexed dataset. Tokens with several allowed labels are learnt as far as they are known.
 * Source  Lafferty, McCallum & Pereira 2001; Collins 2002; Duchi, Hazan & Singer 2011; Liu & Nocedal 1989 */
rxc_weights rxc_train(const rxc_dataset *data, const rxc_train_options *options);

#endif
