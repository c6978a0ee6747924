/* walk.c: breadth-first search over the edges in both directions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/walk.h"

/* Edges at each node: at[first[v]] .. at[first[v + 1] - 1]. */
typedef struct Ends {
    size_t *first, *at;
} Ends;

static Ends ends_of(Arena *arena, const rxc_graph *graph)
{
    Ends ends = { arena_array(arena, size_t, graph->nodes.n + 2), arena_array(arena, size_t, 2 * graph->edges.n) };
    for (size_t i = 0; i < graph->edges.n; i++) {
        ends.first[graph->edges.v[i].from + 2]++;
        ends.first[graph->edges.v[i].to + 2]++;
    }
    for (size_t v = 2; v < graph->nodes.n + 2; v++) ends.first[v] += ends.first[v - 1];
    for (size_t i = 0; i < graph->edges.n; i++) {
        ends.at[ends.first[graph->edges.v[i].from + 1]++] = i;
        ends.at[ends.first[graph->edges.v[i].to + 1]++] = i;
    }
    return ends;
}

/* From b back to a, so that the walk can be read off forwards. */
static size_t *reached_by(Arena *arena, const rxc_graph *graph, const Ends *ends, size_t a, size_t b)
{
    size_t n = graph->nodes.n, head = 0, tail = 0;
    size_t *by = arena_array(arena, size_t, n), *queue = arena_array(arena, size_t, n);
    for (size_t v = 0; v < n; v++) by[v] = STR_NONE;
    by[b] = graph->edges.n; /* reached, by no edge */
    queue[tail++] = b;
    while (head < tail && by[a] == STR_NONE) {
        size_t v = queue[head++];
        for (size_t i = ends->first[v]; i < ends->first[v + 1]; i++) {
            const rxc_edge *edge = &graph->edges.v[ends->at[i]];
            size_t other = edge->from == v ? edge->to : edge->from;
            if (by[other] != STR_NONE) continue;
            by[other] = ends->at[i];
            queue[tail++] = other;
        }
    }
    return by;
}

bool rxc_walk_shortest(Arena *arena, const rxc_graph *graph, size_t a, size_t b, rxc_walk *out)
{
    Arena scratch = { 0 };
    Ends ends = ends_of(&scratch, graph);
    size_t *by = reached_by(&scratch, graph, &ends, a, b);
    bool found = by[a] != STR_NONE;
    for (size_t v = a; found && v != b;) {
        const rxc_edge *edge = &graph->edges.v[by[v]];
        *vec_push(arena, out) = by[v];
        v = edge->from == v ? edge->to : edge->from;
    }
    arena_clear(&scratch);
    return found;
}
