/* cmd_refs.c: rxcite refs: references of documents, or of raw reference strings, one a line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>

#include "base/file.h"
#include "cli/command.h"
#include "flow/cite.h"
#include "flow/each.h"
#include "flow/lines.h"

typedef struct Settings {
    const char *format, *output;
    bool lines;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "lines", 0, RXC_OPT_FLAG, AT(lines), 0, 0, NULL, "the input is one raw reference a line, not documents" },
    { "format", 'f', RXC_OPT_TEXT, AT(format), 0, 0, "NAME", "csl (default), bibtex, ris, csv or ndjson" },
    { "output", 'o', RXC_OPT_TEXT, AT(output), 0, 0, "FILE", "the file; standard output unless told" },
    { 0 },
};

/* --- raw lines --------------------------------------------------------------------------------------------------- */

typedef struct Lines {
    const rxc_refs_parser *parser;
    const rxc_cite_format *format;
} Lines;

/* Always one item a line, whatever the line holds. */
static void answer(const void *context, Str line, size_t number, Arena *arena, Buf *out)
{
    const Lines *lines = context;
    rxc_reference ref = { 0 };
    rxc_refs_parse(lines->parser, arena, line, &ref);
    ref.number = (int)number;
    ref.raw = line;
    ref.span = (rxc_span){ 0, line.n };
    lines->format->item(out, &ref, number);
}

static rxc_status parse_lines(rxc_cli *cli, const rxc_tools *tools, const rxc_cite_format *format, FILE *out,
                              rxc_err *err)
{
    const char *path = cli->operands.v[0];
    bool standard = strcmp(path, "-") == 0;
    FILE *in = standard ? stdin : fopen(path, "rb");
    if (!in) return rxc_err_set(err, RXC_INPUT, "%s: %s", path, strerror(errno));
    Lines lines = { tools->refs, format };
    rxc_status status = rxc_lines_each(in, out, rxc_cli_jobs(cli), answer, &lines, NULL, err);
    if (!standard) fclose(in);
    return status;
}

/* --- documents --------------------------------------------------------------------------------------------------- */

typedef struct Documents {
    rxc_cli *cli;
    const rxc_cite_format *format;
    FILE *out;
    size_t count;
    Buf buf;
} Documents;

static rxc_status take(void *context, const rxc_extracted *extracted, rxc_err *err)
{
    Documents *d = context;
    if (!extracted->record) {
        rxc_cli_complain(d->cli, extracted->err->text);
        return RXC_OK;
    }
    for (size_t i = 0; i < extracted->record->references.n; i++) {
        buf_reset(&d->buf);
        d->format->item(&d->buf, &extracted->record->references.v[i], ++d->count);
        if (fwrite(d->buf.p, 1, d->buf.n, d->out) != d->buf.n)
            return rxc_err_set(err, RXC_IO, "the references cannot be written");
    }
    return RXC_OK;
}

static rxc_status parse_documents(rxc_cli *cli, const rxc_tools *tools, const rxc_cite_format *format, FILE *out,
                                  rxc_err *err)
{
    rxc_inputs inputs = { 0 };
    Documents documents = { cli, format, out, 0, { 0 } };
    rxc_inputs_find(&cli->arena, cli->operands.v, cli->operands.n, &inputs);
    rxc_status status = rxc_flow_each(tools, &inputs, rxc_cli_jobs(cli), &rxc_cli_stop, take, &documents, err);
    buf_clear(&documents.buf);
    if (!status && documents.count == 0 && !cli->partly) status = rxc_err_set(err, RXC_NOTHING, "no references found");
    return status;
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    const rxc_cite_format *format = rxc_cite_find(s->format ? str_from(s->format) : S("csl"));
    rxc_tools tools = { 0 };
    rxc_output out;
    if (!format)
        return rxc_err_set(err, RXC_USAGE, "unknown format \"%s\"; there are csl, bibtex, ris, csv, ndjson", s->format);
    if (s->lines && cli->operands.n != 1) return rxc_err_set(err, RXC_USAGE, "refs --lines takes one FILE or -");
    RXC_TRY(rxc_tools_open_refs(&tools, NULL, err));
    tools.limits = rxc_cli_limits(cli);
    rxc_status status = rxc_output_open(&out, s->output ? s->output : "-", cli->globals.overwrite, err);
    if (!status) {
        fputs(format->begin, out.file);
        status = s->lines ? parse_lines(cli, &tools, format, out.file, err)
                          : parse_documents(cli, &tools, format, out.file, err);
        if (!status || status == RXC_NOTHING) fputs(format->end, out.file);
        rxc_status written = status ? RXC_OK : rxc_output_commit(&out, err);
        if (!status) status = written;
        rxc_output_abandon(&out);
    }
    rxc_tools_close(&tools);
    return status;
}

const rxc_command rxc_command_refs = {
    .name = "refs",
    .operands = "FILE...|-",
    .help = "references of documents, or of raw reference strings",
    .about =
        "Takes the references out of documents, or with --lines parses one raw reference string a line: one answer per\n"
        "line, in order.  Example: rxcite refs --lines -f bibtex list.txt",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
