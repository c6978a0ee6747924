/* cmd_rank.c: rxcite rank: the nodes of a network by their measures. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "cli/command.h"
#include "flow/library.h"

typedef struct Settings {
    const char *network, *by, *kinds;
    long top;
    bool json;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "network", 0, RXC_OPT_TEXT, AT(network), 0, 0, "NAME",
      "full (default), citation, cocitation, coupling, coauthor, concept" },
    { "by", 0, RXC_OPT_TEXT, AT(by), 0, 0, "M,M", "measures; the first one orders; pagerank unless told" },
    { "kinds", 0, RXC_OPT_TEXT, AT(kinds), 0, 0, "K,K",
      "show only nodes of these kinds: document,work,drug,disorder,…" },
    { "top", 'k', RXC_OPT_NUMBER, AT(top), 1, 1000000000, "K", "how many; 10 unless told" },
    { "json", 0, RXC_OPT_FLAG, AT(json), 0, 0, NULL, "as JSON" },
    { 0 },
};

/* A node and the value that orders it. */
typedef struct Ranked {
    double value;
    size_t node;
} Ranked;

/* Highest first, undefined last, ties in node order. */
static int by_value(const void *x, const void *y)
{
    const Ranked *p = x, *q = y;
    if (isnan(p->value) != isnan(q->value)) return isnan(p->value) ? 1 : -1;
    if (p->value != q->value && !isnan(p->value)) return p->value > q->value ? -1 : 1;
    return (p->node > q->node) - (p->node < q->node);
}

static Str print_value(Arena *arena, const rxc_column *column, size_t node)
{
    Buf buf = { 0 };
    rxc_column_print(&buf, column, node);
    Str out = arena_str(arena, buf_str(&buf));
    buf_clear(&buf);
    return out;
}

/* Measures in the order asked for. */
static rxc_status chosen_columns(const rxc_columns *all, Str by, Arena *arena, rxc_columns *out, rxc_err *err)
{
    Str name;
    while (str_cut(&by, ',', &name)) {
        const rxc_column *column = rxc_column_find(all, str_trim(name));
        if (!column)
            return rxc_err_set(err, RXC_USAGE, "unknown measure \"%.*s\"; see: rxcite list measures", STR_ARG(name));
        *vec_push(arena, out) = *column;
    }
    return RXC_OK;
}

/* Rows of the nodes that are shown, with their values in the whole graph. */
static void fill_table(Arena *arena, const rxc_graph *graph, const rxc_graph *shown, const rxc_columns *columns,
                       size_t top, rxc_table *table)
{
    Ranked *ranked = arena_array(arena, Ranked, graph->nodes.n);
    const char **names = arena_array(arena, const char *, columns->n + 5);
    size_t width = 0;
    names[width++] = "#rank", names[width++] = "kind", names[width++] = "id";
    for (size_t c = 0; c < columns->n; c++) names[width++] = arena_printf(arena, "#%s", columns->v[c].name).p;
    names[width++] = "label", names[width++] = "title";
    table->names = names, table->width = width;
    for (size_t i = 0; i < graph->nodes.n; i++) ranked[i] = (Ranked){ columns->v[0].values[i], i };
    qsort(ranked, graph->nodes.n, sizeof *ranked, by_value);
    for (size_t i = 0, rank = 0; i < graph->nodes.n && rank < top; i++) {
        const rxc_node *node = &graph->nodes.v[ranked[i].node];
        if (shown != graph && rxc_graph_find(shown, node->id) == STR_NONE) continue;
        rxc_table_add(arena, table, arena_printf(arena, "%zu", ++rank));
        rxc_table_add(arena, table, str_from(rxc_node_kind_name(node->kind)));
        rxc_table_add(arena, table, node->id);
        for (size_t c = 0; c < columns->n; c++)
            rxc_table_add(arena, table, print_value(arena, &columns->v[c], ranked[i].node));
        rxc_table_add(arena, table, node->label);
        rxc_table_add(arena, table, node->title);
    }
}

static rxc_status rank(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err)
{
    const Settings *s = settings;
    rxc_graph *graph = NULL, *shown = NULL;
    rxc_columns all = { 0 }, columns = { 0 };
    rxc_table table = { 0 };
    Str by = s->by ? str_from(s->by) : S("pagerank,degree");
    RXC_TRY(rxc_library_network(library, str_from(s->network), (Str){ 0 }, &graph, err));
    shown = graph;
    if (s->kinds) RXC_TRY(rxc_library_network(library, str_from(s->network), str_from(s->kinds), &shown, err));
    if (shown->nodes.n == 0) return rxc_err_set(err, RXC_NOTHING, "the network is empty");
    RXC_TRY(rxc_measure_all(&library->arena, graph, by, &all, err));
    RXC_TRY(chosen_columns(&all, by, &library->arena, &columns, err));
    fill_table(&cli->arena, graph, shown, &columns, s->top ? (size_t)s->top : 10, &table);
    return rxc_table_print(&table, s->json, stdout);
}

const rxc_command rxc_command_rank = {
    .name = "rank", .operands = "", .help = "who is central: the nodes of a network by their measures",
    .about = "Orders the nodes of a network by centralities. rxcite list measures tells what each means.\n"
             "Example: rxcite rank --network citation --by pagerank,in_degree --top 5",
    .options = options, .settings_size = sizeof(Settings), .on_library = rank,
};
