/* report_centrality_json.c: every measure explained, and its value for each node. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jsonw.h"
#include "report/facts.h"

extern const rxc_report rxc_report_centrality_json;

static void add_measures(Jsonw *w, const rxc_columns *columns)
{
    jsonw_key(w, "measures");
    jsonw_array(w);
    for (size_t c = 0; columns && c < columns->n; c++) {
        const rxc_column *column = &columns->v[c];
        jsonw_object(w);
        jsonw_key_str(w, "name", str_from(column->name));
        jsonw_key_some(w, "unit", str_from(column->unit));
        jsonw_key_some(w, "help", str_from(column->help));
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

static void add_node(Jsonw *w, const rxc_report_input *input, size_t i)
{
    const rxc_node *node = &input->graph->nodes.v[i];
    jsonw_object(w);
    jsonw_key_str(w, "id", node->id);
    jsonw_key_str(w, "kind", str_from(rxc_node_kind_name(node->kind)));
    jsonw_key_str(w, "label", node->label);
    jsonw_key(w, "year");
    if (node->year) jsonw_int(w, node->year);
    else jsonw_null(w);
    for (size_t c = 0; input->columns && c < input->columns->n; c++) {
        const rxc_column *column = &input->columns->v[c];
        jsonw_key(w, column->name);
        jsonw_num(w, column->values[i], column->whole ? 15 : 6); /* NaN: null */
    }
    jsonw_end_object(w);
}

static rxc_status write_centrality(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 };
    Jsonw w = { .out = &out, .indent = 1 };
    jsonw_object(&w);
    jsonw_key_str(&w, "schema", S("rxcite/centrality/1"));
    jsonw_key_str(&w, "network", input->graph->name);
    add_measures(&w, input->columns);
    jsonw_key(&w, "nodes");
    jsonw_array(&w);
    for (size_t i = 0; i < input->graph->nodes.n; i++) add_node(&w, input, i);
    jsonw_end_array(&w);
    jsonw_end_object(&w);
    buf_char(&out, '\n');
    rxc_status status = rxc_facts_flush(&out, file, err);
    buf_clear(&out);
    return status;
}

const rxc_report rxc_report_centrality_json = {
    .name = "centrality-json",
    .file = "centrality.json",
    .help = "the same with the measures explained",
    .write = write_centrality,
};
