/* attribute.c: the tables of attributes of nodes and edges. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/attribute.h"

static const rxc_node *node_of(const rxc_graph *graph, size_t i) { return &graph->nodes.v[i]; }
static const rxc_edge *edge_of(const rxc_graph *graph, size_t i) { return &graph->edges.v[i]; }

#define NODE_TEXT(member)                                                                                              \
    static void print_##member(Buf *out, const rxc_graph *graph, size_t i) { buf_add(out, node_of(graph, i)->member); }
NODE_TEXT(label)
NODE_TEXT(title)
NODE_TEXT(authors)
NODE_TEXT(journal)
NODE_TEXT(doi)
NODE_TEXT(pmid)
NODE_TEXT(url)
NODE_TEXT(status)
NODE_TEXT(group)
NODE_TEXT(file)
NODE_TEXT(codes)
#undef NODE_TEXT

static void print_kind(Buf *out, const rxc_graph *graph, size_t i)
{
    buf_add(out, str_from(rxc_node_kind_name(node_of(graph, i)->kind)));
}

static void print_year(Buf *out, const rxc_graph *graph, size_t i)
{
    if (node_of(graph, i)->year) buf_printf(out, "%d", node_of(graph, i)->year);
}

static void print_reaction(Buf *out, const rxc_graph *graph, size_t i)
{
    if (node_of(graph, i)->kind == RXC_NODE_DISORDER)
        buf_add(out, node_of(graph, i)->reaction ? S("true") : S("false"));
}

static void print_documents(Buf *out, const rxc_graph *graph, size_t i)
{
    buf_printf(out, "%zu", node_of(graph, i)->documents);
}

static bool is_evidence(const rxc_edge *edge)
{
    return edge->kind == RXC_EDGE_ADVERSE_EFFECT || edge->kind == RXC_EDGE_TREATS;
}

static void print_edge_kind(Buf *out, const rxc_graph *graph, size_t i)
{
    buf_add(out, str_from(rxc_edge_kind_name(edge_of(graph, i)->kind)));
}

static void print_weight(Buf *out, const rxc_graph *graph, size_t i)
{
    buf_printf(out, "%.6g", edge_of(graph, i)->weight);
}
static void print_count(Buf *out, const rxc_graph *graph, size_t i)
{
    buf_printf(out, "%zu", edge_of(graph, i)->count);
}

static void print_edge_documents(Buf *out, const rxc_graph *graph, size_t i)
{
    buf_printf(out, "%zu", edge_of(graph, i)->documents);
}

static void print_certainty(Buf *out, const rxc_graph *graph, size_t i)
{
    const rxc_edge *edge = edge_of(graph, i);
    if (is_evidence(edge)) buf_add(out, str_from(rxc_certainty_name(edge->certainty)));
}

static void print_independent(Buf *out, const rxc_graph *graph, size_t i)
{
    const rxc_edge *edge = edge_of(graph, i);
    if (is_evidence(edge)) buf_printf(out, "%zu", edge->independent);
}

/* "letter.md:12 sentence; letter.md:14 sentence" */
static void print_places(Buf *out, const rxc_graph *graph, size_t i)
{
    const rxc_edge *edge = edge_of(graph, i);
    for (size_t k = 0; k < edge->places.n; k++) {
        const rxc_place *place = &edge->places.v[k];
        if (k) buf_add(out, S("; "));
        buf_add(out, place->file);
        if (place->line) buf_printf(out, ":%zu", place->line);
        if (place->text.n) buf_char(out, ' ');
        for (size_t b = 0; b < place->text.n; b++) buf_char(out, chr_space(place->text.p[b]) ? ' ' : place->text.p[b]);
    }
}

size_t rxc_attribute_columns(const rxc_export_input *input) { return input->columns ? input->columns->n : 0; }

rxc_status rxc_attribute_flush(Buf *out, FILE *file, rxc_err *err)
{
    size_t n = out->n;
    bool whole = n == 0 || fwrite(out->p, 1, n, file) == n;
    buf_reset(out);
    return whole ? RXC_OK : rxc_err_set(err, RXC_IO, "the export could not be written");
}

const rxc_attribute rxc_attribute_nodes[] = {
    { "kind", RXC_ATTRIBUTE_TEXT, print_kind },
    { "label", RXC_ATTRIBUTE_TEXT, print_label },
    { "title", RXC_ATTRIBUTE_TEXT, print_title },
    { "authors", RXC_ATTRIBUTE_TEXT, print_authors },
    { "journal", RXC_ATTRIBUTE_TEXT, print_journal },
    { "year", RXC_ATTRIBUTE_WHOLE, print_year },
    { "doi", RXC_ATTRIBUTE_TEXT, print_doi },
    { "pmid", RXC_ATTRIBUTE_TEXT, print_pmid },
    { "url", RXC_ATTRIBUTE_TEXT, print_url },
    { "status", RXC_ATTRIBUTE_TEXT, print_status },
    { "group", RXC_ATTRIBUTE_TEXT, print_group },
    { "file", RXC_ATTRIBUTE_TEXT, print_file },
    { "reaction", RXC_ATTRIBUTE_TRUTH, print_reaction },
    { "documents", RXC_ATTRIBUTE_WHOLE, print_documents },
    { "codes", RXC_ATTRIBUTE_TEXT, print_codes },
    { NULL, RXC_ATTRIBUTE_TEXT, NULL },
};

const rxc_attribute rxc_attribute_edges[] = {
    { "kind", RXC_ATTRIBUTE_TEXT, print_edge_kind },      { "weight", RXC_ATTRIBUTE_REAL, print_weight },
    { "count", RXC_ATTRIBUTE_WHOLE, print_count },        { "documents", RXC_ATTRIBUTE_WHOLE, print_edge_documents },
    { "certainty", RXC_ATTRIBUTE_TEXT, print_certainty }, { "independent", RXC_ATTRIBUTE_WHOLE, print_independent },
    { "places", RXC_ATTRIBUTE_TEXT, print_places },       { NULL, RXC_ATTRIBUTE_TEXT, NULL },
};
