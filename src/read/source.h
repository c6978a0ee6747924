/* source.h: one document's share of an input: a whole file, an entry of an export, a member of an archive. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_SOURCE_H
#define RXC_READ_SOURCE_H

#include "read/reader.h"
#include "read/stream.h"

typedef struct rxc_source {
    Str bytes; /* of one document */
    Str name;   /* "case.html", "scopus.csv#17" (the 17th entry), "inbox.zip/case.html" */
    size_t line; /* of the input (of the member) at which they begin, from 1 */
    size_t lead; /* lines at the beginning of bytes that are repeated for every entry (a header of columns) */
    const rxc_reader *reader; /* NULL: to be found by content */
    const char *decoded;      /* the encoding that bytes were made UTF-8 from before they were cut; NULL: they are as they came */
    int certainty;            /* of the reader by the first bytes of the file or member, 0..100 */
} rxc_source;

/* Archives within archives, unpacked bytes for each packed one: more is refused. */
enum { RXC_SOURCES_DEPTH = 4, RXC_SOURCES_RATIO = 500 };

/* The sources in an input, one after the other: exports are cut into their entries, archives unpacked as they are read, so
 * that no more than one is held at a time. */
typedef struct rxc_sources rxc_sources;

/* Takes the stream over; name and limits are copied. */
rxc_sources *rxc_sources_open(rxc_stream stream, Str name, const rxc_read_limits *limits);
void rxc_sources_close(rxc_sources *sources);

/* The next source, its bytes and name in arena; false when there is none. One that cannot be had is given too: err says
 * why, and those after it come all the same.
 * Errors  RXC_INPUT damaged, RXC_LIMIT too large, too deep, unpacks to too much */
bool rxc_sources_next(rxc_sources *sources, Arena *arena, rxc_source *out, rxc_err *err);

/* Bytes of a source without the header that entries share, which is the file's. */
size_t rxc_source_own(const rxc_source *source);

/* Read one source. As rxc_read. */
rxc_status rxc_read_source(const rxc_source *source, const rxc_read_limits *limits, Arena *arena, rxc_doc **out, rxc_err *err);

#endif
