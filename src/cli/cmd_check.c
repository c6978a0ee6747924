/* cmd_check.c: rxcite check: how well references are parsed, against known fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/learning.h"

typedef struct Settings {
    const char *model;
    long errors;
    bool json, rules;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "model", 'm', RXC_OPT_TEXT, AT(model), 0, 0, "FILE", "the model; that of the data folder unless told" },
    { "rules", 0, RXC_OPT_FLAG, AT(rules), 0, 0, NULL, "parse by rules, without a model" },
    { "errors", 'e', RXC_OPT_NUMBER, AT(errors), 0, 1000000, "N", "list the first N wrong fields" },
    { "json", 0, RXC_OPT_FLAG, AT(json), 0, 0, NULL, "a JSON array instead of a table" },
    { 0 },
};

typedef struct Faults {
    const rxc_cli *cli;
    long left;
} Faults;

static void list_fault(void *context, const rxc_gold *gold, rxc_check_field field, Str expected, Str found)
{
    Faults *faults = context;
    if (faults->left-- <= 0) return;
    rxc_cli_say(faults->cli, "%s\n  raw       %.*s\n  expected  %.*s\n  found     %.*s", rxc_check_names[field],
                STR_ARG(gold->raw), STR_ARG(expected), STR_ARG(found));
}

static void add_row(Arena *arena, rxc_table *table, const char *name, rxc_tally t)
{
    rxc_table_add(arena, table, str_from(name));
    rxc_table_add(arena, table, arena_printf(arena, "%.4f", rxc_tally_precision(t)));
    rxc_table_add(arena, table, arena_printf(arena, "%.4f", rxc_tally_recall(t)));
    rxc_table_add(arena, table, arena_printf(arena, "%.4f", rxc_tally_f1(t)));
    rxc_table_add(arena, table, arena_printf(arena, "%zu", t.right + t.wrong + t.missing));
}

static rxc_status print(rxc_cli *cli, const rxc_check *check, bool json)
{
    static const char *const names[] = { "field", "#precision", "#recall", "#f1", "#known" };
    rxc_table table = { .names = names, .width = 5 };
    for (rxc_check_field field = 0; field < RXC_CHECK_FIELDS; field++)
        add_row(&cli->arena, &table, rxc_check_names[field], check->fields[field]);
    add_row(&cli->arena, &table, "all", rxc_check_total(check));
    rxc_cli_say(cli, "%zu references, %.1f %% wholly right", check->references,
                check->references ? 100.0 * (double)check->whole / (double)check->references : 0);
    return rxc_table_print(&table, json, stdout);
}

static rxc_status open_parser(const Settings *s, rxc_tools *tools, rxc_refs_parser **own, rxc_check *check, rxc_err *err)
{
    if (s->model || s->rules) {
        RXC_TRY(rxc_refs_open(s->rules ? NULL : s->model, own, err));
        check->parser = *own;
        return RXC_OK;
    }
    RXC_TRY(rxc_tools_open(tools, NULL, err));
    check->parser = tools->refs;
    return RXC_OK;
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    Faults faults = { cli, s->errors };
    rxc_check check = { .fault = list_fault, .context = &faults };
    rxc_tools tools = { 0 };
    rxc_refs_parser *own = NULL;
    if (strcmp(cli->operands.v[0], "refs") != 0)
        return rxc_err_set(err, RXC_USAGE, "check what? There is: refs");
    rxc_status status = open_parser(s, &tools, &own, &check, err);
    for (size_t i = 1; !status && i < cli->operands.n; i++) status = rxc_check_file(&check, cli->operands.v[i], err);
    if (!status) status = print(cli, &check, s->json);
    rxc_refs_close(own);
    rxc_tools_close(&tools);
    return status;
}

const rxc_command rxc_command_check = {
    .name = "check", .operands = "refs FILE...", .help = "how well references are parsed, against known fields",
    .about = "Parses the tagged references of the FILEs (as for train) and says, field by field, how many are right.\n"
             "Example: rxcite check refs --errors 20 mine.jsonl",
    .options = options, .settings_size = sizeof(Settings), .least = 2, .most = SIZE_MAX, .run = run,
};
