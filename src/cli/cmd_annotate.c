/* cmd_annotate.c: rxcite annotate: text to drugs, reactions, relations, abbreviations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>

#include "base/file.h"
#include "cli/command.h"
#include "flow/annotate.h"
#include "flow/exchange.h"
#include "flow/lines.h"

typedef struct Settings {
    bool jsonl;
    const char *format;
} Settings;

static const rxc_opt options[] = {
    { "jsonl", 0, RXC_OPT_FLAG, offsetof(Settings, jsonl), 0, 0, NULL, "the input has one {\"id\",\"text\"} a line" },
    { "format", 'f', RXC_OPT_TEXT, offsetof(Settings, format), 0, 0, "NAME",
      "jsonl (default), pubtator or bioc (BioC JSON)" },
    { 0 },
};

typedef struct Answerer {
    const rxc_concepts *concepts;
    rxc_annotate_form form;
} Answerer;

static void answer(const void *context, Str line, size_t number, Arena *arena, Buf *out)
{
    const Answerer *answerer = context;
    rxc_annotate_line_as(answerer->concepts, answerer->form, line, number, arena, out);
}

static rxc_status annotate_lines(rxc_cli *cli, const Answerer *answerer, const char *path, rxc_err *err)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *in = standard ? stdin : fopen(path, "rb");
    if (!in) return rxc_err_set(err, RXC_INPUT, "%s: %s", path, strerror(errno));
    rxc_status status = rxc_lines_each(in, stdout, rxc_cli_jobs(cli), answer, answerer, NULL, err);
    if (!standard) fclose(in);
    return status;
}

static bool print(Buf *out, void *context)
{
    (void)context;
    bool good = fwrite(out->p, 1, out->n, stdout) == out->n;
    buf_reset(out);
    return good;
}

static rxc_status annotate_text(rxc_cli *cli, const Answerer *answerer, const char *path, size_t most, rxc_err *err)
{
    Str text;
    Buf out = { 0 };
    rxc_annotate_count count = { 0 };
    RXC_TRY(rxc_file_read(path, most, &cli->arena, &text, err));
    rxc_annotate_source(answerer->concepts, answerer->form, text, &out, &count, print, NULL);
    if (count.given) rxc_cli_say(cli, "%zu annotations of the input were not used", count.given);
    if (count.odd) rxc_cli_say(cli, "%zu lines are neither text nor annotation", count.odd);
    buf_clear(&out);
    return RXC_OK;
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    rxc_tools tools = { 0 };
    rxc_annotate_form form = s->format ? rxc_annotate_form_find(str_from(s->format)) : RXC_ANNOTATE_JSONL;
    if (form == RXC_ANNOTATE_FORMS)
        return rxc_err_set(err, RXC_USAGE, "unknown format \"%s\"; there are jsonl, pubtator, bioc", s->format);
    RXC_TRY(rxc_tools_open(&tools, NULL, err));
    tools.limits = rxc_cli_limits(cli);
    Answerer answerer = { tools.concepts, form };
    if (form == RXC_ANNOTATE_BIOC) fputs(rxc_bioc_head, stdout);
    rxc_status status = s->jsonl ? annotate_lines(cli, &answerer, cli->operands.v[0], err)
                                 : annotate_text(cli, &answerer, cli->operands.v[0], tools.limits.max_bytes, err);
    if (form == RXC_ANNOTATE_BIOC) fputs(rxc_bioc_tail, stdout);
    rxc_tools_close(&tools);
    return status;
}

const rxc_command rxc_command_annotate = {
    .name = "annotate",
    .operands = "FILE|-",
    .help = "text to drugs, reactions, relations and abbreviations",
    .about = "Answers a text with one JSON object: entities with their concepts, relations between drugs and "
             "disorders, and\n"
             "abbreviations. With --jsonl each line {\"id\",\"text\"} is answered with one line, in order.\n"
             "PubTator (PMID|t|…) is told by its content, and each of its documents is answered. -f writes PubTator or "
             "BioC JSON.",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 1,
    .most = 1,
    .run = run,
};
