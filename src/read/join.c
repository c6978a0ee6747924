/* join.c: words that a line or page breaks in two: is the hyphen the author's or the typesetter's?
 * The document's other words decide; where they are silent, usage does: a list of parts that keep their hyphen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/join.h"

enum {
    BITS = 1 << 22, /* of the table of words */
    WORD_MAX = 64,  /* bytes; longer words are not looked up */
};

static bool in_word(char c) { return chr_alpha(c) || (unsigned char)c >= 0x80; }

/* First parts and second parts that are written with a hyphen. */
static const char *const first_parts[] = { "non",    "self",  "well",   "long",    "short", "high",   "low",
                                           "half",   "cross", "ill",    "drug",    "dose",  "double", "single",
                                           "follow", "first", "second", "third",   "late",  "early",  "large",
                                           "small",  "open",  "real",   "evidence" };
static const char *const second_parts[] = { "induced",   "related",   "associated", "mediated",   "specific", "like",
                                            "based",     "blind",     "controlled", "old",        "term",     "up",
                                            "dependent", "resistant", "positive",   "negative",   "onset",    "free",
                                            "treated",   "year",      "naive",      "refractory", "risk",     "dose",
                                            "label",     "line",      "scale",      "to",         "of" };

static bool listed(const char *const *list, size_t n, Str word)
{
    char first = word.n ? chr_to_lower(word.p[0]) : '\0';
    for (size_t i = 0; i < n; i++)
        if (list[i][0] == first && str_eq_nocase(word, str_from(list[i]))) return true;
    return false;
}
#define LISTED(list, word) listed(list, sizeof(list) / sizeof *(list), word)

static uint64_t word_hash(Str first, Str middle, Str last)
{
    char word[3 * WORD_MAX];
    size_t n = 0;
    const Str parts[] = { first, middle, last };
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < parts[i].n && n < sizeof word; k++) word[n++] = chr_to_lower(parts[i].p[k]);
    return str_hash((Str){ word, n });
}

static void note(rxc_join *join, Str word)
{
    if (word.n > WORD_MAX) return;
    uint64_t bit = word_hash(word, (Str){ 0 }, (Str){ 0 }) % BITS;
    join->seen[bit / 64] |= (uint64_t)1 << bit % 64;
}

static bool known(const rxc_join *join, uint64_t hash)
{
    uint64_t bit = hash % BITS;
    return join->seen[bit / 64] >> bit % 64 & 1;
}

/* Note every word, and every two words with a hyphen between them, of the source. */
static void fill(rxc_join *join)
{
    Str s = join->source;
    size_t previous = 0; /* start of the word that ends with a hyphen before this one */
    bool hyphen = false;
    join->seen = arena_array(join->arena, uint64_t, BITS / 64);
    for (size_t at = 0; at < s.n;) {
        if (!in_word(s.p[at])) {
            hyphen = false, at++;
            continue;
        }
        size_t start = at;
        while (at < s.n && in_word(s.p[at])) at++;
        note(join, str_sub(s, start, at));
        if (hyphen) note(join, str_sub(s, previous, at));
        hyphen = at + 1 < s.n && s.p[at] == '-' && in_word(s.p[at + 1]);
        if (hyphen) previous = start, at++;
    }
}

size_t rxc_join_hyphen(Str before)
{
    if (str_last(before) == '-') return 1;
    return str_ends(before, S("\xE2\x80\x90")) ? 3 : 0;
}

static Str last_word(Str s)
{
    size_t b = s.n;
    while (b > 0 && s.n - b < WORD_MAX && in_word(s.p[b - 1])) b--;
    return str_drop(s, b);
}

static Str first_word(Str s)
{
    size_t e = 0;
    while (e < s.n && e < WORD_MAX && in_word(s.p[e])) e++;
    return str_take(s, e);
}

static rxc_join_how decide(rxc_join *join, Str first, Str second)
{
    static const char *const hanging[] = { "and", "or", "und", "oder", "et", "ou", "versus" };
    if (LISTED(hanging, second)) return RXC_JOIN_SPACE;
    if (!join->seen) fill(join);
    bool whole = known(join, word_hash(first, (Str){ 0 }, second));
    bool apart = known(join, word_hash(first, S("-"), second));
    if (whole != apart) return whole ? RXC_JOIN_HYPHEN : RXC_JOIN_KEEP;
    return LISTED(first_parts, first) || LISTED(second_parts, second) ? RXC_JOIN_KEEP : RXC_JOIN_HYPHEN;
}

rxc_join_how rxc_join_find(rxc_join *join, Str before, Str after)
{
    size_t hyphen = rxc_join_hyphen(before);
    if (hyphen == 0 || after.n == 0) return RXC_JOIN_SPACE;
    before.n -= hyphen;
    char last = str_last(before), next = after.p[0];
    if (!chr_alnum(last) && !in_word(last)) return RXC_JOIN_SPACE; /* a dash, not a hyphen */
    if (!chr_alnum(next) && !in_word(next)) return RXC_JOIN_KEEP;
    Str first = last_word(before), second = first_word(after);
    if (first.n == 0 || second.n == 0 || chr_upper(last) || chr_upper(next)) return RXC_JOIN_KEEP;
    return decide(join, first, second);
}
