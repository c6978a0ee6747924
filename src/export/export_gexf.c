/* export_gexf.c: GEXF 1.2, which Gephi and all versions of networkx read (1.3 is unknown to networkx 2), with colours.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/attribute.h"

#include <stdlib.h>

#include "base/escape.h"
#include "export/look.h"

extern const rxc_exporter rxc_export_gexf;

static const char *const type_names[] = { "string", "integer", "double", "boolean" };

static void add_declaration(Buf *out, const char *scope, const char *name, rxc_attribute_type type)
{
    buf_printf(out, "      <attribute id=\"%s_%s\" title=\"%s\" type=\"%s\"/>\n", scope, name, name, type_names[type]);
}

static void add_declarations(Buf *out, const rxc_export_input *input)
{
    buf_add(out, S("    <attributes class=\"node\">\n"));
    for (const rxc_attribute *a = rxc_attribute_nodes; a->name; a++) add_declaration(out, "n", a->name, a->type);
    for (size_t c = 0; c < rxc_attribute_columns(input); c++) {
        const rxc_column *column = &input->columns->v[c];
        add_declaration(out, "m", column->name, column->whole ? RXC_ATTRIBUTE_WHOLE : RXC_ATTRIBUTE_REAL);
    }
    buf_add(out, S("    </attributes>\n    <attributes class=\"edge\">\n"));
    for (const rxc_attribute *a = rxc_attribute_edges; a->name; a++) add_declaration(out, "e", a->name, a->type);
    buf_add(out, S("    </attributes>\n"));
}

static void add_value(Buf *out, const char *scope, const char *name, Buf *value)
{
    if (value->n) {
        buf_printf(out, "          <attvalue for=\"%s_%s\" value=\"", scope, name);
        escape_xml(out, buf_str(value));
        buf_add(out, S("\"/>\n"));
    }
    buf_reset(value);
}

/* "#RRGGBB" of the kind's lines. */
static void add_color(Buf *out, const rxc_node *node)
{
    unsigned long rgb = strtoul(rxc_look_node(node)->line + 1, NULL, 16);
    buf_printf(out, "        <viz:color r=\"%lu\" g=\"%lu\" b=\"%lu\"/>\n", rgb >> 16, rgb >> 8 & 255, rgb & 255);
}

static void add_attribute(Buf *out, const char *name, Str value)
{
    buf_printf(out, " %s=\"", name);
    escape_xml(out, value);
    buf_char(out, '"');
}

static void add_node(Buf *out, Buf *value, const rxc_export_input *input, size_t i)
{
    const rxc_node *node = &input->graph->nodes.v[i];
    buf_add(out, S("      <node"));
    add_attribute(out, "id", node->id);
    add_attribute(out, "label", node->label);
    buf_add(out, S(">\n        <attvalues>\n"));
    for (const rxc_attribute *a = rxc_attribute_nodes; a->name; a++) {
        a->print(value, input->graph, i);
        add_value(out, "n", a->name, value);
    }
    for (size_t c = 0; c < rxc_attribute_columns(input); c++) {
        rxc_column_print(value, &input->columns->v[c], i);
        add_value(out, "m", input->columns->v[c].name, value);
    }
    buf_add(out, S("        </attvalues>\n"));
    add_color(out, node);
    buf_add(out, S("      </node>\n"));
}

static void add_edge(Buf *out, Buf *value, const rxc_graph *graph, size_t i)
{
    const rxc_edge *edge = &graph->edges.v[i];
    buf_printf(out, "      <edge id=\"%zu\"", i);
    add_attribute(out, "source", graph->nodes.v[edge->from].id);
    add_attribute(out, "target", graph->nodes.v[edge->to].id);
    buf_printf(out, " weight=\"%.6g\" label=\"%s\">\n        <attvalues>\n", edge->weight,
               rxc_edge_kind_name(edge->kind));
    for (const rxc_attribute *a = rxc_attribute_edges; a->name; a++) {
        a->print(value, graph, i);
        add_value(out, "e", a->name, value);
    }
    buf_add(out, S("        </attvalues>\n      </edge>\n"));
}

static rxc_status write_all(Buf *out, Buf *value, const rxc_export_input *input, FILE *file, rxc_err *err)
{
    const rxc_graph *graph = input->graph;
    buf_add(out, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
                   "version=\"1.2\">\n"));
    buf_printf(out, "  <graph mode=\"static\" defaultedgetype=\"%s\">\n", graph->directed ? "directed" : "undirected");
    add_declarations(out, input);
    buf_add(out, S("    <nodes>\n"));
    for (size_t i = 0; i < graph->nodes.n; i++) {
        add_node(out, value, input, i);
        RXC_TRY(rxc_attribute_flush(out, file, err));
    }
    buf_add(out, S("    </nodes>\n    <edges>\n"));
    for (size_t i = 0; i < graph->edges.n; i++) {
        add_edge(out, value, graph, i);
        RXC_TRY(rxc_attribute_flush(out, file, err));
    }
    buf_add(out, S("    </edges>\n  </graph>\n</gexf>\n"));
    return rxc_attribute_flush(out, file, err);
}

static rxc_status write_gexf(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 }, value = { 0 };
    rxc_status status = write_all(&out, &value, input, file, err);
    buf_clear(&out);
    buf_clear(&value);
    return status;
}

const rxc_exporter rxc_export_gexf = {
    .name = "gexf",
    .extension = ".gexf",
    .media = "application/gexf+xml",
    .help = "all nodes, links, attributes and measures in Gephi's own format (1.2), with colours",
    .write = write_gexf,
};
