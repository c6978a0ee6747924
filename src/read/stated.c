/* stated.c: values of single fields of a database's entry, in whatever form it writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/stated.h"

#include "read/date.h"
#include "text/ids.h"

enum { LONGEST = 4000 }; /* bytes of a value that are looked at */

static size_t digits_at(Str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.n && chr_digit(s.p[at + n])) n++;
    return n;
}

/* --- pages ---------------------------------------------------------------------------------------------------------- */

/* Dashes of all kinds become hyphens, white space goes. */
static Str plain_pages(Arena *arena, Str s)
{
    char *out = arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool dash = i + 2 < s.n && s.p[i] == '\xE2' && s.p[i + 1] == '\x80' && (unsigned char)s.p[i + 2] >= 0x90 && (unsigned char)s.p[i + 2] <= 0x95;
        if (dash) out[n++] = '-', i += 2;
        else if (!chr_space(s.p[i]) && !(s.p[i] == '-' && n && out[n - 1] == '-')) out[n++] = s.p[i];
    }
    return (Str){ out, n };
}

void rxc_stated_pages(Arena *arena, rxc_work *work, Str printed)
{
    static const char *const labels[] = { "pages ", "page ", "pp.", "pp ", "p." };
    Str s = str_trim(str_take(printed, LONGEST));
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_starts_nocase(s, str_from(labels[i]))) s = str_trim(str_drop(s, strlen(labels[i])));
    size_t stop = 0;
    while (stop < s.n && s.p[stop] != ';' && s.p[stop] != ',') stop++;
    s = plain_pages(arena, str_take(s, stop));
    size_t hyphen = str_chr(s, '-');
    if (!s.n || hyphen == 0) return;
    Str first = str_take(s, hyphen), last = hyphen == STR_NONE ? (Str){ 0 } : str_drop(s, hyphen + 1);
    size_t digits = digits_at(last, 0);
    bool numbers = digits && digits == last.n && digits_at(first, 0) == first.n;
    work->page_first = first;
    work->page = s;
    if (numbers && last.n < first.n)
        work->page = arena_printf(arena, "%.*s-%.*s%.*s", STR_ARG(first), STR_ARG(str_take(first, first.n - last.n)), STR_ARG(last));
    else if (!last.n || str_eq(first, last)) work->page = first;
}

/* --- dates ---------------------------------------------------------------------------------------------------------- */

/* "20191106" */
static rxc_date compact_date(Str s)
{
    size_t year = 0, month = 0, day = 0;
    if (s.n != 8 || digits_at(s, 0) != 8) return (rxc_date){ 0 };
    str_to_size(str_take(s, 4), &year), str_to_size(str_sub(s, 4, 6), &month), str_to_size(str_drop(s, 6), &day);
    if (year < 1800 || year > 2099 || month > 12 || day > 31) return (rxc_date){ 0 };
    return (rxc_date){ (int)year, (int)month, month ? (int)day : 0 };
}

rxc_date rxc_stated_date(Arena *arena, Str printed)
{
    Str s = str_trim(str_take(printed, 80));
    rxc_date date = compact_date(s);
    size_t used;
    if (date.year) return date;
    char *copy = arena_cstr(arena, s);
    for (char *c = copy; *c; c++)
        if (*c == '/') *c = '-';
    s = str_take((Str){ copy, s.n }, strlen(copy));
    while (str_last(s) == '-') s.n--;
    date = rxc_date_parse(s, &used);
    for (size_t i = 1; !date.year && i + 4 <= s.n; i++) { /* "24-27 Sept. 2019": the day is not one */
        if (!chr_alnum(s.p[i - 1]) && chr_alnum(s.p[i])) date = rxc_date_parse(str_drop(s, i), &used);
        date.day = 0;
    }
    return date;
}

/* --- identifiers ---------------------------------------------------------------------------------------------------- */

Str rxc_stated_doi(Str printed)
{
    rxc_id id;
    size_t at = 0;
    Str s = str_take(printed, LONGEST);
    if (str_find(s, S("10.")) == STR_NONE) return (Str){ 0 };
    while (rxc_ids_next(s, &at, &id))
        if (id.kind == RXC_ID_DOI) return str_sub(s, id.value_b, id.value_e);
    return (Str){ 0 };
}

Str rxc_stated_pmid(Str printed, bool bare)
{
    static const char *const heads[] = { "pmid", "pubmed/", "pubmed.ncbi.nlm.nih.gov/", "pubmed", "medline" };
    Str s = str_trim(str_take(printed, LONGEST));
    size_t n = digits_at(s, 0);
    if (bare && n && n <= 8 && n == s.n) return s;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t at = str_find_nocase(s, str_from(heads[i]));
        if (at == STR_NONE || (at && chr_alnum(s.p[at - 1]))) continue;
        at += strlen(heads[i]);
        while (at < s.n && (s.p[at] == ' ' || s.p[at] == ':' || s.p[at] == '-')) at++;
        n = digits_at(s, at);
        if (n && n <= 8) return str_sub(s, at, at + n);
    }
    return (Str){ 0 };
}

/* Does the last of the eight fit those before? */
static bool is_issn(const char *number)
{
    int sum = 0;
    for (int i = 0; i < 7; i++) sum += (8 - i) * (number[i] - '0');
    int check = (11 - sum % 11) % 11;
    return number[7] == (check == 10 ? 'X' : '0' + check);
}

/* "8164622", which a spreadsheet took for a number, loses its zeros. */
static size_t mend_issn(char number[13], size_t n)
{
    char padded[8] = "00000000";
    if (n < 5 || n > 7 || number[n - 1] == 'X') return n;
    memcpy(padded + 8 - n, number, n);
    if (!is_issn(padded)) return n;
    memcpy(number, padded, 8);
    return 8;
}

void rxc_stated_serial(Arena *arena, rxc_work *work, Str printed)
{
    char number[13];
    size_t n = 0;
    Str s = str_trim(str_take(printed, LONGEST));
    for (size_t i = 0; i < s.n && n < sizeof number; i++) {
        bool check = (s.p[i] == 'X' || s.p[i] == 'x') && (n == 7 || n == 9);
        if (chr_digit(s.p[i]) || check) number[n++] = chr_to_upper(s.p[i]);
        else if (s.p[i] != '-' && !(s.p[i] == ' ' && n >= 9)) {
            if (n) break;
        }
    }
    n = mend_issn(number, n);
    if (n == 8 && !work->issn.n) work->issn = arena_printf(arena, "%.4s-%.4s", number, number + 4);
    else if ((n == 10 || n == 13) && !work->isbn.n) work->isbn = arena_str(arena, (Str){ number, n });
}

Str rxc_stated_title(Str printed)
{
    Str s = str_trim(printed);
    bool stop = s.n > 1 && str_last(s) == '.' && s.p[s.n - 2] != '.';
    if (stop) s.n--;
    bool bracketed = s.n > 2 && s.p[0] == '[' && str_last(s) == ']' && str_chr(str_sub(s, 1, s.n - 1), '[') == STR_NONE;
    return bracketed ? str_trim(str_sub(s, 1, s.n - 1)) : s;
}
