/* cmd_path.c: rxcite path: how two things connect. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/library.h"
#include "flow/walk.h"

typedef struct Settings {
    bool json;
} Settings;

static const rxc_opt options[] = {
    { "json", 0, RXC_OPT_FLAG, offsetof(Settings, json), 0, 0, NULL, "as JSON" },
    { 0 },
};

static rxc_status path(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err)
{
    const Settings *s = settings;
    static const char *const names[] = { "from", "edge", "to", "from_id", "to_id" };
    const rxc_graph *full = library->full;
    rxc_table table = { .names = names, .width = 5 };
    rxc_walk walk = { 0 };
    size_t a, b;
    RXC_TRY(rxc_library_node(full, str_from(cli->operands.v[0]), &a, err));
    RXC_TRY(rxc_library_node(full, str_from(cli->operands.v[1]), &b, err));
    if (!rxc_walk_shortest(&cli->arena, full, a, b, &walk))
        return rxc_err_set(err, RXC_NOTHING, "nothing connects %s and %s", cli->operands.v[0], cli->operands.v[1]);
    for (size_t i = 0; i < walk.n; i++) {
        const rxc_edge *edge = &full->edges.v[walk.v[i]];
        const rxc_node *from = &full->nodes.v[edge->from], *to = &full->nodes.v[edge->to];
        rxc_table_add(&cli->arena, &table, from->label);
        rxc_table_add(&cli->arena, &table, str_from(rxc_edge_kind_name(edge->kind)));
        rxc_table_add(&cli->arena, &table, to->label);
        rxc_table_add(&cli->arena, &table, from->id);
        rxc_table_add(&cli->arena, &table, to->id);
    }
    return rxc_table_print(&table, s->json, stdout);
}

const rxc_command rxc_command_path = {
    .name = "path", .operands = "A B", .help = "how two things connect",
    .about = "Shows a shortest chain of edges between two nodes, whatever the direction of the edges.",
    .options = options, .settings_size = sizeof(Settings), .least = 2, .most = 2, .on_library = path,
};
