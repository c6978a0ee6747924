/* rules.c: labels the tokens of a reference by rules: names first, numbers last, what is between are title and journal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/ruletext.h"

typedef const rxc_ruletext text;

enum { CONTAINER_MAX = 24 }; /* tokens */

/* How sure the rules are of a field, 0..1. */
static const float sure = 0.9f, fair = 0.7f, guess = 0.4f;

/* --- words of a container --------------------------------------------------------------------------------------- */

static bool is_link_word(text *t, size_t i)
{
    static const char *const words[] = { "of",  "the", "and", "in",   "for",   "on",     "de",   "la", "del", "et",
                                         "der", "und", "des", "y",    "e",     "da",     "do",   "to", "di",  "le",
                                         "les", "für", "du",  "part", "série", "series", "with", "at", "a" };
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (rxc_ruletext_word(t, i, words[k])) return true;
    return false;
}

typedef struct look {
    size_t words, capital, lower, dotted, longest; /* longest: bytes of a dotted word */
} look;

static look look_at(text *t, size_t b, size_t e)
{
    look l = { 0 };
    for (size_t i = b; i < e; i++) {
        rxc_shape shape = rxc_ruletext_shape(t, i);
        l.lower += shape == RXC_SHAPE_NUMBER;
        if (shape < RXC_SHAPE_INITIAL || shape == RXC_SHAPE_ID) continue;
        bool dotted = rxc_ruletext_is(t, i + 1, '.') && !rxc_ruletext_space(t, i + 1);
        l.words++;
        l.dotted += dotted;
        size_t n = rxc_ruletext_str(t, i).n;
        if (dotted && n > l.longest) l.longest = n;
        if (shape != RXC_SHAPE_LOWER) l.capital++;
        else if (!is_link_word(t, i) && !(dotted && n <= 4 && i + 2 < e)) l.lower++;
    }
    return l;
}

/* Can [b, e) be a journal's name: short, capitals only? */
static bool is_container(text *t, size_t b, size_t e)
{
    if (e - b > CONTAINER_MAX) return false;
    look l = look_at(t, b, e);
    return l.words > 0 && l.capital > 0 && l.lower == 0 && rxc_ruletext_capital(t, b);
}

/* Is all of it an abbreviated journal: "Phys. Rev. Lett.", "ApJ"? */
static bool is_abbreviation(text *t, size_t b, size_t e, bool commas)
{
    look l = look_at(t, b, e);
    if (l.words == 0 || l.lower || l.words > 8) return false;
    if (l.words == 1) return rxc_ruletext_str(t, b).n <= 8 || !rxc_ruletext_is(t, b + 1, '.');
    return (l.dotted * 2 >= l.words || (commas && l.dotted && l.words <= 4)) && l.longest <= 8;
}

/* --- borders between fields ------------------------------------------------------------------------------------- */

/* Does a sentence end at punctuation token i? */
static bool is_stop(text *t, size_t i)
{
    if (rxc_ruletext_in(t, i, "?!")) return true;
    if (!rxc_ruletext_is(t, i, '.')) return false;
    if (i > 0 && rxc_ruletext_shape(t, i - 1) == RXC_SHAPE_INITIAL && !rxc_ruletext_space(t, i)) {
        /* "of vitamin D. Lancet": not an initial when a word stands before it and a long one behind */
        rxc_shape before = i > 1 ? rxc_ruletext_shape(t, i - 2) : RXC_SHAPE_PUNCT;
        if (before != RXC_SHAPE_LOWER && before != RXC_SHAPE_PUNCT) return false;
        if (before == RXC_SHAPE_PUNCT && !rxc_ruletext_dash(t, i - 2)) return false;
    }
    return i + 1 >= t->n || rxc_ruletext_capital(t, i + 1) || rxc_ruletext_number(t, i + 1) ||
           rxc_ruletext_quote(t, i + 1) || rxc_ruletext_in(t, i + 1, "[(") || rxc_ruletext_word(t, i + 1, "in");
}

typedef struct fields {
    size_t title_b, title_e, container_b, container_e;
    float confidence;
} fields;

/* Where the journal begins in [b, e), which holds title and journal. e when it is not seen. */
static size_t container_start(text *t, size_t b, size_t e, bool commas)
{
    size_t last = e, comma = e, last_comma = e, depth = 0;
    for (size_t i = b; i + 1 < e; i++) {
        if (rxc_ruletext_in(t, i, "([")) depth++;
        else if (rxc_ruletext_in(t, i, ")]") && depth) depth--;
        if (i == b || depth) continue;
        if (is_stop(t, i)) {
            if (is_container(t, i + 1, e)) return i + 1;
            last = i + 1;
        } else if (rxc_ruletext_is(t, i, ',')) {
            if (is_container(t, i + 1, e)) {
                last_comma = i + 1;
                if (comma == e) comma = i + 1;
            }
        }
    }
    if (commas && last_comma < e) return last_comma;
    if (last < e && rxc_ruletext_capital(t, last)) return last;
    return last_comma < e ? last_comma : last;
}

/* The closing quote of a title that begins with a quote at b, or 0. */
static size_t closing_quote(text *t, size_t b, size_t e)
{
    if (!rxc_ruletext_quote(t, b)) return 0;
    for (size_t i = b + 1; i < e; i++)
        if (rxc_ruletext_quote(t, i)) return i;
    return 0;
}

static size_t skip_punctuation(text *t, size_t b, size_t e)
{
    while (b < e && rxc_ruletext_shape(t, b) == RXC_SHAPE_PUNCT && !rxc_ruletext_quote(t, b) &&
           !rxc_ruletext_in(t, b, "(["))
        b++;
    return b;
}

static size_t drop_punctuation(text *t, size_t b, size_t e)
{
    while (e > b && rxc_ruletext_in(t, e - 1, ".,;:(-") ) e--;
    return e;
}

/* --- parts of a chapter, book or page --------------------------------------------------------------------------- */

/* "In:", "in" before a book or proceedings. */
static size_t find_in(text *t, size_t b, size_t e)
{
    for (size_t i = b + 1; i + 1 < e; i++) {
        if (!rxc_ruletext_word(t, i, "in")) continue;
        bool colon = rxc_ruletext_is(t, i + 1, ':');
        bool upper = rxc_ruletext_shape(t, i) != RXC_SHAPE_LOWER,
             border = rxc_ruletext_in(t, i - 1, ".,;?\"") || rxc_ruletext_quote(t, i - 1);
        if ((colon && (upper || border)) ||
            (upper && rxc_ruletext_capital(t, i + 1) && (border || rxc_ruletext_space(t, i))))
            return i;
        if (!upper && border && rxc_ruletext_capital(t, i + 1)) return i;
    }
    return e;
}

static bool is_editor_word(text *t, size_t i)
{
    static const char *const words[] = { "ed", "eds", "editor", "editors", "hrsg", "edited", "edn" };
    for (size_t k = 0; k < 6; k++)
        if (rxc_ruletext_word(t, i, words[k])) return true;
    return false;
}

/* "(Eds.)", ", editors.": behind it, or i. */
static size_t editor_mark_end(text *t, size_t i)
{
    size_t e = i + rxc_ruletext_is(t, i, ',');
    bool bracket = rxc_ruletext_in(t, e, "([");
    e += bracket;
    if (!is_editor_word(t, e)) return i;
    e++;
    e += rxc_ruletext_is(t, e, '.');
    if (bracket) e += rxc_ruletext_in(t, e, ")]");
    return e;
}

/* Editors at b, before or after their mark. Gives what follows them. */
static size_t mark_editors(text *t, size_t b, size_t e)
{
    size_t mark = editor_mark_end(t, b);
    if (mark > b) {
        if (rxc_ruletext_word(t, mark, "by")) mark++;
        size_t end = rxc_rulenames_end(t, mark);
        if (end > mark && end <= e) return rxc_ruletext_mark(t, mark, end, RXC_LABEL_editor, fair), end;
        return mark;
    }
    size_t end = rxc_rulenames_end(t, b);
    if (end == b || end > e) return b;
    mark = editor_mark_end(t, end);
    if (mark == end) return b;
    rxc_ruletext_mark(t, b, end, RXC_LABEL_editor, sure);
    return mark;
}

/* Where "Place: Publisher" or "(Place: Publisher" begins in [b, e): the first token of the place; e when there is none. */
static size_t place_start(text *t, size_t b, size_t e, size_t *colon)
{
    for (size_t i = e; i-- > b + 1;) {
        if (!rxc_ruletext_is(t, i, ':') || !rxc_ruletext_capital(t, i + 1)) continue;
        size_t start = i;
        while (start > b && i - start < 8 &&
               (rxc_ruletext_capital(t, start - 1) || rxc_ruletext_is(t, start - 1, ',') ||
                rxc_ruletext_word(t, start - 1, "and") ||
                (rxc_ruletext_is(t, start - 1, '.') && start - 1 > b &&
                 rxc_ruletext_shape(t, start - 2) == RXC_SHAPE_INITIAL)))
            start--;
        if (start == i) continue;
        if (start > b && !rxc_ruletext_in(t, start - 1, ".(;)?") ) continue;
        while (rxc_ruletext_is(t, start, ',')) start++;
        *colon = i;
        return start;
    }
    return e;
}

/* Publisher and place in [b, e). Gives where they begin. */
static size_t mark_publisher(text *t, size_t b, size_t e)
{
    size_t colon = e, place = place_start(t, b, e, &colon);
    if (place < e) {
        size_t end = colon + 1;
        while (end < e && !rxc_ruletext_in(t, end, ";()") && rxc_ruletext_shape(t, end) != RXC_SHAPE_YEAR &&
               rxc_ruletext_shape(t, end) != RXC_SHAPE_ID && !(is_stop(t, end) && end > colon + 2))
            end++;
        rxc_ruletext_mark(t, place, colon, RXC_LABEL_place, fair);
        rxc_ruletext_mark(t, colon + 1, drop_punctuation(t, colon + 1, end), RXC_LABEL_publisher, fair);
        return place;
    }
    return e;
}

static void mark_book(text *t, size_t b, size_t e)
{
    size_t end = mark_publisher(t, b, e), title = e;
    for (size_t i = b + 1; i < e && i < end; i++) {
        if (is_stop(t, i)) {
            title = i + !rxc_ruletext_is(t, i, '.');
            break;
        }
    }
    if (title > end) title = end;
    title = drop_punctuation(t, b, title);
    rxc_ruletext_mark(t, b, title, RXC_LABEL_title, fair);
    if (end == e && title < e) { /* "Title. Publisher, Place" */
        size_t from = skip_punctuation(t, title, e), to = from;
        if (rxc_ruletext_is(t, from, '(')) from++, to = from;
        while (to < e && rxc_ruletext_shape(t, to) != RXC_SHAPE_YEAR && !rxc_ruletext_in(t, to, ";()[") &&
               rxc_ruletext_shape(t, to) != RXC_SHAPE_ID && !is_stop(t, to))
            to++;
        to = drop_punctuation(t, from, to);
        look l = look_at(t, from, to);
        size_t comma = from;
        while (comma < to && !rxc_ruletext_is(t, comma, ',')) comma++;
        if (l.lower == 0 && l.capital) {
            rxc_ruletext_mark(t, from, comma, RXC_LABEL_publisher, guess);
            if (comma < to) rxc_ruletext_mark(t, comma + 1, to, RXC_LABEL_place, guess);
        }
    }
}

/* "In: Editors, editors. Book. Place: Publisher" from token b, which is behind "In". */
static void mark_host(text *t, size_t b, size_t e)
{
    b = skip_punctuation(t, b, e);
    b = skip_punctuation(t, mark_editors(t, b, e), e);
    size_t colon, end = place_start(t, b, e, &colon);
    size_t stop = end;
    for (size_t i = b + 1; i < stop; i++)
        if (is_stop(t, i) || rxc_ruletext_is(t, i, '(') || (rxc_ruletext_is(t, i, ',') && is_editor_word(t, i + 1)) ||
            (rxc_ruletext_is(t, i, ',') && rxc_ruletext_shape(t, i + 1) == RXC_SHAPE_YEAR)) stop = i;
    rxc_ruletext_mark(t, b, drop_punctuation(t, b, stop), RXC_LABEL_container, fair);
    size_t after = skip_punctuation(t, stop, e);
    if (after < end) after = mark_editors(t, after, end);
    if (mark_publisher(t, after, e) == e && after < e && rxc_ruletext_capital(t, after)) {
        size_t to = after;
        while (to < e && rxc_ruletext_shape(t, to) != RXC_SHAPE_YEAR && !rxc_ruletext_in(t, to, ";,()[.") &&
               rxc_ruletext_shape(t, to) != RXC_SHAPE_ID)
            to++;
        rxc_ruletext_mark(t, after, to, RXC_LABEL_publisher, guess);
    }
}

/* --- title and container ---------------------------------------------------------------------------------------- */

/* An article's title and journal in [b, e), followed by numbers. */
static void mark_article(text *t, size_t b, size_t e, bool commas)
{
    size_t quote = closing_quote(t, b, e), title_e, start;
    if (quote) {
        title_e = quote, start = quote + 1;
        b++;
    } else if (is_abbreviation(t, b, e, commas) || (commas && is_container(t, b, e) && look_at(t, b, e).words <= 2)) {
        title_e = b, start = b;
    } else {
        start = container_start(t, b, e, commas);
        title_e = start;
    }
    if (title_e > b && rxc_ruletext_in(t, title_e - 1, ".,;:")) title_e--;
    start = skip_punctuation(t, start, e);
    if (rxc_ruletext_word(t, start, "in") && rxc_ruletext_in(t, start + 1, ":"))
        start = skip_punctuation(t, start + 1, e);
    rxc_ruletext_mark(t, b, title_e, RXC_LABEL_title, sure);
    rxc_ruletext_mark(t, start,
                      drop_punctuation(t, start, e) +
                          (e > start && rxc_ruletext_is(t, drop_punctuation(t, start, e), '.') ? 1u : 0u),
                      RXC_LABEL_container, sure);
}

static size_t mark_entry_label(text *t)
{
    size_t i = rxc_ruletext_in(t, 0, "[(") ? 1 : 0;
    if (rxc_ruletext_shape(t, i) != RXC_SHAPE_NUMBER) return 0;
    size_t e = i + 1;
    if (rxc_ruletext_shape(t, e) == RXC_SHAPE_LOWER && rxc_ruletext_str(t, e).n == 1 && !rxc_ruletext_space(t, e)) e++;
    if (i ? rxc_ruletext_in(t, e, ")]") : rxc_ruletext_in(t, e, ".)")) e++;
    else if (i || !rxc_ruletext_capital(t, e) || rxc_ruletext_space(t, e) == 0) return 0;
    rxc_ruletext_mark(t, 0, e, RXC_LABEL_label, sure);
    return e;
}

/* The date right behind the authors: "(2008 Jul)", "2008.", "2008,". Gives what follows. */
static size_t mark_early_date(text *t, size_t b)
{
    size_t at = b + rxc_ruletext_in(t, b, ",.");
    bool bracket = rxc_ruletext_is(t, at, '(');
    size_t e = rxc_ruletail_date(t, at + bracket);
    if (!e) return b;
    if (bracket && rxc_ruletext_is(t, e, ',')) /* "(2014, Aug. 29)" */
        while (e < t->n && !rxc_ruletext_is(t, e, ')')) e++;
    if (bracket && !rxc_ruletext_is(t, e, ')')) return b;
    if (!bracket && rxc_ruletext_in(t, e, ";:-)")) return b;
    rxc_ruletext_mark(t, at + bracket, e, RXC_LABEL_date, sure);
    return e + bracket;
}

/* The last year in [b, e) that is no part of a range. */
static void mark_late_date(text *t, size_t b, size_t e)
{
    for (size_t i = e; i-- > b;) {
        if (rxc_ruletext_shape(t, i) != RXC_SHAPE_YEAR || t->tokens->v[i].label != RXC_LABEL_other) continue;
        if (rxc_ruletext_dash(t, i - 1) || rxc_ruletext_dash(t, i + 1)) continue;
        size_t end = rxc_ruletail_date(t, i), start = i;
        for (size_t k = 1; k <= 5 && k <= i - b; k++)
            if (rxc_ruletail_date(t, i - k) == i + 1) start = i - k;
        rxc_ruletext_mark(t, start, end, RXC_LABEL_date, fair);
        return;
    }
}

static bool has_date(text *t)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->tokens->v[i].label == RXC_LABEL_date) return true;
    return false;
}

static void mark_tail(text *t, const rxc_ruletail *tail)
{
    rxc_ruletext_mark(t, tail->volume_b, tail->volume_e, RXC_LABEL_volume, sure);
    rxc_ruletext_mark(t, tail->issue_b, tail->issue_e, RXC_LABEL_issue, sure);
    rxc_ruletext_mark(t, tail->page_b, tail->page_e, RXC_LABEL_page, sure);
    if (!has_date(t)) rxc_ruletext_mark(t, tail->date_b, tail->date_e, RXC_LABEL_date, sure);
}

/* "accessed 28 January 2020", "viewed 09 May 2018", "[cited 2015 Mar 1]" */
static void mark_accessed(text *t)
{
    static const char *const words[] = { "accessed", "viewed", "cited", "retrieved", "access" };
    for (size_t i = 0; i < t->n; i++) {
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            if (!rxc_ruletext_word(t, i, words[k])) continue;
            size_t at = i + 1;
            while (at < t->n && at < i + 4 && !rxc_ruletail_date(t, at)) at++;
            size_t e = rxc_ruletail_date(t, at);
            if (e) rxc_ruletext_mark(t, at, e, RXC_LABEL_accessed, sure);
        }
    }
}

/* Where title and journal must end: an identifier, "doi", "Available". */
static size_t body_end(text *t, size_t b)
{
    for (size_t i = b; i < t->n; i++) {
        if (rxc_ruletext_shape(t, i) == RXC_SHAPE_ID && i > b) return i;
        if (i > b + 2 && (rxc_ruletext_word(t, i, "available") || rxc_ruletext_word(t, i, "doi") ||
                          rxc_ruletext_word(t, i, "retrieved") || rxc_ruletext_word(t, i, "epub"))) {
            if (rxc_ruletext_in(t, i - 1, ".,;:([") ) return i;
        }
    }
    return t->n;
}

static void tag(const rxc_tagger *self, Arena *scratch, Str raw, rxc_tokens *tokens)
{
    (void)self;
    rxc_ruletext whole, *t = &whole;
    rxc_ruletext_init(scratch, raw, tokens, t);
    mark_accessed(t);
    size_t b = mark_entry_label(t), names = rxc_rulenames_end(t, b), editors = editor_mark_end(t, names);
    if (names > b) rxc_ruletext_mark(t, b, names, RXC_LABEL_author, sure);
    bool commas = rxc_ruletext_in(t, editors, ",");
    size_t at = mark_early_date(t, editors);
    if (at > editors && rxc_ruletext_is(t, at, ',')) commas = true;
    at = skip_punctuation(t, at, t->n);
    size_t end = body_end(t, at);
    rxc_ruletail tail = rxc_ruletail_find(t, at, end);
    size_t in = find_in(t, at, end);
    if (tail.b < end) mark_tail(t, &tail);
    if (in < tail.b || (in < end && tail.b >= end)) {
        size_t title_e = drop_punctuation(t, at, in);
        rxc_ruletext_mark(t, at, title_e, RXC_LABEL_title, fair);
        if (!has_date(t)) mark_late_date(t, in, end);
        mark_host(t, in + 1, end);
    } else if (tail.b < end) {
        mark_article(t, at, tail.b, commas);
    } else {
        if (!has_date(t)) mark_late_date(t, at, end);
        mark_book(t, at, end);
    }
    if (!has_date(t)) mark_late_date(t, at, t->n);
}

const rxc_tagger rxc_rules_tagger = { tag };
