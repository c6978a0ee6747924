/* cmd_annotate.c: rxcite annotate: text to drugs, reactions, relations, abbreviations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>

#include "base/file.h"
#include "cli/command.h"
#include "flow/annotate.h"
#include "flow/lines.h"

typedef struct Settings {
    bool jsonl;
} Settings;

static const rxc_opt options[] = {
    { "jsonl", 0, RXC_OPT_FLAG, offsetof(Settings, jsonl), 0, 0, NULL, "the input has one {\"id\",\"text\"} a line" },
    { 0 },
};

static void answer(const void *context, Str line, size_t number, Arena *arena, Buf *out)
{
    (void)number;
    rxc_annotate_line(context, line, arena, out);
}

static rxc_status annotate_lines(rxc_cli *cli, const rxc_tools *tools, const char *path, rxc_err *err)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *in = standard ? stdin : fopen(path, "rb");
    if (!in) return rxc_err_set(err, RXC_INPUT, "%s: %s", path, strerror(errno));
    rxc_status status = rxc_lines_each(in, stdout, rxc_cli_jobs(cli), answer, tools->concepts, NULL, err);
    if (!standard) fclose(in);
    return status;
}

static rxc_status annotate_text(rxc_cli *cli, const rxc_tools *tools, const char *path, rxc_err *err)
{
    Str text;
    Buf out = { 0 };
    RXC_TRY(rxc_file_read(path, tools->limits.max_bytes, &cli->arena, &text, err));
    rxc_annotate_text(tools->concepts, text, &cli->arena, &out);
    fwrite(out.p, 1, out.n, stdout);
    buf_clear(&out);
    return RXC_OK;
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    rxc_tools tools = { 0 };
    RXC_TRY(rxc_tools_open(&tools, NULL, err));
    tools.limits = rxc_cli_limits(cli);
    rxc_status status = s->jsonl ? annotate_lines(cli, &tools, cli->operands.v[0], err)
                                 : annotate_text(cli, &tools, cli->operands.v[0], err);
    rxc_tools_close(&tools);
    return status;
}

const rxc_command rxc_command_annotate = {
    .name = "annotate", .operands = "FILE|-", .help = "text to drugs, reactions, relations and abbreviations",
    .about = "Answers a text with one JSON object: entities with their concepts, relations between drugs and disorders, and\n"
             "abbreviations. With --jsonl each line {\"id\",\"text\"} is answered with one line, in order.",
    .options = options, .settings_size = sizeof(Settings), .least = 1, .most = 1, .run = run,
};
