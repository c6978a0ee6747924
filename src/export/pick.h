/* pick.h: what of a graph is drawn, so that the picture stays readable, and what is left out, so that it can be said.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_PICK_H
#define RXC_EXPORT_PICK_H

#include "export/exporter.h"

typedef struct rxc_pick {
    bool *node, *edge;                    /* [nodes], [edges] drawn? */
    double *rank;                         /* [nodes] importance: PageRank where it is known, else degree; > = 0 */
    double *top;                          /* [kinds] the largest rank of a drawn node of the kind */
    size_t *lone;                         /* [nodes] of a document: works that only it cites and that are left out */
    size_t left_out[RXC_NODE_KIND_COUNT]; /* nodes that are not drawn */
    size_t drawn;                         /* nodes that are */
    size_t edges_left_out;                /* edges between drawn nodes that are not drawn */
    bool layered;                         /* documents, works, concepts from left to right; else a net of equals */
    bool sized;                           /* rank comes from a column of measures */
} rxc_pick;

/* Choose. Everything is in arena. Cost O(nodes log nodes + edges log edges). */
void rxc_pick_choose(Arena *arena, const rxc_export_input *input, rxc_pick *pick);

#endif
