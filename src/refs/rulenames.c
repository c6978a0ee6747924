/* rulenames.c: where a list of names ends: names are matched one by one until something else comes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/nameword.h"
#include "refs/ruletext.h"

typedef const rxc_ruletext text;

enum { FAMILY_MAX = 4, GIVEN_MAX = 4, GROUP_MAX = 20 }; /* words */

static bool is_initial(text *t, size_t i)
{
    if (rxc_ruletext_shape(t, i) == RXC_SHAPE_INITIAL) return true;
    return rxc_ruletext_shape(t, i) == RXC_SHAPE_TITLE && rxc_ruletext_is(t, i + 1, '.') &&
           rxc_ruletext_str(t, i).n == 2;
}

/* Initials with stops: "E. L.", "J.-P."; and "E L". The end, or i. */
static size_t dotted_end(text *t, size_t i)
{
    size_t e = i;
    while (is_initial(t, e)) {
        size_t next = e + 1;
        if (rxc_ruletext_is(t, next, '.')) next++;
        e = next;
        if (rxc_ruletext_dash(t, e) && is_initial(t, e + 1) && !rxc_ruletext_space(t, e + 1)) e++;
    }
    return e;
}

/* Initials without stops: "EL", "S-D", "E". The end, or i. */
static size_t caps_end(text *t, size_t i)
{
    rxc_shape shape = rxc_ruletext_shape(t, i);
    if (shape != RXC_SHAPE_INITIAL && (shape != RXC_SHAPE_CAPS || rxc_ruletext_str(t, i).n > 4)) return i;
    size_t e = i + 1;
    if (rxc_ruletext_dash(t, e) && !rxc_ruletext_space(t, e)) {
        rxc_shape after = rxc_ruletext_shape(t, e + 1);
        if (after == RXC_SHAPE_INITIAL || (after == RXC_SHAPE_CAPS && rxc_ruletext_str(t, e + 1).n <= 3)) e += 2;
    }
    if (rxc_ruletext_shape(t, e) == RXC_SHAPE_INITIAL && rxc_ruletext_space(t, e)) e++; /* "KE A" */
    return e;
}

static bool is_particle(text *t, size_t i)
{
    return rxc_ruletext_shape(t, i) == RXC_SHAPE_LOWER && rxc_nameword_is_particle(rxc_ruletext_str(t, i));
}

/* One family name: particles, then capitalised words, hyphened ones as one. The end, or i. */
static size_t family_end(text *t, size_t i, size_t max)
{
    size_t e = i, words = 0;
    while (is_particle(t, e)) {
        e++;
        if (rxc_ruletext_in(t, e, "'")) e++;
    }
    for (; words < max; words++) {
        rxc_shape shape = rxc_ruletext_shape(t, e);
        if (words && is_particle(t, e)) {
            e++;
            continue;
        }
        if (shape != RXC_SHAPE_TITLE && shape != RXC_SHAPE_CAPS) break;
        e++;
        while (rxc_ruletext_dash(t, e) && !rxc_ruletext_space(t, e) && !rxc_ruletext_space(t, e + 1) &&
               (rxc_ruletext_capital(t, e + 1) || rxc_ruletext_shape(t, e + 1) == RXC_SHAPE_LOWER)) e += 2;
    }
    return words ? e : i;
}

static size_t suffix_end(text *t, size_t i)
{
    size_t at = i;
    if (rxc_ruletext_is(t, at, ',')) at++;
    if (rxc_ruletext_word(t, at, "jr") || rxc_ruletext_word(t, at, "sr") || rxc_ruletext_word(t, at, "iii") ||
        rxc_ruletext_word(t, at, "ii") || rxc_ruletext_word(t, at, "iv")) {
        if (at > i && rxc_ruletext_shape(t, at) == RXC_SHAPE_CAPS && rxc_ruletext_str(t, at).n == 2) return i;
        return at + 1 + rxc_ruletext_is(t, at + 1, '.');
    }
    return i;
}

/* What may follow a name in a list. */
static bool is_border(text *t, size_t i)
{
    if (i >= t->n) return true;
    return rxc_ruletext_in(t, i, ",;.:&(/[") || rxc_ruletext_word(t, i, "and") || rxc_ruletext_word(t, i, "et") ||
           rxc_ruletext_word(t, i, "und") || rxc_ruletext_word(t, i, "y") || rxc_ruletext_word(t, i, "in") ||
           rxc_ruletext_quote(t, i) || rxc_ruletext_number(t, i) || rxc_ruletext_shape(t, i) == RXC_SHAPE_ID ||
           rxc_ruletext_str(t, i).n > 2;
}

typedef enum form {
    NONE,
    FAMILY_COMMA_DOTTED,
    FAMILY_CAPS,
    FAMILY_DOTTED,
    DOTTED_FAMILY,
    FAMILY_COMMA_GIVEN,
    GIVEN_FAMILY,
    GROUP,
    CJK,
    FAMILY_ONLY
} form;

/* "Simpson EL" */
static size_t match_family_caps(text *t, size_t i)
{
    for (size_t max = 1; max <= FAMILY_MAX; max++) {
        size_t family = family_end(t, i, max), e = caps_end(t, family);
        if (family == i) return i;
        if (e == family || rxc_ruletext_is(t, e, '\'')) continue;
        if (rxc_ruletext_is(t, e, '.') && rxc_ruletext_shape(t, e - 1) == RXC_SHAPE_INITIAL &&
            rxc_ruletext_str(t, e - 1).n == 1 && is_initial(t, e + 1) && rxc_ruletext_in(t, e + 2, ".,"))
            continue; /* "Whitt M. A.": dotted */
        e = suffix_end(t, e);
        if (is_border(t, e)) return e;
    }
    return i;
}

/* "Whitt M. A." */
static size_t match_family_dotted(text *t, size_t i)
{
    for (size_t max = 1; max <= FAMILY_MAX; max++) {
        size_t family = family_end(t, i, max), e = dotted_end(t, family);
        if (family == i) return i;
        if (e == family || !rxc_ruletext_is(t, e - 1, '.')) continue;
        e = suffix_end(t, e);
        return e;
    }
    return i;
}

/* "Smith, J. A.", "Smith, JA", "Smith, J. A., Jr." */
static size_t match_comma_dotted(text *t, size_t i)
{
    size_t family = family_end(t, i, FAMILY_MAX);
    if (family == i) return i;
    size_t comma = suffix_end(t, family);
    if (!rxc_ruletext_is(t, comma, ',')) return i;
    size_t e = dotted_end(t, comma + 1);
    if (e == comma + 1) e = caps_end(t, comma + 1);
    if (e == comma + 1) return i;
    if (!rxc_ruletext_is(t, e - 1, '.') && !is_border(t, e)) return i;
    while (is_particle(t, e) && !rxc_ruletext_word(t, e, "y") && !rxc_ruletext_word(t, e, "e")) e++;
    return suffix_end(t, e);
}

/* "J. R. de la Cruz" */
static size_t match_dotted_family(text *t, size_t i)
{
    size_t given = dotted_end(t, i);
    if (given == i || !rxc_ruletext_is(t, given - 1, '.')) {
        if (given == i || rxc_ruletext_shape(t, given) != RXC_SHAPE_TITLE) return i;
    }
    for (size_t max = 1; max <= FAMILY_MAX; max++) {
        size_t e = family_end(t, given, max);
        if (e == given) return i;
        if (is_border(t, suffix_end(t, e)) && !is_particle(t, e)) return suffix_end(t, e);
    }
    return i;
}

/* "Carter, Ronald", "Gelman, Susan A." */
static size_t match_comma_given(text *t, size_t i)
{
    size_t family = family_end(t, i, 3);
    if (family == i || !rxc_ruletext_is(t, family, ',')) return i;
    size_t e = family + 1, words = 0;
    while (words < GIVEN_MAX && (rxc_ruletext_shape(t, e) == RXC_SHAPE_TITLE || is_initial(t, e))) {
        bool initial = is_initial(t, e);
        e++;
        if (initial && rxc_ruletext_is(t, e, '.')) e++;
        while (rxc_ruletext_dash(t, e) && rxc_ruletext_capital(t, e + 1) && !rxc_ruletext_space(t, e + 1)) e += 2;
        words++;
    }
    if (words == 0 || words > 3) return i;
    return rxc_ruletext_in(t, e, ",;.:&(") || rxc_ruletext_word(t, e, "and") || rxc_ruletext_number(t, e) ||
                   is_border(t, e)
               ? e
               : i;
}

/* "Leon Glass", "Charles S. Brown", "Joke van Bemmel" */
static size_t match_given_family(text *t, size_t i)
{
    if (rxc_ruletext_shape(t, i) != RXC_SHAPE_TITLE) return i;
    size_t e = i, words = 0, given = 0;
    while (words < GIVEN_MAX + 1) {
        if (words && is_particle(t, e)) {
            e++;
            continue;
        }
        if (is_initial(t, e) && words) {
            e += 1 + rxc_ruletext_is(t, e + 1, '.');
            given++;
            continue;
        }
        if (rxc_ruletext_shape(t, e) != RXC_SHAPE_TITLE) break;
        e++, words++;
        while (rxc_ruletext_dash(t, e) && rxc_ruletext_capital(t, e + 1) && !rxc_ruletext_space(t, e + 1)) e += 2;
    }
    if (words < 2 || words + given > 4) return i;
    return rxc_ruletext_in(t, e, ",;&:(") || rxc_ruletext_word(t, e, "and") || rxc_ruletext_word(t, e, "et") ||
                   (rxc_ruletext_is(t, e, '.') && (given || rxc_ruletext_space(t, e + 1))) || rxc_ruletext_number(t, e)
               ? e
               : i;
}

/* "the Dupilumab Study Group", "Centers for Disease Control and Prevention" */
static size_t match_group(text *t, size_t i)
{
    bool group = false;
    size_t e = i;
    for (; e < t->n && e - i < GROUP_MAX; e++) {
        if (rxc_ruletext_shape(t, e) == RXC_SHAPE_PUNCT && !rxc_ruletext_in(t, e, "-/'&") && !rxc_ruletext_dash(t, e))
            break;
        if (rxc_ruletext_number(t, e) || rxc_ruletext_shape(t, e) == RXC_SHAPE_ID) break;
        group |= rxc_nameword_is_group(rxc_ruletext_str(t, e));
        if (rxc_ruletext_word(t, e, "et") && rxc_ruletext_word(t, e + 1, "al")) break;
    }
    bool acronym = e == i + 1 && rxc_ruletext_shape(t, i) == RXC_SHAPE_CAPS;
    if (!group && !acronym) return i;
    if (rxc_ruletext_is(t, e, '(') && rxc_ruletext_shape(t, e + 1) == RXC_SHAPE_CAPS && rxc_ruletext_is(t, e + 2, ')'))
        e += 3;
    return rxc_ruletext_in(t, e, ".,;:([") ? e : i;
}

static size_t match_cjk(text *t, size_t i)
{
    Str s = rxc_ruletext_str(t, i);
    return s.n >= 6 && s.n <= 12 && (unsigned char)s.p[0] >= 0xE3 && rxc_ruletext_shape(t, i) == RXC_SHAPE_TITLE ? i + 1
                                                                                                                 : i;
}

static size_t match_family_only(text *t, size_t i)
{
    size_t e = family_end(t, i, 2);
    return e > i && (rxc_ruletext_word(t, e, "et") || (rxc_ruletext_is(t, e, ',') && rxc_ruletext_word(t, e + 1, "et")))
               ? e
               : i;
}

static size_t match_name(text *t, size_t i, form last, form *found)
{
    static size_t (*const matchers[])(text *, size_t) = { NULL,
                                                          match_comma_dotted,
                                                          match_family_caps,
                                                          match_family_dotted,
                                                          match_dotted_family,
                                                          match_comma_given,
                                                          match_given_family,
                                                          match_group,
                                                          match_cjk,
                                                          match_family_only };
    static const form order[] = { DOTTED_FAMILY, FAMILY_DOTTED, FAMILY_CAPS,        FAMILY_COMMA_DOTTED, CJK,
                                  FAMILY_ONLY,   GROUP,         FAMILY_COMMA_GIVEN, GIVEN_FAMILY };
    if (last != NONE) {
        size_t e = matchers[last](t, i);
        if (e > i) return *found = last, e;
    }
    for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
        bool direct = last == DOTTED_FAMILY || last == FAMILY_DOTTED || last == FAMILY_CAPS;
        if (last != NONE && direct &&
            (order[k] == FAMILY_COMMA_GIVEN || order[k] == GIVEN_FAMILY || order[k] == FAMILY_COMMA_DOTTED))
            continue;
        if (last != NONE && order[k] == GROUP && last != GROUP && direct && !rxc_ruletext_is(t, i - 1, ';')) continue;
        if (last == FAMILY_COMMA_DOTTED && (order[k] == FAMILY_COMMA_GIVEN || order[k] == GIVEN_FAMILY)) continue;
        size_t e = matchers[order[k]](t, i);
        if (e > i) return *found = order[k], e;
    }
    return i;
}

/* "et al.", "et al", "and others", "..."; the end, or i. */
static size_t more_end(text *t, size_t i)
{
    if (rxc_ruletext_word(t, i, "et") && rxc_ruletext_is(t, i + 1, '.') && rxc_ruletext_word(t, i + 2, "al"))
        return i + 3 + rxc_ruletext_is(t, i + 3, '.');
    if (rxc_ruletext_word(t, i, "et") && rxc_ruletext_word(t, i + 1, "al"))
        return i + 2 + rxc_ruletext_is(t, i + 2, '.');
    if (rxc_ruletext_word(t, i, "and") && rxc_ruletext_word(t, i + 1, "others")) return i + 2;
    if (rxc_ruletext_is(t, i, '.') && rxc_ruletext_is(t, i + 1, '.') && rxc_ruletext_is(t, i + 2, '.')) return i + 3;
    if (str_eq(rxc_ruletext_str(t, i), S("…"))) return i + 1;
    return i;
}

static bool is_and(text *t, size_t i)
{
    return rxc_ruletext_is(t, i, '&') || rxc_ruletext_word(t, i, "and") || rxc_ruletext_word(t, i, "und") ||
           (rxc_ruletext_word(t, i, "et") && !rxc_ruletext_word(t, i + 1, "al")) || rxc_ruletext_word(t, i, "y");
}

/* Separators between two names. */
static size_t separator_end(text *t, size_t i)
{
    size_t e = i;
    if (rxc_ruletext_in(t, e, ",;/")) e++;
    if (is_and(t, e)) e++;
    return e;
}

size_t rxc_rulenames_end(const rxc_ruletext *t, size_t b)
{
    size_t end = b, at = b;
    form last = NONE;
    while (at < t->n) {
        size_t more = more_end(t, at);
        if (more > at && end > b) {
            end = more;
            size_t next = rxc_ruletext_in(t, end, ",;") ? end + 1 : end;
            size_t e = rxc_ruletext_is(t, end, ';') ? match_group(t, next) : next;
            bool elided =
                last == FAMILY_COMMA_DOTTED && rxc_ruletext_capital(t, end) && match_comma_dotted(t, end) > end;
            if (e > next && rxc_ruletext_is(t, end, ';')) return e;
            if (rxc_ruletext_is(t, end, ';') &&
                rxc_ruletext_shape(t, next) == RXC_SHAPE_LOWER) { /* "; participating investigators" */
                while (next < t->n && rxc_ruletext_shape(t, next) == RXC_SHAPE_LOWER) next++;
                return rxc_ruletext_is(t, next, '.') ? next : end;
            }
            if (elided) at = end, end = match_comma_dotted(t, at);
            return end;
        }
        form found = last;
        size_t e = match_name(t, at, last, &found);
        if (e == at) break;
        if (found != GROUP) last = found;
        end = e;
        at = separator_end(t, e);
        if (more_end(t, at) > at) continue;
        if (at == e) break;
    }
    return end;
}
