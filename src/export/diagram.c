/* diagram.c: builds the diagram.
 *
 * Columns from left to right: authors, documents, cited works, journals, drugs, disorders. Each column is a set of
 * equal rank, held in order by invisible edges. Diagram and legend are two clusters, so that dot packs the legend below
 * the diagram. Networks of equals (co-citation, coupling, co-authors) are laid out by neato instead. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/diagram.h"

#include <math.h>

#include "export/diagram_text.h"
#include "export/legend.h"
#include "export/look.h"
#include "model/notice.h"

enum {
    FONT_SIZE = 12,  /* points */
    FONT_GROWTH = 3, /* of the most important of a kind */
    SOME = 20,       /* nodes from which the columns move apart */
    MANY = 40,
};

typedef struct drawing {
    rxc_cgraph c;
    const rxc_graph *graph;
    const rxc_pick *pick;
    Agraph_t *body; /* the cluster of the diagram */
    Agraph_t *column[RXC_RANKS];
    Agnode_t *first[RXC_RANKS]; /* of each column */
    Agnode_t **node;            /* [graph nodes] NULL: not drawn */
} drawing;

static void set_defaults(Agraph_t *g)
{
    static const char *const defaults[][2] = {
        { "bgcolor", "white" },
        { "charset", "UTF-8" },
        { "fontname", "Helvetica" },
        { "fontsize", "11" },
        { "linelength", "0" },
        { "nodesep", "0.12" },
        { "outputorder", "edgesfirst" },
        { "pad", "0.2" },
        { "rankdir", "LR" },
        { "ranksep", "0.9" },
        { "pack", "24" },
        { "packmode", "array_ct1" },
        { "stylesheet", "" },
    };
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        rxc_cgraph_default(g, AGRAPH, defaults[i][0], defaults[i][1]);
    rxc_cgraph_default(g, AGRAPH, "label", "");
    rxc_cgraph_default(g, AGNODE, "label",
                       "\\N"); /* Graphviz's own, which it states only after it has drawn something */
    rxc_cgraph_default(g, AGNODE, "fontname", "Helvetica");
    rxc_cgraph_default(g, AGNODE, "fontsize", "12");
    rxc_cgraph_default(g, AGNODE, "height", "0.3");
    rxc_cgraph_default(g, AGNODE, "width", "0.3");
    rxc_cgraph_default(g, AGNODE, "target", "_blank");
    rxc_cgraph_default(g, AGEDGE, "arrowsize", "0.7");
    rxc_cgraph_default(g, AGEDGE, "fontname", "Helvetica");
}

static void set_look(Agnode_t *n, const rxc_node *node, double size)
{
    const rxc_node_look *look = rxc_look_node(node);
    bool marked = rxc_notice_is_warning(node->status);
    rxc_cgraph_set(n, "shape", look->shape);
    rxc_cgraph_set(n, "style", look->style);
    rxc_cgraph_set(n, "fillcolor", marked ? "#FFFFFF" : look->fill);
    rxc_cgraph_set(n, "color", marked ? "#B00020" : look->line);
    rxc_cgraph_set(n, "fontcolor", marked ? "#B00020" : look->text);
    rxc_cgraph_set(n, "fontname", look->font);
    rxc_cgraph_set(n, "margin", look->margin);
    if (marked) rxc_cgraph_set(n, "penwidth", "2");
    if (node->kind == RXC_NODE_DOCUMENT) rxc_cgraph_setf(n, "fontsize", "%d", FONT_SIZE + 1);
    if (size > 0) rxc_cgraph_setf(n, "fontsize", "%.1f", FONT_SIZE + FONT_GROWTH * size);
}

/* What the node is, for programs that read the DOT file, beside what people see. */
static void set_facts(const drawing *d, Agnode_t *n, const rxc_node *node)
{
    rxc_cgraph_set(n, "kind", rxc_node_kind_name(node->kind));
    rxc_cgraph_text(&d->c, n, "label", rxc_diagram_label(d->c.scratch, node));
    rxc_cgraph_text(&d->c, n, "tooltip", rxc_diagram_node_tip(d->c.scratch, node));
    rxc_cgraph_text(&d->c, n, "URL", rxc_diagram_url(d->c.scratch, node));
    if (node->year) rxc_cgraph_setf(n, "year", "%d", node->year);
    rxc_cgraph_text(&d->c, n, "doi", node->doi);
    rxc_cgraph_text(&d->c, n, "pmid", node->pmid);
    if (node->codes.n) rxc_cgraph_text(&d->c, n, "codes", node->codes);
}

static void draw_node(drawing *d, size_t i)
{
    const rxc_node *node = &d->graph->nodes.v[i];
    const rxc_look_rank rank = rxc_look_node(node)->rank;
    double top = d->pick->top[node->kind];
    bool sized = d->pick->sized && top > 0 && node->kind != RXC_NODE_DOCUMENT;
    double size = sized ? sqrt(d->pick->rank[i] / top) : 0;
    Agnode_t *n = rxc_cgraph_node(&d->c, d->column[rank] ? d->column[rank] : d->body, node->id);
    d->node[i] = n;
    if (!d->first[rank]) d->first[rank] = n;
    set_facts(d, n, node);
    set_look(n, node, size);
}

/* "+ 12 more works" beside a document whose lesser references are not drawn. */
static void draw_lone(drawing *d, size_t i)
{
    size_t lone = d->pick->lone[i];
    if (!lone || !d->node[i] || !d->column[RXC_RANK_WORK]) return;
    Str name = arena_printf(d->c.scratch, "more:%.*s", STR_ARG(d->graph->nodes.v[i].id));
    Agnode_t *n = rxc_cgraph_node(&d->c, d->column[RXC_RANK_WORK], name);
    if (!d->first[RXC_RANK_WORK]) d->first[RXC_RANK_WORK] = n;
    rxc_cgraph_setf(n, "label", "+ %zu more work%s", lone, lone == 1 ? "" : "s");
    rxc_cgraph_set(n, "tooltip", "Cited works that are not drawn");
    rxc_cgraph_set(n, "shape", "box");
    rxc_cgraph_set(n, "style", "rounded,dashed");
    rxc_cgraph_set(n, "color", "#8593A3");
    rxc_cgraph_set(n, "fontcolor", "#555555");
    rxc_cgraph_set(n, "fontsize", "10");
    Agedge_t *e = rxc_cgraph_edge(d->body, d->node[i], n, "more");
    rxc_cgraph_set(e, "color", "#C3CAD2");
    rxc_cgraph_set(e, "style", "dashed");
    rxc_cgraph_set(e, "arrowhead", "none");
    rxc_cgraph_set(e, "tooltip", "cites");
}

/* Such edges (a document cites another) bend out to the left, where they are seen. */
static bool same_column(const drawing *d, const rxc_edge *edge)
{
    return rxc_look_node(&d->graph->nodes.v[edge->from])->rank == rxc_look_node(&d->graph->nodes.v[edge->to])->rank;
}

static void draw_edge(drawing *d, const rxc_edge *edge)
{
    const rxc_edge_look *look = rxc_look_edge(edge->kind, edge->certainty);
    const char *kind = rxc_edge_kind_name(edge->kind);
    bool evidence = edge->kind == RXC_EDGE_ADVERSE_EFFECT || edge->kind == RXC_EDGE_TREATS;
    double strength = evidence ? (double)edge->independent : edge->kind == RXC_EDGE_MENTIONS ? 1 : edge->weight;
    Agedge_t *e = rxc_cgraph_edge(d->body, d->node[edge->from], d->node[edge->to], kind);
    rxc_cgraph_set(e, "kind", kind);
    rxc_cgraph_set(e, "color", look->color);
    if (strcmp(look->style, "solid") != 0) rxc_cgraph_set(e, "style", look->style);
    rxc_cgraph_set(e, "arrowhead", d->graph->directed ? look->head : "none");
    rxc_cgraph_setf(e, "penwidth", "%.1f", look->width + (strength > 1 ? fmin(log2(strength), 3) * 0.7 : 0));
    if (d->pick->layered && same_column(d, edge)) {
        rxc_cgraph_set(e, "tailport", "w");
        rxc_cgraph_set(e, "headport", "w");
    }
    if (evidence) rxc_cgraph_set(e, "certainty", rxc_certainty_name(edge->certainty));
    if (evidence) rxc_cgraph_set(e, "weight", "3");
    rxc_cgraph_text(&d->c, e, "tooltip", rxc_diagram_edge_tip(d->c.scratch, d->graph, edge));
}

/* The columns that have something to show. */
static void make_columns(drawing *d)
{
    bool used[RXC_RANKS] = { false };
    for (size_t i = 0; i < d->graph->nodes.n; i++) {
        if (d->pick->node[i]) used[rxc_look_node(&d->graph->nodes.v[i])->rank] = true;
        if (d->pick->node[i] && d->pick->lone[i]) used[RXC_RANK_WORK] = true;
    }
    for (size_t rank = 0; rank < RXC_RANKS; rank++) {
        if (!used[rank]) continue;
        d->column[rank] = rxc_cgraph_subgraph(d->body, NULL);
        rxc_cgraph_set(d->column[rank], "rank", "same");
    }
}

/* Invisible edges keep the columns in order where no visible edge does. */
static void order_columns(drawing *d)
{
    Agnode_t *before = NULL;
    for (size_t rank = 0; rank < RXC_RANKS; rank++) {
        if (!d->first[rank]) continue;
        if (before) {
            Agedge_t *e = rxc_cgraph_edge(d->body, before, d->first[rank], "order");
            rxc_cgraph_set(e, "style", "invis");
            rxc_cgraph_set(e, "weight", "0");
        }
        before = d->first[rank];
    }
}

static void draw_layers(drawing *d)
{
    size_t drawn = d->pick->drawn;
    rxc_cgraph_set(d->c.g, "ranksep", drawn > MANY ? "1.8" : drawn > SOME ? "1.2" : "0.8");
    d->body = rxc_cgraph_subgraph(d->c.g, "cluster_diagram");
    rxc_cgraph_set(d->body, "peripheries", "0");
    rxc_cgraph_set(d->body, "sortv", "2");
    make_columns(d);
}

static void draw_net(drawing *d)
{
    d->body = d->c.g;
    rxc_cgraph_set(d->c.g, "overlap", "false");
    rxc_cgraph_set(d->c.g, "sep", "+12");
    rxc_cgraph_set(d->c.g, "start", "1");
    rxc_cgraph_set(d->c.g, "packmode", "graph");
    rxc_cgraph_default(d->c.g, AGEDGE, "len", "1.8");
}

void rxc_diagram_build(Arena *scratch, const rxc_export_input *input, rxc_amp amp, rxc_diagram *diagram)
{
    const rxc_graph *graph = input->graph;
    rxc_pick pick;
    rxc_pick_choose(scratch, input, &pick);
    drawing d = { .graph = graph, .pick = &pick, .node = arena_array(scratch, Agnode_t *, graph->nodes.n + 1) };
    d.c = (rxc_cgraph){ .amp = amp, .scratch = scratch };
    d.c.g = rxc_cgraph_open(arena_cstr(scratch, graph->name), graph->directed);
    set_defaults(d.c.g);
    if (pick.layered) draw_layers(&d);
    else draw_net(&d);
    for (size_t i = 0; i < graph->nodes.n; i++)
        if (pick.node[i]) draw_node(&d, i);
    for (size_t i = 0; i < graph->nodes.n; i++) draw_lone(&d, i);
    for (size_t i = 0; i < graph->edges.n; i++)
        if (pick.edge[i]) draw_edge(&d, &graph->edges.v[i]);
    if (pick.layered) order_columns(&d);
    rxc_legend_draw(&d.c, graph, &pick);
    *diagram = (rxc_diagram){ d.c.g, pick.layered ? "dot" : "neato" };
}
