/* feed.h: a file read as a stream: lines of bounded length, or plain bytes, with a look at its beginning. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_FEED_H
#define RXC_VOCAB_FEED_H

#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"

enum {
    RXC_FEED_CHUNK = 1 << 16, /* bytes read at once */
    RXC_FEED_LINE = 1 << 20,  /* bytes of the longest line that is taken */
};

typedef struct rxc_feed {
    const char *path;
    FILE *file;
    char *chunk;
    size_t at, n; /* of the chunk: used, there */
    size_t line;  /* number of the line that next gave, from 1 */
    Buf buf;      /* a line that goes over chunks */
    bool cut;     /* that line was longer than RXC_FEED_LINE: only its beginning was given */
    bool begun;
} rxc_feed;

/* Open path ("-": standard input). Errors: RXC_INPUT with the system's reason. */
rxc_status rxc_feed_open(rxc_feed *feed, const char *path, rxc_err *err);

/* The same for a file that is open; close closes it. */
void rxc_feed_init(rxc_feed *feed, FILE *file, const char *path);

/* Errors  RXC_INPUT when reading went wrong on the way */
rxc_status rxc_feed_close(rxc_feed *feed, rxc_err *err);

/* What comes next, up to RXC_FEED_CHUNK bytes, without using it; a byte order mark of UTF-8 is left out. */
Str rxc_feed_peek(rxc_feed *feed);

/* The next line without its end (\n or \r\n); false at the end of the file. The view holds until the next call. */
bool rxc_feed_next(rxc_feed *feed, Str *line);

/* Up to n plain bytes; 0 at the end. */
size_t rxc_feed_read(rxc_feed *feed, char *out, size_t n);

#endif
