/* unzip.h: the parts of a document that is a ZIP archive (DOCX, EPUB), in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_UNZIP_H
#define RXC_READ_UNZIP_H

#include "read/reader.h"

/* Bytes that each byte of the ZIP may unpack to, all parts together, beyond what is always allowed. */
enum { RXC_UNZIP_RATIO = 200, RXC_UNZIP_FREE = 32 << 20 };

typedef struct rxc_unzip_part {
    Str name, bytes;
    size_t place; /* in the ZIP */
} rxc_unzip_part;

/* {0} before rxc_unzip_read; rxc_unzip_clear gives the bytes back. */
typedef struct rxc_unzip_parts {
    Arena arena;
    VEC(rxc_unzip_part) list; /* by name */
} rxc_unzip_parts;

/* Unpack the members whose names are wanted; of two with one name the first counts. A damaged ZIP gives what can be had,
 * with a diagnostic of doc.
 * Errors  RXC_INPUT encrypted  RXC_LIMIT unpacks to too much */
rxc_status rxc_unzip_read(Str zip, bool (*wanted)(Str name), const rxc_read_limits *limits, rxc_doc *doc, rxc_unzip_parts *out,
                          rxc_err *err);
void rxc_unzip_clear(rxc_unzip_parts *parts);

/* NULL when it is not there. Cost O(log parts) */
rxc_unzip_part *rxc_unzip_find(const rxc_unzip_parts *parts, Str name);

/* The names of members whose headers can be followed in the head of a ZIP, one after the other:
 *     size_t at = 0;
 *     Str name;
 *     while (rxc_unzip_peek(head, &at, &name)) … */
bool rxc_unzip_peek(Str head, size_t *at, Str *name);

/* What a ZIP is that is no archive of files, and that no reader takes: "an OpenDocument file"; NULL for others. */
const char *rxc_unzip_office(Str head);

/* A path relative to the folder of another: "EPUB/content.opf" and "text/../a%20b.xhtml#x" -> "EPUB/a b.xhtml". A path that
 * begins with "/" is relative to the root. Steps out of the archive are dropped. */
Str rxc_unzip_path(Arena *arena, Str from, Str path);

#endif
