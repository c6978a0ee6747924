/* graph.c: names of kinds; puts a graph into its order; finds nodes; takes a part of a graph. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/graph.h"

#include <stdlib.h>

static const char *const node_names[] = {
#define KIND(name, printed, plural) printed,
    RXC_NODE_KINDS(KIND)
#undef KIND
};

static const char *const node_plurals[] = {
#define KIND(name, printed, plural) plural,
    RXC_NODE_KINDS(KIND)
#undef KIND
};

static const char *const edge_names[] = {
#define KIND(name, printed) printed,
    RXC_EDGE_KINDS(KIND)
#undef KIND
};

const char *rxc_node_kind_name(rxc_node_kind kind) { return node_names[kind]; }
const char *rxc_edge_kind_name(rxc_edge_kind kind) { return edge_names[kind]; }

bool rxc_node_kind_find(Str name, rxc_node_kind *out)
{
    for (size_t i = 0; i < RXC_NODE_KIND_COUNT; i++)
        if (str_eq(name, str_from(node_names[i])) || str_eq(name, str_from(node_plurals[i]))) {
            *out = (rxc_node_kind)i;
            return true;
        }
    *out = RXC_NODE_DISORDER;
    return str_eq(name, S("reaction")) || str_eq(name, S("reactions"));
}

/* --- order ---------------------------------------------------------------------------------------------------- */

static int compare_node(const rxc_node *node, rxc_node_kind kind, Str id)
{
    if (node->kind != kind) return node->kind < kind ? -1 : 1;
    return str_cmp(node->id, id);
}

typedef struct numbered {
    rxc_node node;
    size_t old;
} numbered;

static int compare_numbered(const void *a, const void *b)
{
    const numbered *left = a, *right = b;
    int order = compare_node(&left->node, right->node.kind, right->node.id);
    return order ? order : (left->old > right->old) - (left->old < right->old);
}

/* Sort the nodes; map[old] becomes the new number. */
static rxc_status sort_nodes(rxc_graph *graph, Arena *scratch, size_t *map, rxc_err *err)
{
    size_t n = graph->nodes.n;
    numbered *all = arena_array(scratch, numbered, n);
    for (size_t i = 0; i < n; i++) all[i] = (numbered){ graph->nodes.v[i], i };
    if (n) qsort(all, n, sizeof *all, compare_numbered);
    for (size_t i = 0; i < n; i++) {
        graph->nodes.v[i] = all[i].node;
        map[all[i].old] = i;
        if (i > 0 && compare_node(&all[i - 1].node, all[i].node.kind, all[i].node.id) == 0)
            return rxc_err_set(err, RXC_DATA, "two nodes of the graph have the id %.*s", STR_ARG(all[i].node.id));
    }
    return RXC_OK;
}

static rxc_status rename_edge(const rxc_graph *graph, rxc_edge *edge, const size_t *map, rxc_err *err)
{
    size_t n = graph->nodes.n;
    if (edge->from >= n || edge->to >= n)
        return rxc_err_set(err, RXC_DATA, "an edge %s names a node that is not in the graph",
                           rxc_edge_kind_name(edge->kind));
    edge->from = map[edge->from];
    edge->to = map[edge->to];
    if (!graph->directed && edge->from > edge->to) {
        size_t from = edge->from;
        edge->from = edge->to;
        edge->to = from;
    }
    for (size_t i = 0; i < edge->places.n; i++) {
        size_t *document = &edge->places.v[i].document;
        if (*document != STR_NONE && *document >= n)
            return rxc_err_set(err, RXC_DATA, "a place of an edge names a document that is not in the graph");
        if (*document != STR_NONE) *document = map[*document];
    }
    return RXC_OK;
}

static int compare_sizes(size_t a, size_t b) { return (a > b) - (a < b); }

static int compare_ends(const rxc_edge *a, const rxc_edge *b)
{
    int order = compare_sizes(a->from, b->from);
    if (!order) order = compare_sizes(a->to, b->to);
    return order ? order : (a->kind > b->kind) - (a->kind < b->kind);
}

typedef struct ranked {
    rxc_edge edge;
    size_t old;
} ranked;

static int compare_ranked(const void *a, const void *b)
{
    const ranked *left = a, *right = b;
    int order = compare_ends(&left->edge, &right->edge);
    return order ? order : compare_sizes(left->old, right->old);
}

static void sort_edges(rxc_graph *graph, Arena *scratch)
{
    size_t n = graph->edges.n;
    ranked *all = arena_array(scratch, ranked, n);
    for (size_t i = 0; i < n; i++) all[i] = (ranked){ graph->edges.v[i], i };
    if (n) qsort(all, n, sizeof *all, compare_ranked);
    for (size_t i = 0; i < n; i++) graph->edges.v[i] = all[i].edge;
}

static int compare_sizes_at(const void *a, const void *b)
{
    return compare_sizes(*(const size_t *)a, *(const size_t *)b);
}

/* Different documents that the places name; 0 where they name none. */
static size_t count_documents(const rxc_edge *edge)
{
    Arena scratch = { 0 };
    size_t *all = arena_array(&scratch, size_t, edge->places.n), n = 0, different = 0;
    for (size_t i = 0; i < edge->places.n; i++)
        if (edge->places.v[i].document != STR_NONE) all[n++] = edge->places.v[i].document;
    if (n) qsort(all, n, sizeof *all, compare_sizes_at);
    for (size_t i = 0; i < n; i++) different += i == 0 || all[i] != all[i - 1];
    arena_clear(&scratch);
    return different;
}

static void join_edge(Arena *arena, rxc_edge *into, const rxc_edge *from)
{
    into->weight += from->weight;
    into->count += from->count;
    into->documents += from->documents;
    into->independent += from->independent;
    if (from->certainty < into->certainty) into->certainty = from->certainty;
    for (size_t i = 0; i < from->places.n; i++) *vec_push(arena, &into->places) = from->places.v[i];
}

/* Drop loops, join equal edges that stand side by side. */
static void join_edges(rxc_graph *graph)
{
    size_t kept = 0;
    bool joined = false;
    for (size_t i = 0; i <= graph->edges.n; i++) {
        const rxc_edge *edge = i < graph->edges.n ? &graph->edges.v[i] : NULL;
        bool same = edge && kept && compare_ends(&graph->edges.v[kept - 1], edge) == 0;
        if (same) {
            join_edge(graph->arena, &graph->edges.v[kept - 1], edge);
            joined = true;
            continue;
        }
        if (joined) { /* the last one is complete */
            size_t documents = count_documents(&graph->edges.v[kept - 1]);
            if (documents) graph->edges.v[kept - 1].documents = documents;
            joined = false;
        }
        if (edge && edge->from != edge->to) graph->edges.v[kept++] = *edge;
    }
    graph->edges.n = kept;
}

rxc_status rxc_graph_finish(rxc_graph *graph, rxc_err *err)
{
    Arena scratch = { 0 };
    size_t *map = arena_array(&scratch, size_t, graph->nodes.n);
    rxc_status status = sort_nodes(graph, &scratch, map, err);
    for (size_t i = 0; !status && i < graph->edges.n; i++) status = rename_edge(graph, &graph->edges.v[i], map, err);
    if (!status) {
        sort_edges(graph, &scratch);
        join_edges(graph);
    }
    arena_clear(&scratch);
    return status;
}

/* --- find and select ------------------------------------------------------------------------------------------ */

static size_t find_in_kind(const rxc_graph *graph, rxc_node_kind kind, Str id)
{
    size_t low = 0, high = graph->nodes.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_node(&graph->nodes.v[middle], kind, id) < 0) low = middle + 1;
        else high = middle;
    }
    return low < graph->nodes.n && compare_node(&graph->nodes.v[low], kind, id) == 0 ? low : STR_NONE;
}

size_t rxc_graph_find(const rxc_graph *graph, Str id)
{
    for (int kind = 0; kind < RXC_NODE_KIND_COUNT; kind++) {
        size_t at = find_in_kind(graph, (rxc_node_kind)kind, id);
        if (at != STR_NONE) return at;
    }
    return STR_NONE;
}

/* A copy of an edge whose nodes get the numbers of map. */
static rxc_edge copy_edge(Arena *arena, const rxc_edge *edge, const size_t *map)
{
    rxc_edge copy = *edge;
    copy.from = map[edge->from];
    copy.to = map[edge->to];
    copy.places.v = arena_array(arena, rxc_place, edge->places.n);
    copy.places.cap = edge->places.n;
    for (size_t i = 0; i < edge->places.n; i++) {
        copy.places.v[i] = edge->places.v[i];
        if (copy.places.v[i].document != STR_NONE) copy.places.v[i].document = map[copy.places.v[i].document];
    }
    return copy;
}

rxc_graph *rxc_graph_keep(Arena *arena, const rxc_graph *graph, const bool *nodes, const bool *edges)
{
    Arena scratch = { 0 };
    size_t *map = arena_array(&scratch, size_t, graph->nodes.n);
    rxc_graph *part = arena_new(arena, rxc_graph);
    *part = (rxc_graph){ .name = graph->name, .directed = graph->directed, .arena = arena };
    for (size_t i = 0; i < graph->nodes.n; i++) {
        map[i] = nodes[i] ? part->nodes.n : STR_NONE;
        if (nodes[i]) *vec_push(arena, &part->nodes) = graph->nodes.v[i];
    }
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if ((!edges || edges[i]) && nodes[edge->from] && nodes[edge->to])
            *vec_push(arena, &part->edges) = copy_edge(arena, edge, map);
    }
    arena_clear(&scratch);
    return part;
}

rxc_graph *rxc_graph_select(Arena *arena, const rxc_graph *graph, unsigned kinds)
{
    Arena scratch = { 0 };
    bool *nodes = arena_array(&scratch, bool, graph->nodes.n);
    for (size_t i = 0; i < graph->nodes.n; i++) nodes[i] = (kinds >> graph->nodes.v[i].kind) & 1u;
    rxc_graph *part = rxc_graph_keep(arena, graph, nodes, NULL);
    arena_clear(&scratch);
    return part;
}
