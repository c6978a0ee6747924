/* join.h: words that a line or page breaks in two. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_JOIN_H
#define RXC_READ_JOIN_H

#include "base/arena.h"

/* The words of a source, so that "re-" + "challenge" can be looked up: {.arena, .source}; filled on first use. */
typedef struct rxc_join {
    Arena *arena;
    Str source;
    uint64_t *seen; /* bits of word hashes: a word may be taken for seen, never missed */
} rxc_join;

typedef enum rxc_join_how {
    RXC_JOIN_SPACE,  /* two words */
    RXC_JOIN_KEEP,   /* one word with its hyphen: "IL-" "4" */
    RXC_JOIN_HYPHEN, /* one word, the hyphen was the typesetter's: "re-" "challenge" */
} rxc_join_how;

/* How to join the end of a line and the beginning of the next.
 * before  text up to the break; only its last word is looked at
 * after   text behind the break; only its first word is looked at
 * Cost O(word), and once O(source) */
rxc_join_how rxc_join_find(rxc_join *join, Str before, Str after);

/* Bytes of the hyphen at the end of before: 1 for '-', 3 for U+2010, 0 for none. */
size_t rxc_join_hyphen(Str before);

#endif
