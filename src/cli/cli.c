/* cli.c: the table of commands, and the messages that all of them share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/command.h"

#define COMMAND(name) extern const rxc_command rxc_command_##name;
#include "cli/commands.def"
#undef COMMAND

const rxc_command *const rxc_commands[] = {
#define COMMAND(name) &rxc_command_##name,
#include "cli/commands.def"
#undef COMMAND
    NULL,
};

#define AT(member) offsetof(rxc_globals, member)
const rxc_opt rxc_global_options[] = {
    { "library", 'l', RXC_OPT_TEXT, AT(library), 0, 0, "FILE", "the library; else $RXCITE_LIBRARY, else library.db" },
    { "vocab", 0, RXC_OPT_TEXT, AT(vocab), 0, 0, "FILE:FILE",
      "more vocabularies beside the shipped ones; else $RXCITE_VOCAB" },
    { "jobs", 'j', RXC_OPT_NUMBER, AT(jobs), 1, 256, "N", "threads; all cores unless told" },
    { "overwrite", 0, RXC_OPT_FLAG, AT(overwrite), 0, 0, NULL, "replace outputs that are there" },
    { "max-bytes", 0, RXC_OPT_NUMBER, AT(max_bytes), 1, 1L << 40, "N", "refuse larger inputs; 1 GiB unless told" },
    { "max-depth", 0, RXC_OPT_NUMBER, AT(max_depth), 1, 256, "N", "leave out elements nested deeper; 256 unless told" },
    { "password", 0, RXC_OPT_TEXT, AT(password), 0, 0, "TEXT", "opens encrypted PDFs" },
    { "quiet", 'q', RXC_OPT_FLAG, AT(quiet), 0, 0, NULL, "only errors on standard error" },
    { "verbose", 'v', RXC_OPT_FLAG, AT(verbose), 0, 0, NULL, "more on standard error" },
    { "no-progress", 0, RXC_OPT_FLAG, AT(no_progress), 0, 0, NULL, "no progress line on a terminal" },
    { "help", 'h', RXC_OPT_FLAG, AT(help), 0, 0, NULL, "help on the program or the command" },
    { "version", 0, RXC_OPT_FLAG, AT(version), 0, 0, NULL, "the version" },
    { 0 },
};

volatile int rxc_cli_stop;

const rxc_command *rxc_command_find(Str name)
{
    for (size_t i = 0; rxc_commands[i]; i++)
        if (str_eq(name, str_from(rxc_commands[i]->name))) return rxc_commands[i];
    return NULL;
}

const char *rxc_cli_library(const rxc_cli *cli)
{
    const char *from_environment = getenv("RXCITE_LIBRARY");
    if (cli->globals.library) return cli->globals.library;
    return from_environment && *from_environment ? from_environment : "library.db";
}

long rxc_cli_jobs(const rxc_cli *cli)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (cli->globals.jobs) return cli->globals.jobs;
    return cores < 1 ? 1 : cores > 256 ? 256 : cores;
}

rxc_read_limits rxc_cli_limits(const rxc_cli *cli)
{
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    if (cli->globals.max_bytes) limits.max_bytes = (size_t)cli->globals.max_bytes;
    limits.password = cli->globals.password;
    if (cli->globals.max_depth) limits.max_depth = (int)cli->globals.max_depth;
    return limits;
}

void rxc_cli_say(const rxc_cli *cli, const char *format, ...)
{
    va_list args;
    if (cli->globals.quiet) return;
    va_start(args, format);
    fputs("rxcite: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

static bool progress_wanted(const rxc_cli *cli)
{
    return !cli->globals.quiet && !cli->globals.no_progress && isatty(STDERR_FILENO);
}

void rxc_cli_progress(void *context, const char *what, size_t done, size_t total)
{
    const rxc_cli *cli = context;
    if (!progress_wanted(cli)) return;
    if (total && done < total) fprintf(stderr, "\r\033[K%s %zu/%zu", what, done + 1, total);
    else if (total) fputs("\r\033[K", stderr);
    else fprintf(stderr, "\r\033[K%s\r", what);
    fflush(stderr);
}

void rxc_cli_complain(void *context, const char *sentence)
{
    rxc_cli *cli = context;
    cli->partly = true;
    if (progress_wanted(cli)) fputs("\r\033[K", stderr);
    fprintf(stderr, "rxcite: %s\n", sentence);
}
