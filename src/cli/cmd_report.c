/* cmd_report.c: rxcite report: what the library holds, who is central, what is related, what was lost. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"
#include "cli/command.h"
#include "flow/library.h"

typedef struct Settings {
    const char *format, *output;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "format", 'f', RXC_OPT_TEXT, AT(format), 0, 0, "NAME",
      "md (default), html, json, csv or a table; see: rxcite list reports" },
    { "output", 'o', RXC_OPT_TEXT, AT(output), 0, 0, "FILE", "the file; standard output unless told" },
    { 0 },
};

static rxc_status report(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err)
{
    const Settings *s = settings;
    const rxc_report *chosen = rxc_report_find(s->format ? str_from(s->format) : S("md"));
    rxc_report_input input;
    rxc_output out;
    if (!chosen) return rxc_err_set(err, RXC_USAGE, "unknown report \"%s\"; see: rxcite list reports", s->format);
    RXC_TRY(rxc_library_report(library, str_eq(str_from(chosen->name), S("html")), &input, err));
    RXC_TRY(rxc_output_open(&out, s->output ? s->output : "-", cli->globals.overwrite, err));
    rxc_status status = chosen->write(&input, out.file, err);
    return rxc_output_finish(&out, status, err);
}

const rxc_command rxc_command_report = {
    .name = "report", .operands = "", .help = "what was read and lost, who is central, what is related",
    .about = "Writes a report on the library. html is one page with the diagram in it.",
    .options = options, .settings_size = sizeof(Settings), .on_library = report,
};
