/* date.c: reads printed dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/date.h"

enum { YEAR_FIRST = 1800, YEAR_LAST = 2099 };

/* What a date is made of: numbers and months. */
typedef struct part {
    int number;    /* value, or the month's */
    size_t digits; /* 0: a month's name */
} part;

static int month_of(Str word)
{
    static const char *const names[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec" };
    static const char *const full[] = { "january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december" };
    for (int i = 0; i < 12; i++)
        if (str_eq_nocase(word, str_from(names[i])) || str_eq_nocase(word, str_from(full[i]))) return i + 1;
    return str_eq_nocase(word, S("sept")) ? 9 : 0;
}

/* The next number or month; false at anything else. */
static bool next_part(Str s, size_t *at, part *out)
{
    size_t b = *at, e;
    while (b < s.n && (s.p[b] == ' ' || s.p[b] == ',' || s.p[b] == '.' || s.p[b] == '-' || s.p[b] == '/')) b++;
    for (e = b; e < s.n && chr_digit(s.p[e]);) e++;
    if (e > b) {
        size_t value = 0;
        if (e - b > 4 || !str_to_size(str_sub(s, b, e), &value)) return false;
        *out = (part){ (int)value, e - b };
        if (e - b <= 2 && e + 1 < s.n &&
            (str_starts(str_drop(s, e), S("th")) || str_starts(str_drop(s, e), S("st")) ||
             str_starts(str_drop(s, e), S("nd")) || str_starts(str_drop(s, e), S("rd"))))
            e += 2;
        *at = e;
        return true;
    }
    while (e < s.n && chr_alpha(s.p[e])) e++;
    *out = (part){ month_of(str_sub(s, b, e)), 0 };
    if (out->number == 0) return false;
    *at = e;
    return true;
}

static bool is_year(part p) { return p.digits == 4 && p.number >= YEAR_FIRST && p.number <= YEAR_LAST; }
static bool is_day(part p) { return p.digits >= 1 && p.digits <= 2 && p.number >= 1 && p.number <= 31; }
static bool is_month(part p) { return p.digits == 0 || (p.digits <= 2 && p.number >= 1 && p.number <= 12); }
static bool is_name(part p) { return p.digits == 0; }

rxc_date rxc_date_parse(Str s, size_t *used)
{
    part p[3] = { { -1, 9 }, { -1, 9 }, { -1, 9 } };
    size_t ends[3] = { 0 }, at = 0, n = 0;
    while (n < 3 && next_part(s, &at, &p[n])) ends[n++] = at;
    *used = 0;
    if (is_year(p[0]) && n == 3 && is_month(p[1]) && is_day(p[2]))
        return *used = ends[2], (rxc_date){ p[0].number, p[1].number, p[2].number };
    if (is_year(p[0]) && n >= 2 && is_month(p[1]) && (is_name(p[1]) || p[1].digits == 2))
        return *used = ends[1], (rxc_date){ p[0].number, p[1].number, 0 };
    if (is_year(p[0])) return *used = ends[0], (rxc_date){ p[0].number, 0, 0 };
    if (n == 3 && is_day(p[0]) && is_name(p[1]) && is_year(p[2]))
        return *used = ends[2], (rxc_date){ p[2].number, p[1].number, p[0].number };
    if (n == 3 && is_name(p[0]) && is_day(p[1]) && is_year(p[2]))
        return *used = ends[2], (rxc_date){ p[2].number, p[0].number, p[1].number };
    if (n >= 2 && is_name(p[0]) && is_year(p[1])) return *used = ends[1], (rxc_date){ p[1].number, p[0].number, 0 };
    return (rxc_date){ 0 };
}
