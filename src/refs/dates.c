/* dates.c: printed dates to year, month, day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/dates.h"

enum { FIRST_YEAR = 1400, LAST_YEAR = 2099, NUMBERS = 4 };

int rxc_dates_month(Str word)
{
    static const struct {
        Str head;
        int month;
    } months[] = {
        { STR_INIT("jan"), 1 },  { STR_INIT("feb"), 2 },  { STR_INIT("fév"), 2 },  { STR_INIT("mar"), 3 },
        { STR_INIT("mär"), 3 },  { STR_INIT("apr"), 4 },  { STR_INIT("avr"), 4 },  { STR_INIT("abr"), 4 },
        { STR_INIT("may"), 5 },  { STR_INIT("mai"), 5 },  { STR_INIT("jun"), 6 },  { STR_INIT("juin"), 6 },
        { STR_INIT("jul"), 7 },  { STR_INIT("juil"), 7 }, { STR_INIT("aug"), 8 },  { STR_INIT("août"), 8 },
        { STR_INIT("ago"), 8 },  { STR_INIT("sep"), 9 },  { STR_INIT("set"), 9 },  { STR_INIT("oct"), 10 },
        { STR_INIT("okt"), 10 }, { STR_INIT("out"), 10 }, { STR_INIT("ott"), 10 }, { STR_INIT("nov"), 11 },
        { STR_INIT("dec"), 12 }, { STR_INIT("dez"), 12 }, { STR_INIT("déc"), 12 }, { STR_INIT("dic"), 12 },
        { STR_INIT("ene"), 1 },  { STR_INIT("gen"), 1 },
    };
    if (word.n < 3 || word.n > 11) return 0;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (str_starts_nocase(word, months[i].head)) return months[i].month;
    return 0;
}

static bool is_word_byte(char c) { return chr_alpha(c) || (unsigned char)c >= 0xC3; }

typedef struct numbers {
    int v[NUMBERS];     /* other than the year, in order */
    size_t n, before;   /* before: how many stand before the year */
    int year, month;
} numbers;

static void take_number(numbers *out, Str digits)
{
    size_t value;
    if (!str_to_size(digits, &value) || value > 9999) return;
    if (digits.n == 4 && value >= FIRST_YEAR && value <= LAST_YEAR && !out->year) {
        out->year = (int)value;
        out->before = out->n;
    } else if (digits.n <= 2 && value >= 1 && value <= 31 && out->n < NUMBERS) {
        out->v[out->n++] = (int)value;
    }
}

static numbers collect(Str text)
{
    numbers out = { 0 };
    for (size_t at = 0; at < text.n;) {
        size_t b = at;
        if (chr_digit(text.p[at])) {
            while (at < text.n && chr_digit(text.p[at])) at++;
            take_number(&out, str_sub(text, b, at));
        } else if (is_word_byte(text.p[at])) {
            while (at < text.n && ((unsigned char)text.p[at] >= 0x80 || chr_alpha(text.p[at]))) at++;
            int month = rxc_dates_month(str_sub(text, b, at));
            if (month && !out.month) out.month = month;
        } else {
            at++;
        }
    }
    return out;
}

rxc_date rxc_dates_read(Str text)
{
    numbers n = collect(text);
    rxc_date date = { .year = n.year, .month = n.month };
    if (!date.year) return (rxc_date){ 0 };
    if (date.month) {
        if (n.n) date.day = n.v[0];
    } else if (n.n >= 2) { /* "2019-08-02"; "12/03/2019" is day and month, unless it cannot be */
        bool day_first = n.before >= 2;
        date.month = n.v[day_first], date.day = n.v[!day_first];
        if (date.month > 12 && date.day <= 12) {
            int swap = date.month;
            date.month = date.day, date.day = swap;
        }
    } else if (n.n == 1 && n.v[0] <= 12) {
        date.month = n.v[0];
    }
    if (date.month > 12) date.month = date.day = 0;
    return date;
}
