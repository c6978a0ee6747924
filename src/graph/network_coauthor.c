/* network_coauthor.c: people are joined by the works that they wrote together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/pairs.h"

static rxc_status derive(Arena *arena, const rxc_graph *full, rxc_graph **out, rxc_err *err)
{
    const rxc_pairs_input input = {
        .full = full,
        .member = RXC_EDGE_WROTE,
        .items_are_cited = false,
        .joined = RXC_EDGE_COAUTHOR,
        .name = "coauthor",
    };
    return rxc_pairs_network(arena, &input, out, err);
}

extern const rxc_network rxc_network_coauthor;
const rxc_network rxc_network_coauthor = {
    .name = "coauthor",
    .help = "people who wrote a work together",
    .directed = false,
    .kinds = RXC_NODES_USUAL | 1u << RXC_NODE_AUTHOR,
    .derive = derive,
};
