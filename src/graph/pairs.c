/* pairs.c: sparse counting of pairs, row by row:
 *
 *     C[a][b] = sum over groups g of M[a][g] M[b][g]      for a < b
 *
 * M as two lists of neighbours (item -> groups, group -> items); one row of C at a time in a dense counter that is
 * cleared by the list of what it touched. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/pairs.h"

#include <stdlib.h>

/* Neighbours of node i: to[start[i]] … to[start[i + 1] - 1], ascending. */
typedef struct csr {
    size_t *start, *to;
} csr;

typedef struct counter {
    size_t *count;   /* [V] of the row at hand */
    size_t *touched; /* [n] items with count > 0 */
    size_t n;
} counter;

static size_t item_of(const rxc_pairs_input *input, const rxc_edge *edge)
{
    return input->items_are_cited ? edge->to : edge->from;
}

static size_t group_of(const rxc_pairs_input *input, const rxc_edge *edge)
{
    return input->items_are_cited ? edge->from : edge->to;
}

static csr make_csr(Arena *arena, const rxc_pairs_input *input, bool by_item)
{
    const rxc_graph *full = input->full;
    size_t n = full->nodes.n;
    csr list = { arena_array(arena, size_t, n + 2), arena_array(arena, size_t, full->edges.n) };
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        if (edge->kind == input->member) list.start[(by_item ? item_of(input, edge) : group_of(input, edge)) + 2]++;
    }
    for (size_t i = 2; i < n + 2; i++) list.start[i] += list.start[i - 1];
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        if (edge->kind != input->member) continue;
        size_t item = item_of(input, edge), group = group_of(input, edge);
        list.to[list.start[(by_item ? item : group) + 1]++] = by_item ? group : item;
    }
    return list;
}

static rxc_status check_steps(const csr *items_of, size_t n, const char *name, rxc_err *err)
{
    double steps = 0;
    for (size_t g = 0; g < n; g++) {
        double size = (double)(items_of->start[g + 1] - items_of->start[g]);
        steps += size * size;
    }
    if (steps <= RXC_PAIRS_STEPS) return RXC_OK;
    return rxc_err_set(err, RXC_LIMIT, "the %s network has %.0f pairs to count, more than %d", name, steps,
                       RXC_PAIRS_STEPS);
}

static int compare_sizes(const void *a, const void *b)
{
    size_t left = *(const size_t *)a, right = *(const size_t *)b;
    return (left > right) - (left < right);
}

/* Count the pairs (a, b) with b > a. */
static void count_row(const csr *groups_of, const csr *items_of, size_t a, counter *row)
{
    row->n = 0;
    for (size_t i = groups_of->start[a]; i < groups_of->start[a + 1]; i++) {
        size_t group = groups_of->to[i];
        for (size_t j = items_of->start[group]; j < items_of->start[group + 1]; j++) {
            size_t b = items_of->to[j];
            if (b > a && row->count[b]++ == 0) row->touched[row->n++] = b;
        }
    }
}

/* How many pairs there are: the edges are made in one piece, and too many of them not at all. */
static size_t count_edges(const csr *groups_of, const csr *items_of, size_t n, counter *row)
{
    size_t edges = 0;
    for (size_t a = 0; a < n && edges <= RXC_PAIRS_EDGES; a++) {
        count_row(groups_of, items_of, a, row);
        for (size_t i = 0; i < row->n; i++) row->count[row->touched[i]] = 0;
        edges += row->n;
    }
    return edges;
}

static void add_row(rxc_graph *graph, const rxc_pairs_input *input, const size_t *map, size_t a, counter *row)
{
    if (row->n) qsort(row->touched, row->n, sizeof *row->touched, compare_sizes);
    for (size_t i = 0; i < row->n; i++) {
        size_t b = row->touched[i], shared = row->count[b];
        row->count[b] = 0;
        *vec_push(graph->arena, &graph->edges) = (rxc_edge){ .kind = input->joined,
                                                             .from = map[a],
                                                             .to = map[b],
                                                             .weight = (double)shared,
                                                             .count = shared,
                                                             .documents = shared };
    }
}

/* The items, in the order of the full graph; map[full node] is their number. */
static void add_items(rxc_graph *graph, const rxc_graph *full, const csr *groups_of, size_t *map)
{
    for (size_t i = 0; i < full->nodes.n; i++) {
        bool item = groups_of->start[i + 1] > groups_of->start[i];
        map[i] = item ? graph->nodes.n : STR_NONE;
        if (item) *vec_push(graph->arena, &graph->nodes) = full->nodes.v[i];
    }
}

rxc_status rxc_pairs_network(Arena *arena, const rxc_pairs_input *input, rxc_graph **out, rxc_err *err)
{
    Arena scratch = { 0 };
    size_t n = input->full->nodes.n, *map = arena_array(&scratch, size_t, n);
    csr groups_of = make_csr(&scratch, input, true), items_of = make_csr(&scratch, input, false);
    counter row = { arena_array(&scratch, size_t, n), arena_array(&scratch, size_t, n), 0 };
    rxc_graph *graph = arena_new(arena, rxc_graph);
    *graph = (rxc_graph){ .name = str_from(input->name), .directed = false, .arena = arena };
    rxc_status status = check_steps(&items_of, n, input->name, err);
    if (!status) add_items(graph, input->full, &groups_of, map);
    size_t edges = status ? 0 : count_edges(&groups_of, &items_of, n, &row);
    if (edges > RXC_PAIRS_EDGES)
        status = rxc_err_set(err, RXC_LIMIT, "the %s network has more than %d edges", input->name, RXC_PAIRS_EDGES);
    if (!status) graph->edges.v = arena_array(arena, rxc_edge, graph->edges.cap = edges);
    for (size_t a = 0; !status && a < n; a++) {
        count_row(&groups_of, &items_of, a, &row);
        add_row(graph, input, map, a, &row);
    }
    arena_clear(&scratch);
    *out = graph;
    return status;
}
