/* command.h: the table of commands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CLI_COMMAND_H
#define RXC_CLI_COMMAND_H

#include <stdio.h>

#include "base/opt.h"
#include "flow/library.h"

/* Options that stand before or behind any command. */
typedef struct rxc_globals {
    const char *library; /* NULL: $RXCITE_LIBRARY, else library.db */
    const char *vocab;   /* NULL: $RXCITE_VOCAB */
    long jobs;           /* 0: all cores */
    bool quiet, verbose, no_progress, help, version;
    bool overwrite;
    long max_bytes, max_depth; /* 0: the default */
    const char *password;      /* of encrypted documents; NULL: none */
} rxc_globals;

/* What a running command is given. */
typedef struct rxc_cli {
    rxc_globals globals;
    Arena arena;
    rxc_operands operands;
    bool partly; /* set by the command: some input could not be read, the rest was done */
} rxc_cli;

typedef struct rxc_command {
    const char *name;
    const char *operands; /* "PATH...", for the usage line */
    const char *help;     /* one line */
    const char *about;    /* some sentences for `help NAME` and the man page; may hold examples */
    const rxc_opt *options;
    size_t settings_size;
    size_t least, most;   /* operands */
    /* One of the two: the second is called with the library loaded. */
    rxc_status (*run)(rxc_cli *cli, void *settings, rxc_err *err);
    rxc_status (*on_library)(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err);
} rxc_command;

extern const rxc_command *const rxc_commands[]; /* rows of commands.def, ends with NULL */
extern const rxc_opt rxc_global_options[];
const rxc_command *rxc_command_find(Str name);

/* --- what several commands need (cli.c) ------------------------------------------------------------------------ */

/* Path of the library; number of threads. */
const char *rxc_cli_library(const rxc_cli *cli);
long rxc_cli_jobs(const rxc_cli *cli);

/* How much is taken of one input. */
rxc_read_limits rxc_cli_limits(const rxc_cli *cli);

/* Set once Ctrl-C was pressed. */
extern volatile int rxc_cli_stop;

/* A message on standard error, unless --quiet. */
void rxc_cli_say(const rxc_cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One line that is rewritten, on a terminal only. done == total ends it. Context is the rxc_cli. */
void rxc_cli_progress(void *context, const char *what, size_t done, size_t total);

/* A sentence about an input that could not be read; sets partly. Context is the rxc_cli. */
void rxc_cli_complain(void *context, const char *sentence);

/* --- tables for people and JSON for programs (table.c) --------------------------------------------------------- */

/* Rows of text in columns that fit the terminal, or the same rows as a JSON array of objects. */
typedef struct rxc_table {
    const char *const
        *names; /* [width]; those whose name begins with '#' hold numbers: right-aligned, and JSON numbers */
    size_t width;
    VEC(Str) cells;           /* row after row */
} rxc_table;

/* Add a cell; the row is complete after width of them. */
void rxc_table_add(Arena *arena, rxc_table *table, Str cell);
rxc_status rxc_table_print(const rxc_table *table, bool json, FILE *out);

#endif
