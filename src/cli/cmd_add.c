/* cmd_add.c: rxcite add: documents into the library. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "flow/build.h"

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    (void)settings;
    rxc_inputs inputs = { 0 };
    rxc_tools tools = { 0 };
    rxc_store *store = NULL;
    rxc_inputs_find(&cli->arena, cli->operands.v, cli->operands.n, &inputs);
    if (inputs.n == 0) return rxc_err_set(err, RXC_NOTHING, "no files in %s", cli->operands.v[0]);
    rxc_build build = { .jobs = rxc_cli_jobs(cli), .stop = &rxc_cli_stop, .progress = rxc_cli_progress,
                        .complain = rxc_cli_complain, .context = cli };
    RXC_TRY(rxc_tools_open(&tools, NULL, err));
    tools.limits = rxc_cli_limits(cli);
    rxc_status status = rxc_store_open(rxc_cli_library(cli), RXC_STORE_CREATE, &store, err);
    if (!status) status = rxc_build_add(&build, &tools, &inputs, store, NULL, err);
    if (store) rxc_store_close(store);
    rxc_tools_close(&tools);
    if (!status)
        rxc_cli_say(cli, "%zu document%s added to %s, %zu there already, %zu not readable", build.documents,
                    build.documents == 1 ? "" : "s",
                    rxc_cli_library(cli), build.repeated, build.failures);
    return status;
}

const rxc_command rxc_command_add = {
    .name = "add",
    .operands = "PATH...",
    .help = "documents into the library",
    .about =
        "Reads files and folders into the library (--library FILE), which is made when it is not there. Adding the same\n"
        "file twice changes nothing.",
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
