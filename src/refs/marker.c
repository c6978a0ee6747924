/* marker.c: reads and finds the numbers of entries. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/marker.h"

#include "text/utf8.h"

static int digit_of(uint32_t point)
{
    if (point >= '0' && point <= '9') return (int)(point - '0');
    if (point == 0xB9) return 1;
    if (point == 0xB2 || point == 0xB3) return (int)(point - 0xB0);
    if (point == 0x2070 || (point >= 0x2074 && point <= 0x2079)) return (int)(point - 0x2070);
    return -1;
}

int rxc_marker_digits(Str text, size_t *at)
{
    int value = -1;
    while (*at < text.n) {
        size_t next = *at;
        int digit = digit_of(rxc_utf8_next(text, &next));
        if (digit < 0) break;
        value = value < 0 ? digit : value > RXC_MARKER_MAX ? value : value * 10 + digit;
        *at = next;
    }
    return value;
}

static size_t skip_spaces(Str s, size_t at)
{
    while (at < s.n) {
        size_t next = at;
        if (!rxc_utf8_is_space(rxc_utf8_next(s, &next))) break;
        at = next;
    }
    return at;
}

/* Can an entry begin here: a letter, a quote, a bracket? */
static bool starts_entry(Str s, size_t at)
{
    if (at >= s.n) return false;
    uint32_t point = rxc_utf8_next(s, &at);
    return rxc_utf8_is_letter(point) || point == '"' || point == '(' || point == '[' || point == '*' || point == '_' ||
           point >= 0x2018 || point == '\'';
}

static rxc_marker_form form_of(Str line, char open, size_t *at)
{
    char close = *at < line.n ? line.p[*at] : '\0';
    if (open == '[') return close == ']' ? ++*at, RXC_MARKER_SQUARE : RXC_MARKER_NONE;
    if (open == '(') return close == ')' ? ++*at, RXC_MARKER_ROUND : RXC_MARKER_NONE;
    if (close == '.') return ++*at, RXC_MARKER_STOP;
    if (close == ')') return ++*at, RXC_MARKER_CLOSE;
    if (close == ']') return ++*at, RXC_MARKER_SQUARE;
    return RXC_MARKER_BARE;
}

/* "[Wu22]", "[ATL12a]": a mark that is no number. */
static rxc_marker read_word(Str line)
{
    enum { WORD_MAX = 12 };
    size_t e = 1;
    bool digit = false;
    while (e < line.n && e <= WORD_MAX && (chr_alnum(line.p[e]) || line.p[e] == '+')) digit |= chr_digit(line.p[e++]);
    if (!digit || e < 3 || e >= line.n || line.p[e] != ']' || !chr_alpha(line.p[1])) return (rxc_marker){ 0 };
    return (rxc_marker){ RXC_MARKER_SQUARE, -1, str_sub(line, 1, e), skip_spaces(line, e + 1) };
}

rxc_marker rxc_marker_read(Str line)
{
    rxc_marker marker = { 0 };
    size_t at = skip_spaces(line, 0);
    char open = at < line.n && (line.p[at] == '[' || line.p[at] == '(') ? line.p[at] : '\0';
    if (open) at++;
    size_t b = at;
    marker.number = rxc_marker_digits(line, &at);
    if (marker.number < 0) return open == '[' && b == 1 ? read_word(line) : (rxc_marker){ 0 };
    if (marker.number == 0 || marker.number > RXC_MARKER_MAX) return (rxc_marker){ 0 };
    size_t digits = at;
    if (at < line.n && chr_lower(line.p[at]) && at + 1 < line.n && memchr(".)] ", line.p[at + 1], 4)) at++;
    marker.label = str_sub(line, b, at);
    marker.form = form_of(line, open, &at);
    bool year = digits - b == 4 && marker.number >= 1500 && marker.number < 2100;
    size_t text = skip_spaces(line, at);
    if (marker.form == RXC_MARKER_STOP && text == at && at < line.n && chr_digit(line.p[at])) return (rxc_marker){ 0 };
    if (marker.form == RXC_MARKER_BARE) {
        size_t next = text;
        if (!starts_entry(line, text) || at > digits || digits - b > 6) return (rxc_marker){ 0 };
        if (!rxc_utf8_is_upper(rxc_utf8_next(line, &next))) return (rxc_marker){ 0 };
    }
    if (year) return (rxc_marker){ 0 };
    marker.e = text;
    return marker;
}

/* One to four capitals that end with a stop or before a separator: "EL,", "J.", "J.-P."; the end, or at. */
static size_t initials_end(Str s, size_t at)
{
    size_t e = at;
    while (e < s.n && e - at < 4 && chr_upper(s.p[e])) e++;
    if (e == at || e >= s.n) return e > at ? e : at;
    return memchr(".,;: (", s.p[e], 6) ? e : at;
}

/* The end of a word that begins with a capital; particles too when asked for; or at. */
static size_t family_end(Str s, size_t at)
{
    size_t e = at, next = at;
    if (at >= s.n || !rxc_utf8_is_upper(rxc_utf8_next(s, &next))) return at;
    while (e < s.n && (chr_alpha(s.p[e]) || (unsigned char)s.p[e] >= 0x80 || s.p[e] == '-' || s.p[e] == '\'')) e++;
    return e - at > 1 ? e : at;
}

bool rxc_marker_is_name(Str line)
{
    enum { WORDS = 4 };
    Str s = str_take(line, 100);
    size_t at = skip_spaces(s, 0), first = initials_end(s, at);
    if (first > at && first < s.n && s.p[first] == '.') { /* "J. R. Smith" */
        while (first > at && first < s.n && s.p[first] == '.')
            at = skip_spaces(s, first + 1), first = initials_end(s, at);
        size_t e = family_end(s, at);
        return e > at && e < s.n && memchr(",; .:(", s.p[e], 6);
    }
    for (int i = 0; i < WORDS; i++) {
        size_t e = family_end(s, at);
        if (e == at) {
            while (e < s.n && e - at < 5 && chr_lower(s.p[e])) e++;
            if (e == at || i == WORDS - 1) return false;
        } else {
            size_t given = skip_spaces(s, e + (e < s.n && s.p[e] == ','));
            if (initials_end(s, given) > given) return true;
        }
        if (e >= s.n || s.p[e] != ' ') return false;
        at = skip_spaces(s, e);
    }
    return false;
}

/* A number within an entry is rarely followed by a capital and preceded by the end of a sentence. */
static bool is_border(Str text, size_t at)
{
    if (at == 0 || !chr_space(text.p[at - 1])) return false;
    while (at > 0 && chr_space(text.p[at - 1])) at--;
    return at == 0 || memchr(".])0123456789", text.p[at - 1], 13) || (unsigned char)text.p[at - 1] >= 0x80;
}

size_t rxc_marker_find(Str text, size_t from, rxc_marker_form form, int number)
{
    for (size_t at = from; at < text.n; at++) {
        bool open = form == RXC_MARKER_SQUARE || form == RXC_MARKER_ROUND;
        if (open ? text.p[at] != (form == RXC_MARKER_SQUARE ? '[' : '(') : !chr_digit(text.p[at])) continue;
        if (at == 0 || !chr_space(text.p[at - 1])) continue;
        rxc_marker marker = rxc_marker_read(str_sub(text, at, at + 16));
        if (marker.form != form || marker.number != number || marker.e >= 16) continue;
        if (!starts_entry(text, at + marker.e)) continue;
        if (is_border(text, at) || rxc_marker_is_name(str_drop(text, at + marker.e))) return at;
    }
    return STR_NONE;
}
