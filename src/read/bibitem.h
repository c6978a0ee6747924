/* bibitem.h: the items of a BibTeX file, "@type{key, name = value, …}", and their fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_BIBITEM_H
#define RXC_READ_BIBITEM_H

#include "base/arena.h"
#include "base/buf.h"

/* Values by name: "@string{jcd = {J Clin Dermatol}}"; or items by key. Names in any case. */
typedef struct rxc_bibmap {
    struct rxc_bibpair *v;
    size_t n, cap;
} rxc_bibmap;

void rxc_bibmap_put(Arena *arena, rxc_bibmap *map, Str name, Str value); /* the last one counts; both are borrowed */
bool rxc_bibmap_get(const rxc_bibmap *map, Str name, Str *value);

typedef struct rxc_bibitem {
    Str type, key, body; /* body: behind the key, or all of it where there is no key (strings, comments) */
    size_t b, e;         /* from "@" to behind the closing bracket */
    bool closed;         /* false: ended by the next item at the beginning of a line, or by the end of s */
} rxc_bibitem;

/* The next item that begins at or after byte at of s. Cost O(bytes passed) */
bool rxc_bibitem_next(Str s, size_t at, rxc_bibitem *out);

/* "string", "comment", "preamble": no entry of a bibliography. */
bool rxc_bibitem_is_entry(const rxc_bibitem *item);

typedef struct rxc_bibfield {
    Str name;    /* as written */
    Str value;   /* parts put together, without their delimiters; LaTeX */
    Str unknown; /* a name in it that no @string defines, and which stands for itself; empty: none */
    bool torn;   /* a quote or brace of it is not closed: it was ended with its line */
} rxc_bibfield;

/* Cut the next field off a body. False at the end. */
bool rxc_bibitem_field(Arena *arena, Str *body, const rxc_bibmap *strings, rxc_bibfield *out);

/* Add what @string items of s define. */
void rxc_bibitem_define(Arena *arena, const rxc_bibitem *item, rxc_bibmap *strings);

#endif
