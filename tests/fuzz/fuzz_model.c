/* fuzz_model.c: any bytes as a model file. The size and the check sum are put right first, or nothing would get past
 * them; a model that is taken decodes a short sequence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "learn/crf.h"
#include "learn/linear.h"
#include "learn/model_format.h"

enum { TOKENS = 5, KEYS = 2, SIZE_AT = 48, SUM_AT = 56 };

static void put64(uint8_t *p, uint64_t value)
{
    for (int i = 0; i < 8; i++) p[i] = (uint8_t)(value >> 8 * i);
}

static void decode(const rxc_model *model)
{
    Arena scratch = { 0 };
    uint32_t begin[TOKENS + 1], key[TOKENS * KEYS];
    uint8_t label[TOKENS];
    float confidence[TOKENS], out[RXC_LABELS_MAX];
    uint64_t allowed[TOKENS] = { 0, 1, 3, UINT64_MAX, UINT64_C(1) << 63 };
    for (uint32_t t = 0; t <= TOKENS; t++) begin[t] = t * KEYS;
    for (uint32_t k = 0; k < TOKENS * KEYS; k++) key[k] = k * 0x01000193u;
    rxc_sequence sequence = { TOKENS, begin, key };
    rxc_crf_decode(model, &scratch, sequence, allowed, label, confidence);
    for (size_t t = 0; t < TOKENS; t++) FUZZ_HOLDS(label[t] < model->labels);
    FUZZ_HOLDS(rxc_linear_classify(model, key, KEYS, out) < model->labels);
    arena_clear(&scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rxc_model *model = NULL;
    rxc_err err = { 0 };
    uint8_t *bytes = malloc(size + 1);
    if (!bytes) return -1;
    if (size) memcpy(bytes, data, size);
    if (size >= MODEL_HEADER) {
        put64(bytes + SIZE_AT, size);
        put64(bytes + SUM_AT, model_sum(bytes, size));
    }
    if (rxc_model_read((Str){ (char *)bytes, size }, "fuzz", "refs", 1, &model, &err) == RXC_OK) decode(model);
    rxc_model_close(model);
    free(bytes);
    return 0;
}
