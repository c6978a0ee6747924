/* stream.h: bytes of an input as they come, and a window over them that holds only what is being looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_STREAM_H
#define RXC_READ_STREAM_H

#include "base/arena.h"
#include "base/err.h"

/* Where bytes come from: a file, memory, a member of an archive. */
typedef struct rxc_stream {
    void *context;
    /* Up to room bytes into out; *got is 0 at the end only. Errors  RXC_INPUT, RXC_LIMIT */
    rxc_status (*read)(void *context, char *out, size_t room, size_t *got, rxc_err *err);
    void (*close)(void *context); /* may be NULL */
} rxc_stream;

/* path "-": standard input. Errors  RXC_INPUT with the system's reason */
rxc_status rxc_stream_file(const char *path, rxc_stream *out, rxc_err *err);

/* The bytes are borrowed. */
rxc_stream rxc_stream_bytes(Str bytes);

void rxc_stream_close(rxc_stream *stream);

typedef struct rxc_window {
    rxc_stream stream;
    const char *name; /* for messages; borrowed */
    char *p;
    size_t b, e, cap; /* bytes [b, e) of p are there and not used */
    size_t line;      /* of byte b, from 1 */
    bool ended;       /* nothing comes after e */
} rxc_window;

/* Takes the stream over; rxc_window_close closes it. */
void rxc_window_init(rxc_window *window, rxc_stream stream, const char *name);
void rxc_window_close(rxc_window *window);

static inline Str rxc_window_bytes(const rxc_window *window)
{
    return (Str){ window->p + window->b, window->e - window->b };
}

/* Read on: at least `least` bytes are there afterwards, or all that there is.
 * max     RXC_LIMIT where more than this would have to be held
 * Errors  RXC_LIMIT, and what the stream says */
rxc_status rxc_window_fill(rxc_window *window, size_t least, size_t max, rxc_err *err);

/* All bytes that are there, which become the arena's; the window is empty then. */
Str rxc_window_give(rxc_window *window, Arena *arena);

/* The first n bytes are done with. Cost O(n) */
void rxc_window_use(rxc_window *window, size_t n);

#endif
