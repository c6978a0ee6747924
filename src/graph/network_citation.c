/* network_citation.c: which documents cite which works. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/graph.h"

static rxc_status derive(Arena *arena, const rxc_graph *full, rxc_graph **out, rxc_err *err)
{
    (void)err;
    *out = rxc_graph_select(arena, full, 1u << RXC_NODE_DOCUMENT | 1u << RXC_NODE_WORK);
    (*out)->name = S("citation");
    return RXC_OK;
}

extern const rxc_network rxc_network_citation;
const rxc_network rxc_network_citation = {
    .name = "citation",
    .help = "document or work -> the work that it cites",
    .directed = true,
    .kinds = RXC_NODES_USUAL,
    .derive = derive,
};
