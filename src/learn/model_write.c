/* model_write.c: writes trained weights as a model file, one byte per weight. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "learn/model_format.h"

static void *need(void *p, size_t size)
{
    if (!p) rxc_err_memory(size);
    return p;
}

rxc_weights rxc_weights_new(const rxc_dataset *data, size_t labels)
{
    rxc_weights w = { .labels = labels, .stride = model_stride(labels), .rows = data->rows };
    w.key = need(calloc(w.rows + 1, sizeof *w.key), w.rows);
    if (w.rows) memcpy(w.key, data->key, w.rows * sizeof *w.key);
    w.state = need(calloc(w.rows * w.stride + 1, sizeof *w.state), w.rows);
    w.transition = need(calloc(labels * w.stride, sizeof *w.transition), labels);
    return w;
}

void rxc_weights_clear(rxc_weights *weights)
{
    free(weights->key);
    free(weights->state);
    free(weights->transition);
    *weights = (rxc_weights){ 0 };
}

/* A row and the largest of its weights. */
typedef struct ranked {
    float size;
    uint32_t row;
} ranked;

static int by_size(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->size != y->size) return x->size < y->size ? 1 : -1;
    return (x->row > y->row) - (x->row < y->row);
}

static ranked *rank_rows(const rxc_weights *w)
{
    ranked *rank = need(calloc(w->rows + 1, sizeof *rank), w->rows);
    for (size_t i = 0; i < w->rows; i++) {
        float top = 0;
        for (size_t y = 0; y < w->labels; y++) top = fmaxf(top, fabsf(w->state[i * w->stride + y]));
        rank[i] = (ranked){ top, (uint32_t)i };
    }
    qsort(rank, w->rows, sizeof *rank, by_size);
    return rank;
}

/* So that the largest weight fits a byte; transitions have two, and are clamped. */
static float choose_units(const ranked *rank, size_t rows)
{
    float top = rows ? rank[0].size : 1;
    float units = 127 / fmaxf(top, 0.25f);
    return fmaxf(1, units);
}

static void put32(uint8_t *p, uint32_t x)
{
    for (int i = 0; i < 4; i++) p[i] = (uint8_t)(x >> 8 * i);
}

static void put64(uint8_t *p, uint64_t x)
{
    put32(p, (uint32_t)x);
    put32(p + 4, (uint32_t)(x >> 32));
}

static void put_transitions(uint8_t *p, const rxc_weights *w, float units)
{
    for (size_t i = 0; i < w->labels * w->stride; i++) {
        float x = fmaxf(-MODEL_STEP_MAX, fminf(MODEL_STEP_MAX, roundf(w->transition[i] * units)));
        uint16_t bits = (uint16_t)(int16_t)x;
        p[i * 2] = (uint8_t)bits, p[i * 2 + 1] = (uint8_t)(bits >> 8);
    }
}

/* Put a row into its bucket. False when it is full, or holds a row of the same tag. */
static bool put_row(uint8_t *bytes, const model_layout *l, const rxc_weights *w, size_t row, float units)
{
    uint32_t tag = rxc_model_tag(w->key[row]);
    size_t place = (size_t)rxc_model_bucket(w->key[row], (uint32_t)l->buckets) * RXC_WAYS;
    for (size_t way = 0; way < RXC_WAYS; way++, place++) {
        uint8_t *p = bytes + l->tag + place * 2;
        uint32_t taken = p[0] | (uint32_t)p[1] << 8;
        if (taken == tag) return false;
        if (taken) continue;
        p[0] = (uint8_t)tag, p[1] = (uint8_t)(tag >> 8);
        for (size_t y = 0; y < w->labels; y++) {
            float x = fmaxf(-127, fminf(127, roundf(w->state[row * w->stride + y] * units)));
            bytes[l->weight + place * l->stride + y] = (uint8_t)(int8_t)x;
        }
        return true;
    }
    return false;
}

static void put_header(uint8_t *p, const char *kind, uint32_t version, const model_layout *l, float units)
{
    memcpy(p, MODEL_MAGIC, 8);
    put32(p + 8, MODEL_FORMAT);
    put32(p + 12, version);
    memcpy(p + 16, kind, strlen(kind) < 15 ? strlen(kind) : 15);
    put32(p + 32, (uint32_t)l->labels);
    put32(p + 36, (uint32_t)l->stride);
    put32(p + 40, (uint32_t)l->buckets);
    uint32_t bits;
    memcpy(&bits, &units, sizeof bits);
    put32(p + 44, bits);
    put64(p + 48, l->end);
    put64(p + 56, model_sum(p, l->end));
}

/* Rows whose weights all round to nothing are not kept. */
static size_t count_kept(const ranked *rank, size_t rows, size_t max_rows, float units)
{
    size_t kept = max_rows && max_rows < rows ? max_rows : rows;
    while (kept && rank[kept - 1].size * units < 0.5f) kept--;
    return kept;
}

static uint8_t *build(const char *kind, uint32_t version, const rxc_weights *w, const char *const *names,
                      size_t max_rows, size_t *size)
{
    ranked *rank = rank_rows(w);
    float units = choose_units(rank, w->rows);
    size_t kept = count_kept(rank, w->rows, max_rows, units), end = MODEL_HEADER;
    for (size_t y = 0; y < w->labels; y++) end += strlen(names[y]) + 1;
    model_layout l = { .labels = w->labels, .stride = w->stride, .buckets = kept * 5 / 4 / RXC_WAYS + 1 };
    model_place(&l, end);
    uint8_t *bytes = need(calloc(l.end, 1), l.end);
    end = MODEL_HEADER;
    for (size_t y = 0; y < w->labels; y++) {
        memcpy(bytes + end, names[y], strlen(names[y]) + 1);
        end += strlen(names[y]) + 1;
    }
    put_transitions(bytes + l.transition, w, units);
    for (size_t i = 0; i < kept; i++) put_row(bytes, &l, w, rank[i].row, units);
    put_header(bytes, kind, version, &l, units);
    free(rank);
    *size = l.end;
    return bytes;
}

rxc_status rxc_model_write(const char *path, const char *kind, uint32_t version, const rxc_weights *weights,
                           const char *const *names, size_t max_rows, rxc_err *err)
{
    size_t size = 0;
    rxc_output out;
    RXC_TRY(rxc_output_open(&out, path, true, err));
    uint8_t *bytes = build(kind, version, weights, names, max_rows, &size);
    size_t written = fwrite(bytes, 1, size, out.file);
    free(bytes);
    if (written != size) {
        rxc_output_abandon(&out);
        return rxc_err_set(err, RXC_IO, "%s: could not be written", path);
    }
    return rxc_output_commit(&out, err);
}
