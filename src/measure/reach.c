/* reach.c: breadth-first search from 64 nodes at a time.
 *
 *     seen[v], front[v]: bit i is set when source i has reached v, has reached it at the last step
 *     next[w] = OR of front[v] over the ties v - w, without seen[w]
 *
 * Ties have no direction, so the sources that reach w at step d are also those that w reaches at step d. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/reach.h"

#include <stdlib.h>

enum { WIDTH = 64 };

typedef struct neighbours { /* of v: to[start[v]] … to[start[v + 1] - 1] */
    size_t n;
    size_t *start;
    uint32_t *to;
} neighbours;

typedef struct totals {                    /* [n] each */
    uint64_t *others, *distance, *inverse; /* inverse: in units of 2^-shift */
} totals;

typedef struct sweep {
    uint64_t *seen, *front, *next;
    uint32_t *active, *touched; /* nodes with front, with next */
    size_t active_count, touched_count;
} sweep;

static neighbours list_neighbours(const rxc_measure_input *input, Arena *arena)
{
    size_t edges = (size_t)igraph_ecount(&input->ties);
    neighbours list = { input->n, arena_array(arena, size_t, input->n + 2), arena_array(arena, uint32_t, 2 * edges) };
    for (size_t e = 0; e < edges; e++) {
        list.start[IGRAPH_FROM(&input->ties, (igraph_integer_t)e) + 2]++;
        list.start[IGRAPH_TO(&input->ties, (igraph_integer_t)e) + 2]++;
    }
    for (size_t i = 2; i < input->n + 2; i++) list.start[i] += list.start[i - 1];
    for (size_t e = 0; e < edges; e++) {
        size_t a = (size_t)IGRAPH_FROM(&input->ties, (igraph_integer_t)e);
        size_t b = (size_t)IGRAPH_TO(&input->ties, (igraph_integer_t)e);
        list.to[list.start[a + 1]++] = (uint32_t)b;
        list.to[list.start[b + 1]++] = (uint32_t)a;
    }
    return list;
}

static sweep make_sweep(Arena *arena, size_t n)
{
    return (sweep){ arena_array(arena, uint64_t, n),
                    arena_array(arena, uint64_t, n),
                    arena_array(arena, uint64_t, n),
                    arena_array(arena, uint32_t, n),
                    arena_array(arena, uint32_t, n),
                    0,
                    0 };
}

static void start_at(sweep *s, size_t n, size_t first)
{
    memset(s->seen, 0, n * sizeof *s->seen);
    s->active_count = 0;
    for (size_t i = 0; i < WIDTH && first + i < n; i++) {
        s->seen[first + i] = s->front[first + i] = (uint64_t)1 << i;
        s->active[s->active_count++] = (uint32_t)(first + i);
    }
}

static void step_out(const neighbours *list, sweep *s)
{
    s->touched_count = 0;
    for (size_t i = 0; i < s->active_count; i++) {
        size_t v = s->active[i];
        uint64_t front = s->front[v];
        for (size_t k = list->start[v]; k < list->start[v + 1]; k++) {
            uint32_t w = list->to[k];
            if (s->next[w] == 0) s->touched[s->touched_count++] = w;
            s->next[w] |= front;
        }
    }
}

static uint64_t count_bits(uint64_t bits) { return (uint64_t)__builtin_popcountll(bits); }

static void arrive(sweep *s, uint64_t step, uint64_t inverse, totals *sum)
{
    s->active_count = 0;
    for (size_t i = 0; i < s->touched_count; i++) {
        uint32_t w = s->touched[i];
        uint64_t fresh = s->next[w] & ~s->seen[w];
        s->next[w] = 0;
        if (fresh == 0) continue;
        s->seen[w] |= fresh;
        s->front[w] = fresh;
        s->active[s->active_count++] = w;
        uint64_t count = count_bits(fresh);
        sum->others[w] += count;
        sum->distance[w] += count * step;
        sum->inverse[w] += count * inverse;
    }
}

static void run_batch(const neighbours *list, size_t first, sweep *s, uint64_t unit, totals *sum)
{
    start_at(s, list->n, first);
    for (uint64_t step = 1; s->active_count > 0; step++) {
        step_out(list, s);
        arrive(s, step, unit / step, sum);
    }
}

static totals make_totals(Arena *arena, size_t n)
{
    return (totals){ arena_array(arena, uint64_t, n), arena_array(arena, uint64_t, n),
                     arena_array(arena, uint64_t, n) };
}

static void add_totals(totals *into, const totals *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        into->others[i] += from->others[i];
        into->distance[i] += from->distance[i];
        into->inverse[i] += from->inverse[i];
    }
}

/* The largest power of two that n of them fit into 63 bits. */
static uint64_t unit_for(size_t n)
{
    uint64_t unit = (uint64_t)1 << 62;
    for (; n > 1; n /= 2) unit /= 2;
    return unit / 2;
}

static totals sum_all(const neighbours *list, Arena *arena, uint64_t unit)
{
    totals all = make_totals(arena, list->n);
    long batches = (long)((list->n + WIDTH - 1) / WIDTH);
#pragma omp parallel if (batches > 1)
    {
        Arena own = { 0 };
        sweep s = make_sweep(&own, list->n);
        totals sum = make_totals(&own, list->n);
#pragma omp for schedule(dynamic)
        for (long b = 0; b < batches; b++) run_batch(list, (size_t)b * WIDTH, &s, unit, &sum);
#pragma omp critical
        add_totals(&all, &sum, list->n);
        arena_clear(&own);
    }
    return all;
}

const rxc_reach *rxc_reach_sum(rxc_measure_input *input)
{
    if (input->reach) return input->reach;
    Arena scratch = { 0 };
    neighbours list = list_neighbours(input, &scratch);
    uint64_t unit = unit_for(input->n);
    totals all = sum_all(&list, &scratch, unit);
    rxc_reach *reach = input->reach = arena_new(&input->scratch, rxc_reach);
    reach->others = arena_array(&input->scratch, double, input->n);
    reach->distance = arena_array(&input->scratch, double, input->n);
    reach->inverse = arena_array(&input->scratch, double, input->n);
    for (size_t i = 0; i < input->n; i++) {
        reach->others[i] = (double)all.others[i];
        reach->distance[i] = (double)all.distance[i];
        reach->inverse[i] = (double)all.inverse[i] / (double)unit;
    }
    arena_clear(&scratch);
    return reach;
}
