/* network_cocitation.c: works are joined by the documents that cite both (Small 1973). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/pairs.h"

static rxc_status derive(Arena *arena, const rxc_graph *full, rxc_graph **out, rxc_err *err)
{
    const rxc_pairs_input input = {
        .full = full,
        .member = RXC_EDGE_CITES,
        .items_are_cited = true,
        .joined = RXC_EDGE_COCITED,
        .name = "cocitation",
    };
    return rxc_pairs_network(arena, &input, out, err);
}

extern const rxc_network rxc_network_cocitation;
const rxc_network rxc_network_cocitation = {
    .name = "cocitation",
    .help = "works that the same documents cite",
    .directed = false,
    .kinds = RXC_NODES_USUAL,
    .derive = derive,
};
