/* model_format.h: how a model file is laid out; for its reader and its writer only (see model.c). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_MODEL_FORMAT_H
#define RXC_LEARN_MODEL_FORMAT_H

#include "learn/model.h"

#define MODEL_MAGIC "RXCMODEL"
enum { MODEL_FORMAT = 1, MODEL_HEADER = 64, MODEL_STEP_MAX = 8000, MODEL_BUCKETS_MAX = 1 << 24 };

typedef struct model_layout {
    size_t labels, stride, buckets;
    size_t transition, tag, weight, end; /* places in the file */
} model_layout;

static inline size_t model_stride(size_t labels) { return (labels + RXC_STRIDE - 1) / RXC_STRIDE * RXC_STRIDE; }

static inline size_t model_pad(size_t at) { return (at + 15) & ~(size_t)15; }

/* The parts after the names, which end at names_end. */
static inline void model_place(model_layout *l, size_t names_end)
{
    l->transition = model_pad(names_end);
    l->tag = l->transition + l->labels * l->stride * 2;
    l->weight = model_pad(l->tag + l->buckets * RXC_WAYS * 2);
    l->end = l->weight + l->buckets * RXC_WAYS * l->stride;
}

static inline uint32_t model_get32(const uint8_t *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static inline uint64_t model_get64(const uint8_t *p) { return model_get32(p) | (uint64_t)model_get32(p + 4) << 32; }

static inline float model_get_float(const uint8_t *p)
{
    uint32_t bits = model_get32(p);
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* FNV-1a over 64-bit words, the high bits folded in; fast enough to check every opened file. */
static inline uint64_t model_sum_part(const uint8_t *p, size_t n, uint64_t sum)
{
    for (; n >= 8; p += 8, n -= 8) {
        sum = (sum ^ model_get64(p)) * 0x100000001B3u;
        sum ^= sum >> 29;
    }
    for (; n > 0; p++, n--) sum = (sum ^ *p) * 0x100000001B3u;
    return sum;
}

/* Of a whole file without the sum itself. */
static inline uint64_t model_sum(const uint8_t *p, size_t n)
{
    uint64_t sum = model_sum_part(p, MODEL_HEADER - 8, 0xCBF29CE484222325u ^ n);
    return model_sum_part(p + MODEL_HEADER, n - MODEL_HEADER, sum);
}

#endif
