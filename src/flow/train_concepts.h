/* train_concepts.h: trains the models of the concept finder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_TRAIN_CONCEPTS_H
#define RXC_FLOW_TRAIN_CONCEPTS_H

#include "base/err.h"

typedef enum rxc_concept_model {
    RXC_TRAIN_MENTION,
    RXC_TRAIN_EVENT,
    RXC_TRAIN_PAIR,
    RXC_TRAIN_DOCUMENT,
    RXC_TRAIN_CONCEPT_MODELS
} rxc_concept_model;

extern const char *const rxc_concept_model_names[RXC_TRAIN_CONCEPT_MODELS];

enum { RXC_NO_FOLD = -1, RXC_TRAIN_FOLDS = 5 };

/* Lines of JSON: {"text", "fold", "entities": [{"type", "start", "end"}], "relations": [{"type", "drug", "reaction"}]}, offsets in
 * code points, drug and reaction places in entities; "open": what may be there unmarked, "treated" disorders or what is "listed". */
typedef struct rxc_concepts_training {
    rxc_concept_model model;
    const char *data_dir; /* vocabularies, cues, the models that come before; NULL: where rxc_file_data_dir finds it */
    const char *const *inputs;
    size_t n_inputs;
    const char *model_path;  /* written */
    int except[2];           /* folds that are left out; RXC_NO_FOLD */
    /* pairs and documents only: data folders with models that have not seen fold k, "…/k"; NULL: data_dir is used for all */
    const char *folds_dir;
    size_t epochs;           /* 0: what suits */
    void (*progress)(void *context, size_t epoch, double loss); /* may be NULL */
    void *context;
    size_t documents, features; /* out: how many were used */
} rxc_concepts_training;

/* Errors  RXC_INPUT a file cannot be read or a line is no such object: with the line; RXC_NOTHING no documents;
 *         those of rxc_concepts_open and rxc_model_write */
rxc_status rxc_concepts_train(rxc_concepts_training *training, rxc_err *err);

#endif
