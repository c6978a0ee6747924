/* nameword.h: the words of a list of names and what they may be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_NAMEWORD_H
#define RXC_REFS_NAMEWORD_H

#include "base/arena.h"

typedef enum rxc_nameword_kind {
    RXC_NAMEWORD_FULL,     /* "Simpson", "O'Neill", "Pérez-García" */
    RXC_NAMEWORD_INITIALS, /* "E.", "J.-P.", "EL", "S-D" */
    RXC_NAMEWORD_LOWER,    /* "van", "de", "of" */
    RXC_NAMEWORD_SUFFIX,   /* "Jr", "III" */
    RXC_NAMEWORD_COMMA,
    RXC_NAMEWORD_SEMICOLON,
    RXC_NAMEWORD_AND,
    RXC_NAMEWORD_MORE,     /* "et al.", "…" */
    RXC_NAMEWORD_OPEN,     /* ( */
    RXC_NAMEWORD_CLOSE,    /* ) */
} rxc_nameword_kind;

typedef struct rxc_nameword {
    rxc_nameword_kind kind;
    Str s;
    bool dotted; /* its stop belongs to s */
    bool caps;   /* no lower-case letter, more than one letter */
} rxc_nameword;

typedef VEC(rxc_nameword) rxc_namewords;

void rxc_nameword_split(Arena *arena, Str list, rxc_namewords *out);

bool rxc_nameword_is_particle(Str word); /* "van", "de", "al": in lower case */
bool rxc_nameword_is_group(Str word);    /* "Consortium", "Ministry" */
bool rxc_nameword_is_degree(Str word);   /* "PhD" */

static inline bool rxc_nameword_is_word(const rxc_nameword *w) { return w->kind <= RXC_NAMEWORD_SUFFIX; }

#endif
