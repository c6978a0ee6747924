/* crf.c: Viterbi and max-marginals in 16-bit integers.
 *
 * best[t][y] is the highest score of a sequence of labels that ends with y at token t, less the highest of all at t:
 * from FLOOR + 1 to 0, and FLOOR where y is not allowed. Nothing overflows, for FLOOR - STEP_MAX - STATE_MAX > INT16_MIN.
 * Strides are multiples of RXC_STRIDE, or RXC_FEW, and loops go over whole rows, so that the compiler can use vectors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn/crf.h"

#include <math.h>

/* Everything below is inlined into rxc_crf_decode three times: for strides of 8 (small models) and 32, known to the
 * compiler, and for any. */
#define INLINE static inline __attribute__((always_inline))

enum { FLOOR = -16000, STATE_MAX = 8000, STEP_MAX = 8000 };
_Static_assert(FLOOR - STEP_MAX - STATE_MAX > INT16_MIN, "scores must fit 16 bits");

typedef struct lattice {
    const rxc_model *model;
    size_t stride;
    const uint64_t *allowed;
    size_t tokens;
    int16_t *state, *best;        /* [tokens * stride] */
    int16_t open[RXC_LABELS_MAX]; /* -1 where a label exists, 0 in the cells that fill the stride */
} lattice;

INLINE int16_t *state_row(const lattice *l, size_t t) { return l->state + t * l->stride; }
INLINE int16_t *best_row(const lattice *l, size_t t) { return l->best + t * l->stride; }

typedef int8_t eight_bytes __attribute__((vector_size(8)));
typedef int16_t eight_shorts __attribute__((vector_size(16)));

/* Each byte is put beside itself, and the pair shifted down: two steps on machines that cannot widen bytes. */
INLINE eight_shorts widen(const int8_t *p)
{
    eight_bytes bytes;
    memcpy(&bytes, p, sizeof bytes);
    return (eight_shorts)__builtin_shufflevector(bytes, bytes, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7) >> 8;
}

/* sum += the rows, a block of 16 labels at a time. */
INLINE void add_rows(int16_t *sum, const int8_t *const *row, size_t n, size_t stride)
{
    for (size_t y = 0; y < stride; y += 16) {
        eight_shorts low, high;
        memcpy(&low, sum + y, sizeof low);
        memcpy(&high, sum + y + 8, sizeof high);
        for (size_t k = 0; k < n; k++) low += widen(row[k] + y), high += widen(row[k] + y + 8);
        memcpy(sum + y, &low, sizeof low);
        memcpy(sum + y + 8, &high, sizeof high);
    }
}
_Static_assert(RXC_STRIDE == 16, "blocks of add_rows");

INLINE void clamp_row(int16_t *row, size_t stride)
{
    for (size_t y = 0; y < stride; y++) {
        int16_t x = row[y] > -STATE_MAX ? row[y] : -STATE_MAX;
        row[y] = x < STATE_MAX ? x : STATE_MAX;
    }
}

/* The rows of up to CHUNK features that the model knows, asked for before they are needed. Without branches, for whether
 * a feature is known cannot be foretold. */
enum { CHUNK = 128, AHEAD = 32 /* features, whose rows are asked for */ };

INLINE size_t find_rows(const rxc_model *model, const uint32_t *key, size_t n, const int8_t **row, size_t stride)
{
    size_t known = 0;
    uint32_t buckets = model->buckets;
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(model->tag + (size_t)rxc_model_bucket(key[i], buckets) * RXC_WAYS * 2);
    for (size_t i = 0; i < n; i++) {
        size_t place = (size_t)rxc_model_bucket(key[i], buckets) * RXC_WAYS;
        uint64_t match = rxc_model_match(rxc_model_tags(model->tag + place * 2), rxc_model_tag(key[i]));
        size_t way = (size_t)__builtin_ctzll(match | UINT64_C(1) << 63) >> 4;
        row[known] = model->weight + (place + way) * stride;
        __builtin_prefetch(row[known]);
        known += match != 0;
    }
    return known;
}

/* The same sums for a small model, whose rows stand beside their tags: no list of them is made. */
INLINE void score_few(const lattice *l, rxc_sequence sequence, size_t t)
{
    static const int8_t none[RXC_FEW] = { 0 };
    const rxc_bucket *few = l->model->few;
    uint32_t buckets = l->model->buckets;
    size_t last = sequence.begin[l->tokens];
    int16_t *sum = state_row(l, t);
    eight_shorts total = { 0 };
    for (size_t i = sequence.begin[t], end = sequence.begin[t + 1]; i < end; i += CHUNK) {
        size_t most = end - i < CHUNK ? end : i + CHUNK;
        for (size_t k = i; k < most; k++) {
            rxc_model_ask(l->model, sequence.key[k + AHEAD < last ? k + AHEAD : k]);
            const rxc_bucket *bucket = &few[rxc_model_bucket(sequence.key[k], buckets)];
            uint64_t match = rxc_model_match(bucket->tags, rxc_model_tag(sequence.key[k]));
            size_t way = (size_t)__builtin_ctzll(match | UINT64_C(1) << 63) >> 4;
            total += widen(match ? bucket->weight[way] : none);
        }
        memcpy(sum, &total, sizeof total);
        clamp_row(sum, RXC_FEW);
        memcpy(&total, sum, sizeof total);
    }
}
_Static_assert(sizeof(eight_shorts) == RXC_FEW * sizeof(int16_t), "a row of a small model");

/* The scores of the labels of token t by its features alone. CHUNK rows of one byte fit 16 bits with STATE_MAX. */
INLINE void score_states(const lattice *l, rxc_sequence sequence, size_t t, size_t stride)
{
    const int8_t *row[CHUNK];
    int16_t sum[RXC_LABELS_MAX] = { 0 };
    for (size_t i = sequence.begin[t], end = sequence.begin[t + 1]; i < end; i += CHUNK) {
        size_t known = find_rows(l->model, sequence.key + i, end - i < CHUNK ? end - i : CHUNK, row, stride);
        add_rows(sum, row, known, stride);
        clamp_row(sum, stride);
    }
    memcpy(state_row(l, t), sum, stride * sizeof *sum);
}

/* The mask of the labels that token t may have: that of the lattice, or a narrower one in own. */
static const int16_t *mask_at(const lattice *l, size_t t, int16_t own[RXC_LABELS_MAX])
{
    size_t labels = l->model->labels;
    uint64_t all = labels == 64 ? UINT64_MAX : (UINT64_C(1) << labels) - 1;
    uint64_t set = l->allowed ? l->allowed[t] & all : 0;
    if (!set || set == all) return l->open;
    for (size_t y = 0; y < l->stride; y++) own[y] = y < labels && set >> y & 1 ? -1 : 0;
    return own;
}

/* Take the highest allowed score off every cell; what is not allowed becomes FLOOR. */
INLINE void level(int16_t *restrict row, const int16_t *restrict mask, size_t stride)
{
    int16_t top = INT16_MIN;
    for (size_t y = 0; y < stride; y++) {
        int16_t x = (int16_t)((row[y] & mask[y]) | (INT16_MIN & ~mask[y]));
        top = x > top ? x : top;
    }
    int16_t low = (int16_t)(top < 0 ? FLOOR + 1 : FLOOR + 1 + top);
    for (size_t y = 0; y < stride; y++) {
        int16_t x = row[y] > low ? row[y] : low;
        x = (int16_t)(x - top);
        row[y] = (int16_t)((x & mask[y]) | (FLOOR & ~mask[y]));
    }
}

/* out[y] = max over x of in[x] + step[x][y], for the labels x that are allowed. */
INLINE void relax(const int16_t *restrict in, const int16_t *restrict step, int16_t *restrict out, size_t labels,
                  size_t stride)
{
    int16_t best[RXC_LABELS_MAX];
    for (size_t y = 0; y < stride; y++) best[y] = FLOOR - STEP_MAX;
    for (size_t x = 0; x < labels; x++) {
        int16_t from = in[x];
        const int16_t *row = step + x * stride;
        if (from == FLOOR) continue;
        for (size_t y = 0; y < stride; y++) {
            int16_t sum = (int16_t)(from + row[y]);
            best[y] = sum > best[y] ? sum : best[y];
        }
    }
    memcpy(out, best, stride * sizeof *out);
}

INLINE void add_states(int16_t *restrict row, const int16_t *restrict state, size_t stride)
{
    for (size_t y = 0; y < stride; y++) row[y] = (int16_t)(row[y] + state[y]);
}

INLINE void go_forward(lattice *l, size_t stride)
{
    int16_t own[RXC_LABELS_MAX];
    for (size_t t = 0; t < l->tokens; t++) {
        int16_t *row = best_row(l, t);
        if (t) relax(best_row(l, t - 1), l->model->transition, row, l->model->labels, stride);
        add_states(row, state_row(l, t), stride);
        level(row, mask_at(l, t, own), stride);
    }
}

/* The first label with the highest score. */
INLINE size_t argmax(const int16_t *row, size_t n)
{
    int16_t top = row[0];
    size_t y = 0;
    for (size_t x = 1; x < n; x++) top = row[x] > top ? row[x] : top;
    while (row[y] != top) y++;
    return y;
}

INLINE void trace_back(const lattice *l, uint8_t *label, size_t stride)
{
    size_t labels = l->model->labels, t = l->tokens - 1;
    int16_t sum[RXC_LABELS_MAX];
    label[t] = (uint8_t)argmax(best_row(l, t), labels);
    for (; t > 0; t--) {
        const int16_t *row = best_row(l, t - 1), *step = l->model->back + label[t] * stride;
        for (size_t x = 0; x < stride; x++) sum[x] = (int16_t)(row[x] == FLOOR ? INT16_MIN : row[x] + step[x]);
        label[t - 1] = (uint8_t)argmax(sum, labels);
    }
}

/* How sure is label y, when before + after are the max-marginals? Less likely labels than LEAST are not counted. */
INLINE float share(const rxc_model *model, const int16_t *restrict before, const int16_t *restrict after, size_t y,
                   size_t stride)
{
    const int LEAST = (int)(-6 * model->units), low = LEAST < FLOOR / 2 ? FLOOR / 2 : LEAST;
    int top = before[y] + after[y];
    size_t rivals = 0;
    float sum = 1;
    for (size_t x = 0; x < stride; x++) rivals += (before[x] > FLOOR) & (before[x] + after[x] - top > low);
    if (rivals < 2) return 1;
    for (size_t x = 0; x < model->labels; x++) {
        int more = before[x] + after[x] - top;
        if (x != y && before[x] > FLOOR && more > low) sum += expf((float)(more < 0 ? more : 0) / model->units);
    }
    return 1 / sum;
}

/* From the right: after[y] is the highest score of what follows label y, levelled. */
INLINE void go_back(lattice *l, const uint8_t *label, float *confidence, size_t stride)
{
    int16_t after[RXC_LABELS_MAX] = { 0 }, next[RXC_LABELS_MAX], own[RXC_LABELS_MAX];
    for (size_t t = l->tokens; t-- > 0;) {
        confidence[t] = share(l->model, best_row(l, t), after, label[t], stride);
        memcpy(next, after, sizeof next);
        add_states(next, state_row(l, t), stride);
        level(next, mask_at(l, t, own), stride);
        relax(next, l->model->back, after, l->model->labels, stride);
        level(after, l->open, stride);
    }
}

INLINE void decode(lattice *l, rxc_sequence sequence, uint8_t *label, float *confidence, size_t stride)
{
    for (size_t t = 0; t < sequence.tokens; t++)
        if (stride == RXC_FEW) score_few(l, sequence, t);
        else score_states(l, sequence, t, stride);
    go_forward(l, stride);
    trace_back(l, label, stride);
    if (confidence) go_back(l, label, confidence, stride);
}

void rxc_crf_decode(const rxc_model *model, Arena *scratch, rxc_sequence sequence, const uint64_t *allowed,
                    uint8_t *label, float *confidence)
{
    if (!sequence.tokens) return;
    lattice l = { .model = model, .stride = model->stride, .allowed = allowed, .tokens = sequence.tokens };
    for (size_t y = 0; y < model->labels; y++) l.open[y] = -1;
    l.state = arena_array(scratch, int16_t, sequence.tokens * model->stride);
    l.best = arena_array(scratch, int16_t, sequence.tokens * model->stride);
    if (model->stride == RXC_FEW) decode(&l, sequence, label, confidence, RXC_FEW);
    else if (model->stride == 32) decode(&l, sequence, label, confidence, 32);
    else decode(&l, sequence, label, confidence, model->stride);
}
