/* tagger.c: labels the tokens of a reference by a trained model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/tagger.h"

#include <stdlib.h>

#include "learn/crf.h"
#include "refs/features.h"

typedef struct model_tagger {
    rxc_tagger base; /* must be first */
    rxc_model *model;
} model_tagger;

static uint8_t part_of(uint8_t state)
{
    switch (state) {
    case RXC_STATE_family: return RXC_PART_FAMILY;
    case RXC_STATE_given: return RXC_PART_GIVEN;
    case RXC_STATE_name_sep: return RXC_PART_BETWEEN;
    case RXC_STATE_et_al: return RXC_PART_ET_AL;
    default: return RXC_PART_NONE;
    }
}

/* A string of which nothing but an edition or a note is known is no reference. */
static void drop_scraps(rxc_tokens *tokens)
{
    static const bool tells[RXC_LABELS] = {
        [RXC_LABEL_author] = true, [RXC_LABEL_editor] = true, [RXC_LABEL_title] = true, [RXC_LABEL_container] = true,
        [RXC_LABEL_date] = true,   [RXC_LABEL_volume] = true, [RXC_LABEL_page] = true,  [RXC_LABEL_publisher] = true,
    };
    for (size_t t = 0; t < tokens->n; t++)
        if (tokens->v[t].kind == RXC_TOKEN_ID || tells[tokens->v[t].label]) return;
    for (size_t t = 0; t < tokens->n; t++) tokens->v[t].label = RXC_LABEL_other;
}

static void tag(const rxc_tagger *self, Arena *scratch, Str raw, rxc_tokens *tokens)
{
    size_t n = tokens->n;
    uint64_t *allowed = arena_array(scratch, uint64_t, n + 1);
    uint8_t *state = arena_array(scratch, uint8_t, n + 1);
    float *confidence = arena_array(scratch, float, n + 1);
    for (size_t t = 0; t < n; t++)
        if (tokens->v[t].kind == RXC_TOKEN_ID) allowed[t] = UINT64_C(1) << RXC_STATE_other;
    rxc_sequence features = rxc_features_of(scratch, raw, tokens);
    rxc_crf_decode(((const model_tagger *)self)->model, scratch, features, allowed, state, confidence);
    for (size_t t = 0; t < n; t++) {
        if (tokens->v[t].kind == RXC_TOKEN_ID) continue;
        tokens->v[t].label = rxc_state_labels[state[t]];
        tokens->v[t].part = part_of(state[t]);
        tokens->v[t].confidence = confidence[t];
    }
    drop_scraps(tokens);
}

/* A model's states must be ours, in our order. */
static bool has_our_states(const rxc_model *model)
{
    if (model->labels != RXC_STATES) return false;
    for (size_t i = 0; i < RXC_STATES; i++)
        if (strcmp(model->label[i], rxc_state_names[i]) != 0) return false;
    return true;
}

rxc_status rxc_tagger_open(const char *model_path, const rxc_tagger **out, rxc_err *err)
{
    rxc_model *model = NULL;
    RXC_TRY(rxc_model_open(model_path, "refs", RXC_FEATURES_VERSION, &model, err));
    if (!has_our_states(model)) {
        rxc_model_close(model);
        return rxc_err_set(err, RXC_DATA, "%s: model has other labels than this program", model_path);
    }
    model_tagger *tagger = calloc(1, sizeof *tagger);
    if (!tagger) rxc_err_memory(sizeof *tagger);
    *tagger = (model_tagger){ .base = { tag }, .model = model };
    *out = &tagger->base;
    return RXC_OK;
}

void rxc_tagger_close(const rxc_tagger *tagger)
{
    if (!tagger || tagger->tag != tag) return;
    const model_tagger *own = (const model_tagger *)tagger;
    rxc_model_close(own->model);
    free((void *)(uintptr_t)own);
}
