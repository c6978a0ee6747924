/* gold_phrases.c: parts of a string that tell by themselves what they are: "[in French]", "Epub ahead of print". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/gold_aligner.h"

typedef struct phrase {
    const char *words; /* in lower case, with single spaces */
    uint64_t state;
} phrase;

static const phrase phrases[] = {
    { "epub ahead of print", BIT(status) },
    { "ahead of print", BIT(status) },
    { "advance online publication", BIT(status) },
    { "in press", BIT(status) },
    { "to appear", BIT(status) },
    { "forthcoming", BIT(status) },
    { "submitted", BIT(status) },
    { "epub", BIT(status) },
    { "google scholar", BIT(note) },
    { "crossref", BIT(note) },
    { "pubmed", BIT(note) },
    { "in french", BIT(note) },
    { "in german", BIT(note) },
    { "in spanish", BIT(note) },
    { "in chinese", BIT(note) },
    { "in japanese", BIT(note) },
    { "in russian", BIT(note) },
    { "in portuguese", BIT(note) },
    { "in italian", BIT(note) },
};

static bool is_open_at(const aligner *a, size_t t)
{
    return t < a->n && !a->cover[t] && a->tokens->v[t].kind != RXC_TOKEN_ID;
}

/* How many tokens from t on are the words, all uncovered; 0 when they are not. */
static size_t match_words(const aligner *a, size_t t, const char *words)
{
    Str rest = str_from(words), word;
    size_t n = 0;
    while (str_cut(&rest, ' ', &word)) {
        if (!is_open_at(a, t + n) || !str_eq_nocase(token_str(a, t + n), word)) return 0;
        n++;
    }
    return n;
}

static uint64_t state_at(const aligner *a, size_t t, size_t *tokens)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        *tokens = match_words(a, t, phrases[i].words);
        if (*tokens) return phrases[i].state;
    }
    return 0;
}

static bool is_access(Str s)
{
    return str_eq_nocase(s, S("cited")) || str_eq_nocase(s, S("accessed")) || str_eq_nocase(s, S("retrieved")) ||
           str_eq_nocase(s, S("updated"));
}

/* "[…]" that belongs to no field. Gives its end, or t. */
static size_t cover_bracket(aligner *a, size_t t)
{
    enum { LONGEST = 10 };
    size_t end = t + 1, tokens;
    if (!is_open_at(a, t) || !str_eq(token_str(a, t), S("["))) return t;
    while (end < t + LONGEST && is_open_at(a, end) && !str_eq(token_str(a, end), S("]"))) end++;
    if (end == t + 1 || !is_open_at(a, end) || !str_eq(token_str(a, end), S("]"))) return t;
    uint64_t state = is_access(token_str(a, t + 1)) ? BIT(accessed) : state_at(a, t + 1, &tokens);
    if (!state) state = BIT(note);
    cover(a, (range){ t, end + 1 }, state, state);
    return end + 1;
}

void rxc_gold_phrases(aligner *a)
{
    for (size_t t = 0; t < a->n;) {
        size_t tokens = 0, end = cover_bracket(a, t);
        uint64_t state = end > t ? 0 : state_at(a, t, &tokens);
        if (state) {
            end = t + tokens;
            while (str_eq_nocase(token_str(a, t), S("epub")) && tokens == 1 && is_open_at(a, end) &&
                   rxc_gold_is_dateish(a, end))
                end++;
            cover(a, (range){ t, end }, state, state);
        }
        t = end > t ? end : t + 1;
    }
}
