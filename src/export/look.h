/* look.h: how kinds of nodes and edges look: shapes and colours that hold for colour-blind readers and in print.
 * Colours follow Okabe & Ito 2008 (blue, orange, vermilion, bluish green), darkened for lines and text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_LOOK_H
#define RXC_EXPORT_LOOK_H

#include "graph/graph.h"

/* Columns of the drawing from left to right. */
typedef enum rxc_look_rank {
    RXC_RANK_AUTHOR,
    RXC_RANK_DOCUMENT,
    RXC_RANK_WORK,
    RXC_RANK_JOURNAL,
    RXC_RANK_DRUG,
    RXC_RANK_DISORDER,
    RXC_RANKS
} rxc_look_rank;

typedef struct rxc_node_look {
    const char *legend; /* "Document read" */
    const char *shape, *style, *fill, *line, *text, *font, *margin;
    rxc_look_rank rank;
} rxc_node_look;

typedef struct rxc_edge_look {
    const char *legend; /* "cites" */
    const char *color, *style, *head;
    double width; /* points, of the weakest */
} rxc_edge_look;

/* A disorder that is a reaction looks different from one that is only treated or mentioned. */
const rxc_node_look *rxc_look_node(const rxc_node *node);
const rxc_node_look *rxc_look_kind(rxc_node_kind kind, bool reaction);
const rxc_edge_look *rxc_look_edge(rxc_edge_kind kind, rxc_certainty certainty);

#endif
