/* export_cyjs.c: Cytoscape's JSON. networkx wants `value` and `name` in every node and the two flags at the top. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jsonw.h"
#include "export/attribute.h"

extern const rxc_exporter rxc_export_cyjs;

static void add_value(Jsonw *w, const char *name, rxc_attribute_type type, Buf *value)
{
    double number = 0;
    if (value->n && type == RXC_ATTRIBUTE_TRUTH) jsonw_key_bool(w, name, value->p[0] == 't');
    else if (value->n && type == RXC_ATTRIBUTE_TEXT) jsonw_key_str(w, name, buf_str(value));
    else if (value->n && str_to_double(buf_str(value), &number)) jsonw_key(w, name), jsonw_num(w, number, 6);
    buf_reset(value);
}

static void add_node(Jsonw *w, Buf *value, const rxc_export_input *input, size_t i)
{
    const rxc_node *node = &input->graph->nodes.v[i];
    jsonw_object(w);
    jsonw_key(w, "data");
    jsonw_object(w);
    jsonw_key_str(w, "id", node->id);
    jsonw_key_str(w, "value", node->id);
    jsonw_key_str(w, "name", node->label);
    for (const rxc_attribute *a = rxc_attribute_nodes; a->name; a++) {
        a->print(value, input->graph, i);
        add_value(w, a->name, a->type, value);
    }
    for (size_t c = 0; c < rxc_attribute_columns(input); c++) {
        rxc_column_print(value, &input->columns->v[c], i);
        add_value(w, input->columns->v[c].name, RXC_ATTRIBUTE_REAL, value);
    }
    jsonw_end_object(w);
    jsonw_end_object(w);
}

static void add_edge(Jsonw *w, Buf *value, const rxc_graph *graph, size_t i)
{
    const rxc_edge *edge = &graph->edges.v[i];
    jsonw_object(w);
    jsonw_key(w, "data");
    jsonw_object(w);
    buf_printf(value, "e%zu", i);
    jsonw_key_str(w, "id", buf_str(value));
    buf_reset(value);
    jsonw_key_str(w, "source", graph->nodes.v[edge->from].id);
    jsonw_key_str(w, "target", graph->nodes.v[edge->to].id);
    jsonw_key_str(w, "interaction", str_from(rxc_edge_kind_name(edge->kind)));
    for (const rxc_attribute *a = rxc_attribute_edges; a->name; a++) {
        a->print(value, graph, i);
        add_value(w, a->name, a->type, value);
    }
    jsonw_end_object(w);
    jsonw_end_object(w);
}

static rxc_status write_all(Jsonw *w, Buf *value, const rxc_export_input *input, FILE *file, rxc_err *err)
{
    const rxc_graph *graph = input->graph;
    jsonw_object(w);
    jsonw_key_str(w, "format_version", S("1.0"));
    jsonw_key_str(w, "generated_by", S("rxcite"));
    jsonw_key_bool(w, "directed", graph->directed);
    jsonw_key_bool(w, "multigraph", true);
    jsonw_key(w, "data"), jsonw_object(w), jsonw_key_str(w, "name", graph->name), jsonw_end_object(w);
    jsonw_key(w, "elements"), jsonw_object(w);
    jsonw_key(w, "nodes"), jsonw_array(w);
    for (size_t i = 0; i < graph->nodes.n; i++) {
        add_node(w, value, input, i);
        RXC_TRY(rxc_attribute_flush(w->out, file, err));
    }
    jsonw_end_array(w);
    jsonw_key(w, "edges"), jsonw_array(w);
    for (size_t i = 0; i < graph->edges.n; i++) {
        add_edge(w, value, graph, i);
        RXC_TRY(rxc_attribute_flush(w->out, file, err));
    }
    jsonw_end_array(w), jsonw_end_object(w), jsonw_end_object(w);
    buf_char(w->out, '\n');
    return rxc_attribute_flush(w->out, file, err);
}

static rxc_status write_cyjs(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 }, value = { 0 };
    Jsonw w = { .out = &out };
    rxc_status status = write_all(&w, &value, input, file, err);
    buf_clear(&out);
    buf_clear(&value);
    return status;
}

const rxc_exporter rxc_export_cyjs = {
    .name = "cyjs",
    .extension = ".cyjs",
    .media = "application/json",
    .help = "all nodes, links, attributes and measures for Cytoscape and cytoscape.js",
    .write = write_cyjs,
};
