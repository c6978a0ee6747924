/* buf.h: Buf, bytes that grow up to a stated maximum. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_BUF_H
#define RXC_BASE_BUF_H

#include "base/arena.h"

/* {0} is empty and unbounded; set max to bound it. What does not fit is dropped and `full` is set. */
typedef struct Buf {
    char *p;
    size_t n, cap;
    size_t max; /* bytes; 0: no bound */
    bool full;
} Buf;

void buf_clear(Buf *buf); /* frees */
static inline void buf_reset(Buf *buf) { buf->n = 0, buf->full = false; }
static inline Str buf_str(const Buf *buf) { return (Str){ buf->p, buf->n }; }

/* The bytes, followed by a NUL that n does not count, become the arena's, many of them without a copy; buf is empty then. */
Str buf_give(Buf *buf, Arena *arena);

void buf_add(Buf *buf, Str s);
void buf_char(Buf *buf, char c);
void buf_printf(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
