/* help.h: help on the program and its commands, from their tables. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CLI_HELP_H
#define RXC_CLI_HELP_H

#include "cli/command.h"

rxc_status rxc_help_program(FILE *out);
rxc_status rxc_help_command(const rxc_command *command, FILE *out);

/* The whole manual as a man page (roff). */
rxc_status rxc_help_man(FILE *out);

#endif
