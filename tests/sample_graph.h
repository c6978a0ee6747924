/* sample_graph.h: small graphs made by hand, for the tests of exporters and reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_SAMPLE_GRAPH_H
#define RXC_TESTS_SAMPLE_GRAPH_H

#include "graph/column.h"
#include "graph/graph.h"

static inline size_t sample_node(rxc_graph *graph, rxc_node_kind kind, const char *id, const char *label, int year)
{
    *vec_push(graph->arena, &graph->nodes) = (rxc_node){ .kind = kind,
                                                         .id = str_from(id),
                                                         .label = str_from(label),
                                                         .title = str_from(label),
                                                         .year = year,
                                                         .documents = 1 };
    return graph->nodes.n - 1;
}

static inline rxc_edge *sample_edge(rxc_graph *graph, rxc_edge_kind kind, size_t from, size_t to)
{
    rxc_edge *edge = vec_push(graph->arena, &graph->edges);
    *edge =
        (rxc_edge){ .kind = kind, .from = from, .to = to, .weight = 1, .count = 1, .documents = 1, .independent = 1 };
    return edge;
}

static inline void sample_place(rxc_graph *graph, rxc_edge *edge, size_t document, size_t line, const char *text)
{
    const rxc_node *node = &graph->nodes.v[document];
    *vec_push(graph->arena, &edge->places) = (rxc_place){ .document = document, .source = node->id, .file = node->file, .line = line,
                                                          .text = str_from(text), .rule = S("after"), .score = 0.9f };
}

/* One letter that cites two works and reports a reaction. */
static inline rxc_graph *sample_graph(Arena *arena)
{
    rxc_graph *g = arena_new(arena, rxc_graph);
    *g = (rxc_graph){ .name = S("full"), .directed = true, .arena = arena };
    size_t letter = sample_node(g, RXC_NODE_DOCUMENT, "giorgio2025acute", "Giorgio 2025", 2025);
    size_t szatkowski = sample_node(g, RXC_NODE_WORK, "szatkowski2015acute", "Szatkowski 2015", 2015);
    size_t wu = sample_node(g, RXC_NODE_WORK, "wu2022dupilumab", "Wu 2022", 2022);
    size_t dupilumab = sample_node(g, RXC_NODE_DRUG, "drug:dupilumab", "dupilumab", 0);
    size_t agep = sample_node(g, RXC_NODE_DISORDER, "disorder:acute-generalized-exanthematous-pustulosis",
                              "acute generalized exanthematous pustulosis", 0);
    size_t ad = sample_node(g, RXC_NODE_DISORDER, "disorder:atopic-dermatitis", "atopic dermatitis", 0);
    g->nodes.v[letter].title = S("Acute generalized exanthematous pustulosis triggered by dupilumab");
    g->nodes.v[letter].group = S("letter");
    g->nodes.v[letter].file = S("letter.md");
    g->nodes.v[wu].journal = S("Acta Derm Venereol");
    g->nodes.v[wu].doi = S("10.2340/actadv.v102.2014");
    g->nodes.v[agep].reaction = true;
    sample_edge(g, RXC_EDGE_CITES, letter, szatkowski);
    sample_edge(g, RXC_EDGE_CITES, letter, wu)->count = 2;
    sample_edge(g, RXC_EDGE_MENTIONS, letter, dupilumab)->count = 9;
    rxc_edge *adverse = sample_edge(g, RXC_EDGE_ADVERSE_EFFECT, dupilumab, agep);
    adverse->independent = 2;
    sample_place(g, adverse, letter, 12, "AGEP came two days after the first dose of dupilumab.");
    sample_edge(g, RXC_EDGE_TREATS, dupilumab, ad);
    return g;
}

/* Labels that break writers which do not escape. */
#define SAMPLE_HOSTILE "a \"b\" <c> & d \\ e's &lt; &#45; \\N é"

static inline rxc_graph *sample_hostile(Arena *arena)
{
    rxc_graph *g = arena_new(arena, rxc_graph);
    *g = (rxc_graph){ .name = S("full"), .directed = true, .arena = arena };
    size_t d = sample_node(g, RXC_NODE_DOCUMENT, "d\"<&>\\", SAMPLE_HOSTILE, 0);
    size_t w = sample_node(g, RXC_NODE_WORK, "w", "two\nlines\\", 2020);
    size_t x = sample_node(g, RXC_NODE_WORK, "x", "<b>not bold</b>", 0);
    g->nodes.v[d].title = S("tab\there, comma, \"quote\"\nnext = line\\");
    g->nodes.v[w].url = S("javascript:alert(1)");
    g->nodes.v[x].doi = S("10.1000/<a>\"b\"&c");
    sample_place(g, sample_edge(g, RXC_EDGE_CITES, d, w), d, 1, "]]> --> </title><script>alert(1)</script>");
    sample_edge(g, RXC_EDGE_CITES, d, x);
    return g;
}

#endif
