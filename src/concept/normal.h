/* normal.h: the tokens of a text and the normal form of words, in which spellings of one word are equal.
 *
 * A token is a run of letters and digits. What stands between two tokens is not kept as a token but as the `gap`
 * of the second one. Every token knows its bytes in the source, so whatever is matched in the normal form can be
 * shown where it came from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_NORMAL_H
#define RXC_CONCEPT_NORMAL_H

#include "base/arena.h"

enum { RXC_WORD_MAX = 56 }; /* bytes of a normal form; longer words are cut */

/* A normal form, 16 zeros behind it. */
typedef struct rxc_word {
    char p[RXC_WORD_MAX + 16];
    uint32_t n;
    uint32_t hash;
} rxc_word;

/* The normal form of one word (a token's bytes): lower case; accents dropped; Greek letters spelt out (α alpha);
 * plural and British spellings made one with singular and American ones (oedemas edema, tumours tumor, thromboses
 * thrombosis). The form is for comparing only: it need not be a word ("disease" gives "diseas"). Cost O(n). */
void rxc_normal_word(Str raw, rxc_word *out);

/* The normal form of several words written as one ("beta" + "blockers" from "beta-blockers"). */
void rxc_normal_joined(Str first, Str second, rxc_word *out);

/* What stands before a token, back to the one before it. */
enum {
    RXC_GAP_SPACE = 1,
    RXC_GAP_HYPHEN = 2,
    RXC_GAP_COMMA = 4,
    RXC_GAP_OPEN = 8,   /* ( [ { */
    RXC_GAP_CLOSE = 16, /* ) ] } */
    RXC_GAP_SLASH = 32,
    RXC_GAP_COLON = 64, /* : or ; or a dash with spaces around it */
    RXC_GAP_STOP = 128, /* . ! ? and line ends */
    RXC_GAP_OTHER = 256,
    RXC_GAP_GLUED = 512, /* nothing at all: digits behind a long word, "dupilumab1" */
};

/* How a token is written. */
enum {
    RXC_SHAPE_DIGIT = 1,   /* has digits */
    RXC_SHAPE_NUMBER = 2,  /* has nothing else */
    RXC_SHAPE_INITIAL = 4, /* begins with a capital */
    RXC_SHAPE_CAPITALS = 8, /* two or more letters, all capital */
    RXC_SHAPE_MIXED = 16,  /* a capital behind the first letter, and small letters */
};

typedef struct rxc_token {
    size_t b, e;   /* bytes of the text; without a possessive 's */
    uint32_t word; /* number in the word table, 0 when it is not there */
    uint32_t hash; /* of the normal form */
    uint16_t gap;
    uint16_t shape;
} rxc_token;

typedef VEC(rxc_token) rxc_tokens;

/* The normal form of a token; the same as that of its bytes, only faster. */
void rxc_normal_token(Str text, const rxc_token *token, rxc_word *out);

/* Append the tokens of bytes [b, e) of text; word is left 0, hash unset. The first token's gap is RXC_GAP_STOP. Stops after
 * `most` tokens and returns the byte where it stopped (e when it came to the end). Cost O(e - b). */
size_t rxc_normal_tokens(Arena *arena, Str text, size_t b, size_t e, size_t most, rxc_tokens *out);

#endif
