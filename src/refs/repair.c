/* repair.c: what a tagger gets wrong because it is rare, and a look at the neighbours settles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/repair.h"

enum { GROUP_WORDS = 8 }; /* words of "and the other participating investigators" */

static bool is_joined(const rxc_tokens *tokens, size_t i) { return i < tokens->n && !tokens->v[i].space; }

/* ".e7" right behind the last token of a page? */
static bool is_supplement(Str raw, const rxc_tokens *tokens, size_t i)
{
    if (!is_joined(tokens, i) || !is_joined(tokens, i + 1) || !is_joined(tokens, i + 2)) return false;
    return str_eq(rxc_token_str(raw, &tokens->v[i]), S(".")) &&
           str_eq_nocase(rxc_token_str(raw, &tokens->v[i + 1]), S("e")) && tokens->v[i + 2].kind == RXC_TOKEN_NUMBER;
}

static void extend_pages(Str raw, rxc_tokens *tokens)
{
    for (size_t i = 1; i < tokens->n; i++) {
        if (tokens->v[i - 1].label != RXC_LABEL_page || !is_supplement(raw, tokens, i)) continue;
        for (size_t k = i; k < i + 3; k++) tokens->v[k].label = RXC_LABEL_page;
    }
}

/* People who take part, not a subject. */
static bool closes_authors(Str word)
{
    static const Str words[] = { STR_INIT("investigators"), STR_INIT("collaborators"), STR_INIT("contributors") };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(word, words[i])) return true;
    return false;
}

/* The full stop that ends such a group, which begins at token b; b when none is there. */
static size_t group_end(Str raw, const rxc_tokens *tokens, size_t b)
{
    for (size_t i = b; i + 1 < tokens->n && i < b + GROUP_WORDS && tokens->v[i].kind == RXC_TOKEN_WORD; i++)
        if (closes_authors(rxc_token_str(raw, &tokens->v[i])) && str_eq(rxc_token_str(raw, &tokens->v[i + 1]), S(".")))
            return i + 1;
    return b;
}

/* A title that begins right behind "et al;" with such a group begins after it. */
static void shorten_title(Str raw, rxc_tokens *tokens)
{
    size_t b = 0;
    while (b < tokens->n && (tokens->v[b].label != RXC_LABEL_title || tokens->v[b].kind == RXC_TOKEN_PUNCT)) b++;
    if (b < 2 || b == tokens->n) return;
    Str before = rxc_token_str(raw, &tokens->v[b - 1]);
    if (!str_eq(before, S(";")) && !str_eq(before, S(",")) && !str_eq_nocase(before, S("and"))) return;
    size_t end = group_end(raw, tokens, b);
    for (size_t i = b; end > b && i <= end; i++) tokens->v[i].label = RXC_LABEL_other;
}

void rxc_repair_labels(Str raw, rxc_tokens *tokens)
{
    extend_pages(raw, tokens);
    shorten_title(raw, tokens);
}
