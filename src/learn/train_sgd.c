/* train_sgd.c: a CRF by stochastic gradient with AdaGrad rates.
 *
 * The pull of the L2 term on a weight is spread over the occurrences of its feature. Tokens that are right beyond doubt
 * are passed over. The result is the mean of the weights after each epoch of the second half. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "learn/lattice.h"
#include "learn/train_methods.h"

typedef struct trainer {
    const rxc_dataset *data;
    const rxc_train_options *options;
    rxc_weights *w;
    rxc_lattice lattice;
    float *squares, *step_squares; /* like w->state and w->transition: sums of squared gradients */
    float *pull;                   /* [rows] lambda / occurrences */
} trainer;

static const float SURE = 1e-3f; /* a token whose probabilities are nearer than this to the truth is not learnt from */

/* One AdaGrad step of a row uphill along gradient - pull * weight. */
static void climb(float *restrict weight, float *restrict squares, const float *restrict gradient, float pull,
                  float rate, size_t stride)
{
    for (size_t y = 0; y < stride; y++) {
        float g = gradient[y] - pull * weight[y];
        squares[y] += g * g;
        weight[y] += rate * g / (1e-4f + sqrtf(squares[y]));
    }
}

static bool is_sure(const float *delta, size_t stride)
{
    float top = 0;
    for (size_t y = 0; y < stride; y++) top = fmaxf(top, fabsf(delta[y]));
    return top < SURE;
}

static void learn_states(trainer *r, size_t s)
{
    const rxc_dataset *data = r->data;
    size_t stride = r->w->stride;
    for (size_t t = 0; t < r->lattice.tokens; t++) {
        const float *delta = r->lattice.delta + t * stride;
        size_t token = data->first[s] + t;
        if (is_sure(delta, stride)) continue;
        for (size_t i = data->begin[token]; i < data->begin[token + 1]; i++) {
            size_t row = data->feature[i];
            climb(r->w->state + row * stride, r->squares + row * stride, delta, r->pull[row], r->options->rate, stride);
        }
    }
}

static double learn(trainer *r, size_t s)
{
    double loss = rxc_lattice_run(&r->lattice, r->w, r->data, s);
    if (r->lattice.tokens == 0) return 0;
    learn_states(r, s);
    size_t cells = r->w->labels * r->w->stride;
    float pull = r->options->l2 / (float)r->data->tokens;
    if (r->lattice.tokens > 1)
        climb(r->w->transition, r->step_squares, r->lattice.pairs, pull, r->options->rate, cells);
    return loss;
}

static float *spread_pull(const rxc_dataset *data, float l2)
{
    float *pull = rxc_train_alloc(data->rows, sizeof *pull);
    for (size_t i = 0; i < data->places; i++) pull[data->feature[i]] += 1;
    for (size_t row = 0; row < data->rows; row++) pull[row] = l2 / fmaxf(1, pull[row]);
    return pull;
}

/* mean += (x - mean) / count */
static void blend(float *mean, const float *x, size_t n, float count)
{
    for (size_t i = 0; i < n; i++) mean[i] += (x[i] - mean[i]) / count;
}

void rxc_train_sgd(const rxc_dataset *data, const rxc_train_options *options, rxc_weights *w)
{
    size_t states = w->rows * w->stride, steps = w->labels * w->stride, half = options->epochs / 2;
    trainer r = { .data = data, .options = options, .w = w, .pull = spread_pull(data, options->l2) };
    r.squares = rxc_train_alloc(states, sizeof(float));
    r.step_squares = rxc_train_alloc(steps, sizeof(float));
    float *mean = rxc_train_alloc(states, sizeof(float)), *step_mean = rxc_train_alloc(steps, sizeof(float));
    size_t *order = rxc_train_alloc(data->sequences, sizeof *order);
    uint64_t state = options->seed;
    for (size_t s = 0; s < data->sequences; s++) order[s] = s;
    for (size_t epoch = 0; epoch < options->epochs; epoch++) {
        double loss = 0;
        rxc_train_shuffle(order, data->sequences, &state);
        for (size_t i = 0; i < data->sequences; i++) loss += learn(&r, order[i]);
        if (epoch >= half) {
            blend(mean, w->state, states, (float)(epoch - half + 1));
            blend(step_mean, w->transition, steps, (float)(epoch - half + 1));
        }
        if (options->progress) options->progress(options->context, epoch + 1, loss);
    }
    memcpy(w->state, mean, states * sizeof *mean);
    memcpy(w->transition, step_mean, steps * sizeof *mean);
    float *const parts[] = { r.squares, r.step_squares, r.pull, mean, step_mean };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) free(parts[i]);
    free(order);
    rxc_lattice_clear(&r.lattice);
}
