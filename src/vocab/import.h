/* import.h: what an import gathers: concepts, what was passed over and why, what was wrong. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_IMPORT_H
#define RXC_VOCAB_IMPORT_H

#include "vocab/entry.h"
#include "vocab/feed.h"
#include "vocab/map.h"

enum {
    RXC_IMPORT_FAULTS = 100, /* kept with their text */
    RXC_IMPORT_NAMES = 5000, /* names of one concept */
    RXC_IMPORT_NAME = 1000,  /* bytes of one name */
    RXC_RANK_NONE = 1000,    /* an entry has no name yet */
};

typedef struct rxc_import_skip {
    const char *reason; /* "row: not English" */
    size_t count;
} rxc_import_skip;

typedef struct rxc_import {
    Arena *arena;
    rxc_vocab_entries entries;
    rxc_map by_code;            /* code -> entry number from 1 */
    VEC(rxc_import_skip) skips; /* in the order they first came */
    rxc_vocab_strs faults;      /* "FILE:LINE: what is wrong", the first RXC_IMPORT_FAULTS of them */
    size_t fault_count;
    size_t seen; /* rows or records */
    void *state; /* of the importer, between the files of one format */
} rxc_import;

/* The concept that has this code ("RxNorm:161"); made, without name and type, when there is none. */
rxc_vocab_entry *rxc_import_entry(rxc_import *import, Str code);

/* A concept without a code. */
rxc_vocab_entry *rxc_import_fresh(rxc_import *import);

/* Give a concept a name of a rank (0 the best); the name of the higher rank becomes a synonym. Text is copied. */
void rxc_import_name(rxc_import *import, rxc_vocab_entry *entry, Str name, int rank);

/* Add to a list. What is empty, too long, or holds control characters or the mark between names (|) is passed over and
 * counted. Text is copied. */
void rxc_import_add(rxc_import *import, rxc_vocab_entry *entry, rxc_entry_list list, Str text);

/* The same for a name of something narrower or related that the source files under this concept. */
void rxc_import_narrower(rxc_import *import, rxc_vocab_entry *entry, Str text);

/* A code of a system: "MeSH", "D003875". */
void rxc_import_code(rxc_import *import, rxc_vocab_entry *entry, Str system, Str code);

/* Count one thing that is passed over. The reason is a literal. */
void rxc_import_skip_one(rxc_import *import, const char *reason);

/* Say what is wrong with a line. */
void rxc_import_fault(rxc_import *import, const rxc_feed *feed, size_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The next line that is valid UTF-8 and not too long; others are faults. */
bool rxc_import_line(rxc_import *import, rxc_feed *feed, Str *line);

/* Cut a line into fields; gives how many there are (fields beyond most are counted only). */
size_t rxc_import_fields(Str line, char separator, Str *fields, size_t most);

#endif
