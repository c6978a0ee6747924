/* export_csv_nodes.c: the nodes as a table (Id, attributes, measures), as Gephi and spreadsheets read it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"
#include "export/attribute.h"

extern const rxc_exporter rxc_export_csv_nodes;

static void add_field(Buf *out, Buf *value)
{
    buf_char(out, ',');
    escape_csv(out, buf_str(value));
    buf_reset(value);
}

static void add_row(Buf *out, Buf *value, const rxc_export_input *input, size_t i)
{
    escape_csv(out, input->graph->nodes.v[i].id);
    for (const rxc_attribute *a = rxc_attribute_nodes; a->name; a++) {
        a->print(value, input->graph, i);
        add_field(out, value);
    }
    for (size_t c = 0; c < rxc_attribute_columns(input); c++) {
        rxc_column_print(value, &input->columns->v[c], i);
        add_field(out, value);
    }
    buf_char(out, '\n');
}

static rxc_status write_csv_nodes(const rxc_export_input *input, FILE *file, rxc_err *err)
{
    Buf out = { 0 }, value = { 0 };
    buf_add(&out, S("Id"));
    for (const rxc_attribute *a = rxc_attribute_nodes; a->name; a++) buf_printf(&out, ",%s", a->name);
    for (size_t c = 0; c < rxc_attribute_columns(input); c++) buf_printf(&out, ",%s", input->columns->v[c].name);
    buf_char(&out, '\n');
    rxc_status status = rxc_attribute_flush(&out, file, err);
    for (size_t i = 0; !status && i < input->graph->nodes.n; i++) {
        add_row(&out, &value, input, i);
        status = rxc_attribute_flush(&out, file, err);
    }
    buf_clear(&out);
    buf_clear(&value);
    return status;
}

const rxc_exporter rxc_export_csv_nodes = {
    .name = "csv-nodes",
    .extension = ".nodes.csv",
    .media = "text/csv",
    .help = "the nodes with attributes and measures as a table, for Gephi and spreadsheets",
    .write = write_csv_nodes,
};
