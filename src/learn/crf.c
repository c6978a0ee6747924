/* crf.c: Viterbi and max-marginals in 16-bit integers.
 *
 * best[t][y] is the highest score of a sequence of labels that ends with y at token t, less the highest of all at t:
 * from FLOOR + 1 to 0, and FLOOR where y is not allowed. Nothing overflows, for FLOOR - STEP_MAX - STATE_MAX > INT16_MIN.
 * Strides are multiples of RXC_STRIDE and loops go over whole rows, so that the compiler can use vectors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn/crf.h"

#include <math.h>

enum { FLOOR = -16000, STATE_MAX = 8000, STEP_MAX = 8000 };
_Static_assert(FLOOR - STEP_MAX - STATE_MAX > INT16_MIN, "scores must fit 16 bits");

typedef struct lattice {
    const rxc_model *model;
    const uint64_t *allowed;
    size_t tokens;
    int16_t *state, *best;        /* [tokens * stride] */
    int16_t open[RXC_LABELS_MAX]; /* -1 where a label exists, 0 in the cells that fill the stride */
} lattice;

static int16_t *row_of(int16_t *matrix, const rxc_model *model, size_t t) { return matrix + t * model->stride; }

static void add_row(int16_t *restrict sum, const int8_t *restrict weight, size_t stride)
{
    for (size_t block = 0; block < stride; block += RXC_STRIDE)
        for (size_t y = 0; y < RXC_STRIDE; y++) sum[block + y] = (int16_t)(sum[block + y] + weight[block + y]);
}

static void clamp_row(int16_t *row, size_t stride)
{
    for (size_t y = 0; y < stride; y++) {
        int16_t x = row[y] > -STATE_MAX ? row[y] : -STATE_MAX;
        row[y] = x < STATE_MAX ? x : STATE_MAX;
    }
}

/* The rows of up to CHUNK features that the model knows, asked for before they are needed. Without branches, for whether
 * a feature is known cannot be foretold. */
enum { CHUNK = 128 };

static size_t find_rows(const rxc_model *model, const uint32_t *key, size_t n, const int8_t **row)
{
    size_t known = 0;
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(model->tag + (size_t)rxc_model_bucket(key[i], model->buckets) * RXC_WAYS * 2);
    for (size_t i = 0; i < n; i++) {
        size_t place = (size_t)rxc_model_bucket(key[i], model->buckets) * RXC_WAYS;
        uint64_t match = rxc_model_match(rxc_model_tags(model->tag + place * 2), rxc_model_tag(key[i]));
        size_t way = (size_t)__builtin_ctzll(match | UINT64_C(1) << 63) >> 4;
        row[known] = model->weight + (place + way) * model->stride;
        __builtin_prefetch(row[known]);
        known += match != 0;
    }
    return known;
}

/* The scores of the labels of token t by its features alone. CHUNK rows of one byte fit 16 bits with STATE_MAX. */
static void score_states(const rxc_model *model, rxc_sequence sequence, size_t t, int16_t *sum)
{
    const int8_t *row[CHUNK];
    for (size_t i = sequence.begin[t], end = sequence.begin[t + 1]; i < end; i += CHUNK) {
        size_t known = find_rows(model, sequence.key + i, end - i < CHUNK ? end - i : CHUNK, row);
        for (size_t k = 0; k < known; k++) add_row(sum, row[k], model->stride);
        clamp_row(sum, model->stride);
    }
}

/* The mask of the labels that token t may have: that of the lattice, or a narrower one in own. */
static const int16_t *mask_at(const lattice *l, size_t t, int16_t own[RXC_LABELS_MAX])
{
    size_t labels = l->model->labels;
    uint64_t all = labels == 64 ? UINT64_MAX : (UINT64_C(1) << labels) - 1;
    uint64_t set = l->allowed ? l->allowed[t] & all : 0;
    if (!set || set == all) return l->open;
    for (size_t y = 0; y < l->model->stride; y++) own[y] = y < labels && set >> y & 1 ? -1 : 0;
    return own;
}

/* Take the highest allowed score off every cell; what is not allowed becomes FLOOR. */
static void level(int16_t *restrict row, const int16_t *restrict mask, size_t stride)
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
static void relax(const rxc_model *model, const int16_t *restrict in, const int16_t *restrict step,
                  int16_t *restrict out)
{
    size_t stride = model->stride;
    for (size_t y = 0; y < stride; y++) out[y] = FLOOR - STEP_MAX;
    for (size_t x = 0; x < model->labels; x++) {
        int16_t from = in[x];
        if (from == FLOOR) continue;
        const int16_t *row = step + x * stride;
        for (size_t y = 0; y < stride; y++) {
            int16_t sum = (int16_t)(from + row[y]);
            out[y] = sum > out[y] ? sum : out[y];
        }
    }
}

static void add_states(int16_t *restrict row, const int16_t *restrict state, size_t stride)
{
    for (size_t y = 0; y < stride; y++) row[y] = (int16_t)(row[y] + state[y]);
}

static void go_forward(lattice *l)
{
    const rxc_model *model = l->model;
    int16_t own[RXC_LABELS_MAX];
    for (size_t t = 0; t < l->tokens; t++) {
        int16_t *row = row_of(l->best, model, t);
        if (t) relax(model, row_of(l->best, model, t - 1), model->transition, row);
        add_states(row, row_of(l->state, model, t), model->stride);
        level(row, mask_at(l, t, own), model->stride);
    }
}

static size_t argmax(const int16_t *row, size_t n)
{
    size_t top = 0;
    for (size_t y = 1; y < n; y++)
        if (row[y] > row[top]) top = y;
    return top;
}

/* The label before `to` on the best sequence. */
static size_t best_before(const rxc_model *model, const int16_t *row, size_t to)
{
    size_t top = 0;
    int highest = INT32_MIN;
    for (size_t x = 0; x < model->labels; x++) {
        int score = row[x] + model->transition[x * model->stride + to];
        if (row[x] > FLOOR && score > highest) highest = score, top = x;
    }
    return top;
}

static void trace_back(const lattice *l, uint8_t *label)
{
    size_t t = l->tokens - 1;
    label[t] = (uint8_t)argmax(row_of(l->best, l->model, t), l->model->labels);
    for (; t > 0; t--) label[t - 1] = (uint8_t)best_before(l->model, row_of(l->best, l->model, t - 1), label[t]);
}

/* How sure is label y, when before + after are the max-marginals? */
static float share(const rxc_model *model, const int16_t *before, const int16_t *after, size_t y)
{
    float sum = 1;
    int top = before[y] + after[y], least = (int)(-6 * model->units); /* what is less likely is not counted */
    for (size_t x = 0; x < model->labels; x++) {
        int more = before[x] + after[x] - top;
        if (x != y && before[x] > FLOOR && more > least) sum += expf((float)(more < 0 ? more : 0) / model->units);
    }
    return 1 / sum;
}

/* From the right: after[y] is the highest score of what follows label y, levelled. */
static void go_back(lattice *l, const uint8_t *label, float *confidence)
{
    const rxc_model *model = l->model;
    int16_t after[RXC_LABELS_MAX] = { 0 }, next[RXC_LABELS_MAX], own[RXC_LABELS_MAX];
    for (size_t t = l->tokens; t-- > 0;) {
        confidence[t] = share(model, row_of(l->best, model, t), after, label[t]);
        memcpy(next, after, sizeof next);
        add_states(next, row_of(l->state, model, t), model->stride);
        level(next, mask_at(l, t, own), model->stride);
        relax(model, next, model->back, after);
        level(after, l->open, model->stride);
    }
}

void rxc_crf_decode(const rxc_model *model, Arena *scratch, rxc_sequence sequence, const uint64_t *allowed,
                    uint8_t *label, float *confidence)
{
    if (!sequence.tokens) return;
    lattice l = { .model = model, .allowed = allowed, .tokens = sequence.tokens };
    for (size_t y = 0; y < model->labels; y++) l.open[y] = -1;
    l.state = arena_array(scratch, int16_t, sequence.tokens * model->stride);
    l.best = arena_array(scratch, int16_t, sequence.tokens * model->stride);
    for (size_t t = 0; t < sequence.tokens; t++) score_states(model, sequence, t, row_of(l.state, model, t));
    go_forward(&l);
    trace_back(&l, label);
    if (confidence) go_back(&l, label, confidence);
}
