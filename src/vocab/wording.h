/* wording.h: when two wordings are one for the finder of concepts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_WORDING_H
#define RXC_VOCAB_WORDING_H

#include "base/arena.h"

enum { RXC_WORDING_TOKENS = 16 }; /* words of the longest wording that is looked for */

/* The keys of a wording: wordings with a key in common are found at the same places of a text. A wording with a hyphen
 * has a second key, written as one word (else it is empty). No key at all: it has no word, or too many of them. */
typedef struct rxc_wording {
    Str key, joined;
} rxc_wording;

rxc_wording rxc_wording_of(Arena *arena, Str text);

/* One line of single spaces, without spaces at both ends. */
Str rxc_wording_clean(Arena *arena, Str text);

/* Is it written like an abbreviation: one word of 2 to 6 letters and digits, nearly all capitals ("AGEP", "5-FU",
 * "mRNA")? */
bool rxc_wording_is_short(Str text);

#endif
