/* ruletext.c: shapes of tokens and small questions about them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/ruletext.h"

#include "text/utf8.h"

static rxc_shape shape_of_word(Str word)
{
    size_t at = 0, letters = 1;
    uint32_t first = rxc_utf8_next(word, &at);
    if (!rxc_utf8_is_upper(first) && first < 0x2E80) return RXC_SHAPE_LOWER;
    bool lower = first >= 0x2E80;
    for (; at < word.n; letters++) lower |= !rxc_utf8_is_upper(rxc_utf8_next(word, &at));
    return letters == 1 && !lower ? RXC_SHAPE_INITIAL : lower ? RXC_SHAPE_TITLE : RXC_SHAPE_CAPS;
}

static rxc_shape shape_of_number(Str digits)
{
    size_t value = 0;
    return digits.n == 4 && str_to_size(digits, &value) && value >= 1500 && value <= 2099 ? RXC_SHAPE_YEAR
                                                                                          : RXC_SHAPE_NUMBER;
}

void rxc_ruletext_init(Arena *scratch, Str raw, rxc_tokens *tokens, rxc_ruletext *out)
{
    *out = (rxc_ruletext){ raw, tokens, arena_alloc(scratch, tokens->n + 1), tokens->n };
    for (size_t i = 0; i < tokens->n; i++) {
        Str s = rxc_token_str(raw, &tokens->v[i]);
        switch (tokens->v[i].kind) {
        case RXC_TOKEN_WORD: out->shapes[i] = (uint8_t)shape_of_word(s); break;
        case RXC_TOKEN_NUMBER: out->shapes[i] = (uint8_t)shape_of_number(s); break;
        case RXC_TOKEN_ID: out->shapes[i] = RXC_SHAPE_ID; break;
        default: out->shapes[i] = RXC_SHAPE_PUNCT;
        }
    }
}

bool rxc_ruletext_in(const rxc_ruletext *t, size_t i, const char *chars)
{
    Str s = rxc_ruletext_str(t, i);
    return s.n == 1 && strchr(chars, s.p[0]) != NULL && s.p[0];
}

bool rxc_ruletext_word(const rxc_ruletext *t, size_t i, const char *word)
{
    return i < t->n && str_eq_nocase(rxc_ruletext_str(t, i), str_from(word));
}

bool rxc_ruletext_dash(const rxc_ruletext *t, size_t i)
{
    Str s = rxc_ruletext_str(t, i);
    size_t at = 0;
    return s.n && rxc_ruletext_shape(t, i) == RXC_SHAPE_PUNCT && rxc_utf8_is_dash(rxc_utf8_next(s, &at));
}

bool rxc_ruletext_quote(const rxc_ruletext *t, size_t i)
{
    Str s = rxc_ruletext_str(t, i);
    size_t at = 0;
    if (s.n == 0 || rxc_ruletext_shape(t, i) != RXC_SHAPE_PUNCT) return false;
    uint32_t point = rxc_utf8_next(s, &at);
    return point == '"' || (point >= 0x201C && point <= 0x201F) || point == 0xAB || point == 0xBB ||
           (point >= 0x300C && point <= 0x300F);
}

void rxc_ruletext_mark(const rxc_ruletext *t, size_t b, size_t e, rxc_label label, float confidence)
{
    for (size_t i = b; i < e && i < t->n; i++) {
        rxc_token *token = &t->tokens->v[i];
        if (token->kind == RXC_TOKEN_ID || token->label != RXC_LABEL_other) continue;
        token->label = (uint8_t)label;
        token->confidence = confidence;
    }
}
