/* lattice.c: forward-backward with scaled probabilities.
 *
 *   alpha[t][y] = psi[t][y] sum_x alpha[t-1][x] potential[x][y] / c[t]
 *   beta[t][x]  = sum_y potential[x][y] psi[t+1][y] beta[t+1][y] / c[t+1]
 *   p(y at t) = alpha[t][y] beta[t][y],  p(x,y at t) = alpha[t-1][x] potential[x][y] psi[t][y] beta[t][y] / c[t]
 * Labels of no probability are passed over, so a run held to known labels costs little. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn/lattice.h"

#include <math.h>
#include <stdlib.h>

#include "learn/train_methods.h"

void rxc_lattice_clear(rxc_lattice *l)
{
    float *const parts[] = { l->score, l->delta,     l->psi,    l->alpha, l->beta,
                             l->scale, l->potential, l->turned, l->pairs, l->free_pairs };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) free(parts[i]);
    *l = (rxc_lattice){ 0 };
}

static void make_room(rxc_lattice *l, const rxc_weights *w, size_t tokens)
{
    l->tokens = tokens;
    if (tokens <= l->cap) return;
    rxc_lattice_clear(l);
    l->tokens = tokens, l->cap = tokens * 2;
    float **const rows[] = { &l->score, &l->delta, &l->psi, &l->alpha, &l->beta };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        *rows[i] = rxc_train_alloc(l->cap * w->stride, sizeof(float));
    float **const squares[] = { &l->potential, &l->turned, &l->pairs, &l->free_pairs };
    for (size_t i = 0; i < sizeof squares / sizeof *squares; i++)
        *squares[i] = rxc_train_alloc(w->labels * w->stride, sizeof(float));
    l->scale = rxc_train_alloc(l->cap, sizeof(float));
}

static void add_row(float *restrict sum, const float *restrict row, size_t stride)
{
    for (size_t y = 0; y < stride; y++) sum[y] += row[y];
}

void rxc_lattice_score(rxc_lattice *l, const rxc_weights *w, const rxc_dataset *data, size_t s)
{
    size_t from = data->first[s];
    make_room(l, w, data->first[s + 1] - from);
    memset(l->score, 0, l->tokens * w->stride * sizeof(float));
    for (size_t t = 0; t < l->tokens; t++)
        for (size_t i = data->begin[from + t]; i < data->begin[from + t + 1]; i++)
            add_row(l->score + t * w->stride, w->state + data->feature[i] * w->stride, w->stride);
}

static void set_potentials(rxc_lattice *l, const rxc_weights *w)
{
    for (size_t x = 0; x < w->labels; x++)
        for (size_t y = 0; y < w->labels; y++) {
            float p = expf(fmaxf(-30, fminf(30, w->transition[x * w->stride + y])));
            l->potential[x * w->stride + y] = p;
            l->turned[y * w->stride + x] = p;
        }
}

/* psi = exp(score - highest) for the labels in the set, else 0. Gives the highest. */
static float set_psi(const float *score, float *psi, const rxc_weights *w, uint64_t set)
{
    float top = -INFINITY;
    for (size_t y = 0; y < w->labels; y++)
        if (set >> y & 1) top = fmaxf(top, score[y]);
    for (size_t y = 0; y < w->stride; y++)
        psi[y] = y < w->labels && set >> y & 1 ? expf(fmaxf(-60, score[y] - top)) : 0;
    return top;
}

/* out = in * matrix */
static void step(const float *in, const float *matrix, float *restrict out, const rxc_weights *w)
{
    memset(out, 0, w->stride * sizeof *out);
    for (size_t x = 0; x < w->labels; x++) {
        float from = in[x];
        const float *row = matrix + x * w->stride;
        if (from > 0)
            for (size_t y = 0; y < w->stride; y++) out[y] += from * row[y];
    }
}

static float multiply(float *restrict row, const float *restrict by, size_t stride)
{
    float sum = 0;
    for (size_t y = 0; y < stride; y++) row[y] *= by[y], sum += row[y];
    return sum;
}

static void divide(float *row, float by, size_t stride)
{
    for (size_t y = 0; y < stride; y++) row[y] /= by;
}

/* alpha and scale; gives log Z. allowed NULL: every label. */
static double go_forward(rxc_lattice *l, const rxc_weights *w, const uint64_t *allowed)
{
    double log_z = 0;
    for (size_t t = 0; t < l->tokens; t++) {
        float *alpha = l->alpha + t * w->stride, *psi = l->psi + t * w->stride;
        float top = set_psi(l->score + t * w->stride, psi, w, allowed ? allowed[t] : UINT64_MAX);
        if (t) step(alpha - w->stride, l->potential, alpha, w);
        else for (size_t y = 0; y < w->stride; y++) alpha[y] = 1;
        float sum = multiply(alpha, psi, w->stride);
        l->scale[t] = sum > 0 ? sum : 1;
        divide(alpha, l->scale[t], w->stride);
        log_z += (double)top + log((double)l->scale[t]);
    }
    return log_z;
}

/* beta, with sign * probability added to delta, and the steps to pairs. */
static void go_back(rxc_lattice *l, const rxc_weights *w, float sign, float *pairs)
{
    size_t stride = w->stride;
    float v[RXC_LABELS_MAX];
    memset(pairs, 0, w->labels * stride * sizeof *pairs);
    for (size_t t = l->tokens; t-- > 0;) {
        float *beta = l->beta + t * stride, *delta = l->delta + t * stride, *alpha = l->alpha + t * stride;
        if (t + 1 == l->tokens)
            for (size_t y = 0; y < stride; y++) beta[y] = 1;
        for (size_t y = 0; y < stride; y++) delta[y] += sign * alpha[y] * beta[y];
        if (!t) break;
        for (size_t y = 0; y < stride; y++) v[y] = l->psi[t * stride + y] * beta[y] / l->scale[t];
        step(v, l->turned, beta - stride, w);
        for (size_t x = 0; x < w->labels; x++) {
            float from = alpha[x - stride];
            if (from > 0)
                for (size_t y = 0; y < stride; y++) pairs[x * stride + y] += from * v[y];
        }
    }
}

double rxc_lattice_run(rxc_lattice *l, const rxc_weights *w, const rxc_dataset *data, size_t s)
{
    rxc_lattice_score(l, w, data, s);
    if (!l->tokens) return 0;
    set_potentials(l, w);
    memset(l->delta, 0, l->tokens * w->stride * sizeof(float));
    double log_z = go_forward(l, w, NULL);
    go_back(l, w, -1, l->free_pairs);
    double log_allowed = go_forward(l, w, data->allowed + data->first[s]);
    go_back(l, w, 1, l->pairs);
    for (size_t i = 0; i < w->labels * w->stride; i++)
        l->pairs[i] = (l->pairs[i] - l->free_pairs[i]) * l->potential[i];
    return log_z - log_allowed;
}
