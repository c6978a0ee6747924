/* cmd_suggest.c: rxcite suggest: works that the library's documents cite together and that it lacks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

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

/* A work that was not read, and who cites it. */
typedef struct Wanted {
    size_t node, citing, callouts;
} Wanted;

static int by_citing(const void *x, const void *y)
{
    const Wanted *p = x, *q = y;
    if (p->citing != q->citing) return p->citing > q->citing ? -1 : 1;
    if (p->callouts != q->callouts) return p->callouts > q->callouts ? -1 : 1;
    return (p->node > q->node) - (p->node < q->node);
}

static size_t count_wanted(const rxc_graph *full, Wanted *wanted)
{
    size_t kept = 0;
    for (size_t i = 0; i < full->nodes.n; i++) wanted[i].node = i;
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        if (edge->kind != RXC_EDGE_CITES || full->nodes.v[edge->to].kind != RXC_NODE_WORK) continue;
        wanted[edge->to].citing++;
        wanted[edge->to].callouts += edge->count;
    }
    for (size_t i = 0; i < full->nodes.n; i++)
        if (wanted[i].citing) wanted[kept++] = wanted[i];
    qsort(wanted, kept, sizeof *wanted, by_citing);
    return kept;
}

static rxc_status suggest(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err)
{
    (void)err;
    static const char *const names[] = { "#cited_by", "#callouts", "id", "label", "doi", "title" };
    const Settings *s = settings;
    rxc_table table = { .names = names, .width = 6 };
    const rxc_graph *full = library->full;
    Wanted *wanted = arena_array(&cli->arena, Wanted, full->nodes.n);
    size_t count = count_wanted(full, wanted), top = s->top ? (size_t)s->top : 10;
    for (size_t i = 0; i < count && i < top; i++) {
        const rxc_node *node = &full->nodes.v[wanted[i].node];
        rxc_table_add(&cli->arena, &table, arena_printf(&cli->arena, "%zu", wanted[i].citing));
        rxc_table_add(&cli->arena, &table, arena_printf(&cli->arena, "%zu", wanted[i].callouts));
        rxc_table_add(&cli->arena, &table, node->id);
        rxc_table_add(&cli->arena, &table, node->label);
        rxc_table_add(&cli->arena, &table, node->doi);
        rxc_table_add(&cli->arena, &table, node->title);
    }
    return rxc_table_print(&table, s->json, stdout);
}

const rxc_command rxc_command_suggest = {
    .name = "suggest",
    .operands = "",
    .help = "works that the documents cite together and that the library lacks",
    .about =
        "Lists cited works that were not read themselves: those that most documents cite come first, then those with most\n"
        "call-outs.",
    .options = options,
    .settings_size = sizeof(Settings),
    .on_library = suggest,
};
