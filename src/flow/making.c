/* making.c: a graph in the making. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/making.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

/* --- nodes by id ------------------------------------------------------------------------------------------------ */

/* The slot of an id: where it is, or where it belongs. */
static size_t *find_slot(const rxc_making *making, Str id)
{
    size_t at = (size_t)str_hash(id) & (making->slot_count - 1);
    while (making->slots[at] && !str_eq(making->graph->nodes.v[making->slots[at] - 1].id, id))
        at = (at + 1) & (making->slot_count - 1);
    return &making->slots[at];
}

static void grow_slots(rxc_making *making)
{
    making->slot_count = making->slot_count ? making->slot_count * 2 : FIRST_SLOTS;
    making->slots = arena_array(&making->scratch, size_t, making->slot_count);
    for (size_t i = 0; i < making->graph->nodes.n; i++) *find_slot(making, making->graph->nodes.v[i].id) = i + 1;
}

size_t rxc_making_node(rxc_making *making, rxc_node_kind kind, Str id, bool *added)
{
    if (2 * (making->graph->nodes.n + 1) > making->slot_count) grow_slots(making);
    size_t *slot = find_slot(making, id);
    *added = *slot == 0;
    if (*added) {
        *vec_push(making->arena, &making->graph->nodes) =
            (rxc_node){ .kind = kind, .id = arena_str(making->arena, id) };
        *slot = making->graph->nodes.n;
    }
    return *slot - 1;
}

size_t rxc_making_work(const rxc_making *making, int64_t row)
{
    return row > 0 && row <= making->last_row ? making->work_nodes[row] : STR_NONE;
}

rxc_edge *rxc_making_edge(rxc_making *making, rxc_edge_kind kind, size_t from, size_t to)
{
    rxc_edge *edge = vec_push(making->arena, &making->graph->edges);
    *edge = (rxc_edge){ .kind = kind, .from = from, .to = to, .weight = 1, .documents = 1 };
    return edge;
}

void rxc_making_speak(rxc_making *making, size_t node, size_t document)
{
    *vec_push(&making->scratch, &making->pairs) = (rxc_making_pair){ node, document };
}

/* --- counting --------------------------------------------------------------------------------------------------- */

static int compare_sizes(size_t a, size_t b) { return (a > b) - (a < b); }

static int compare_pairs(const void *a, const void *b)
{
    const rxc_making_pair *left = a, *right = b;
    int order = compare_sizes(left->node, right->node);
    return order ? order : compare_sizes(left->document, right->document);
}

static void count_documents(rxc_making *making)
{
    rxc_making_pair *v = making->pairs.v;
    if (making->pairs.n) qsort(v, making->pairs.n, sizeof *v, compare_pairs);
    for (size_t i = 0; i < making->pairs.n; i++)
        if (i == 0 || compare_pairs(&v[i - 1], &v[i]) != 0) making->graph->nodes.v[v[i].node].documents++;
}

static int compare_edge_of(const rxc_making_source *a, const rxc_making_source *b)
{
    int order = compare_sizes(a->from, b->from);
    if (!order) order = compare_sizes(a->to, b->to);
    return order ? order : compare_sizes(a->kind, b->kind);
}

static int compare_sources(const void *a, const void *b)
{
    const rxc_making_source *left = a, *right = b;
    int order = compare_edge_of(left, right);
    if (!order) order = left->negated - right->negated;
    return order ? order : compare_sizes(left->source, right->source);
}

/* Different sources among [b, e), which are one edge's: those that do not deny it, or else those that do. */
static size_t count_sources(const rxc_making_source *v, size_t b, size_t e)
{
    size_t count = 0;
    for (size_t i = b; i < e && v[i].negated == v[b].negated; i++) count += i == b || v[i].source != v[i - 1].source;
    return count;
}

static int compare_edge_to_source(const void *key, const void *item)
{
    const rxc_edge *edge = key;
    rxc_making_source wanted = { .from = edge->from, .to = edge->to, .kind = edge->kind };
    return compare_edge_of(&wanted, item);
}

/* Edges that say the same are still apart: the first of them gets the count, joining adds up. */
static void count_independent(rxc_making *making)
{
    rxc_making_source *v = making->sources.v;
    size_t n = making->sources.n;
    bool *done = arena_array(&making->scratch, bool, n);
    if (n) qsort(v, n, sizeof *v, compare_sources);
    for (size_t i = 0; n && i < making->graph->edges.n; i++) {
        rxc_edge *edge = &making->graph->edges.v[i];
        const rxc_making_source *found = bsearch(edge, v, n, sizeof *v, compare_edge_to_source);
        if (!found) continue;
        size_t b = (size_t)(found - v), e = b + 1;
        while (b > 0 && compare_edge_of(&v[b - 1], found) == 0) b--;
        if (done[b]) continue;
        done[b] = true;
        while (e < n && compare_edge_of(&v[e], found) == 0) e++;
        edge->independent = count_sources(v, b, e);
    }
}

static void mark_reactions(rxc_graph *graph)
{
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if (edge->kind == RXC_EDGE_ADVERSE_EFFECT && edge->certainty != RXC_NEGATED)
            graph->nodes.v[edge->to].reaction = true;
    }
}

rxc_status rxc_making_finish(rxc_making *making, rxc_err *err)
{
    count_documents(making);
    count_independent(making);
    mark_reactions(making->graph);
    return rxc_graph_finish(making->graph, err);
}
