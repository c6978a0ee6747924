/* reader.h: the table of readers: bytes of any format become a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_READER_H
#define RXC_READ_READER_H

#include "base/err.h"
#include "model/document.h"

enum { RXC_READ_HEAD = 65536 }; /* bytes shown to sniff */

/* How much a reader takes of one input. */
typedef struct rxc_read_limits {
    size_t max_bytes; /* of one document, after decompression */
    int max_depth;    /* nesting of elements, 1..256 */
    const char *password; /* of encrypted documents; NULL: none */
} rxc_read_limits;

#define RXC_READ_LIMITS_DEFAULT ((rxc_read_limits){ .max_bytes = (size_t)1 << 30, .max_depth = 256 })

/* Where a format of many entries (a database export) cuts off the next one. */
typedef struct rxc_cut {
    size_t b, e; /* the entry, within the window */
    size_t used; /* bytes of the window that are done with, from e on; what of them lies outside [b, e) holds nothing */
    Str lead;    /* put before the entry, so that it can be read alone (a header of columns); lives as long as the state */
    Str problem; /* not empty: [b, e) is no entry, and why */
} rxc_cut;

typedef enum rxc_cut_result {
    RXC_CUT_ENTRY, /* out is filled */
    RXC_CUT_MORE,  /* the window must grow; never at the end of the input */
    RXC_CUT_END,   /* no further entry */
} rxc_cut_result;

typedef struct rxc_split {
    size_t state_size; /* of what cut keeps between calls, zeroed before the first */
    /* window: what is there from the end of the last entry on, UTF-8 or an encoding that agrees with it in ASCII.
     * end: nothing comes behind it. A cut must use at least one byte. Memory that lasts comes from arena. */
    rxc_cut_result (*cut)(void *state, Arena *arena, Str window, bool end, rxc_cut *out);
} rxc_split;

typedef struct rxc_reader {
    const char *name;       /* "markdown": what --json, records and `list formats` show */
    const char *help;       /* one line for people */
    bool binary;            /* sniff and read take the bytes as they are; for others they are text */
    const char *extensions; /* usual ones, space between them: a hint for people and a tie-breaker, never the reason */
    /* How sure, 0..100, from the first bytes (at most 64 KiB). Never reads beyond head. */
    int (*sniff)(Str head);
    /* Fill doc (arena, name, bytes, sha256, format are set; bytes of source are hostile). Odd input becomes
     * diagnostics. Errors  RXC_INPUT nothing could be read, RXC_LIMIT */
    rxc_status (*read)(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err);
    bool record;            /* an entry is a whole record (model/record.h), of which read gives the document only */
    const rxc_split *split; /* how a file falls into entries, each of which read takes; NULL: it is one document */
} rxc_reader;

extern const rxc_reader *const rxc_readers[]; /* rows of readers.def, ends with NULL */

/* The reader that is surest of these bytes (the first RXC_READ_HEAD are enough), ties to the first row; NULL for empty and
 * for unknown binary input. */
const rxc_reader *rxc_reader_find(Str source, Str name);

/* How sure the reader is of these bytes, 0..100. */
int rxc_reader_sure(const rxc_reader *reader, Str source);

/* Read one document: choose the reader, fill and finish the document. doc lives in arena. Of a format of many entries
 * the first one is read: source.h has them all.
 * Errors  RXC_INPUT (empty, binary, not readable: err says which), RXC_LIMIT */
rxc_status rxc_read(Str source, Str name, const rxc_read_limits *limits, Arena *arena, rxc_doc **out, rxc_err *err);

#endif
