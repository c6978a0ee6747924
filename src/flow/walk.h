/* walk.h: shortest walks through the graph. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_WALK_H
#define RXC_FLOW_WALK_H

#include "graph/graph.h"

typedef VEC(size_t) rxc_walk; /* edges, from the first node to the last */

/* A shortest walk from a to b, edges taken in both directions; of several the one with the first nodes. False when there is none.
 * Empty when a is b. Cost O(V + E) */
bool rxc_walk_shortest(Arena *arena, const rxc_graph *graph, size_t a, size_t b, rxc_walk *out);

#endif
