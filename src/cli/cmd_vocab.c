/* cmd_vocab.c: rxcite vocab: check, list and import vocabularies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/vocab.h"

typedef struct Settings {
    const char *format, *merge, *output;
    bool json;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "format", 'f', RXC_OPT_TEXT, AT(format), 0, 0, "F", "format of what is imported; told by content unless given" },
    { "merge", 'm', RXC_OPT_TEXT, AT(merge), 0, 0, "FILE", "join what is imported to this vocabulary, by shared wordings" },
    { "output", 'o', RXC_OPT_TEXT, AT(output), 0, 0, "FILE", "where the imported vocabulary goes; standard output unless given" },
    { "json", 0, RXC_OPT_FLAG, AT(json), 0, 0, NULL, "lists as JSON" },
    { 0 },
};

/* The operands behind the verb; the loaded vocabularies when there are none. */
static rxc_status paths_of(rxc_cli *cli, bool loaded, rxc_vocab_paths *out, rxc_err *err)
{
    for (size_t i = 1; i < cli->operands.n; i++) *vec_push(&cli->arena, out) = cli->operands.v[i];
    if (out->n) return RXC_OK;
    if (loaded) return rxc_vocab_loaded(&cli->arena, out, err);
    return rxc_err_set(err, RXC_USAGE, "vocab import needs files; see: rxcite help vocab");
}

static rxc_status check(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    rxc_vocab_paths paths = { 0 };
    rxc_audit found;
    (void)s;
    RXC_TRY(paths_of(cli, true, &paths, err));
    RXC_TRY(rxc_vocab_check(&cli->arena, &paths, &found, err));
    for (size_t i = 0; i < found.findings.n; i++) printf("%.*s\n", STR_ARG(found.findings.v[i].text));
    cli->partly = found.findings.n > 0;
    rxc_cli_say(cli, "%zu concepts in %zu files, %zu errors", found.concepts.n, paths.n, found.findings.n);
    return RXC_OK;
}

static Str number(Arena *arena, size_t n) { return arena_printf(arena, "%zu", n); }

static void add_row(Arena *arena, rxc_table *table, const char *path, const rxc_census_row *row)
{
    rxc_table_add(arena, table, str_from(path));
    rxc_table_add(arena, table, row->type);
    rxc_table_add(arena, table, row->group);
    rxc_table_add(arena, table, number(arena, row->concepts));
    rxc_table_add(arena, table, number(arena, row->names));
    rxc_table_add(arena, table, number(arena, row->shorts));
    rxc_table_add(arena, table, number(arena, row->codes));
}

static rxc_status list(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    static const char *const names[] = { "file", "type", "class", "#concepts", "#names", "#short forms", "#codes" };
    rxc_table table = { .names = names, .width = sizeof names / sizeof *names };
    rxc_vocab_paths paths = { 0 };
    RXC_TRY(paths_of(cli, true, &paths, err));
    for (size_t i = 0; i < paths.n; i++) {
        rxc_feed feed;
        rxc_census census;
        RXC_TRY(rxc_feed_open(&feed, paths.v[i], err));
        rxc_status status = rxc_census_file(&feed, &cli->arena, &census, err);
        if (!status) status = rxc_feed_close(&feed, err);
        else rxc_feed_close(&feed, NULL);
        RXC_TRY(status);
        for (size_t k = 0; k < census.n; k++) add_row(&cli->arena, &table, paths.v[i], &census.v[k]);
    }
    return rxc_table_print(&table, s->json, stdout);
}

static rxc_status formats(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    static const char *const names[] = { "format", "files" };
    rxc_table table = { .names = names, .width = sizeof names / sizeof *names };
    (void)err;
    for (size_t i = 0; rxc_importers[i]; i++) {
        rxc_table_add(&cli->arena, &table, str_from(rxc_importers[i]->name));
        rxc_table_add(&cli->arena, &table, str_from(rxc_importers[i]->help));
    }
    return rxc_table_print(&table, s->json, stdout);
}

static void tell(void *context, const char *sentence) { rxc_cli_say(context, "%s", sentence); }

static rxc_status import(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    rxc_vocab_paths paths = { 0 };
    rxc_vocab_import job = {
        .format = s->format, .merge = s->merge, .output = s->output ? s->output : "-", .overwrite = cli->globals.overwrite,
        .tell = tell, .complain = rxc_cli_complain, .context = cli,
    };
    RXC_TRY(paths_of(cli, false, &paths, err));
    return rxc_vocab_run_import(&job, &paths, err);
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    static const struct {
        const char *name;
        rxc_status (*run)(rxc_cli *, const Settings *, rxc_err *);
    } verbs[] = { { "check", check }, { "list", list }, { "import", import }, { "formats", formats } };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(cli->operands.v[0], verbs[i].name) == 0) return verbs[i].run(cli, settings, err);
    return rxc_err_set(err, RXC_USAGE, "vocab takes check, list, import or formats, not \"%s\"", cli->operands.v[0]);
}

const rxc_command rxc_command_vocab = {
    .name = "vocab", .operands = "check|list|import|formats [FILE...]", .help = "check, count and import vocabularies",
    .about = "check FILE... says what is wrong in vocabularies, with file and line; without files, in those that are loaded.\n"
             "list counts concepts by type and class. formats lists what can be imported.\n"
             "import FILE... -o OUT.tsv brings a foreign vocabulary into rxcite's form; what is left out is counted, with the\n"
             "reason. With --merge data/vocab/drugs.tsv its codes join our concepts. Use it with --vocab OUT.tsv.",
    .options = options, .settings_size = sizeof(Settings), .least = 1, .most = 1000, .run = run,
};
