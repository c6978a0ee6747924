/* jsonw.h: writes JSON straight into a buffer: stable key order, UTF-8 unescaped, null instead of NaN. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_JSONW_H
#define RXC_BASE_JSONW_H

#include "base/buf.h"

enum { JSONW_DEPTH = 64 };

/* {.out = &buf} writes on one line; indent > 0 writes a line per item, that many spaces per level. */
typedef struct Jsonw {
    Buf *out;
    int indent;
    int depth;
    bool some[JSONW_DEPTH]; /* has this level an item already? */
    bool key;               /* a key was just written */
} Jsonw;

void jsonw_object(Jsonw *w);
void jsonw_end_object(Jsonw *w);
void jsonw_array(Jsonw *w);
void jsonw_end_array(Jsonw *w);
void jsonw_key(Jsonw *w, const char *key);

void jsonw_str(Jsonw *w, Str s); /* invalid UTF-8 and NUL become U+FFFD: a NUL ends strings in many readers */
void jsonw_int(Jsonw *w, long long value);
void jsonw_num(Jsonw *w, double value, int digits); /* significant digits; NaN and infinite: null */
void jsonw_bool(Jsonw *w, bool value);
void jsonw_null(Jsonw *w);

/* Key and value in one; the _some forms write nothing at all for an empty string. */
void jsonw_key_str(Jsonw *w, const char *key, Str s);
void jsonw_key_some(Jsonw *w, const char *key, Str s);
void jsonw_key_int(Jsonw *w, const char *key, long long value);
void jsonw_key_bool(Jsonw *w, const char *key, bool value);
void jsonw_key_span(Jsonw *w, const char *key, size_t b, size_t e); /* "key":[b,e] */

#endif
