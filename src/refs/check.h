/* check.h: how well a parser does on tagged references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_CHECK_H
#define RXC_REFS_CHECK_H

#include "refs/gold.h"
#include "refs/refs.h"

typedef enum rxc_check_field {
    RXC_CHECK_AUTHORS, /* all, in order: family name and initials */
    RXC_CHECK_FIRST_AUTHOR,
    RXC_CHECK_TITLE,
    RXC_CHECK_CONTAINER,
    RXC_CHECK_YEAR,
    RXC_CHECK_VOLUME,
    RXC_CHECK_ISSUE,
    RXC_CHECK_PAGE, /* the first */
    RXC_CHECK_DOI,
    RXC_CHECK_FIELDS
} rxc_check_field;

extern const char *const rxc_check_names[RXC_CHECK_FIELDS];

typedef struct rxc_tally {
    size_t right;
    size_t wrong;   /* stated otherwise: counts against precision and recall */
    size_t missing; /* not found */
    size_t extra;   /* found where there is none */
} rxc_tally;

typedef struct rxc_check {
    const rxc_refs_parser *parser;
    /* Called for every field that is not right; may be NULL. Views hold during the call. */
    void (*fault)(void *context, const rxc_gold *gold, rxc_check_field field, Str expected, Str found);
    void *context;
    rxc_tally fields[RXC_CHECK_FIELDS];
    size_t references, whole; /* whole: every sure field right, none invented */
} rxc_check;

/* Parse the references of a file and add to the tallies. Fields that are not sure are left out. Letters and digits
 * count, case and accents do not.
 * Errors  those of rxc_gold_read */
rxc_status rxc_check_file(rxc_check *check, const char *path, rxc_err *err);

/* Of one field, or of the sum of all: 0..1, 0 without any. */
double rxc_tally_precision(rxc_tally tally);
double rxc_tally_recall(rxc_tally tally);
double rxc_tally_f1(rxc_tally tally);
rxc_tally rxc_check_total(const rxc_check *check);

#endif
