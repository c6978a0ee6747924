/* main.c: from the command line to a command, and from its status to the exit status. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/help.h"

/* Ctrl-C asks the command to stop in good order; a second one ends the program at once. */
static void on_interrupt(int signal_number)
{
    if (rxc_cli_stop) _exit(130);
    rxc_cli_stop = signal_number;
}

static rxc_status check_operands(const rxc_command *command, size_t count, rxc_err *err)
{
    if (count < command->least)
        return rxc_err_set(err, RXC_USAGE, "%s needs %s; see: rxcite help %s", command->name, command->operands,
                           command->name);
    if (count > command->most)
        return rxc_err_set(err, RXC_USAGE, "%s takes no more than %zu operands; see: rxcite help %s", command->name,
                           command->most, command->name);
    return RXC_OK;
}

static rxc_status run_on_library(rxc_cli *cli, const rxc_command *command, void *settings, rxc_err *err)
{
    rxc_library library;
    RXC_TRY(rxc_library_load(&library, rxc_cli_library(cli), err));
    rxc_status status = command->on_library(cli, settings, &library, err);
    rxc_library_clear(&library);
    return status;
}

static rxc_status run_command(rxc_cli *cli, const rxc_command *command, rxc_operands rest, rxc_err *err)
{
    void *settings = arena_alloc(&cli->arena, command->settings_size ? command->settings_size : 1);
    rxc_opt_target targets[] = { { command->options, settings }, { rxc_global_options, &cli->globals } };
    char **args = arena_array(&cli->arena, char *, rest.n);
    for (size_t i = 1; i < rest.n; i++) args[i - 1] = arena_cstr(&cli->arena, str_from(rest.v[i]));
    RXC_TRY(rxc_opt_parse(targets, 2, args, rest.n - 1, false, &cli->arena, &cli->operands, err));
    if (cli->globals.help) return rxc_help_command(command, stdout);
    if (cli->globals.vocab) setenv("RXCITE_VOCAB", cli->globals.vocab, 1); /* read where vocabularies are opened */
    RXC_TRY(check_operands(command, cli->operands.n, err));
    return command->run ? command->run(cli, settings, err) : run_on_library(cli, command, settings, err);
}

static rxc_status no_such_command(const char *typed, rxc_err *err)
{
    const char *names[64] = { NULL };
    for (size_t i = 0; i < 63 && rxc_commands[i]; i++) names[i] = rxc_commands[i]->name;
    const char *nearest = rxc_opt_nearest(names, typed);
    return nearest ? rxc_err_set(err, RXC_USAGE, "unknown command \"%s\"; did you mean %s?", typed, nearest)
                   : rxc_err_set(err, RXC_USAGE, "unknown command \"%s\"; see: rxcite help", typed);
}

static rxc_status run(rxc_cli *cli, char **args, size_t count, rxc_err *err)
{
    rxc_operands rest = { 0 };
    rxc_opt_target target = { rxc_global_options, &cli->globals };
    RXC_TRY(rxc_opt_parse(&target, 1, args, count, true, &cli->arena, &rest, err));
    if (cli->globals.version) {
        printf("rxcite %s\n", RXCITE_VERSION);
        return RXC_OK;
    }
    if (rest.n == 0 && cli->globals.help) return rxc_help_program(stdout);
    if (rest.n == 0) {
        rxc_help_program(stderr);
        return RXC_USAGE;
    }
    const rxc_command *command = rxc_command_find(str_from(rest.v[0]));
    return command ? run_command(cli, command, rest, err) : no_such_command(rest.v[0], err);
}

/* Does nobody read standard output any more ("rxcite … | head")? */
static bool stdout_is_closed(void)
{
    struct pollfd out = { .fd = STDOUT_FILENO };
    return ferror(stdout) && poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

/* Standard output is data: a fault in writing it is a failure, a closed pipe is not. */
static rxc_status flush_output(rxc_err *err)
{
    if (fflush(stdout) == 0 && !ferror(stdout)) return RXC_OK;
    if (stdout_is_closed()) return RXC_OK;
    return rxc_err_set(err, RXC_IO, "standard output: %s", strerror(errno));
}

int main(int argc, char **argv)
{
    rxc_cli cli = { 0 };
    rxc_err err = { 0 };
    struct sigaction action = { .sa_handler = on_interrupt };
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    rxc_status status = run(&cli, argv + 1, argc > 0 ? (size_t)argc - 1 : 0, &err);
    if (status == RXC_IO && stdout_is_closed()) status = RXC_OK, err = (rxc_err){ 0 };
    rxc_status flushed = flush_output(&err);
    if (!status) status = flushed;
    if (!status && cli.partly) status = RXC_INPUT;
    if (status == RXC_NOTHING) rxc_err_set(&err, status, "nothing found");
    if (err.text[0]) fprintf(stderr, "rxcite: %s\n", err.text);
    arena_clear(&cli.arena);
    return rxc_err_exit(status);
}
