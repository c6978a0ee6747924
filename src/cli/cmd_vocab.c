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
    { "merge", 'm', RXC_OPT_TEXT, AT(merge), 0, 0, "FILE:FILE",
      "join what is imported to these vocabularies, by shared wordings; \"shipped\": to the shipped ones" },
    { "output", 'o', RXC_OPT_TEXT, AT(output), 0, 0, "FILE",
      "where the imported vocabulary goes; standard output unless given" },
    { "json", 0, RXC_OPT_FLAG, AT(json), 0, 0, NULL, "lists as JSON" },
    { 0 },
};

/* The operands behind the verb. */
static rxc_vocab_paths files_of(rxc_cli *cli)
{
    rxc_vocab_paths files = { 0 };
    for (size_t i = 1; i < cli->operands.n; i++) *vec_push(&cli->arena, &files) = cli->operands.v[i];
    return files;
}

static rxc_status check_together(rxc_cli *cli, const rxc_vocab_paths *files, rxc_err *err)
{
    rxc_audit found;
    RXC_TRY(rxc_vocab_check(&cli->arena, files, &found, err));
    for (size_t i = 0; i < found.findings.n; i++) printf("%.*s\n", STR_ARG(found.findings.v[i].text));
    if (found.findings.n) cli->partly = true;
    rxc_cli_say(cli, "%zu concepts in %zu files, %zu errors", found.concepts.n, files->n, found.findings.n);
    return RXC_OK;
}

/* Files that are given are one vocabulary, as the shipped ones are. Those that are loaded beside these may repeat ids
 * and wordings, which then are joined: each is looked at alone. */
static rxc_status check(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    rxc_vocab_paths files = files_of(cli), more = { 0 };
    (void)s;
    if (!files.n) RXC_TRY(rxc_vocab_loaded(&cli->arena, &files, &more, err));
    RXC_TRY(check_together(cli, &files, err));
    for (size_t i = 0; i < more.n; i++) {
        rxc_vocab_paths one = { &more.v[i], 1, 1 };
        RXC_TRY(check_together(cli, &one, err));
    }
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

static rxc_status list_file(rxc_cli *cli, rxc_table *table, const char *path, rxc_err *err)
{
    rxc_feed feed;
    rxc_census census;
    RXC_TRY(rxc_feed_open(&feed, path, err));
    rxc_status status = rxc_census_file(&feed, &cli->arena, &census, err);
    rxc_status closed = rxc_feed_close(&feed, err);
    for (size_t i = 0; !status && i < census.n; i++) add_row(&cli->arena, table, path, &census.v[i]);
    return status ? status : closed;
}

static rxc_status list(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    static const char *const names[] = { "file", "type", "class", "#concepts", "#names", "#short forms", "#codes" };
    rxc_table table = { .names = names, .width = sizeof names / sizeof *names };
    rxc_vocab_paths files = files_of(cli);
    if (!files.n) RXC_TRY(rxc_vocab_loaded(&cli->arena, &files, &files, err));
    for (size_t i = 0; i < files.n; i++) RXC_TRY(list_file(cli, &table, files.v[i], err));
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

/* What --merge names. */
static rxc_status merged(rxc_cli *cli, Str list, rxc_vocab_paths *out, rxc_err *err)
{
    rxc_vocab_paths more = { 0 };
    Str path;
    if (str_eq(list, S("shipped"))) return rxc_vocab_loaded(&cli->arena, out, &more, err);
    while (list.n && str_cut(&list, ':', &path))
        if (path.n) *vec_push(&cli->arena, out) = arena_cstr(&cli->arena, path);
    return RXC_OK;
}

static rxc_status import(rxc_cli *cli, const Settings *s, rxc_err *err)
{
    rxc_vocab_paths files = files_of(cli);
    rxc_vocab_import job = {
        .format = s->format,
        .output = s->output ? s->output : "-",
        .overwrite = cli->globals.overwrite,
        .tell = tell,
        .complain = rxc_cli_complain,
        .context = cli,
    };
    if (!files.n) return rxc_err_set(err, RXC_USAGE, "vocab import needs files; see: rxcite help vocab");
    RXC_TRY(merged(cli, str_from(s->merge), &job.merge, err));
    return rxc_vocab_run_import(&job, &files, err);
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
    .name = "vocab",
    .operands = "check|list|import|formats [FILE...]",
    .help = "check, count and import vocabularies",
    .about = "check FILE... says what is wrong in vocabularies, with file and line; without files, in those that are "
             "loaded.\n"
             "list counts concepts by type and class. formats lists what can be imported.\n"
             "import FILE... -o OUT.tsv brings a foreign vocabulary into rxcite's form; what is left out is counted, "
             "with the\n"
             "reason. With --merge shipped its codes join the shipped concepts. Use it with --vocab OUT.tsv.",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 1,
    .most = 1000,
    .run = run,
};
