/* medcite.c: how MEDLINE names another article. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/medcite.h"

#include "read/person.h"
#include "read/stated.h"

bool rxc_medcite_notice(Str type, rxc_notice *out)
{
    static const struct {
        const char *tag;
        rxc_notice_kind kind;
        bool by_this;
    } types[] = {
        { "RIN", RXC_NOTICE_RETRACTION, false },  { "ROF", RXC_NOTICE_RETRACTION, true },
        { "EIN", RXC_NOTICE_CORRECTION, false },  { "EFR", RXC_NOTICE_CORRECTION, true },
        { "CRI", RXC_NOTICE_CORRECTION, false },  { "CRF", RXC_NOTICE_CORRECTION, true },
        { "ECI", RXC_NOTICE_CONCERN, false },     { "ECF", RXC_NOTICE_CONCERN, true },
        { "RRI", RXC_NOTICE_RETRACTION, false },  { "RRF", RXC_NOTICE_RETRACTION, true },
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (!str_eq(type, str_from(types[i].tag))) continue;
        *out = (rxc_notice){ .kind = types[i].kind, .by_this = types[i].by_this };
        return true;
    }
    return false;
}

/* The ". 2020" between journal and year: where the year begins; STR_NONE without one. */
static size_t year_at(Str s)
{
    for (size_t i = 2; i + 4 <= s.n; i++) {
        bool digits = chr_digit(s.p[i]) && chr_digit(s.p[i + 1]) && chr_digit(s.p[i + 2]) && chr_digit(s.p[i + 3]);
        bool alone = i + 4 == s.n || !chr_alnum(s.p[i + 4]);
        if (digits && alone && s.p[i - 1] == ' ' && (s.p[i] == '1' || s.p[i] == '2')) return i;
    }
    return STR_NONE;
}

/* "Wu L, Ali K" */
static void read_authors(Arena *arena, Str list, rxc_work *work)
{
    Str one;
    while (str_cut(&list, ',', &one)) rxc_person_add(arena, &work->authors, &work->et_al, one);
}

/* "47(3):711-21" */
static void read_numbers(Arena *arena, Str s, rxc_work *work)
{
    size_t colon = str_chr(s, ':'), open = str_chr(str_take(s, colon), '('), close = str_chr(str_take(s, colon), ')');
    bool issue = open != STR_NONE && close != STR_NONE && open < close;
    work->volume = str_trim(str_take(s, issue ? open : colon));
    if (issue) work->issue = str_trim(str_sub(s, open + 1, close));
    if (colon != STR_NONE) rxc_stated_pages(arena, work, str_drop(s, colon + 1));
}

rxc_work rxc_medcite_read(Arena *arena, Str text)
{
    rxc_work work = { .type = RXC_WORK_ARTICLE, .doi = rxc_stated_doi(text), .pmid = rxc_stated_pmid(text, false) };
    size_t year = year_at(text);
    if (year == STR_NONE) return work;
    Str before = str_trim(str_take(text, year)), rest = str_drop(text, year);
    if (str_last(before) == '.') before.n--;
    size_t stop = str_find(before, S(". "));
    work.container = stop == STR_NONE ? before : str_trim(str_drop(before, stop + 2));
    if (stop != STR_NONE) read_authors(arena, str_take(before, stop), &work);
    size_t semicolon = str_chr(rest, ';'), end = str_find(rest, S(". "));
    if (end == STR_NONE) end = rest.n - (str_last(rest) == '.');
    work.issued = rxc_stated_date(arena, str_take(rest, semicolon < end ? semicolon : end));
    if (semicolon < end) read_numbers(arena, str_sub(rest, semicolon + 1, end), &work);
    return work;
}
