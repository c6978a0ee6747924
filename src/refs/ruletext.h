/* ruletext.h: the tokens of a reference as the rules see them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_RULETEXT_H
#define RXC_REFS_RULETEXT_H

#include "refs/token.h"

typedef enum rxc_shape {
    RXC_SHAPE_PUNCT,
    RXC_SHAPE_NUMBER,
    RXC_SHAPE_YEAR,    /* a number from 1500 to 2099 */
    RXC_SHAPE_INITIAL, /* one capital */
    RXC_SHAPE_CAPS,    /* two or more capitals only */
    RXC_SHAPE_TITLE,   /* begins with a capital; or letters without case */
    RXC_SHAPE_LOWER,
    RXC_SHAPE_ID,
} rxc_shape;

typedef struct rxc_ruletext {
    Str raw;
    rxc_tokens *tokens;
    uint8_t *shapes; /* rxc_shape of each */
    size_t n;
} rxc_ruletext;

void rxc_ruletext_init(Arena *scratch, Str raw, rxc_tokens *tokens, rxc_ruletext *out);

static inline Str rxc_ruletext_str(const rxc_ruletext *t, size_t i)
{
    return i < t->n ? rxc_token_str(t->raw, &t->tokens->v[i]) : (Str){ 0 };
}

static inline rxc_shape rxc_ruletext_shape(const rxc_ruletext *t, size_t i)
{
    return i < t->n ? (rxc_shape)t->shapes[i] : RXC_SHAPE_PUNCT;
}

/* Is token i this one ASCII character? False behind the end. */
static inline bool rxc_ruletext_is(const rxc_ruletext *t, size_t i, char c)
{
    return i < t->n && t->tokens->v[i].e - t->tokens->v[i].b == 1 && t->raw.p[t->tokens->v[i].b] == c;
}

static inline bool rxc_ruletext_space(const rxc_ruletext *t, size_t i) { return i < t->n && t->tokens->v[i].space; }

/* Is token i one of these characters? */
bool rxc_ruletext_in(const rxc_ruletext *t, size_t i, const char *chars);
bool rxc_ruletext_word(const rxc_ruletext *t, size_t i, const char *word); /* without case */
bool rxc_ruletext_dash(const rxc_ruletext *t, size_t i);
bool rxc_ruletext_quote(const rxc_ruletext *t, size_t i);

static inline bool rxc_ruletext_number(const rxc_ruletext *t, size_t i)
{
    rxc_shape shape = rxc_ruletext_shape(t, i);
    return shape == RXC_SHAPE_NUMBER || shape == RXC_SHAPE_YEAR;
}

static inline bool rxc_ruletext_capital(const rxc_ruletext *t, size_t i)
{
    rxc_shape shape = rxc_ruletext_shape(t, i);
    return shape == RXC_SHAPE_TITLE || shape == RXC_SHAPE_CAPS || shape == RXC_SHAPE_INITIAL;
}

/* Label tokens [b, e) that have no label yet. */
void rxc_ruletext_mark(const rxc_ruletext *t, size_t b, size_t e, rxc_label label, float confidence);

/* The end of the list of names that begins at token b, b when there is none. Separators behind it are not in it. */
size_t rxc_rulenames_end(const rxc_ruletext *t, size_t b);

/* Volume, issue, pages and the date among or beside them. */
typedef struct rxc_ruletail {
    size_t b, e;               /* all of it, with "vol." and the like; b == e: none */
    size_t volume_b, volume_e; /* equal: none */
    size_t issue_b, issue_e;
    size_t page_b, page_e;
    size_t date_b, date_e;
    int score;
} rxc_ruletail;

/* The best numbers of volume, issue and pages in tokens [b, e). */
rxc_ruletail rxc_ruletail_find(const rxc_ruletext *t, size_t b, size_t e);

/* The end of a date that begins at token i with its year ("2011 Dec 1") or before it ("12 March 2015"); 0 when there is none. */
size_t rxc_ruletail_date(const rxc_ruletext *t, size_t i);

#endif
