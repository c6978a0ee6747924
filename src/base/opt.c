/* opt.c: parses command lines by tables of options. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/opt.h"

#include <errno.h>
#include <stdlib.h>

typedef struct Parse {
    const rxc_opt_target *targets;
    size_t target_count;
    char **args;
    size_t count, at;
    rxc_err *err;
} Parse;

/* The row for which match holds, and its settings. */
static const rxc_opt *find_row(const Parse *p, Str name, char letter, void **settings)
{
    for (size_t t = 0; t < p->target_count; t++)
        for (const rxc_opt *row = p->targets[t].options; row && row->name; row++)
            if (letter ? row->letter == letter : str_eq(name, str_from(row->name))) {
                *settings = p->targets[t].settings;
                return row;
            }
    return NULL;
}

static rxc_status store_number(const rxc_opt *row, void *member, const char *value, rxc_err *err)
{
    char *end = NULL;
    errno = 0;
    long number = strtol(value, &end, 10);
    if (errno || end == value || *end)
        return rxc_err_set(err, RXC_USAGE, "--%s takes a whole number, not \"%s\"", row->name, value);
    if (number < row->low || number > row->high)
        return rxc_err_set(err, RXC_USAGE, "--%s takes %ld to %ld, not %ld", row->name, row->low, row->high, number);
    memcpy(member, &number, sizeof number);
    return RXC_OK;
}

static rxc_status store_value(const rxc_opt *row, void *settings, const char *value, rxc_err *err)
{
    void *member = (char *)settings + row->offset;
    if (row->kind == RXC_OPT_NUMBER) return store_number(row, member, value, err);
    memcpy(member, &value, sizeof value);
    return RXC_OK;
}

static void store_flag(const rxc_opt *row, void *settings)
{
    bool set = true;
    memcpy((char *)settings + row->offset, &set, sizeof set);
}

/* The value behind the option: attached, or the next argument. */
static rxc_status take_value(Parse *p, const rxc_opt *row, const char *attached, const char **value)
{
    if (!attached && p->at == p->count)
        return rxc_err_set(p->err, RXC_USAGE, "--%s needs a value: %s", row->name, row->value);
    *value = attached ? attached : p->args[p->at++];
    return RXC_OK;
}

static rxc_status unknown(const Parse *p, Str name)
{
    Arena arena = { 0 };
    VEC(const char *) names = { 0 };
    for (size_t t = 0; t < p->target_count; t++)
        for (const rxc_opt *row = p->targets[t].options; row && row->name; row++)
            *vec_push(&arena, &names) = row->name;
    *vec_push(&arena, &names) = NULL;
    const char *nearest = rxc_opt_nearest(names.v, arena_cstr(&arena, name));
    rxc_status status =
        nearest ? rxc_err_set(p->err, RXC_USAGE, "unknown option --%.*s; did you mean --%s?", STR_ARG(name), nearest)
                : rxc_err_set(p->err, RXC_USAGE, "unknown option --%.*s", STR_ARG(name));
    arena_clear(&arena);
    return status;
}

static rxc_status long_option(Parse *p, const char *argument)
{
    const char *equals = strchr(argument, '=');
    Str name = equals ? (Str){ argument, (size_t)(equals - argument) } : str_from(argument);
    void *settings = NULL;
    const rxc_opt *row = find_row(p, name, 0, &settings);
    const char *value = NULL;
    if (!row) return unknown(p, name);
    if (row->kind == RXC_OPT_FLAG) {
        if (equals) return rxc_err_set(p->err, RXC_USAGE, "--%s takes no value", row->name);
        store_flag(row, settings);
        return RXC_OK;
    }
    RXC_TRY(take_value(p, row, equals ? equals + 1 : NULL, &value));
    return store_value(row, settings, value, p->err);
}

static rxc_status letters(Parse *p, const char *argument)
{
    for (const char *c = argument; *c; c++) {
        void *settings = NULL;
        const char *value = NULL;
        const rxc_opt *row = find_row(p, (Str){ 0 }, *c, &settings);
        if (!row) return rxc_err_set(p->err, RXC_USAGE, "unknown option -%c", *c);
        if (row->kind != RXC_OPT_FLAG) {
            RXC_TRY(take_value(p, row, c[1] ? c + 1 : NULL, &value));
            return store_value(row, settings, value, p->err);
        }
        store_flag(row, settings);
    }
    return RXC_OK;
}

rxc_status rxc_opt_parse(const rxc_opt_target *targets, size_t target_count, char **args, size_t count,
                         bool stop_at_operand, Arena *arena, rxc_operands *operands, rxc_err *err)
{
    Parse p = { targets, target_count, args, count, 0, err };
    bool only_operands = false;
    while (p.at < p.count) {
        const char *argument = p.args[p.at];
        bool operand = only_operands || argument[0] != '-' || !argument[1];
        if (operand && stop_at_operand) only_operands = true;
        p.at++;
        if (operand) *vec_push(arena, operands) = argument;
        else if (strcmp(argument, "--") == 0) only_operands = true;
        else if (argument[1] == '-') RXC_TRY(long_option(&p, argument + 2));
        else RXC_TRY(letters(&p, argument + 1));
    }
    return RXC_OK;
}

/* Levenshtein distance, given up above 2; names are short. */
static size_t distance(const char *a, const char *b)
{
    enum { LONGEST = 40 };
    size_t row[LONGEST + 1], n = strlen(a), m = strlen(b);
    if (n > LONGEST || m > LONGEST) return LONGEST;
    for (size_t j = 0; j <= m; j++) row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t best = diagonal + (a[i - 1] != b[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            diagonal = row[j];
            row[j] = best;
        }
    }
    return row[m];
}

const char *rxc_opt_nearest(const char *const *names, const char *typed)
{
    const char *nearest = NULL;
    size_t least = 3;
    for (; *names; names++) {
        size_t d = distance(typed, *names);
        if (d < least) least = d, nearest = *names;
    }
    return nearest;
}
