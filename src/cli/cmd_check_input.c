/* cmd_check_input.c: rxcite check-input: what files are, what would be read of them, and what not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/look.h"

typedef struct Settings {
    bool json;
} Settings;

static const rxc_opt options[] = {
    { "json", 0, RXC_OPT_FLAG, offsetof(Settings, json), 0, 0, NULL, "a JSON array instead of a table" },
    { 0 },
};

static const char *const names[] = { "file",       "format",  "#certainty",  "encoding", "#bytes",
                                     "#documents", "#unread", "#references", "title",    "remarks" };

static Str number(Arena *arena, size_t n) { return arena_printf(arena, "%zu", n); }

/* "xml.malformed: Opening and ending tag mismatch (line 3, 2 times)" */
static Str remarks_of(Arena *arena, const rxc_look *look)
{
    Str out = { 0 };
    if (look->named.n) out = arena_printf(arena, "its name says %.*s", STR_ARG(look->named));
    if (look->stated > look->references)
        out = arena_printf(arena, "%.*s%s%zu references are stated", STR_ARG(out), out.n ? "; " : "", look->stated);
    for (size_t i = 0; i < look->remarks.n; i++) {
        const rxc_look_remark *one = &look->remarks.v[i];
        Str line = one->line ? arena_printf(arena, " (line %zu)", one->line) : (Str){ 0 },
            times = one->count > 1 ? arena_printf(arena, " (%zu times)", one->count) : (Str){ 0 };
        out = arena_printf(arena, "%.*s%s%.*s: %.*s%.*s%.*s", STR_ARG(out), out.n ? "; " : "", STR_ARG(one->code),
                           STR_ARG(one->text), STR_ARG(line), STR_ARG(times));
    }
    return out;
}

static void add_row(Arena *arena, rxc_table *table, const rxc_look *look)
{
    Str cells[] = { look->file,
                    look->format.n ? look->format : S("unknown"),
                    number(arena, (size_t)look->certainty),
                    str_from(look->encoding),
                    number(arena, look->bytes),
                    number(arena, look->entries),
                    number(arena, look->unread),
                    number(arena, look->references),
                    look->title,
                    remarks_of(arena, look) };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) rxc_table_add(arena, table, cells[i]);
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    const rxc_read_limits limits = rxc_cli_limits(cli);
    rxc_inputs inputs = { 0 };
    rxc_looks looks = { 0 };
    rxc_table table = { .names = names, .width = sizeof names / sizeof *names };
    rxc_inputs_find(&cli->arena, cli->operands.v, cli->operands.n, &inputs);
    if (inputs.n == 0) return rxc_err_set(err, RXC_NOTHING, "no files in %s", cli->operands.v[0]);
    RXC_TRY(rxc_flow_look(&inputs, &limits, &rxc_cli_stop, &cli->arena, &looks, err));
    for (size_t i = 0; i < looks.n; i++) {
        add_row(&cli->arena, &table, &looks.v[i]);
        if (looks.v[i].unread) cli->partly = true;
    }
    return rxc_table_print(&table, s->json, stdout);
}

const rxc_command rxc_command_check_input = {
    .name = "check-input",
    .operands = "PATH...",
    .help = "what files are, what would be read of them, and what not",
    .about =
        "A row for each file, and for each member of an archive: its format by content, how certain that is (0 to 100), its\n"
        "encoding, how many documents it holds (an export of a database holds many) and how many of them cannot be read,\n"
        "references in their lists, the title of the first one, and remarks: what is damaged, unknown or beyond a limit.\n"
        "Nothing is written; neither a library nor vocabularies are needed.\n"
        "Example: rxcite check-input inbox/ scopus.csv articles.zip",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
