/* feature.h: keys of the features of pairs: a template and two values as one hash. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_FEATURE_H
#define RXC_CONCEPT_FEATURE_H

#include "concept/vocab.h"

typedef VEC(uint32_t) rxc_features;

static inline void rxc_feature_put(Arena *arena, rxc_features *out, uint32_t template, uint32_t a, uint32_t b)
{
    uint64_t h = ((uint64_t)(template + 1000) << 32 | a) * 0x9E3779B97F4A7C15u;
    h = (h ^ (h >> 29) ^ b) * 0xD6E8FEB86659FD93u;
    *vec_push(arena, out) = (uint32_t)(h >> 31);
}

/* A count as one of nine steps. */
static inline uint32_t rxc_feature_step(size_t n)
{
    return (uint32_t)(n < 4 ? n : n < 6 ? 4 : n < 10 ? 5 : n < 16 ? 6 : n < 30 ? 7 : 8);
}

static inline uint32_t rxc_feature_hash(Str text)
{
    uint32_t h = 5;
    for (size_t i = 0; i < text.n; i++) h = h * 31 + (unsigned char)text.p[i];
    return h;
}

/* The class of a term as a number; RXC_NO_TERM: 1. */
static inline uint32_t rxc_feature_group(const rxc_vocab *vocab, uint32_t term)
{
    return term == RXC_NO_TERM ? 1 : rxc_feature_hash(vocab->terms.v[term].group);
}

#endif
