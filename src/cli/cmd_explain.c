/* cmd_explain.c: rxcite explain: where an edge comes from: file, line, sentence, rule, score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/library.h"

typedef struct Settings {
    bool json;
} Settings;

static const rxc_opt options[] = {
    { "json", 0, RXC_OPT_FLAG, offsetof(Settings, json), 0, 0, NULL, "as JSON" },
    { 0 },
};

/* "letter.md:12" */
static Str place_of(Arena *arena, const rxc_place *place)
{
    return place->line ? arena_printf(arena, "%.*s:%zu", STR_ARG(place->file), place->line) : place->file;
}

static void add_places(Arena *arena, const rxc_graph *graph, const rxc_edge *edge, rxc_table *table)
{
    bool evidence = edge->kind == RXC_EDGE_ADVERSE_EFFECT || edge->kind == RXC_EDGE_TREATS;
    for (size_t i = 0; i < edge->places.n; i++) {
        const rxc_place *place = &edge->places.v[i];
        rxc_table_add(arena, table, graph->nodes.v[edge->from].label);
        rxc_table_add(arena, table, str_from(rxc_edge_kind_name(edge->kind)));
        rxc_table_add(arena, table, graph->nodes.v[edge->to].label);
        rxc_table_add(arena, table, place_of(arena, place));
        rxc_table_add(arena, table, evidence ? str_from(rxc_certainty_name(place->certainty)) : (Str){ 0 });
        rxc_table_add(arena, table, evidence ? str_from(rxc_attribution_name(place->attribution)) : (Str){ 0 });
        rxc_table_add(arena, table, place->rule);
        rxc_table_add(arena, table, evidence ? arena_printf(arena, "%.2f", (double)place->score) : (Str){ 0 });
        rxc_table_add(arena, table, place->text);
    }
}

static rxc_status explain(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err)
{
    const Settings *s = settings;
    static const char *const names[] = { "from",        "edge", "to",     "place", "certainty",
                                         "attribution", "rule", "#score", "text" };
    const rxc_graph *full = library->full;
    rxc_table table = { .names = names, .width = 9 };
    size_t a, b;
    RXC_TRY(rxc_library_node(full, str_from(cli->operands.v[0]), &a, err));
    RXC_TRY(rxc_library_node(full, str_from(cli->operands.v[1]), &b, err));
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        if ((edge->from == a && edge->to == b) || (edge->from == b && edge->to == a))
            add_places(&cli->arena, full, edge, &table);
    }
    if (table.cells.n == 0)
        rxc_err_set(err, RXC_NOTHING, "no edge joins %.*s and %.*s; try: rxcite path", STR_ARG(full->nodes.v[a].id),
                    STR_ARG(full->nodes.v[b].id));
    return rxc_table_print(&table, s->json, stdout);
}

const rxc_command rxc_command_explain = {
    .name = "explain",
    .operands = "A B",
    .help = "where an edge comes from: file, line, sentence, rule, score",
    .about =
        "Shows every place that the edges between two nodes come from. Nodes are named by id, by name (\"dupilumab\"), by\n"
        "DOI, by PMID or by file name.  Example: rxcite explain dupilumab \"alopecia areata\"",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 2,
    .most = 2,
    .on_library = explain,
};
