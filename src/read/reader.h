/* reader.h: the table of readers: bytes of any format become a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_READER_H
#define RXC_READ_READER_H

#include "base/err.h"
#include "model/document.h"

/* How much a reader takes of one input. */
typedef struct rxc_read_limits {
    size_t max_bytes; /* of one input, after decompression */
    int max_depth;    /* nesting of elements, 1..256 */
} rxc_read_limits;

#define RXC_READ_LIMITS_DEFAULT ((rxc_read_limits){ .max_bytes = (size_t)1 << 30, .max_depth = 256 })

typedef struct rxc_reader {
    const char *name;       /* "markdown": what --json, records and `list formats` show */
    const char *help;       /* one line for people */
    const char *extensions; /* usual ones, space between them: a hint for people and a tie-breaker, never the reason */
    /* How sure, 0..100, from the first bytes (at most 64 KiB). Never reads beyond head. */
    int (*sniff)(Str head);
    /* Fill doc (arena, name, bytes, sha256, format are set; bytes of source are hostile). Odd input becomes
     * diagnostics. Errors  RXC_INPUT nothing could be read, RXC_LIMIT */
    rxc_status (*read)(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err);
} rxc_reader;

extern const rxc_reader *const rxc_readers[]; /* rows of readers.def, ends with NULL */

/* The reader that is surest of these bytes, ties to the first row; NULL for binary or empty input. */
const rxc_reader *rxc_reader_find(Str source, Str name);

/* Read one input: choose the reader, fill and finish the document. doc lives in arena.
 * Errors  RXC_INPUT (empty, binary, not readable: err says which), RXC_LIMIT */
rxc_status rxc_read(Str source, Str name, const rxc_read_limits *limits, Arena *arena, rxc_doc **out, rxc_err *err);

#endif
