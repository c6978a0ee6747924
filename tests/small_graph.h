/* small_graph.h: small graphs for tests, from a list of pairs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_SMALL_GRAPH_H
#define RXC_TESTS_SMALL_GRAPH_H

#include "graph/graph.h"
#include "unit.h"

/* A graph of n nodes w00, w01, … of one kind, without edges. */
static inline rxc_graph small_graph(Arena *arena, size_t n, bool directed)
{
    rxc_graph graph = { .name = S("test"), .directed = directed, .arena = arena };
    for (size_t i = 0; i < n; i++)
        *vec_push(arena, &graph.nodes) = (rxc_node){ .kind = RXC_NODE_WORK, .id = arena_printf(arena, "w%02zu", i) };
    return graph;
}

static inline rxc_edge *small_edge(rxc_graph *graph, size_t from, size_t to, rxc_edge_kind kind)
{
    rxc_edge *edge = vec_push(graph->arena, &graph->edges);
    *edge = (rxc_edge){ .kind = kind, .from = from, .to = to, .weight = 1, .count = 1, .documents = 1 };
    return edge;
}

/* The graph "0-1 1-2" of citations; ends with a NUL. */
static inline rxc_graph small_graph_of(Arena *arena, size_t n, bool directed, const char *pairs)
{
    rxc_graph graph = small_graph(arena, n, directed);
    rxc_err err = { 0 };
    Str rest = str_from(pairs), pair;
    while (str_cut(&rest, ' ', &pair)) {
        size_t from = 0, to = 0, dash = str_chr(pair, '-');
        if (dash == STR_NONE) continue;
        assert_true(str_to_size(str_take(pair, dash), &from) && str_to_size(str_drop(pair, dash + 1), &to));
        small_edge(&graph, from, to, RXC_EDGE_CITES);
    }
    assert_int_equal(rxc_graph_finish(&graph, &err), RXC_OK);
    return graph;
}

#endif
