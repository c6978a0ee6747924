/* buf.c: a growing buffer of bytes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"

enum { FIRST_CAPACITY = 256, COPIED_MAX = 1 << 16 }; /* bytes */

/* Room for n more bytes; false when the maximum forbids it. */
static bool make_room(Buf *buf, size_t n)
{
    if (n > SIZE_MAX - buf->n || (buf->max && buf->n + n > buf->max)) {
        buf->full = true;
        return false;
    }
    size_t need = buf->n + n;
    if (need <= buf->cap) return true;
    size_t cap = buf->cap ? buf->cap : FIRST_CAPACITY;
    while (cap < need) cap = cap > SIZE_MAX / 2 ? need : cap * 2;
    char *larger = realloc(buf->p, cap);
    if (!larger) rxc_err_memory(cap);
    buf->p = larger;
    buf->cap = cap;
    return true;
}

void buf_clear(Buf *buf)
{
    free(buf->p);
    *buf = (Buf){ .max = buf->max };
}

Str buf_give(Buf *buf, Arena *arena)
{
    Str s = buf_str(buf);
    if (s.n <= COPIED_MAX || s.n == SIZE_MAX) {
        s = arena_str(arena, s);
        buf_clear(buf);
        return s;
    }
    char *p = realloc(buf->p, s.n + 1); /* no larger than it must be */
    if (!p) rxc_err_memory(s.n + 1);
    p[s.n] = '\0';
    arena_own(arena, p, s.n + 1);
    *buf = (Buf){ .max = buf->max };
    return (Str){ p, s.n };
}

void buf_add(Buf *buf, Str s)
{
    if (s.n == 0 || !make_room(buf, s.n)) return;
    memcpy(buf->p + buf->n, s.p, s.n);
    buf->n += s.n;
}

void buf_char(Buf *buf, char c) { buf_add(buf, (Str){ &c, 1 }); }

void buf_printf(Buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0 && make_room(buf, (size_t)n + 1)) {
        vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
        buf->n += (size_t)n;
    }
    va_end(again);
    va_end(args);
}
