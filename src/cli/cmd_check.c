/* cmd_check.c: rxcite check: how well references are parsed, or drugs and disorders found, against what is known. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/learning.h"

enum { QUOTED = 300 }; /* bytes of a text that are shown */

typedef struct Settings {
    const char *model;
    long errors;
    bool json, rules, scores;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "model", 'm', RXC_OPT_TEXT, AT(model), 0, 0, "FILE", "of refs: the model; that of the data folder unless told" },
    { "rules", 0, RXC_OPT_FLAG, AT(rules), 0, 0, NULL, "of refs: parse by rules, without a model" },
    { "errors", 'e', RXC_OPT_NUMBER, AT(errors), 0, 1000000, "N",
      "list the first N wrong fields, or findings wrong or missed" },
    { "scores", 0, RXC_OPT_FLAG, AT(scores), 0, 0, NULL, "of concepts: how often statements hold, by score" },
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

static rxc_status open_parser(const Settings *s, rxc_tools *tools, rxc_refs_parser **own, rxc_check *check,
                              rxc_err *err)
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

/* --- concepts ---------------------------------------------------------------------------------------------------- */

static void list_finding(void *context, rxc_finding finding, bool wrong, Str what, Str text)
{
    Faults *faults = context;
    if (faults->left-- <= 0) return;
    rxc_cli_say(faults->cli, "%s, %s\n  %.*s\n  in  %.*s", rxc_finding_names[finding],
                wrong ? "not known" : "not found", STR_ARG(what), STR_ARG(str_take(text, QUOTED)));
}

static rxc_status print_findings(rxc_cli *cli, const rxc_concepts_check *check, bool json)
{
    static const char *const names[] = { "finding", "#precision", "#recall", "#f1", "#known" };
    rxc_table table = { .names = names, .width = 5 };
    for (rxc_finding f = 0; f < RXC_FINDINGS; f++) add_row(&cli->arena, &table, rxc_finding_names[f], check->tally[f]);
    return rxc_table_print(&table, json, stdout);
}

static rxc_status print_scores(rxc_cli *cli, const rxc_concepts_check *check, bool json)
{
    static const char *const names[] = { "score", "#statements", "#mean", "#hold" };
    rxc_table table = { .names = names, .width = 4 };
    for (size_t i = 0; i < RXC_SCORE_STEPS; i++) {
        const rxc_score_step *s = &check->steps[i];
        if (!s->count) continue;
        rxc_table_add(&cli->arena, &table,
                      arena_printf(&cli->arena, "0.%zu to %s%zu", i, i + 1 < RXC_SCORE_STEPS ? "0." : "",
                                   i + 1 < RXC_SCORE_STEPS ? i + 1 : (size_t)1));
        rxc_table_add(&cli->arena, &table, arena_printf(&cli->arena, "%zu", s->count));
        rxc_table_add(&cli->arena, &table, arena_printf(&cli->arena, "%.4f", s->sum / (double)s->count));
        rxc_table_add(&cli->arena, &table, arena_printf(&cli->arena, "%.4f", (double)s->held / (double)s->count));
    }
    for (size_t i = 0; i < 2; i++) {
        rxc_curve curve = rxc_calibrate_fit(check->scores[i].v, check->held[i].v, check->scores[i].n);
        if (check->scores[i].n)
            rxc_cli_say(cli, "%s: the curve that fits has slope %.3f, offset %.3f", rxc_curve_names[i],
                        (double)curve.slope, (double)curve.offset);
    }
    return rxc_table_print(&table, json, stdout);
}

static rxc_status check_concepts(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    Faults faults = { cli, s->errors };
    rxc_tools tools = { 0 };
    if (s->model || s->rules)
        return rxc_err_set(err, RXC_USAGE,
                           "--model and --rules are for refs; the models of concepts are those of the data folder");
    RXC_TRY(rxc_tools_open(&tools, NULL, err));
    rxc_concepts_check check = {
        .concepts = tools.concepts, .fault = list_finding, .context = &faults, .arena = &cli->arena
    };
    rxc_status status = RXC_OK;
    for (size_t i = 1; !status && i < cli->operands.n; i++)
        status = rxc_concepts_check_file(&check, cli->operands.v[i], err);
    if (!status) {
        rxc_cli_say(cli, "%zu texts, expected calibration error %.3f", check.texts, rxc_concepts_check_error(&check));
        status = s->scores ? print_scores(cli, &check, s->json) : print_findings(cli, &check, s->json);
    }
    rxc_tools_close(&tools);
    return status;
}

static rxc_status check_refs(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    Faults faults = { cli, s->errors };
    rxc_check check = { .fault = list_fault, .context = &faults };
    rxc_tools tools = { 0 };
    rxc_refs_parser *own = NULL;
    rxc_status status = open_parser(s, &tools, &own, &check, err);
    for (size_t i = 1; !status && i < cli->operands.n; i++) status = rxc_check_file(&check, cli->operands.v[i], err);
    if (!status) status = print(cli, &check, s->json);
    rxc_refs_close(own);
    rxc_tools_close(&tools);
    return status;
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const char *what = cli->operands.v[0];
    if (strcmp(what, "refs") == 0) return check_refs(cli, settings, err);
    if (strcmp(what, "concepts") == 0) return check_concepts(cli, settings, err);
    return rxc_err_set(err, RXC_USAGE, "check what? There are: refs, concepts");
}

const rxc_command rxc_command_check = {
    .name = "check",
    .operands = "refs|concepts FILE...",
    .help = "how well references are parsed, or drugs and disorders found, against what is known",
    .about =
        "Parses the tagged references of the FILEs (as for train) and says, field by field, how many are right.\n"
        "Of concepts, annotates the texts of the FILEs (as for train) and says how many drugs and disorders are found to the\n"
        "letter, and how many statements (both overlap); with --scores, whether of those scored 0.8 four in five hold.\n"
        "Example: rxcite check refs --errors 20 mine.jsonl",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 2,
    .most = SIZE_MAX,
    .run = run,
};
