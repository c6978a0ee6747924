/* model.h: a trained model in a file: memory-mapped, versioned, checked; its weights are read where they lie. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_LEARN_MODEL_H
#define RXC_LEARN_MODEL_H

#include "base/err.h"
#include "base/str.h"
#include "learn/dataset.h"

/* What training gives, and what a model file is written from. Scores are natural logarithms of potentials. */
typedef struct rxc_weights {
    size_t labels; /* 2 .. RXC_LABELS_MAX */
    size_t stride; /* labels, rounded up to RXC_STRIDE; the cells between are 0 */
    size_t rows;
    uint32_t *key;     /* [rows] */
    float *state;      /* [rows * stride]: of a label, given a feature */
    float *transition; /* [labels * stride]: from (row) a label to (column) the next; zero where it is not used */
} rxc_weights;

enum { RXC_STRIDE = 16 };

rxc_weights rxc_weights_new(const rxc_dataset *data, size_t labels);
void rxc_weights_clear(rxc_weights *weights);

enum {
    RXC_WAYS = 4,
    RXC_FEW = 8, /* labels of a small model, at most */
};

/* Four rows of a small model beside their tags: one place of memory to look at for a feature. */
typedef struct rxc_bucket {
    uint64_t tags;
    int8_t weight[RXC_WAYS][RXC_FEW];
} rxc_bucket;

/* A model as it is read. One byte per weight, in units of 1 / units; the rows stand in buckets of RXC_WAYS, and a row is
 * found by its bucket (a hash of the key) and its 16-bit tag (another hash). Immutable, shared by threads. */
typedef struct rxc_model {
    size_t labels;
    size_t stride; /* of a row of weights or transitions: a multiple of RXC_STRIDE, or RXC_FEW in a small model */
    uint32_t buckets;
    float units;            /* how many make 1 */
    const uint8_t *tag;     /* [buckets * RXC_WAYS] little-endian 16 bits; 0 is an empty place */
    const int8_t *weight;   /* [buckets * RXC_WAYS * stride] */
    rxc_bucket *few;        /* [buckets] of a small model, instead of tag and weight; else NULL */
    int16_t *transition;    /* [labels * stride], from label to label */
    int16_t *back;          /* [labels * stride], transposed */
    const char **label;     /* [labels] names, NUL-terminated */
    void *map;              /* of the file; NULL when read from memory */
    size_t map_size;
} rxc_model;

/* Write a model file.
 * kind     what it is for ("refs"), at most 15 bytes; version: of its features: a reader asks for the same two
 * names     [weights->labels]
 * max_rows  at most so many features are kept, those of the largest weights; 0: all
 * Errors    RXC_IO. The bytes depend on the arguments alone. */
rxc_status rxc_model_write(const char *path, const char *kind, uint32_t version, const rxc_weights *weights,
                           const char *const *names, size_t max_rows, rxc_err *err);

/* Open a model file.
 * Errors  RXC_DATA when it cannot be opened, is no model, another kind or version, cut off, or damaged */
rxc_status rxc_model_open(const char *path, const char *kind, uint32_t version, rxc_model **out, rxc_err *err);

/* The same from memory, which must outlive the model. name is for messages. */
rxc_status rxc_model_read(Str bytes, const char *name, const char *kind, uint32_t version, rxc_model **out,
                          rxc_err *err);
void rxc_model_close(rxc_model *model);

/* The number of a label's name, or model->labels. */
size_t rxc_model_label(const rxc_model *model, const char *name);

/* The weights of a feature by label, or NULL when the model does not know it. */
static inline uint32_t rxc_model_bucket(uint32_t key, uint32_t buckets)
{
    return (uint32_t)((uint64_t)(key * 0x9E3779B1u) * buckets >> 32);
}

static inline uint32_t rxc_model_tag(uint32_t key) { return ((key ^ key >> 15) * 0x85EBCA77u >> 16) | 1; } /* never 0 */

/* Four little-endian 16-bit tags as one number. */
static inline uint64_t rxc_model_tags(const uint8_t *p)
{
    uint64_t out;
    memcpy(&out, p, sizeof out);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    out = __builtin_bswap64(out);
#endif
    return out;
}

/* The lowest bit of the 16 that equal the tag, at its bit 15; 0 when none do. */
static inline uint64_t rxc_model_match(uint64_t tags, uint32_t tag)
{
    const uint64_t ones = 0x0001000100010001u;
    uint64_t differ = tags ^ ones * tag;
    return (differ - ones) & ~differ & ones << 15;
}

/* Ask memory for the row of a feature that is wanted soon. */
static inline void rxc_model_ask(const rxc_model *model, uint32_t key)
{
    size_t bucket = rxc_model_bucket(key, model->buckets);
    if (model->few) __builtin_prefetch(&model->few[bucket]);
    else __builtin_prefetch(model->tag + bucket * RXC_WAYS * 2);
}

static inline const int8_t *rxc_model_row(const rxc_model *model, uint32_t key)
{
    size_t bucket = rxc_model_bucket(key, model->buckets), place = bucket * RXC_WAYS;
    uint64_t tags = model->few ? model->few[bucket].tags : rxc_model_tags(model->tag + place * 2);
    uint64_t match = rxc_model_match(tags, rxc_model_tag(key));
    if (!match) return NULL;
    if (model->few) return model->few[bucket].weight[__builtin_ctzll(match) >> 4];
    return model->weight + (place + ((size_t)__builtin_ctzll(match) >> 4)) * model->stride;
}

#endif
