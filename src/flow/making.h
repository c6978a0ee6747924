/* making.h: a graph in the making: nodes by id, and who speaks of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_MAKING_H
#define RXC_FLOW_MAKING_H

#include "flow/flow.h"

/* document speaks of node: counted once per pair */
typedef struct rxc_making_pair {
    size_t node, document;
} rxc_making_pair;

/* Whose own evidence an edge is. */
typedef struct rxc_making_source {
    size_t from, to;
    rxc_edge_kind kind;
    size_t source; /* node of the work or document */
    bool negated;
} rxc_making_source;

typedef struct rxc_making {
    rxc_graph *graph;      /* nodes and edges as they come, until rxc_making_finish */
    Arena *arena, scratch; /* of the graph; of everything else here */
    const rxc_concepts *concepts;
    const rxc_store_works *works;
    size_t *slots, slot_count; /* open addressing: node + 1 of an id, 0: free */
    size_t *work_nodes;        /* [last_row + 1] node of a work */
    int64_t last_row;
    Str rule; /* the last one */
    VEC(rxc_making_pair) pairs;
    VEC(rxc_making_source) sources;
} rxc_making;

/* The node of an id; *added when it is new: then only kind and id are filled. The pointer to it is graph->nodes.v +
 * node. */
size_t rxc_making_node(rxc_making *making, rxc_node_kind kind, Str id, bool *added);

/* The node of a work's row; STR_NONE for 0. */
size_t rxc_making_work(const rxc_making *making, int64_t row);

/* A new edge with weight 1, count 0 and one document. It stays where it is until the next one. */
rxc_edge *rxc_making_edge(rxc_making *making, rxc_edge_kind kind, size_t from, size_t to);

void rxc_making_speak(rxc_making *making, size_t node, size_t document);

/* Count documents of nodes and independent sources of edges, mark reactions, put all in order. */
rxc_status rxc_making_finish(rxc_making *making, rxc_err *err);

#endif
