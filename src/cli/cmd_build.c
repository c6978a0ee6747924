/* cmd_build.c: rxcite build: the main job in one go. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/build.h"

typedef struct Settings {
    const char *dir;
} Settings;

static const rxc_opt options[] = {
    { "output", 'o', RXC_OPT_TEXT, offsetof(Settings, dir), 0, 0, "DIR",
      "the folder for all results; made when it is not there" },
    { 0 },
};

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    rxc_inputs inputs = { 0 };
    if (!s->dir) return rxc_err_set(err, RXC_USAGE, "build needs -o DIR, the folder for the results");
    rxc_inputs_find(&cli->arena, cli->operands.v, cli->operands.n, &inputs);
    if (inputs.n == 0) return rxc_err_set(err, RXC_NOTHING, "no files in %s", cli->operands.v[0]);
    rxc_build build = { .dir = s->dir, .overwrite = cli->globals.overwrite, .jobs = rxc_cli_jobs(cli),
                        .limits = rxc_cli_limits(cli), .stop = &rxc_cli_stop, .progress = rxc_cli_progress,
                        .complain = rxc_cli_complain, .context = cli };
    RXC_TRY(rxc_build_run(&build, &inputs, err));
    rxc_cli_progress(cli, "", 1, 1);
    rxc_cli_say(cli, "%zu document%s read, %zu repeated, %zu not readable; open %s/report.html", build.documents,
                    build.documents == 1 ? "" : "s",
                build.repeated, build.failures, s->dir);
    return RXC_OK;
}

const rxc_command rxc_command_build = {
    .name = "build",
    .operands = "PATH... -o DIR",
    .help = "read, extract, resolve, measure, draw, export and report in one go",
    .about =
        "Reads files and folders (recursively; - is standard input) and writes into DIR: library.db, records.ndjson,\n"
        "references.json .bib .ris, graph.dot .svg .graphml, centrality.csv .json, evidence.csv, cases.csv, report.md .html and\n"
        "ledger.json. Formats are told apart by content. Nothing is overwritten without --overwrite.",
    .options = options,
    .settings_size = sizeof(Settings),
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
