/* pairs.h: counts how often two things stand in one group: works in a list of references, authors on a paper. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_GRAPH_PAIRS_H
#define RXC_GRAPH_PAIRS_H

#include "graph/graph.h"

/* Membership of items in groups, both nodes of one graph: every edge of a kind joins an item and a group. */
typedef struct rxc_pairs_input {
    const rxc_graph *full;
    rxc_edge_kind member; /* edges that say so */
    bool items_are_cited; /* the item is the edge's `to`, its group the `from`; else the other way round */
    rxc_edge_kind joined; /* kind of the edges that are made */
    const char *name;     /* of the network */
} rxc_pairs_input;

/* An undirected network of all items that are in some group, in which two are joined when they share groups; the
 * weight is the number of groups they share. Memory goes with the pairs that there are, never with V².
 * Errors  RXC_LIMIT more than RXC_PAIRS_STEPS pairs to count or RXC_PAIRS_EDGES edges
 * Cost    O(sum over groups of their size²) */
rxc_status rxc_pairs_network(Arena *arena, const rxc_pairs_input *input, rxc_graph **out, rxc_err *err);

enum { RXC_PAIRS_STEPS = 1000000000, RXC_PAIRS_EDGES = 20000000 };

#endif
