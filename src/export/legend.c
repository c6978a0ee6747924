/* legend.c: draws the key: a row of the kinds of nodes above a row of the kinds of lines, and a note below. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/legend.h"

#include "base/buf.h"
#include "export/diagram_text.h"
#include "export/look.h"

/* Nodes of the key: kinds, a reaction as a kind of its own. */
enum { KEY_REACTION = RXC_NODE_KIND_COUNT, KEYS, LINES_IN_ROW = 3 };

static const size_t order[KEYS] = { RXC_NODE_AUTHOR, RXC_NODE_DOCUMENT, RXC_NODE_WORK,    RXC_NODE_JOURNAL,
                                    RXC_NODE_DRUG,   KEY_REACTION,      RXC_NODE_DISORDER };

typedef struct key {
    const rxc_cgraph *c;
    Agraph_t *box;
    Agnode_t *line_end; /* name of the line before */
    int marks, lines;
    bool wanted[KEYS];
    bool drawn[RXC_EDGE_KIND_COUNT][RXC_NEGATED + 1];
} key;

static size_t key_of(const rxc_node *node)
{
    return node->kind == RXC_NODE_DISORDER && node->reaction ? (size_t)KEY_REACTION : (size_t)node->kind;
}

static Agnode_t *draw_key_node(key *k, size_t which)
{
    bool reaction = which == KEY_REACTION;
    const rxc_node_look *look = rxc_look_kind(reaction ? RXC_NODE_DISORDER : (rxc_node_kind)which, reaction);
    Agnode_t *n = rxc_cgraph_node(k->c, k->box, arena_printf(k->c->scratch, "key:%s", look->legend));
    rxc_cgraph_set(n, "label", look->legend);
    rxc_cgraph_set(n, "tooltip", look->legend);
    rxc_cgraph_set(n, "shape", look->shape);
    rxc_cgraph_set(n, "style", look->style);
    rxc_cgraph_set(n, "fillcolor", look->fill);
    rxc_cgraph_set(n, "color", look->line);
    rxc_cgraph_set(n, "fontcolor", look->text);
    rxc_cgraph_set(n, "fontname", look->font);
    rxc_cgraph_set(n, "fontsize", "10");
    rxc_cgraph_set(n, "height", "0.24");
    return n;
}

/* An invisible point, or the name of a line. */
static Agnode_t *draw_mark(key *k, const char *name)
{
    Agnode_t *n = rxc_cgraph_node(k->c, k->box, arena_printf(k->c->scratch, "key:%d", k->marks++));
    rxc_cgraph_set(n, "shape", name ? "plain" : "point");
    if (!name) rxc_cgraph_set(n, "style", "invis");
    rxc_cgraph_setf(n, "label", name ? "\u00A0%s" : "%s", name ? name : "");
    rxc_cgraph_set(n, "tooltip", name ? name : "");
    rxc_cgraph_set(n, "fontsize", "10");
    rxc_cgraph_set(n, "fontcolor", "#444444");
    rxc_cgraph_set(n, "width", "0.02");
    return n;
}

static void hold(key *k, Agnode_t *left, Agnode_t *right)
{
    if (left) rxc_cgraph_set(rxc_cgraph_edge(k->box, left, right, "order"), "style", "invis");
}

/* A stretch of line that points to its name, the first time that its look is met; a few in each row. */
static void draw_key_edge(key *k, const rxc_edge *edge)
{
    bool evidence = edge->kind == RXC_EDGE_ADVERSE_EFFECT || edge->kind == RXC_EDGE_TREATS;
    rxc_certainty certainty = evidence ? edge->certainty : RXC_ASSERTED;
    if (k->drawn[edge->kind][certainty]) return;
    k->drawn[edge->kind][certainty] = true;
    const rxc_edge_look *look = rxc_look_edge(edge->kind, certainty);
    Agnode_t *start = draw_mark(k, NULL), *name = draw_mark(k, look->legend);
    Agedge_t *e = rxc_cgraph_edge(k->box, start, name, look->legend);
    rxc_cgraph_set(e, "color", look->color);
    rxc_cgraph_set(e, "style", look->style);
    rxc_cgraph_set(e, "arrowhead", look->head);
    rxc_cgraph_setf(e, "penwidth", "%.1f", look->width);
    rxc_cgraph_set(e, "tooltip", look->legend);
    if (k->lines++ % LINES_IN_ROW) hold(k, k->line_end, start);
    k->line_end = name;
}

/* Kinds of nodes in one row, kinds of lines in the next. */
static void draw_rows(key *k, const rxc_graph *graph, const rxc_pick *pick)
{
    for (size_t i = 0; i < graph->nodes.n; i++)
        if (pick->node[i]) k->wanted[key_of(&graph->nodes.v[i])] = true;
    Agnode_t *before = NULL;
    for (size_t i = 0; i < KEYS; i++) {
        if (!k->wanted[order[i]]) continue;
        Agnode_t *n = draw_key_node(k, order[i]);
        hold(k, before, n);
        before = n;
    }
    for (unsigned kind = 0; kind < RXC_EDGE_KIND_COUNT; kind++)
        for (size_t i = 0; i < graph->edges.n; i++)
            if (pick->edge[i] && graph->edges.v[i].kind == kind) draw_key_edge(k, &graph->edges.v[i]);
}

/* Lines that end in \l are set flush left. */
static void set_note(const rxc_cgraph *c, Agraph_t *box, Str note)
{
    Buf label = { 0 };
    Str line;
    while (note.n && str_cut(&note, '\n', &line)) buf_printf(&label, "%s\\l", rxc_cgraph_escape(c, line));
    if (label.n) rxc_cgraph_set(box, "label", arena_cstr(c->scratch, buf_str(&label)));
    buf_clear(&label);
}

void rxc_legend_draw(const rxc_cgraph *c, const rxc_graph *graph, const rxc_pick *pick)
{
    if (pick->drawn == 0) {
        rxc_cgraph_set(rxc_cgraph_node(c, c->g, S("This network has no nodes.")), "shape", "plain");
        return;
    }
    key k = { .c = c, .box = c->g };
    if (pick->layered) {
        k.box = rxc_cgraph_subgraph(c->g, "cluster_legend");
        rxc_cgraph_set(k.box, "sortv", "1");
        rxc_cgraph_set(k.box, "peripheries", "0");
        draw_rows(&k, graph, pick);
    }
    rxc_cgraph_set(k.box, "labeljust", "l");
    rxc_cgraph_set(k.box, "labelloc", "b");
    rxc_cgraph_set(k.box, "fontcolor", "#555555");
    set_note(c, k.box, rxc_diagram_note(c->scratch, pick));
}
