/* bibname.c: names as BibTeX writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/bibname.h"

#include "read/latex.h"
#include "read/person.h"
#include "text/utf8.h"

enum { WORDS_MAX = 64 }; /* of a name */

/* The next byte outside of braces that is c, from `at` on; s.n when there is none. */
static size_t find_outside(Str s, size_t at, char c)
{
    size_t depth = 0;
    for (; at < s.n; at++) {
        if (s.p[at] == '{') depth++;
        else if (s.p[at] == '}' && depth) depth--;
        else if (!depth && s.p[at] == c) break;
    }
    return at;
}

static bool is_gap(char c) { return chr_space(c) || c == '~'; }

/* Cut off at the next " and " outside of braces. */
static Str cut_name(Str *rest)
{
    size_t depth = 0, at;
    Str s = *rest;
    for (at = 0; at < s.n; at++) {
        if (s.p[at] == '{') depth++;
        else if (s.p[at] == '}' && depth) depth--;
        if (depth || !chr_space(s.p[at]) || at + 4 >= s.n) continue;
        if (str_starts_nocase(str_drop(s, at + 1), S("and")) && chr_space(s.p[at + 4])) break;
    }
    *rest = at < s.n ? str_drop(s, at + 4) : (Str){ 0 };
    return str_trim(str_take(s, at));
}

static bool is_braced(Str s)
{
    size_t depth = 0;
    if (s.n < 2 || s.p[0] != '{') return false;
    for (size_t i = 0; i < s.n; i++) {
        depth += s.p[i] == '{';
        if (s.p[i] == '}' && --depth == 0) return i + 1 == s.n;
    }
    return false;
}

static Str text(Arena *arena, Str latex) { return str_trim(rxc_latex_text(arena, str_trim(latex), NULL)); }

/* Words outside of braces; as views. */
static size_t cut_words(Str s, Str words[WORDS_MAX])
{
    size_t n = 0;
    while (s.n) {
        while (s.n && is_gap(s.p[0])) s = str_drop(s, 1);
        size_t at = 0, depth = 0;
        for (; at < s.n && (depth || !is_gap(s.p[at]) || n + 1 == WORDS_MAX); at++) {
            depth += s.p[at] == '{';
            if (s.p[at] == '}' && depth) depth--;
        }
        if (at) words[n++] = str_take(s, at);
        s = str_drop(s, at);
    }
    return n;
}

/* Is it part of a "von"? Its first letter is small; {\'e} counts as its letter, other braces as capitals. */
static bool is_small(Arena *arena, Str word)
{
    if (word.n > 1 && word.p[0] == '{' && word.p[1] != '\\') return false;
    Str plain = text(arena, word);
    size_t at = 0;
    if (!plain.n) return false;
    uint32_t point = rxc_utf8_next(plain, &at);
    return rxc_utf8_is_letter(point) && !rxc_utf8_is_upper(point) && rxc_utf8_lower(point) == point && point < 0x2000;
}

/* Words [b, e) as they stand. */
static Str span_of(const Str words[WORDS_MAX], size_t b, size_t e)
{
    if (b >= e) return (Str){ 0 };
    return (Str){ words[b].p, (size_t)(words[e - 1].p - words[b].p) + words[e - 1].n };
}

/* "van der Berg": the family is what is left. */
static void take_family(Arena *arena, Str s, rxc_name *name)
{
    Str words[WORDS_MAX];
    size_t n = cut_words(s, words), von = 0;
    while (von + 1 < n && is_small(arena, words[von])) von++;
    name->particle = text(arena, span_of(words, 0, von));
    name->family = text(arena, span_of(words, von, n));
}

/* "Ludwig van Beethoven" */
static rxc_name read_plain(Arena *arena, Str s)
{
    Str words[WORDS_MAX];
    size_t n = cut_words(s, words), von = 0;
    rxc_name name = { 0 };
    if (n < 2 || rxc_person_is_body(s)) return (rxc_name){ .literal = text(arena, s) };
    while (von + 1 < n && !is_small(arena, words[von])) von++;
    name.given = text(arena, span_of(words, 0, von));
    take_family(arena, span_of(words, von, n), &name);
    return name;
}

/* "given=Hans, family=Harman, prefix=von" */
static rxc_name read_keyed(Arena *arena, Str s)
{
    rxc_name name = { 0 };
    for (size_t at = 0, end; at < s.n; at = end + 1) {
        end = find_outside(s, at, ',');
        Str part = str_trim(str_sub(s, at, end));
        size_t equals = str_chr(part, '=');
        Str key = str_trim(str_take(part, equals)), value = equals == STR_NONE ? (Str){ 0 } : text(arena, str_drop(part, equals + 1));
        if (str_eq_nocase(key, S("family"))) name.family = value;
        else if (str_eq_nocase(key, S("given"))) name.given = value;
        else if (str_eq_nocase(key, S("prefix"))) name.particle = value;
        else if (str_eq_nocase(key, S("suffix"))) name.suffix = value;
    }
    return name;
}

static rxc_name read_name(Arena *arena, Str s)
{
    size_t first = find_outside(s, 0, ','), second = first < s.n ? find_outside(s, first + 1, ',') : s.n;
    rxc_name name = { 0 };
    if (is_braced(s)) return (rxc_name){ .literal = text(arena, s) };
    if (str_starts(s, S("family=")) || str_starts(s, S("given="))) return read_keyed(arena, s);
    if (first == s.n) return read_plain(arena, s);
    take_family(arena, str_take(s, first), &name);
    name.given = text(arena, str_drop(s, (second < s.n ? second : first) + 1));
    name.suffix = second < s.n ? text(arena, str_sub(s, first + 1, second)) : rxc_person_cut_suffix(&name.family);
    if (!name.given.n) return (rxc_name){ .literal = text(arena, str_take(s, first)) };
    return name;
}

void rxc_bibname_list(Arena *arena, Str list, rxc_names *names, bool *et_al)
{
    while (list.n) {
        Str one = cut_name(&list);
        if (!one.n || rxc_person_is_nobody(one)) continue;
        if (str_eq_nocase(one, S("others")) || str_eq_nocase(one, S("et al.")) || str_eq_nocase(one, S("et al"))) *et_al = true;
        else *vec_push(arena, names) = read_name(arena, one);
    }
}
