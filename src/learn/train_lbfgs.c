/* train_lbfgs.c: a CRF by limited-memory BFGS on the whole gradient.
 *
 * The data are cut into SHARDS whose gradients are summed in a fixed order, so the number of threads changes nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "learn/lattice.h"
#include "learn/train_methods.h"

enum { SHARDS = 4, MEMORY = 6, TRIALS = 20 };

typedef struct problem {
    const rxc_dataset *data;
    rxc_weights *w;
    size_t n, states;     /* parameters: states, then transitions */
    float l2;
    float *part[SHARDS];  /* [n] gradients */
    double loss[SHARDS];
} problem;

static double dot(const float *a, const float *b, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += (double)a[i] * (double)b[i];
    return sum;
}

static void add(float *to, double factor, const float *x, size_t n)
{
    for (size_t i = 0; i < n; i++) to[i] += (float)factor * x[i];
}

static void add_sequence(problem *p, const rxc_lattice *l, size_t s, float *gradient)
{
    size_t stride = p->w->stride;
    for (size_t t = 0; t < l->tokens; t++) {
        size_t token = p->data->first[s] + t;
        for (size_t i = p->data->begin[token]; i < p->data->begin[token + 1]; i++)
            add(gradient + p->data->feature[i] * stride, -1, l->delta + t * stride, stride);
    }
    if (l->tokens > 1) add(gradient + p->states, -1, l->pairs, p->n - p->states);
}

static void run_shard(problem *p, size_t shard)
{
    rxc_lattice l = { 0 };
    size_t from = p->data->sequences * shard / SHARDS, to = p->data->sequences * (shard + 1) / SHARDS;
    p->loss[shard] = 0;
    memset(p->part[shard], 0, p->n * sizeof(float));
    for (size_t s = from; s < to; s++) {
        p->loss[shard] += rxc_lattice_run(&l, p->w, p->data, s);
        add_sequence(p, &l, s, p->part[shard]);
    }
    rxc_lattice_clear(&l);
}

/* The loss at x and its gradient. */
static double evaluate(problem *p, const float *x, float *gradient)
{
    memcpy(p->w->state, x, p->states * sizeof *x);
    memcpy(p->w->transition, x + p->states, (p->n - p->states) * sizeof *x);
#pragma omp parallel for schedule(static, 1)
    for (int shard = 0; shard < SHARDS; shard++) run_shard(p, (size_t)shard);
    double loss = 0.5 * (double)p->l2 * dot(x, x, p->n);
    memset(gradient, 0, p->n * sizeof *gradient);
    add(gradient, (double)p->l2, x, p->n);
    for (size_t shard = 0; shard < SHARDS; shard++) {
        loss += p->loss[shard];
        add(gradient, 1, p->part[shard], p->n);
    }
    return loss;
}

/* The last steps and changes of the gradient, in a ring. */
typedef struct memory {
    float *s[MEMORY], *y[MEMORY];
    double rho[MEMORY];
    size_t used;
} memory;

/* direction = -H gradient, by the two loops of Liu & Nocedal. */
static void choose_direction(const memory *m, const float *gradient, float *direction, size_t n)
{
    double a[MEMORY] = { 0 };
    size_t kept = m->used < MEMORY ? m->used : MEMORY;
    for (size_t i = 0; i < n; i++) direction[i] = -gradient[i];
    for (size_t back = 1; back <= kept; back++) {
        size_t k = (m->used - back) % MEMORY;
        a[k] = m->rho[k] * dot(m->s[k], direction, n);
        add(direction, -a[k], m->y[k], n);
    }
    if (!kept) return;
    size_t last = (m->used - 1) % MEMORY;
    float scale = (float)(1 / (m->rho[last] * dot(m->y[last], m->y[last], n)));
    for (size_t i = 0; i < n; i++) direction[i] *= scale;
    for (size_t back = kept; back >= 1; back--) {
        size_t k = (m->used - back) % MEMORY;
        add(direction, a[k] - m->rho[k] * dot(m->y[k], direction, n), m->s[k], n);
    }
}

static void remember(memory *m, const float *x, const float *x_new, const float *g, const float *g_new, size_t n)
{
    size_t k = m->used % MEMORY;
    for (size_t i = 0; i < n; i++) m->s[k][i] = x_new[i] - x[i], m->y[k][i] = g_new[i] - g[i];
    double sy = dot(m->s[k], m->y[k], n);
    if (sy < 1e-10) return;
    m->rho[k] = 1 / sy;
    m->used++;
}

/* Halve the step until the loss falls enough. False when it does not. */
static bool search_line(problem *p, const float *x, const float *direction, double slope, double step, double *loss,
                        float *x_new, float *g_new)
{
    for (int trial = 0; trial < TRIALS; trial++, step /= 2) {
        memcpy(x_new, x, p->n * sizeof *x);
        add(x_new, step, direction, p->n);
        double found = evaluate(p, x_new, g_new);
        if (found > *loss + 1e-4 * step * slope) continue;
        *loss = found;
        return true;
    }
    return false;
}

static void minimise(problem *p, const rxc_train_options *options, memory *m)
{
    float *v[5];
    for (size_t i = 0; i < 5; i++) v[i] = rxc_train_alloc(p->n, sizeof(float));
    float *x = v[0], *g = v[1], *x_new = v[2], *g_new = v[3], *direction = v[4];
    double loss = evaluate(p, x, g), before = loss;
    for (size_t epoch = 1; epoch <= options->epochs; epoch++, before = loss) {
        choose_direction(m, g, direction, p->n);
        double step = m->used ? 1 : 1 / sqrt(1 + dot(g, g, p->n));
        if (!search_line(p, x, direction, dot(g, direction, p->n), step, &loss, x_new, g_new)) break;
        remember(m, x, x_new, g, g_new, p->n);
        float *swap = x;
        x = x_new, x_new = swap;
        swap = g, g = g_new, g_new = swap;
        if (options->progress) options->progress(options->context, epoch, loss);
        if (before - loss < 1e-5 * loss) break;
    }
    memcpy(p->w->state, x, p->states * sizeof *x);
    memcpy(p->w->transition, x + p->states, (p->n - p->states) * sizeof *x);
    for (size_t i = 0; i < 5; i++) free(v[i]);
}

void rxc_train_lbfgs(const rxc_dataset *data, const rxc_train_options *options, rxc_weights *w)
{
    problem p = { .data = data, .w = w, .states = w->rows * w->stride, .l2 = options->l2 };
    memory m = { .used = 0 };
    p.n = p.states + w->labels * w->stride;
    for (size_t i = 0; i < SHARDS; i++) p.part[i] = rxc_train_alloc(p.n, sizeof(float));
    for (size_t i = 0; i < MEMORY; i++) {
        m.s[i] = rxc_train_alloc(p.n, sizeof(float));
        m.y[i] = rxc_train_alloc(p.n, sizeof(float));
    }
    minimise(&p, options, &m);
    for (size_t i = 0; i < SHARDS; i++) free(p.part[i]);
    for (size_t i = 0; i < MEMORY; i++) free(m.s[i]), free(m.y[i]);
}
