/* wording.c: when two wordings are one for the finder of concepts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/wording.h"

#include "concept/normal.h"

enum { SHORT_MIN = 2, SHORT_MAX = 6 }; /* characters of what is taken for an abbreviation */

static Str key_of(Arena *arena, Str text, const rxc_tokens *tokens, bool join)
{
    char key[RXC_WORDING_TOKENS * (RXC_WORD_MAX + 1)];
    size_t n = 0;
    for (size_t i = 0; i < tokens->n; i++) {
        rxc_word word;
        Str raw = str_sub(text, tokens->v[i].b, tokens->v[i].e);
        bool two = join && i + 1 < tokens->n && tokens->v[i + 1].gap == RXC_GAP_HYPHEN;
        if (two) i++, rxc_normal_joined(raw, str_sub(text, tokens->v[i].b, tokens->v[i].e), &word);
        else rxc_normal_word(raw, &word);
        if (n) key[n++] = ' ';
        memcpy(key + n, word.p, word.n);
        n += word.n;
    }
    return arena_str(arena, (Str){ key, n });
}

rxc_wording rxc_wording_of(Arena *arena, Str text)
{
    Arena scratch = { 0 };
    rxc_wording out = { 0 };
    rxc_tokens tokens = { 0 };
    rxc_normal_tokens(&scratch, text, 0, text.n, RXC_WORDING_TOKENS + 1, &tokens);
    bool hyphen = false;
    for (size_t i = 1; i < tokens.n; i++) hyphen |= tokens.v[i].gap == RXC_GAP_HYPHEN;
    if (tokens.n && tokens.n <= RXC_WORDING_TOKENS) {
        out.key = key_of(arena, text, &tokens, false);
        if (hyphen) out.joined = key_of(arena, text, &tokens, true);
    }
    arena_clear(&scratch);
    return out;
}

Str rxc_wording_clean(Arena *arena, Str text)
{
    Str trimmed = str_trim(text);
    char *out = arena_alloc(arena, trimmed.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < trimmed.n; i++) {
        bool space = chr_space(trimmed.p[i]);
        if (space && n && out[n - 1] == ' ') continue;
        out[n++] = space ? ' ' : trimmed.p[i];
    }
    return (Str){ out, n };
}

bool rxc_wording_is_short(Str text)
{
    size_t upper = 0, lower = 0;
    if (text.n < SHORT_MIN || text.n > SHORT_MAX) return false;
    for (size_t i = 0; i < text.n; i++) {
        if (!chr_alnum(text.p[i]) && text.p[i] != '-') return false;
        upper += chr_upper(text.p[i]);
        lower += chr_lower(text.p[i]);
    }
    return upper >= SHORT_MIN && lower <= 1;
}
