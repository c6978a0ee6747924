/* train.c: from tagged references to a model file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/train.h"

#include "refs/gold.h"

static void add_gold(const rxc_gold *gold, rxc_dataset *data)
{
    Arena scratch = { 0 };
    rxc_tokens tokens;
    rxc_token_split(&scratch, gold->raw, &tokens);
    if (tokens.n) {
        uint64_t *allowed = rxc_gold_align(gold, &tokens, &scratch);
        rxc_dataset_add(data, rxc_features_of(&scratch, gold->raw, &tokens), allowed);
    }
    arena_clear(&scratch);
}

static rxc_status read_inputs(const rxc_refs_training *training, rxc_dataset *data, rxc_err *err)
{
    for (size_t i = 0; i < training->n_inputs; i++) {
        Arena arena = { 0 };
        rxc_golds golds = { 0 };
        rxc_status status = rxc_gold_read(training->inputs[i], &arena, &golds, err);
        for (size_t g = 0; !status && g < golds.n; g++) add_gold(&golds.v[g], data);
        arena_clear(&arena);
        if (status) return status;
    }
    return data->tokens ? RXC_OK : rxc_err_set(err, RXC_NOTHING, "no tagged reference in the input");
}

static rxc_train_options options_of(const rxc_refs_training *t)
{
    static const size_t epochs[RXC_TRAIN_METHODS] = {
        [RXC_TRAIN_SGD] = 8, [RXC_TRAIN_LBFGS] = 100, [RXC_TRAIN_PERCEPTRON] = 10
    };
    return (rxc_train_options){
        .method = t->method,
        .labels = RXC_STATES,
        .epochs = t->epochs ? t->epochs : epochs[t->method],
        .rate = t->rate > 0 ? t->rate : 0.1f,
        .l2 = t->l2 > 0 ? t->l2 : 2,
        .seed = t->seed ? t->seed : 1,
        .progress = t->progress,
        .context = t->context,
    };
}

rxc_status rxc_refs_train(rxc_refs_training *training, rxc_err *err)
{
    rxc_dataset data = { 0 };
    rxc_status status = read_inputs(training, &data, err);
    if (!status) {
        rxc_dataset_index(&data, training->min_count ? training->min_count : 2);
        training->references = data.sequences, training->features = data.rows;
        rxc_train_options options = options_of(training);
        rxc_weights w = rxc_train(&data, &options);
        status = rxc_model_write(training->model_path, "refs", RXC_FEATURES_VERSION, &w, rxc_state_names,
                                 training->max_rows ? training->max_rows : 140000, err);
        rxc_weights_clear(&w);
    }
    rxc_dataset_clear(&data);
    return status;
}
