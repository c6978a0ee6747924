/* look.c: the table of looks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/look.h"

#define PLAIN "Helvetica"
#define BOLD "Helvetica-Bold"
#define BOX_MARGIN "0.13,0.055" /* inches; shapes with slanted or round ends bring room of their own */
#define ROUND_MARGIN "0.02,0.02"

static const rxc_node_look nodes[RXC_NODE_KIND_COUNT] = {
    [RXC_NODE_DOCUMENT] = { "Document read", "box", "filled", "#1F3A5F", "#1F3A5F", "#FFFFFF", BOLD, BOX_MARGIN,
                            RXC_RANK_DOCUMENT },
    [RXC_NODE_WORK] = { "Cited work", "box", "filled,rounded", "#EAF2FA", "#3E7CB1", "#17324D", PLAIN, BOX_MARGIN,
                        RXC_RANK_WORK },
    [RXC_NODE_DRUG] = { "Drug", "ellipse", "filled", "#FFE9B8", "#B87A00", "#3D2B00", PLAIN, ROUND_MARGIN,
                        RXC_RANK_DRUG },
    [RXC_NODE_DISORDER] = { "Disorder", "hexagon", "filled", "#E0F3EC", "#1F7A5C", "#0F3D2E", PLAIN, ROUND_MARGIN,
                            RXC_RANK_DISORDER },
    [RXC_NODE_AUTHOR] = { "Author", "plain", "", "#FFFFFF", "#FFFFFF", "#333333", PLAIN, BOX_MARGIN, RXC_RANK_AUTHOR },
    [RXC_NODE_JOURNAL] = { "Journal", "tab", "filled", "#F3E8F0", "#9C5A86", "#47213A", PLAIN, BOX_MARGIN,
                           RXC_RANK_JOURNAL },
};

static const rxc_node_look reaction_look = { "Reaction", "octagon", "filled",     "#FBE0D6",        "#C8471A",
                                             "#5A1E08",  PLAIN,     ROUND_MARGIN, RXC_RANK_DISORDER };

static const rxc_edge_look edges[RXC_EDGE_KIND_COUNT] = {
    [RXC_EDGE_CITES] = { "cites", "#8593A3", "solid", "normal", 1.0 },
    [RXC_EDGE_MENTIONS] = { "mentions", "#C3CAD2", "solid", "vee", 0.8 },
    [RXC_EDGE_ADVERSE_EFFECT] = { "adverse effect", "#C8471A", "solid", "normal", 1.6 },
    [RXC_EDGE_TREATS] = { "treats", "#1F7A5C", "solid", "odot", 1.6 },
    [RXC_EDGE_WROTE] = { "wrote", "#C3CAD2", "solid", "none", 0.8 },
    [RXC_EDGE_PUBLISHED_IN] = { "published in", "#C99DBB", "solid", "none", 0.8 },
    [RXC_EDGE_COCITED] = { "cited together", "#8593A3", "solid", "none", 0.8 },
    [RXC_EDGE_COUPLED] = { "share references", "#8593A3", "solid", "none", 0.8 },
    [RXC_EDGE_COAUTHOR] = { "wrote together", "#8593A3", "solid", "none", 0.8 },
};

/* Evidence that is not asserted. */
static const rxc_edge_look unsure_edges[][2] = {
    [RXC_SPECULATED] = { { "adverse effect, suspected", "#C8471A", "dashed", "normal", 1.4 },
                         { "treats, suspected", "#1F7A5C", "dashed", "odot", 1.4 } },
    [RXC_NEGATED] = { { "adverse effect, denied", "#777777", "dotted", "tee", 1.2 },
                      { "treats, denied", "#777777", "dotted", "tee", 1.2 } },
};

const rxc_node_look *rxc_look_kind(rxc_node_kind kind, bool reaction)
{
    return kind == RXC_NODE_DISORDER && reaction ? &reaction_look : &nodes[kind];
}

const rxc_node_look *rxc_look_node(const rxc_node *node) { return rxc_look_kind(node->kind, node->reaction); }

const rxc_edge_look *rxc_look_edge(rxc_edge_kind kind, rxc_certainty certainty)
{
    bool evidence = kind == RXC_EDGE_ADVERSE_EFFECT || kind == RXC_EDGE_TREATS;
    if (evidence && certainty != RXC_ASSERTED) return &unsure_edges[certainty][kind == RXC_EDGE_TREATS];
    return &edges[kind];
}
