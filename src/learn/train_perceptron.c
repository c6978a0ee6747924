/* train_perceptron.c: averaged structured perceptron.
 *
 * Where the best sequence of labels is not allowed, the weights of the best allowed one rise and those of the best one
 * fall. The mean over all moments is kept as w - late / moments, late being the sum of change * moment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "learn/lattice.h"
#include "learn/train_methods.h"

typedef struct trainer {
    const rxc_dataset *data;
    rxc_weights *w;
    rxc_lattice lattice; /* for its scores */
    float *late, *step_late;
    float *best;
    uint8_t *from, *truth, *guess; /* [cap * stride], [cap] */
    size_t cap;
    double moment;
} trainer;

static void make_room(trainer *r)
{
    if (r->lattice.tokens <= r->cap) return;
    r->cap = r->lattice.cap;
    free(r->best), free(r->from), free(r->truth), free(r->guess);
    r->best = rxc_train_alloc(r->cap * r->w->stride, sizeof(float));
    r->from = rxc_train_alloc(r->cap * r->w->stride, 1);
    r->truth = rxc_train_alloc(r->cap, 1);
    r->guess = rxc_train_alloc(r->cap, 1);
}

static void extend(trainer *r, size_t t, uint64_t set)
{
    const rxc_weights *w = r->w;
    float *row = r->best + t * w->stride, *before = row - w->stride;
    for (size_t y = 0; y < w->labels; y++) {
        float top = t ? -INFINITY : 0;
        for (size_t x = 0; t && x < w->labels; x++) {
            float score = before[x] + w->transition[x * w->stride + y];
            if (score > top) top = score, r->from[t * w->stride + y] = (uint8_t)x;
        }
        row[y] = set >> y & 1 ? top + r->lattice.score[t * w->stride + y] : -INFINITY;
    }
}

static void find_best(trainer *r, const uint64_t *allowed, uint8_t *label)
{
    size_t n = r->lattice.tokens, stride = r->w->stride;
    for (size_t t = 0; t < n; t++) extend(r, t, allowed ? allowed[t] : UINT64_MAX);
    label[n - 1] = 0;
    for (size_t y = 1; y < r->w->labels; y++)
        if (r->best[(n - 1) * stride + y] > r->best[(n - 1) * stride + label[n - 1]]) label[n - 1] = (uint8_t)y;
    for (size_t t = n - 1; t > 0; t--) label[t - 1] = r->from[t * stride + label[t]];
}

static void change(trainer *r, size_t s, const uint8_t *label, float by)
{
    const rxc_dataset *data = r->data;
    float later = by * (float)r->moment;
    for (size_t t = 0; t < r->lattice.tokens; t++) {
        if (r->truth[t] != r->guess[t]) {
            size_t token = data->first[s] + t;
            for (size_t i = data->begin[token]; i < data->begin[token + 1]; i++) {
                size_t cell = data->feature[i] * r->w->stride + label[t];
                r->w->state[cell] += by, r->late[cell] += later;
            }
        }
        if (!t) continue;
        size_t cell = label[t - 1] * r->w->stride + label[t];
        r->w->transition[cell] += by, r->step_late[cell] += later;
    }
}

/* Gives how many tokens were wrong. */
static size_t learn(trainer *r, size_t s)
{
    rxc_lattice_score(&r->lattice, r->w, r->data, s);
    r->moment += 1;
    if (!r->lattice.tokens) return 0;
    make_room(r);
    const uint64_t *allowed = r->data->allowed + r->data->first[s];
    size_t wrong = 0;
    find_best(r, NULL, r->guess);
    for (size_t t = 0; t < r->lattice.tokens; t++) wrong += !(allowed[t] >> r->guess[t] & 1);
    if (!wrong) return 0;
    find_best(r, allowed, r->truth);
    change(r, s, r->truth, 1);
    change(r, s, r->guess, -1);
    return wrong;
}

static void average(float *w, const float *late, size_t n, double moments)
{
    for (size_t i = 0; i < n; i++) w[i] -= (float)((double)late[i] / moments);
}

void rxc_train_perceptron(const rxc_dataset *data, const rxc_train_options *options, rxc_weights *w)
{
    trainer r = { .data = data, .w = w };
    r.late = rxc_train_alloc(w->rows * w->stride, sizeof(float));
    r.step_late = rxc_train_alloc(w->labels * w->stride, sizeof(float));
    size_t *order = rxc_train_alloc(data->sequences, sizeof *order);
    uint64_t state = options->seed;
    for (size_t s = 0; s < data->sequences; s++) order[s] = s;
    for (size_t epoch = 1; epoch <= options->epochs; epoch++) {
        size_t wrong = 0;
        rxc_train_shuffle(order, data->sequences, &state);
        for (size_t i = 0; i < data->sequences; i++) wrong += learn(&r, order[i]);
        if (options->progress) options->progress(options->context, epoch, (double)wrong);
        if (!wrong) break;
    }
    average(w->state, r.late, w->rows * w->stride, r.moment + 1);
    average(w->transition, r.step_late, w->labels * w->stride, r.moment + 1);
    free(r.late), free(r.step_late), free(r.best);
    free(r.from), free(r.truth), free(r.guess), free(order);
    rxc_lattice_clear(&r.lattice);
}
