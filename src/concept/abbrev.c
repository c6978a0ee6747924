/* abbrev.c: abbreviations that a text defines: "acute generalized exanthematous pustulosis (AGEP)". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/abbrev.h"

#include "concept/longform.h"

enum {
    SHORT_MAX = 24,     /* bytes of a short form */
    PHRASE_MAX = 12,    /* of one with a space */
    BRACKET_MAX = 400,  /* bytes within a bracket */
};

/* --- short forms ------------------------------------------------------------------------------------------------- */

/* "ii", "i.e.": no short forms. */
static bool is_list_mark(Str s)
{
    bool figures = true;
    for (size_t i = 0; i < s.n; i++) figures &= s.p[i] == 'i' || s.p[i] == 'v' || s.p[i] == 'x';
    return figures || str_starts(s, S("i.e")) || str_starts(s, S("e.g"));
}

/* "pol epsilon" */
static bool has_greek(Str s)
{
    static const Str letters[] = { STR_INIT(" alpha"), STR_INIT(" beta"), STR_INIT(" gamma"), STR_INIT(" delta"), STR_INIT(" epsilon") };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (str_ends(s, letters[i])) return true;
    return false;
}

static bool is_short(Str s)
{
    size_t letters = 0, capitals = 0, digits = 0, spaces = 0, small = 0;
    if (s.n < 2 || s.n > SHORT_MAX || !chr_alnum(s.p[0])) return false;
    if (str_chr(s, ')') != STR_NONE && str_chr(s, '(') == STR_NONE) return false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        letters += chr_alpha(c), capitals += chr_upper(c), digits += chr_digit(c), small += chr_lower(c);
        spaces += c == ' ';
        if (c == '=' || c == '<' || c == '>' || c == '%' || c == ':' || c == '"' || c == '*') return false;
    }
    if (is_list_mark(s) || !letters || spaces > 1 || (spaces && s.n > PHRASE_MAX)) return false;
    if (!capitals && (small > 5 || (spaces && !digits)) && !has_greek(s)) return false; /* an ordinary word */
    return letters * 2 >= digits;
}

/* --- where definitions stand ------------------------------------------------------------------------------------- */

static void add(Arena *arena, Str text, rxc_abbreviations *out, Str shorter, Str longer)
{
    size_t s = (size_t)(shorter.p - text.p), l = (size_t)(longer.p - text.p);
    *vec_push(arena, out) = (rxc_abbreviation){ shorter, longer, { s, s + shorter.n }, { l, l + longer.n } };
}

/* The bracket that closes the one at b; 0 when none does. */
static size_t closing(Str text, size_t b, size_t e)
{
    int depth = 0;
    for (size_t i = b; i < e && i - b < BRACKET_MAX; i++) {
        if (text.p[i] == '(' || text.p[i] == '[') depth++;
        if (text.p[i] == ')' || text.p[i] == ']') depth--;
        if (!depth) return i;
    }
    return 0;
}

static Str unquoted(Str s)
{
    s = str_trim(s);
    while (s.n > 1 && (s.p[0] == '"' || s.p[0] == '\'') && str_last(s) == s.p[0]) s = str_sub(s, 1, s.n - 1);
    return s;
}

/* Without what introduces a form: "for …", "termed …". */
static Str unled(Str s)
{
    static const Str leads[] = { STR_INIT("for "),     STR_INIT("encoding "), STR_INIT("i.e. "),   STR_INIT("i.e., "),
                                 STR_INIT("or "),      STR_INIT("named "),    STR_INIT("termed "), STR_INIT("designated "),
                                 STR_INIT("also "),    STR_INIT("called "),   STR_INIT("known "),  STR_INIT("as "),
                                 STR_INIT("referred to as "), STR_INIT("abbreviated "), STR_INIT("the "),    STR_INIT("a "), STR_INIT("an ") };
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (str_starts_nocase(s, leads[i])) s = str_drop(s, leads[i].n), i = 0;
    return unquoted(s);
}

/* The part before the first of these marks. */
static Str part_before(Str s, Str mark)
{
    size_t at = str_find(s, mark);
    return at == STR_NONE ? s : str_trim(str_take(s, at));
}

static Str first_part(Str within) { return part_before(part_before(within, S(";")), S(",")); }

/* SHORT (long) */
static bool define(Arena *arena, Str text, Str word, Str within, rxc_abbreviations *out)
{
    Str longer;
    if (!is_short(word) || str_starts_nocase(within, word) || !rxc_longform_find(word, within, true, &longer)) return false;
    add(arena, text, out, word, longer);
    return true;
}

/* The word before the bracket, or its end: "T3/GRIP1 (…)"; or the one before that: "EMLA cream (…)". */
static bool reversed(Arena *arena, Str text, Str before, Str within, rxc_abbreviations *out)
{
    Str last = rxc_longform_words(str_trim(before), 1), two = rxc_longform_words(str_trim(before), 2);
    while (last.n && !chr_alnum(last.p[0])) last = str_drop(last, 1);
    if (define(arena, text, last, within, out)) return true;
    size_t slash = str_rchr(last, '/');
    if (slash != STR_NONE && define(arena, text, str_drop(last, slash + 1), within, out)) return true;
    Str first = part_before(two, S(" "));
    return first.n > 2 && chr_upper(first.p[0]) && chr_upper(first.p[1]) && define(arena, text, first, within, out);
}

/* (long; SHORT) and (long, SHORT) */
static bool inner(Arena *arena, Str text, Str within, rxc_abbreviations *out)
{
    for (size_t i = within.n; i-- > 0;) {
        if (within.p[i] != ';' && within.p[i] != ',') continue;
        Str shorter = unquoted(str_drop(within, i + 1)), longer;
        if (!is_short(shorter) || !rxc_longform_find(shorter, str_take(within, i), false, &longer)) return false;
        add(arena, text, out, shorter, longer);
        return true;
    }
    return false;
}

/* Does the bracket belong to what stands before it: "tRNA(Asp)", "Ca(2+)"? After a plain word a space may be lost. */
static bool is_glued(Str text, size_t from, size_t open)
{
    static const Str ends = STR_INIT("-)]");
    size_t small = 0;
    if (open == from || !(chr_alnum(text.p[open - 1]) || str_chr(ends, text.p[open - 1]) != STR_NONE)) return false;
    while (open - small > from && chr_lower(text.p[open - small - 1])) small++;
    return small < 4;
}

/* "the diaphragm (D)": one letter stands for the word before it; but "substance(s)" and "(a)" mean something else. */
static bool match_letter(Str letter, Str before, Str *longer)
{
    if (letter.n != 1 || !chr_alpha(letter.p[0]) || !chr_space(str_last(before))) return false;
    if (chr_lower(letter.p[0]) && letter.p[0] < 'j' && letter.p[0] != 'h') return false;
    Str word = rxc_longform_words(str_trim(before), 1);
    while (word.n && !chr_alnum(word.p[0])) word = str_drop(word, 1);
    for (size_t i = 0; i < word.n; i++)
        if (!chr_alpha(word.p[i])) return false;
    *longer = word;
    return word.n > 3 && chr_to_lower(word.p[0]) == chr_to_lower(letter.p[0]);
}

/* long (SHORT), also with another name: (SHORT or …) */
static bool forward(Arena *arena, Str text, Str before, Str within, rxc_abbreviations *out)
{
    static const Str marks[] = { STR_INIT(";"), STR_INIT(" or ") };
    Str shorter = unled(first_part(within)), longer;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        Str part = part_before(shorter, marks[i]);
        if (i && part.n == shorter.n) continue;
        bool found = is_short(part) ? rxc_longform_find(part, str_trim(before), false, &longer) : match_letter(part, before, &longer);
        if (!found) continue;
        add(arena, text, out, part, longer);
        return true;
    }
    return false;
}

static void look_at_bracket(Arena *arena, Str text, size_t from, size_t open, size_t close, rxc_abbreviations *out)
{
    if (is_glued(text, from, open)) return;
    Str before = str_sub(text, from, open), within = str_trim(str_sub(text, open + 1, close));
    if (before.n > RXC_LONGFORM_MAX) before = str_drop(before, before.n - RXC_LONGFORM_MAX);
    if (forward(arena, text, before, within, out)) return;
    if (reversed(arena, text, before, unled(unquoted(part_before(within, S(";")))), out)) return;
    if (!reversed(arena, text, before, unled(unquoted(first_part(within))), out)) inner(arena, text, within, out);
}

/* "Atopic dermatitis, or AD, is": the comma at i. */
static void look_at_comma(Arena *arena, Str text, size_t from, size_t i, size_t e, rxc_abbreviations *out)
{
    Str rest = str_sub(text, i + 1, e), longer;
    if (!str_starts(rest, S(" or "))) return;
    size_t n = 4;
    while (n < rest.n && (chr_alnum(rest.p[n]) || rest.p[n] == '-')) n++;
    Str shorter = str_sub(rest, 4, n);
    if (n >= rest.n || rest.p[n] != ',' || shorter.n < 2 || !chr_upper(shorter.p[1]) || !is_short(shorter)) return;
    if (rxc_longform_find(shorter, str_sub(text, from, i), false, &longer)) add(arena, text, out, shorter, longer);
}

void rxc_abbrev_find(Arena *arena, Str text, rxc_span sentence, rxc_abbreviations *out)
{
    for (size_t i = sentence.b; i < sentence.e && out->n < RXC_ABBREVIATIONS_MAX; i++) {
        char c = text.p[i];
        if (c == ',') look_at_comma(arena, text, sentence.b, i, sentence.e, out);
        if (c != '(' && c != '[') continue;
        size_t close = closing(text, i, sentence.e);
        if (close) look_at_bracket(arena, text, sentence.b, i, close, out);
    }
}
