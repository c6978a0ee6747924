/* export_graphml.c: GraphML with all attributes and measures.
 *
 * The namespace is required by igraph, edgedefault by all; types are only those of the specification; a missing value
 * is no <data> element at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/attribute.h"

#include "base/escape.h"

extern const rxc_exporter rxc_export_graphml;

static const char *const type_names[] = { "string", "int", "double", "boolean" };

static void add_key(Buf *out, const char *id, const char *scope, const char *name, rxc_attribute_type type)
{
    buf_printf(out, "  <key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", id, name, scope, name,
               type_names[type]);
}

static void add_keys(Buf *out, const rxc_export_input *input)
{
    for (const rxc_attribute *a = rxc_attribute_nodes; a->name; a++) add_key(out, "n", "node", a->name, a->type);
    for (size_t c = 0; c < rxc_attribute_columns(input); c++) {
        const rxc_column *column = &input->columns->v[c];
        add_key(out, "m", "node", column->name, column->whole ? RXC_ATTRIBUTE_WHOLE : RXC_ATTRIBUTE_REAL);
    }
    for (const rxc_attribute *a = rxc_attribute_edges; a->name; a++) add_key(out, "e", "edge", a->name, a->type);
}

static void add_data(Buf *out, const char *id, const char *name, Buf *value)
{
    if (value->n) {
        buf_printf(out, "      <data key=\"%s_%s\">", id, name);
        escape_xml(out, buf_str(value));
        buf_add(out, S("</data>\n"));
    }
    buf_reset(value);
}

static void add_node(Buf *out, Buf *value, const rxc_export_input *input, size_t i)
{
    buf_add(out, S("    <node id=\""));
    escape_xml(out, input->graph->nodes.v[i].id);
    buf_add(out, S("\">\n"));
    for (const rxc_attribute *a = rxc_attribute_nodes; a->name; a++) {
        a->print(value, input->graph, i);
        add_data(out, "n", a->name, value);
    }
    for (size_t c = 0; c < rxc_attribute_columns(input); c++) {
        rxc_column_print(value, &input->columns->v[c], i);
        add_data(out, "m", input->columns->v[c].name, value);
    }
    buf_add(out, S("    </node>\n"));
}

static void add_edge(Buf *out, Buf *value, const rxc_graph *graph, size_t i)
{
    const rxc_edge *edge = &graph->edges.v[i];
    buf_printf(out, "    <edge id=\"e%zu\" source=\"", i);
    escape_xml(out, graph->nodes.v[edge->from].id);
    buf_add(out, S("\" target=\""));
    escape_xml(out, graph->nodes.v[edge->to].id);
    buf_add(out, S("\">\n"));
    for (const rxc_attribute *a = rxc_attribute_edges; a->name; a++) {
        a->print(value, graph, i);
        add_data(out, "e", a->name, value);
    }
    buf_add(out, S("    </edge>\n"));
}

static rxc_status write_all(Buf *out, Buf *value, const rxc_export_input *input, FILE *file, rxc_err *err)
{
    const rxc_graph *graph = input->graph;
    buf_add(out, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
                   "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                   "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                   "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"));
    add_keys(out, input);
    buf_printf(out, "  <graph edgedefault=\"%s\">\n", graph->directed ? "directed" : "undirected");
    for (size_t i = 0; i < graph->nodes.n; i++) {
        add_node(out, value, input, i);
        RXC_TRY(rxc_attribute_flush(out, file, err));
    }
    for (size_t i = 0; i < graph->edges.n; i++) {
        add_edge(out, value, graph, i);
        RXC_TRY(rxc_attribute_flush(out, file, err));
    }
    buf_add(out, S("  </graph>\n</graphml>\n"));
    return rxc_attribute_flush(out, file, err);
}

static rxc_status write_graphml(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 }, value = { 0 };
    rxc_status status = write_all(&out, &value, input, file, err);
    buf_clear(&out);
    buf_clear(&value);
    return status;
}

const rxc_exporter rxc_export_graphml = {
    .name = "graphml",
    .extension = ".graphml",
    .media = "application/graphml+xml",
    .help = "all nodes, links, attributes and measures for Gephi, Cytoscape, yEd, networkx, igraph",
    .write = write_graphml,
};
