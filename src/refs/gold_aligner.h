/* gold_aligner.h: what the parts of the alignment share; for gold_align.c, gold_people.c, gold_phrases.c. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_GOLD_ALIGNER_H
#define RXC_REFS_GOLD_ALIGNER_H

#include "refs/gold.h"
#include "text/utf8.h"

#define BIT(state) (UINT64_C(1) << RXC_STATE_##state)

typedef struct aligner {
    Arena *arena;
    Str raw;
    const rxc_tokens *tokens;
    Str key;         /* letters and digits of all tokens */
    size_t *first;   /* [n + 1] where a token's begin */
    uint64_t *cover; /* [n] sets of states; 0: nothing known */
    uint64_t open;   /* states of fields that are stated but were not found, or are not sure */
    size_t n;
} aligner;

typedef struct range {
    size_t b, e; /* tokens; none when b == e */
} range;

static inline bool is_found(range r) { return r.e > r.b; }

static inline Str token_str(const aligner *a, size_t t) { return rxc_token_str(a->raw, &a->tokens->v[t]); }

static inline bool has_key(const aligner *a, size_t t) { return a->first[t + 1] > a->first[t]; }

/* Does value stand at token t, ending with a token? */
range rxc_gold_match(const aligner *a, Str value, size_t t);

static inline bool is_free(const aligner *a, range r)
{
    for (size_t t = r.b; t < r.e; t++)
        if (a->cover[t] || a->tokens->v[t].kind == RXC_TOKEN_ID) return false;
    return true;
}

static inline void cover(aligner *a, range r, uint64_t begin, uint64_t inside)
{
    for (size_t t = r.b; t < r.e; t++) a->cover[t] = t == r.b ? begin : inside;
}

static inline bool is_dash(const aligner *a, size_t t)
{
    size_t at = 0;
    return rxc_utf8_is_dash(rxc_utf8_next(token_str(a, t), &at));
}

static inline bool is_word_among(Str s, const Str *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(s, words[i])) return true;
    return false;
}

#define AUTHOR_STATES (BIT(family) | BIT(given) | BIT(name_sep) | BIT(et_al) | BIT(author_end))

/* Cover the tokens of the authors, of the editors. */
void rxc_gold_authors(aligner *a, const rxc_gold *gold);
void rxc_gold_editors(aligner *a, const rxc_gold *gold);

/* Cover what tells by itself what it is. */
void rxc_gold_phrases(aligner *a);

/* May the token stand in "Accessed on May 3, 2020"? */
bool rxc_gold_is_dateish(const aligner *a, size_t t);

#endif
