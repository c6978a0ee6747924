/* cmd_list.c: rxcite list: what the library holds, and what the program can do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/list.h"

#define AT(member) offsetof(rxc_list_settings, member)
static const rxc_opt options[] = {
    { "json", 0, RXC_OPT_FLAG, AT(json), 0, 0, NULL, "as JSON" },
    { "top", 'k', RXC_OPT_NUMBER, AT(top), 1, 1000000000, "K", "only the first K rows" },
    { 0 },
};

static rxc_status unknown(const char *typed, rxc_err *err)
{
    const char *names[32] = { NULL };
    for (size_t i = 0; i < 31 && rxc_lists[i].name; i++) names[i] = rxc_lists[i].name;
    const char *nearest = rxc_opt_nearest(names, typed);
    return nearest ? rxc_err_set(err, RXC_USAGE, "cannot list \"%s\"; did you mean %s?", typed, nearest)
                   : rxc_err_set(err, RXC_USAGE, "cannot list \"%s\"; see: rxcite help list", typed);
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const rxc_list_settings *s = settings;
    const rxc_list *list = rxc_lists;
    rxc_library library = { 0 };
    rxc_table table = { 0 };
    while (list->name && strcmp(list->name, cli->operands.v[0]) != 0) list++;
    if (!list->name) return unknown(cli->operands.v[0], err);
    if (list->library) RXC_TRY(rxc_library_load(&library, rxc_cli_library(cli), err));
    table.names = list->columns;
    while (list->columns[table.width]) table.width++;
    list->fill(&cli->arena, &library, &table);
    if (s->top && table.cells.n / table.width > (size_t)s->top) table.cells.n = (size_t)s->top * table.width;
    rxc_status status = rxc_table_print(&table, s->json, stdout);
    rxc_library_clear(&library);
    return status;
}

const rxc_command rxc_command_list = {
    .name = "list",
    .operands = "documents|works|drugs|reactions|evidence|authors|journals|diagnostics|ledger|…",
    .help = "what the library holds, and what the program can do",
    .about =
        "Of the library: documents, works, drugs, reactions (with all other disorders), evidence, authors, journals,\n"
        "diagnostics (what was odd in the inputs), ledger (what was seen, parsed, resolved and lost).\n"
        "Of the program: readers, exporters, reports, measures, networks.",
    .options = options,
    .settings_size = sizeof(rxc_list_settings),
    .least = 1,
    .most = 1,
    .run = run,
};
