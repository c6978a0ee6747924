/* train.h: trains the tagger of references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_TRAIN_H
#define RXC_REFS_TRAIN_H

#include "base/err.h"
#include "learn/train.h"

typedef struct rxc_refs_training {
    const char *const *inputs; /* files of tagged references (refs/gold.h) */
    size_t n_inputs;
    const char *model_path; /* written */
    rxc_train_method method;
    size_t epochs;    /* 0: as many as suit the method */
    float rate, l2;   /* 0: what suits */
    uint64_t seed;
    size_t min_count; /* a feature must occur so often; 0: 2 */
    size_t max_rows;  /* features kept; 0: 140,000 */
    void (*progress)(void *context, size_t epoch, double loss); /* may be NULL */
    void *context;
    size_t references, features; /* out: how many were used */
} rxc_refs_training;

/* Errors  those of rxc_gold_read and rxc_model_write; RXC_NOTHING when the files hold no reference */
rxc_status rxc_refs_train(rxc_refs_training *training, rxc_err *err);

#endif
