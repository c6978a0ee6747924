/* network_coupling.c: documents are joined by the works that both cite (Kessler 1963). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/pairs.h"

static rxc_status derive(Arena *arena, const rxc_graph *full, rxc_graph **out, rxc_err *err)
{
    const rxc_pairs_input input = {
        .full = full,
        .member = RXC_EDGE_CITES,
        .items_are_cited = false,
        .joined = RXC_EDGE_COUPLED,
        .name = "coupling",
    };
    return rxc_pairs_network(arena, &input, out, err);
}

extern const rxc_network rxc_network_coupling;
const rxc_network rxc_network_coupling = {
    .name = "coupling",
    .help = "documents that cite the same works",
    .directed = false,
    .kinds = RXC_NODES_USUAL,
    .derive = derive,
};
