/* train.c: chooses the method of training. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdlib.h>

#include "learn/train_methods.h"

void *rxc_train_alloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size);
    if (!p) rxc_err_memory(count * size);
    return p;
}

/* xorshift64* */
static uint64_t draw(uint64_t *state)
{
    uint64_t x = *state ? *state : 1;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    *state = x;
    return x * 0x2545F4914F6CDD1Du;
}

void rxc_train_shuffle(size_t *order, size_t n, uint64_t *state)
{
    for (size_t i = n; i > 1; i--) {
        size_t j = (size_t)(draw(state) % i), swap = order[i - 1];
        order[i - 1] = order[j], order[j] = swap;
    }
}

rxc_weights rxc_train(const rxc_dataset *data, const rxc_train_options *options)
{
    static void (*const methods[])(const rxc_dataset *, const rxc_train_options *, rxc_weights *) = {
        [RXC_TRAIN_SGD] = rxc_train_sgd,
        [RXC_TRAIN_LBFGS] = rxc_train_lbfgs,
        [RXC_TRAIN_PERCEPTRON] = rxc_train_perceptron,
    };
    assert(options->labels >= 2 && options->labels <= RXC_LABELS_MAX && options->method < RXC_TRAIN_METHODS);
    rxc_weights w = rxc_weights_new(data, options->labels);
    methods[options->method](data, options, &w);
    return w;
}
