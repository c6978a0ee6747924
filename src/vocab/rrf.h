/* rrf.h: rows of the Rich Release Format, in which the UMLS and RxNorm come: fields with a | behind each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_RRF_H
#define RXC_VOCAB_RRF_H

#include "vocab/import.h"

/* MRCONSO and RXNCONSO: one name of one source, a row. */
enum {
    RRF_CUI = 0,
    RRF_LANGUAGE = 1,
    RRF_STATUS = 2,      /* P: a preferred name */
    RRF_STRING_TYPE = 4, /* PF: the preferred form of it */
    RRF_PREFERRED = 6,   /* Y: within its source form */
    RRF_SOURCE = 11,
    RRF_TERM_TYPE = 12,
    RRF_CODE = 13,
    RRF_NAME = 14,
    RRF_SUPPRESS = 16, /* N: not */
    RRF_CONSO_FIELDS = 18,
};

enum { RRF_FIELDS_MAX = 18 };

/* The fields of the first line of a file's beginning; 0 when it is no such row. */
size_t rxc_rrf_head(Str head, Str fields[RRF_FIELDS_MAX]);

/* The next row that has this many fields; others are faults. */
bool rxc_rrf_next(rxc_import *import, rxc_feed *feed, size_t wanted, Str fields[RRF_FIELDS_MAX]);

/* May the row of names be used? When it is suppressed or not English, this is counted. */
bool rxc_rrf_usable(rxc_import *import, const Str *fields);

/* Add the code that the source has for this name, when it is one that people use. */
void rxc_rrf_code(rxc_import *import, rxc_vocab_entry *entry, const Str *fields);

#endif
