/* sentence.c: cuts running text into sentences.
 *
 * A full stop ends a sentence when what follows can begin one and what stands before it is neither an abbreviation
 * nor an initial. All looks backwards and forwards are bounded, so a line of any length costs linear time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/sentence.h"

#include "text/utf8.h"

enum {
    LOOK_BACK = 24,   /* bytes of the word before a full stop that are looked at */
    CALLOUT_MAX = 40, /* bytes of a glued call-out: "1,2,13,14" */
};

/* Never followed by the end of a sentence, whatever comes next. */
static const Str BINDING[] = {
    STR_INIT("dr"),   STR_INIT("mr"),   STR_INIT("mrs"),  STR_INIT("ms"),    STR_INIT("prof"), STR_INIT("vs"),
    STR_INIT("e.g"),  STR_INIT("eg"),   STR_INIT("i.e"),  STR_INIT("ie"),    STR_INIT("cf"),   STR_INIT("viz"),
    STR_INIT("st"),   STR_INIT("ca"),   STR_INIT("approx"), STR_INIT("resp"),  STR_INIT("incl"), STR_INIT("subsp"),
    STR_INIT("var"),  STR_INIT("spp"),  STR_INIT("versus"),
};

/* Bind a number that follows: "Fig. 1", "No. 3". */
static const Str NUMBERED[] = {
    STR_INIT("fig"), STR_INIT("figs"), STR_INIT("no"),  STR_INIT("nos"), STR_INIT("ref"), STR_INIT("refs"),
    STR_INIT("eq"),  STR_INIT("vol"),  STR_INIT("tab"), STR_INIT("sec"), STR_INIT("p"),   STR_INIT("pp"),
    STR_INIT("ch"),  STR_INIT("ed"),   STR_INIT("suppl"),
};

/* Words that hardly ever follow an initial or "et al." within a sentence. */
static const Str STARTERS[] = {
    STR_INIT("The"),     STR_INIT("A"),        STR_INIT("An"),    STR_INIT("In"),      STR_INIT("We"),
    STR_INIT("This"),    STR_INIT("These"),    STR_INIT("It"),    STR_INIT("Our"),     STR_INIT("However"),
    STR_INIT("There"),   STR_INIT("After"),    STR_INIT("On"),    STR_INIT("He"),      STR_INIT("She"),
    STR_INIT("Both"),    STR_INIT("Although"), STR_INIT("No"),    STR_INIT("To"),      STR_INIT("For"),
    STR_INIT("Patients"), STR_INIT("Treatment"), STR_INIT("All"), STR_INIT("Two"),     STR_INIT("One"),
    STR_INIT("Despite"), STR_INIT("When"),     STR_INIT("They"),  STR_INIT("Because"), STR_INIT("As"),
    STR_INIT("At"),      STR_INIT("During"),   STR_INIT("Therefore"), STR_INIT("Thus"), STR_INIT("Other"),
};

static bool among(Str word, const Str *list, size_t n, bool exact)
{
    for (size_t i = 0; i < n; i++)
        if (exact ? str_eq(word, list[i]) : str_eq_nocase(word, list[i])) return true;
    return false;
}
#define AMONG(word, list, exact) among(word, list, sizeof(list) / sizeof *(list), exact)

/* The word that ends at byte e, dots within it included ("e.g", "i.v"). */
static Str word_before(Str text, size_t from, size_t e)
{
    size_t low = e - from > LOOK_BACK ? e - LOOK_BACK : from;
    size_t b = e;
    while (b > low && (chr_alnum(text.p[b - 1]) || text.p[b - 1] == '.' || (unsigned char)text.p[b - 1] >= 0x80)) b--;
    while (b < e && text.p[b] == '.') b++;
    return str_sub(text, b, e);
}

static Str word_at(Str text, size_t b)
{
    size_t e = b;
    while (e < text.n && e - b < LOOK_BACK && chr_alpha(text.p[e])) e++;
    return str_sub(text, b, e);
}

/* Past closing quotes and brackets. */
static size_t skip_closers(Str text, size_t at)
{
    while (at < text.n) {
        size_t next = at;
        uint32_t c = rxc_utf8_next(text, &next);
        if (c != ')' && c != ']' && c != '}' && c != '"' && c != '\'' && c != 0x2019 && c != 0x201D && c != 0xBB) break;
        at = next;
    }
    return at;
}

static bool is_superscript_digit(uint32_t c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/* Past a call-out glued to the full stop at `at`: "1,2,13-14", "[3]", "¹²"; at itself when there is none. */
static size_t skip_callout(Str text, size_t at)
{
    size_t end = at, digits = 0;
    bool open = false;
    while (end < text.n && end - at < CALLOUT_MAX) {
        size_t next = end;
        uint32_t c = rxc_utf8_next(text, &next);
        bool digit = (c < 0x80 && chr_digit((char)c)) || is_superscript_digit(c);
        if (c == '[' && !open) open = true;
        else if (c == ']' && open) open = false;
        else if (!digit && !(digits && (c == ',' || rxc_utf8_is_dash(c)))) break;
        digits += digit;
        end = next;
    }
    return digits && !open ? end : at;
}

static size_t skip_blanks(Str text, size_t at)
{
    while (at < text.n && text.p[at] != '\n') {
        size_t next = at;
        if (!rxc_utf8_is_space(rxc_utf8_next(text, &next))) break;
        at = next;
    }
    return at;
}

/* Can a sentence begin at byte `at`, which follows white space? */
static bool can_begin(Str text, size_t at)
{
    if (at >= text.n || text.p[at] == '\n') return true;
    size_t next = at;
    uint32_t c = rxc_utf8_next(text, &next);
    while (next < text.n && (c == '"' || c == '\'' || c == '(' || c == '[' || c == '*' || c == 0x2018 || c == 0x201C ||
                             c == 0xAB || c == 0xBF || c == 0xA1))
        c = rxc_utf8_next(text, &next);
    if (c < 0x80) return chr_upper((char)c) || chr_digit((char)c) || c == '-' || c == '>' || c == '<';
    return rxc_utf8_is_upper(c) || c == 0x2022 || (c >= 0x3B1 && c <= 0x3C9) || rxc_utf8_is_dash(c);
}

/* Does the word before a full stop, and what follows after white space, show that the sentence goes on? */
static bool is_abbreviation(Str text, size_t from, size_t dot, size_t follows)
{
    Str word = word_before(text, from, dot);
    if (AMONG(word, BINDING, false)) return true;
    bool number = follows < text.n && chr_digit(text.p[follows]);
    if (AMONG(word, NUMBERED, false)) return number;
    bool initial = word.n == 1 && chr_upper(word.p[0]);
    bool dotted = word.n >= 3 && word.n <= 7 && word.p[word.n - 2] == '.' && chr_alpha(str_last(word));
    bool et_al = str_eq(word, S("al")) && dot >= from + 5 && str_eq_nocase(str_sub(text, dot - 5, dot - 2), S("et "));
    if (!initial && !dotted && !et_al) return false;
    return follows < text.n && text.p[follows] != '\n' && !AMONG(word_at(text, follows), STARTERS, true);
}

/* "DUPIXENT.DUPIXENT is": a full stop whose following space was lost. */
static bool is_glued_stop(Str text, size_t from, size_t dot, size_t after)
{
    if (text.p[dot] != '.' || after != dot + 1 || after >= text.n || !chr_upper(text.p[after])) return false;
    Str before = word_before(text, from, dot);
    if (before.n < 4 || str_chr(before, '.') != STR_NONE) return false;
    size_t b = (size_t)(before.p - text.p);
    if (b > from && !chr_space(text.p[b - 1]) && text.p[b - 1] != '(') return false;
    Str word = word_at(text, after);
    return word.n >= 3 && after + word.n < text.n && text.p[after + word.n] == ' ';
}

/* "in 2019.3 The": digits on both sides, yet a year and a call-out. */
static bool is_decimal(Str text, size_t from, size_t dot)
{
    if (dot + 1 >= text.n || dot == from || !chr_digit(text.p[dot + 1]) || !chr_digit(text.p[dot - 1])) return false;
    Str word = word_before(text, from, dot);
    if (word.n != 4 || (word.p[0] != '1' && word.p[0] != '2') || !chr_digit(word.p[1])) return true;
    size_t end = skip_callout(text, dot + 1), follows = skip_blanks(text, end);
    return follows == end || follows >= text.n || !chr_upper(text.p[follows]);
}

/* Where the sentence ends if the mark at `dot` ends it, else 0. */
static size_t end_at(Str text, size_t from, size_t dot)
{
    size_t after = dot;
    while (after < text.n && (text.p[after] == '.' || text.p[after] == '!' || text.p[after] == '?')) after++;
    if (is_decimal(text, from, dot)) return 0;
    if (is_glued_stop(text, from, dot, after)) return after;
    after = skip_closers(text, after);
    size_t end = skip_closers(text, skip_callout(text, after));
    size_t follows = skip_blanks(text, end);
    if (follows == end && end < text.n && text.p[end] != '\n') return 0;
    if (follows < text.n && text.p[follows] == '[') {
        size_t callout = skip_callout(text, follows);
        if (callout > follows) end = callout, follows = skip_blanks(text, end);
    }
    if (!can_begin(text, follows)) return 0;
    return text.p[dot] == '.' && is_abbreviation(text, from, dot, follows) ? 0 : end;
}

bool rxc_sentence_next(Str text, size_t *at, size_t *b, size_t *e)
{
    size_t from = *at;
    while (from < text.n) {
        size_t next = from;
        if (!rxc_utf8_is_space(rxc_utf8_next(text, &next))) break;
        from = next;
    }
    if (from >= text.n) return *at = text.n, false;
    size_t i = from, end = 0;
    for (; i < text.n && !end; i++) {
        char c = text.p[i];
        if (c > '?' || (c != '.' && c != '!' && c != '?' && c != '\n')) continue; /* nearly all are beyond */
        if (c == '\n') break;
        end = end_at(text, from, i);
        while (!end && i + 1 < text.n && (text.p[i + 1] == '.' || text.p[i + 1] == '!' || text.p[i + 1] == '?')) i++;
    }
    if (!end) end = i;
    *b = from, *at = end;
    while (end > from) {
        size_t before = end;
        if (!rxc_utf8_is_space(rxc_utf8_prev(text, &before))) break;
        end = before;
    }
    *e = end;
    return true;
}
