/* cmd_extract.c: rxcite extract: documents to records, one JSON object a line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/each.h"

typedef struct Settings {
    bool text;
} Settings;

static const rxc_opt options[] = {
    { "text", 0, RXC_OPT_FLAG, offsetof(Settings, text), 0, 0, NULL,
      "add the extracted text, to which all spans refer" },
    { 0 },
};

typedef struct Run {
    rxc_cli *cli;
    size_t total;
    bool text;
    Buf line;
} Run;

static rxc_status take(void *context, const rxc_extracted *extracted, rxc_err *err)
{
    Run *r = context;
    rxc_cli_progress(r->cli, "reading", extracted->index, r->total);
    if (!extracted->record) {
        rxc_cli_complain(r->cli, extracted->err->text);
        return RXC_OK;
    }
    buf_reset(&r->line);
    rxc_record_write(&r->line, extracted->record, r->text);
    buf_char(&r->line, '\n');
    if (fwrite(r->line.p, 1, r->line.n, stdout) == r->line.n) return RXC_OK;
    return rxc_err_set(err, RXC_IO, "standard output cannot be written");
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    rxc_inputs inputs = { 0 };
    rxc_tools tools = { 0 };
    rxc_inputs_find(&cli->arena, cli->operands.v, cli->operands.n, &inputs);
    if (inputs.n == 0) return rxc_err_set(err, RXC_NOTHING, "no files in %s", cli->operands.v[0]);
    RXC_TRY(rxc_tools_open(&tools, NULL, err));
    tools.limits = rxc_cli_limits(cli);
    Run r = { cli, inputs.n, s->text, { 0 } };
    rxc_status status = rxc_flow_each(&tools, &inputs, rxc_cli_jobs(cli), &rxc_cli_stop, take, &r, err);
    rxc_cli_progress(cli, "reading", inputs.n, inputs.n);
    buf_clear(&r.line);
    rxc_tools_close(&tools);
    return status;
}

const rxc_command rxc_command_extract = {
    .name = "extract",
    .operands = "PATH...",
    .help = "documents to records, one JSON object a line",
    .about =
        "Each document becomes one record (schema rxcite/record/1) on standard output: what it is, its references and\n"
        "call-outs, drugs and reactions it names, and the evidence between them, each with its place.",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
