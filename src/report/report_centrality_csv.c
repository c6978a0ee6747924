/* report_centrality_csv.c: one row per node with every measure. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"
#include "report/facts.h"

extern const rxc_report rxc_report_centrality_csv;

static void add_row(Buf *out, Buf *value, const rxc_report_input *input, size_t i)
{
    const rxc_node *node = &input->graph->nodes.v[i];
    escape_csv(out, node->id);
    buf_printf(out, ",%s,", rxc_node_kind_name(node->kind));
    escape_csv(out, node->label);
    buf_char(out, ',');
    if (node->year) buf_printf(out, "%d", node->year);
    for (size_t c = 0; input->columns && c < input->columns->n; c++) {
        buf_char(out, ',');
        rxc_column_print(value, &input->columns->v[c], i);
        buf_add(out, buf_str(value));
        buf_reset(value);
    }
    buf_char(out, '\n');
}

static rxc_status write_centrality(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 }, value = { 0 };
    buf_add(&out, S("id,kind,label,year"));
    for (size_t c = 0; input->columns && c < input->columns->n; c++) buf_printf(&out, ",%s", input->columns->v[c].name);
    buf_char(&out, '\n');
    for (size_t i = 0; i < input->graph->nodes.n; i++) add_row(&out, &value, input, i);
    rxc_status status = rxc_facts_flush(&out, file, err);
    buf_clear(&out);
    buf_clear(&value);
    return status;
}

const rxc_report rxc_report_centrality_csv = {
    .name = "centrality-csv",
    .file = "centrality.csv",
    .help = "one row per node: kind, label, year, every measure",
    .write = write_centrality,
};
