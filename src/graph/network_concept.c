/* network_concept.c: which drug has which reaction, by statements that do not deny it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/graph.h"

static rxc_status derive(Arena *arena, const rxc_graph *full, rxc_graph **out, rxc_err *err)
{
    (void)err;
    Arena scratch = { 0 };
    bool *nodes = arena_array(&scratch, bool, full->nodes.n), *edges = arena_array(&scratch, bool, full->edges.n);
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        edges[i] = edge->kind == RXC_EDGE_ADVERSE_EFFECT && edge->certainty != RXC_NEGATED;
        if (edges[i]) nodes[edge->from] = nodes[edge->to] = true;
    }
    *out = rxc_graph_keep(arena, full, nodes, edges);
    (*out)->name = S("concept");
    arena_clear(&scratch);
    return RXC_OK;
}

extern const rxc_network rxc_network_concept;
const rxc_network rxc_network_concept = {
    .name = "concept",
    .help = "drug -> reaction, by statements that do not deny it",
    .directed = true,
    .kinds = RXC_NODES_USUAL,
    .derive = derive,
};
