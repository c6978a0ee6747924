/* pick.c: chooses the nodes and edges of the diagram.
 *
 * Small graphs are drawn nearly whole. Concepts that one document mentions and about which nothing is stated say little
 * and are left out first; then each kind is cut to its most important nodes; then edges to the strongest. Documents'
 * mentions of a disorder are drawn only where no statement joins it to a drug. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/pick.h"

#include <stdlib.h>

enum {
    CONCEPTS_WHOLE = 8, /* so few drugs and disorders are drawn even when nothing is stated about them */
    NET_NODES = 60,     /* nodes of a network without layers */
    NET_EDGES = 150,
    MENTIONS = 40, /* edges by which documents mention concepts */
    CITATIONS = 80,
    STATEMENTS = 60,
};

/* How many nodes of a kind are drawn at most. */
static const size_t budget[RXC_NODE_KIND_COUNT] = {
    [RXC_NODE_DOCUMENT] = 12, [RXC_NODE_WORK] = 20,   [RXC_NODE_DRUG] = 14,
    [RXC_NODE_DISORDER] = 20, [RXC_NODE_AUTHOR] = 16, [RXC_NODE_JOURNAL] = 10,
};

typedef struct ranked {
    double rank;
    size_t index;
} ranked;

/* Highest first; equals keep the order of the graph. */
static int by_rank(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->rank != y->rank) return x->rank < y->rank ? 1 : -1;
    return (x->index > y->index) - (x->index < y->index);
}

static bool is_concept(rxc_node_kind kind) { return kind == RXC_NODE_DRUG || kind == RXC_NODE_DISORDER; }
static bool is_evidence(rxc_edge_kind kind) { return kind == RXC_EDGE_ADVERSE_EFFECT || kind == RXC_EDGE_TREATS; }

/* Importance of each node: its column value, or its degree; statements lift the concepts that they join. */
static void rank_nodes(const rxc_export_input *input, rxc_pick *pick)
{
    const rxc_graph *graph = input->graph;
    const rxc_column *column = input->columns ? rxc_column_find(input->columns, S("pagerank")) : NULL;
    pick->sized = column != NULL;
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        pick->rank[edge->from] += 1;
        pick->rank[edge->to] += 1;
    }
    for (size_t i = 0; column && i < graph->nodes.n; i++)
        pick->rank[i] = column->values[i] >= 0 ? column->values[i] : 0; /* NaN is not >= 0 */
}

static bool is_layered(const rxc_graph *graph)
{
    for (size_t i = 0; i < graph->edges.n; i++)
        if (graph->edges.v[i].kind < RXC_EDGE_COCITED) return true;
    return graph->edges.n == 0;
}

/* Mark the concepts that some statement joins; give the number of concepts. */
static size_t mark_stated(Arena *arena, const rxc_graph *graph, bool **stated)
{
    size_t concepts = 0;
    *stated = arena_array(arena, bool, graph->nodes.n + 1);
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if (is_evidence(edge->kind)) (*stated)[edge->from] = (*stated)[edge->to] = true;
    }
    for (size_t i = 0; i < graph->nodes.n; i++) concepts += is_concept(graph->nodes.v[i].kind);
    return concepts;
}

/* Draw the nodes that say something: all but concepts in passing. */
static void keep_telling_nodes(Arena *arena, const rxc_graph *graph, rxc_pick *pick)
{
    bool *stated;
    size_t concepts = mark_stated(arena, graph, &stated);
    for (size_t i = 0; i < graph->nodes.n; i++) {
        const rxc_node *node = &graph->nodes.v[i];
        bool shared = node->documents > 1 && pick->layered;
        pick->node[i] = !is_concept(node->kind) || stated[i] || shared || concepts <= CONCEPTS_WHOLE;
    }
}

/* How many edges join each node to drawn nodes of kinds that are decided already. */
static size_t *count_links(Arena *arena, const rxc_graph *graph, const rxc_pick *pick, unsigned decided)
{
    size_t *links = arena_array(arena, size_t, graph->nodes.n + 1);
    for (size_t i = 0; decided && i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        const rxc_node *from = &graph->nodes.v[edge->from], *to = &graph->nodes.v[edge->to];
        links[edge->from] += pick->node[edge->to] && decided & 1u << to->kind;
        links[edge->to] += pick->node[edge->from] && decided & 1u << from->kind;
    }
    return links;
}

/* Of the drawn nodes of the kinds in mask keep the `most` most important: those that hang together with what is decided
 * come first, then what several documents share, then what ranks high. */
static void keep_most_important(Arena *arena, const rxc_graph *graph, rxc_pick *pick, unsigned mask, unsigned decided,
                                size_t most)
{
    const double link = 1e6; /* outweighs any number of documents */
    size_t n = 0, *links = count_links(arena, graph, pick, decided);
    ranked *all = arena_array(arena, ranked, graph->nodes.n + 1);
    for (size_t i = 0; i < graph->nodes.n; i++) {
        const rxc_node *node = &graph->nodes.v[i];
        if (!pick->node[i] || !(mask & 1u << node->kind)) continue;
        double shared = node->documents > 1 ? (double)node->documents : 0;
        all[n++] = (ranked){ link * (double)links[i] + shared + pick->rank[i] / (1 + pick->rank[i]), i };
    }
    if (n <= most) return;
    qsort(all, n, sizeof *all, by_rank);
    for (size_t i = most; i < n; i++) pick->node[all[i].index] = false;
}

/* What is cited most and the drugs are chosen first; then the disorders that statements join to these drugs; then the
 * documents that speak of what is chosen. */
static void cut_layers(Arena *arena, const rxc_graph *graph, rxc_pick *pick)
{
    static const struct {
        rxc_node_kind kind;
        unsigned decided;
    } order[] = {
        { RXC_NODE_WORK, 0 },
        { RXC_NODE_DRUG, 0 },
        { RXC_NODE_DISORDER, 1u << RXC_NODE_DRUG },
        { RXC_NODE_DOCUMENT, 1u << RXC_NODE_WORK | 1u << RXC_NODE_DRUG | 1u << RXC_NODE_DISORDER },
        { RXC_NODE_AUTHOR, 1u << RXC_NODE_WORK | 1u << RXC_NODE_DOCUMENT },
        { RXC_NODE_JOURNAL, 1u << RXC_NODE_WORK | 1u << RXC_NODE_DOCUMENT },
    };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        keep_most_important(arena, graph, pick, 1u << order[i].kind, order[i].decided, budget[order[i].kind]);
}

/* A work or concept that no drawn node touches would float. */
static void drop_floating(Arena *arena, const rxc_graph *graph, rxc_pick *pick)
{
    bool *touched = arena_array(arena, bool, graph->nodes.n + 1);
    for (size_t i = 0; i < graph->edges.n; i++)
        if (pick->edge[i]) touched[graph->edges.v[i].from] = touched[graph->edges.v[i].to] = true;
    for (size_t i = 0; i < graph->nodes.n; i++)
        if (graph->nodes.v[i].kind != RXC_NODE_DOCUMENT && graph->edges.n) pick->node[i] = pick->node[i] && touched[i];
}

/* Disorders that a drawn statement joins to a drug need no edge from the documents that mention them. */
static void keep_telling_edges(Arena *arena, const rxc_graph *graph, rxc_pick *pick)
{
    bool *stated = arena_array(arena, bool, graph->nodes.n + 1);
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        pick->edge[i] = pick->node[edge->from] && pick->node[edge->to];
        if (pick->edge[i] && is_evidence(edge->kind)) stated[edge->to] = true;
    }
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if (edge->kind == RXC_EDGE_MENTIONS && stated[edge->to]) pick->edge[i] = false;
    }
}

/* Of the drawn edges of the kinds in mask keep the `most` strongest. */
static void keep_strongest(Arena *arena, const rxc_graph *graph, rxc_pick *pick, unsigned mask, size_t most)
{
    size_t n = 0;
    ranked *all = arena_array(arena, ranked, graph->edges.n + 1);
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if (pick->edge[i] && mask & 1u << edge->kind) all[n++] = (ranked){ edge->weight, i };
    }
    if (n <= most) return;
    qsort(all, n, sizeof *all, by_rank);
    for (size_t i = most; i < n; i++) pick->edge[all[i].index] = false;
}

static void cut_edges(Arena *arena, const rxc_graph *graph, rxc_pick *pick)
{
    const unsigned evidence = 1u << RXC_EDGE_ADVERSE_EFFECT | 1u << RXC_EDGE_TREATS;
    keep_telling_edges(arena, graph, pick);
    if (pick->layered) {
        keep_strongest(arena, graph, pick, 1u << RXC_EDGE_MENTIONS, MENTIONS);
        keep_strongest(arena, graph, pick, 1u << RXC_EDGE_CITES, CITATIONS);
        keep_strongest(arena, graph, pick, evidence, STATEMENTS);
    } else {
        keep_strongest(arena, graph, pick, ~0u, NET_EDGES);
    }
}

/* Say what is not drawn. */
static void count_left_out(const rxc_graph *graph, rxc_pick *pick)
{
    for (size_t i = 0; i < graph->nodes.n; i++) {
        const rxc_node *node = &graph->nodes.v[i];
        pick->drawn += pick->node[i];
        if (!pick->node[i]) pick->left_out[node->kind]++;
        else if (pick->rank[i] > pick->top[node->kind]) pick->top[node->kind] = pick->rank[i];
    }
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        bool ends = pick->node[edge->from] && pick->node[edge->to];
        pick->edge[i] = pick->edge[i] && ends;
        pick->edges_left_out += ends && !pick->edge[i];
        if (edge->kind == RXC_EDGE_CITES && pick->node[edge->from] && !pick->node[edge->to]) pick->lone[edge->from]++;
    }
}

void rxc_pick_choose(Arena *arena, const rxc_export_input *input, rxc_pick *pick)
{
    const rxc_graph *graph = input->graph;
    *pick = (rxc_pick){ .node = arena_array(arena, bool, graph->nodes.n + 1),
                        .edge = arena_array(arena, bool, graph->edges.n + 1),
                        .rank = arena_array(arena, double, graph->nodes.n + 1),
                        .top = arena_array(arena, double, RXC_NODE_KIND_COUNT),
                        .lone = arena_array(arena, size_t, graph->nodes.n + 1) };
    pick->layered = is_layered(graph);
    rank_nodes(input, pick);
    keep_telling_nodes(arena, graph, pick);
    if (pick->layered) cut_layers(arena, graph, pick);
    else keep_most_important(arena, graph, pick, ~0u, 0, NET_NODES);
    cut_edges(arena, graph, pick);
    drop_floating(arena, graph, pick);
    count_left_out(graph, pick);
}
