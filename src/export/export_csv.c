/* export_csv.c: the links as a table (Source, Target, Type, …), as Gephi and spreadsheets read it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"
#include "export/attribute.h"

extern const rxc_exporter rxc_export_csv;

static void add_row(Buf *out, Buf *value, const rxc_graph *graph, size_t i)
{
    const rxc_edge *edge = &graph->edges.v[i];
    escape_csv(out, graph->nodes.v[edge->from].id);
    buf_char(out, ',');
    escape_csv(out, graph->nodes.v[edge->to].id);
    buf_printf(out, ",%s,%zu", graph->directed ? "Directed" : "Undirected", i);
    for (const rxc_attribute *a = rxc_attribute_edges; a->name; a++) {
        buf_char(out, ',');
        a->print(value, graph, i);
        escape_csv(out, buf_str(value));
        buf_reset(value);
    }
    buf_char(out, '\n');
}

static rxc_status write_csv(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 }, value = { 0 };
    buf_add(&out, S("Source,Target,Type,Id"));
    for (const rxc_attribute *a = rxc_attribute_edges; a->name; a++) buf_printf(&out, ",%s", a->name);
    buf_char(&out, '\n');
    rxc_status status = rxc_attribute_flush(&out, file, err);
    for (size_t i = 0; !status && i < input->graph->edges.n; i++) {
        add_row(&out, &value, input->graph, i);
        status = rxc_attribute_flush(&out, file, err);
    }
    buf_clear(&out);
    buf_clear(&value);
    return status;
}

const rxc_exporter rxc_export_csv = {
    .name = "csv",
    .extension = ".edges.csv",
    .media = "text/csv",
    .help = "the links as a table, for Gephi and spreadsheets (csv-nodes has the nodes)",
    .write = write_csv,
};
