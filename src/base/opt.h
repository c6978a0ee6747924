/* opt.h: options as rows of a table: the rows drive parsing, range checks, help, man page and completion. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_OPT_H
#define RXC_BASE_OPT_H

#include "base/arena.h"
#include "base/err.h"

typedef enum rxc_opt_kind {
    RXC_OPT_FLAG,   /* bool, set to true */
    RXC_OPT_TEXT,   /* const char * */
    RXC_OPT_NUMBER, /* long, within low..high */
} rxc_opt_kind;

/* One option. A table ends with a row whose name is NULL. */
typedef struct rxc_opt {
    const char *name;  /* "top": --top */
    char letter;       /* 'k': -k; 0: none */
    rxc_opt_kind kind;
    size_t offset;     /* of the member in the settings struct that the table belongs to */
    long low, high;    /* of a number */
    const char *value; /* what help calls the value: "K" */
    const char *help;  /* one line; begins in lower case, no full stop */
} rxc_opt;

/* A table and the struct it fills. */
typedef struct rxc_opt_target {
    const rxc_opt *options;
    void *settings;
} rxc_opt_target;

typedef VEC(const char *) rxc_operands;

/* Read arguments against several tables. Takes --name value, --name=value, -k value, -kvalue, -abc for flags, "--" and
 * "-" as an operand; options and operands may be mixed. stop_at_operand leaves the first operand and all behind it.
 * Errors  RXC_USAGE with the option and what is wrong with it */
rxc_status rxc_opt_parse(const rxc_opt_target *targets, size_t target_count, char **args, size_t count,
                         bool stop_at_operand, Arena *arena, rxc_operands *operands, rxc_err *err);

/* The name nearest to a mistyped one (edit distance 2 at most), or NULL. names ends with NULL. */
const char *rxc_opt_nearest(const char *const *names, const char *typed);

#endif
