/* cmd_related.c: rxcite related: the nearest reports to a report, with the reasons. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/library.h"

typedef struct Settings {
    long top;
    bool json;
} Settings;

static const rxc_opt options[] = {
    { "top", 'k', RXC_OPT_NUMBER, offsetof(Settings, top), 1, 1000000000, "K", "how many; 10 unless told" },
    { "json", 0, RXC_OPT_FLAG, offsetof(Settings, json), 0, 0, NULL, "as JSON" },
    { 0 },
};

enum { REASONS = 8 };

static rxc_status related(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err)
{
    const Settings *s = settings;
    static const char *const names[] = { "#score", "id", "label", "file", "reasons" };
    const rxc_graph *full = library->full;
    rxc_table table = { .names = names, .width = 5 };
    rxc_related_list list = { 0 };
    size_t node;
    RXC_TRY(rxc_library_node(full, str_from(cli->operands.v[0]), &node, err));
    if (full->nodes.v[node].kind != RXC_NODE_DOCUMENT)
        return rxc_err_set(err, RXC_USAGE, "%s is no document of the library but a %s", cli->operands.v[0],
                           rxc_node_kind_name(full->nodes.v[node].kind));
    rxc_related_find(&cli->arena, full, node, s->top ? (size_t)s->top : 10, &list);
    for (size_t i = 0; i < list.n; i++) {
        const rxc_node *other = &full->nodes.v[list.v[i].to];
        rxc_table_add(&cli->arena, &table, arena_printf(&cli->arena, "%.3f", list.v[i].score));
        rxc_table_add(&cli->arena, &table, other->id);
        rxc_table_add(&cli->arena, &table, other->label);
        rxc_table_add(&cli->arena, &table, other->file);
        rxc_table_add(&cli->arena, &table, rxc_related_reasons(&cli->arena, full, &list.v[i], REASONS));
    }
    return rxc_table_print(&table, s->json, stdout);
}

const rxc_command rxc_command_related = {
    .name = "related",
    .operands = "ID|FILE",
    .help = "the nearest reports, each with its reasons",
    .about =
        "Names the documents of the library that share most with one of them: references, drug-reaction evidence, drugs\n"
        "and disorders, the rarer the heavier. The document is named by its id, its file name, DOI, PMID or label.",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 1,
    .most = 1,
    .on_library = related,
};
