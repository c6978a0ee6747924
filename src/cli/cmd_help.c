/* cmd_help.c: rxcite help. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

typedef struct Settings {
    bool man;
} Settings;

static const rxc_opt options[] = {
    { "man", 0, RXC_OPT_FLAG, offsetof(Settings, man), 0, 0, NULL, "the whole manual as a man page" },
    { 0 },
};

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    const Settings *s = settings;
    if (s->man) return rxc_help_man(stdout);
    if (cli->operands.n == 0) return rxc_help_program(stdout);
    const rxc_command *command = rxc_command_find(str_from(cli->operands.v[0]));
    if (!command)
        return rxc_err_set(err, RXC_USAGE, "no command is called \"%s\"; see: rxcite help", cli->operands.v[0]);
    return rxc_help_command(command, stdout);
}

const rxc_command rxc_command_help = {
    .name = "help", .operands = "[COMMAND]", .help = "help on the program or a command",
    .about = "Shows what a command does and its options.",
    .options = options, .settings_size = sizeof(Settings), .most = 1, .run = run,
};
