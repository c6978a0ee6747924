/* token.h: the tokens of one raw reference string, and the tagger that labels them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_TOKEN_H
#define RXC_REFS_TOKEN_H

#include "base/arena.h"

typedef enum rxc_label {
#define LABEL(name, printed) RXC_LABEL_##name,
#include "refs/labels.def"
#undef LABEL
    RXC_LABELS
} rxc_label;

const char *rxc_label_name(rxc_label label);
rxc_label rxc_label_find(Str printed); /* RXC_LABEL_other when unknown */

typedef enum rxc_token_kind {
    RXC_TOKEN_WORD,   /* letters, with apostrophes between them: "O'Neill" */
    RXC_TOKEN_NUMBER, /* ASCII digits */
    RXC_TOKEN_PUNCT,  /* one code point of anything else */
    RXC_TOKEN_ID,     /* a DOI, PMID, URL … as a whole, with its "doi:" before it; its label is given and final */
} rxc_token_kind;

/* What a token of a list of names is, when the tagger can tell. */
typedef enum rxc_part {
    RXC_PART_NONE, /* not known */
    RXC_PART_FAMILY,
    RXC_PART_GIVEN,
    RXC_PART_BETWEEN, /* separators */
    RXC_PART_ET_AL,
} rxc_part;

/* "e1126" is two tokens, "e" and "1126", the second without white space before it. */
typedef struct rxc_token {
    uint32_t b, e;    /* bytes of the raw string */
    uint8_t kind;     /* rxc_token_kind */
    uint8_t label;    /* rxc_label, given by the tagger; final from the start when kind is RXC_TOKEN_ID */
    uint8_t part;     /* rxc_part, given by a tagger that can tell */
    bool space;       /* white space before it */
    float confidence; /* 0..1, of the label */
} rxc_token;

typedef VEC(rxc_token) rxc_tokens;

/* A raw string longer than this is no reference; only its beginning is looked at. Bytes. */
enum { RXC_REFERENCE_MAX = 1 << 16 };

/* Tokenise at most the first RXC_REFERENCE_MAX bytes of raw; any bytes are taken. Cost O(bytes). */
void rxc_token_split(Arena *arena, Str raw, rxc_tokens *out);

static inline Str rxc_token_str(Str raw, const rxc_token *token) { return str_sub(raw, token->b, token->e); }

/* Whatever gives each token its label and confidence: rules, or a trained model whose struct begins with this one.
 * Tokens of kind RXC_TOKEN_ID keep theirs. Immutable, shared by threads; what it needs for a while is in scratch. */
typedef struct rxc_tagger rxc_tagger;
struct rxc_tagger {
    void (*tag)(const rxc_tagger *self, Arena *scratch, Str raw, rxc_tokens *tokens);
};

/* The tagger by rules (rules.c). */
extern const rxc_tagger rxc_rules_tagger;

#endif
