/* network_full.c: everything: documents, works, drugs, disorders and all that joins them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/graph.h"

static rxc_status derive(Arena *arena, const rxc_graph *full, rxc_graph **out, rxc_err *err)
{
    (void)err;
    *out = rxc_graph_select(arena, full, ~0u);
    (*out)->name = S("full");
    return RXC_OK;
}

extern const rxc_network rxc_network_full;
const rxc_network rxc_network_full = {
    .name = "full",
    .help = "documents, cited works, drugs and disorders, and all that joins them",
    .directed = true,
    .kinds = RXC_NODES_USUAL,
    .derive = derive,
};
