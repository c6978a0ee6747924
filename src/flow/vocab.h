/* vocab.h: work on vocabularies: check them, count them, import foreign ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_VOCAB_H
#define RXC_FLOW_VOCAB_H

#include "vocab/census.h"
#include "vocab/audit.h"
#include "vocab/importer.h"

typedef VEC(const char *) rxc_vocab_paths;

/* The vocabularies that are loaded: `shipped` those of the data folder, `more` those of $RXCITE_VOCAB (paths with :
 * between). Errors  RXC_DATA there is no data folder */
rxc_status rxc_vocab_loaded(Arena *arena, rxc_vocab_paths *shipped, rxc_vocab_paths *more, rxc_err *err);

/* Check files together. Errors: RXC_INPUT a file that cannot be read; what is wrong in them is in out->findings. */
rxc_status rxc_vocab_check(Arena *arena, const rxc_vocab_paths *paths, rxc_audit *out, rxc_err *err);

typedef struct rxc_vocab_import {
    const char *format;    /* of all files; NULL: each by its content */
    rxc_vocab_paths merge; /* vocabularies of ours that what is imported joins; they are part of the output */
    const char *output;    /* "-": standard output */
    bool overwrite;
    void (*tell)(void *context, const char *sentence); /* figures: what was read, taken, passed over and why */
    void (*complain)(void *context,
                     const char *sentence); /* a line or file that could not be read; the rest was done */
    void *context;
} rxc_vocab_import;

/* Errors  RXC_USAGE an unknown format, RXC_INPUT a file that cannot be opened or is of no known format, RXC_NOTHING no
 * drug or disorder in any of them, RXC_EXISTS, RXC_IO */
rxc_status rxc_vocab_run_import(const rxc_vocab_import *job, const rxc_vocab_paths *paths, rxc_err *err);

#endif
