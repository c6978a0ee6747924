/* wosref.c: cited references as Web of Science writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/wosref.h"

#include "read/person.h"
#include "read/stated.h"

enum { PARTS = 64, LONGEST = 4000 }; /* parts between commas; bytes */

/* Cut at ", " outside of square brackets; nothing is left of empty parts. What is beyond PARTS stays in the last. */
static size_t cut_parts(Str s, Str parts[PARTS])
{
    size_t n = 0, from = 0, depth = 0;
    bool brackets = str_chr(s, ']') != STR_NONE;
    for (size_t i = 0; i < s.n; i++) {
        if (brackets && s.p[i] == '[') depth++;
        else if (s.p[i] == ']' && depth) depth--;
        bool cut = s.p[i] == ',' && !depth && i + 1 < s.n && s.p[i + 1] == ' ' && n + 1 < PARTS;
        if (!cut) continue;
        parts[n] = str_trim(str_sub(s, from, i));
        n += parts[n].n > 0;
        from = i + 1;
    }
    parts[n] = str_trim(str_drop(s, from));
    return n + (parts[n].n > 0);
}

/* "2010", "2010a" */
static bool is_year(Str s)
{
    if (s.n == 5 && chr_lower(s.p[4])) s.n--;
    if (s.n != 4 || !(s.p[0] == '1' || s.p[0] == '2')) return false;
    return chr_digit(s.p[1]) && chr_digit(s.p[2]) && chr_digit(s.p[3]) && (s.p[0] == '1' ? s.p[1] >= '4' : s.p[1] == '0');
}

/* 'V' or 'P' and a number, which letters may surround: "V38", "V4th", "V5 S1", "PE128", "pe12" */
static bool is_numbered(Str s, char letter)
{
    bool digit = false;
    if (s.n < 2 || chr_to_upper(s.p[0]) != letter || s.n > 16) return false;
    for (size_t i = 1; i < s.n; i++) {
        digit |= chr_digit(s.p[i]);
        if (s.p[i] == ' ' && !(letter == 'V' && chr_digit(s.p[1]))) return false;
    }
    return digit;
}

/* Of "[one, other]", a name in two scripts, the one in Latin letters. */
static Str latin_of(Str s)
{
    if (s.n < 2 || s.p[0] != '[' || str_last(s) != ']') return s;
    Str inner = str_sub(s, 1, s.n - 1), best = inner, part;
    for (size_t least = SIZE_MAX; inner.n;) {
        size_t cut = str_find(inner, S(", ")), other = 0;
        part = str_trim(str_take(inner, cut));
        inner = cut == STR_NONE ? (Str){ 0 } : str_drop(inner, cut + 2);
        for (size_t i = 0; i < part.n; i++) other += (unsigned char)part.p[i] >= 0xE0; /* beyond Latin, Greek, Cyrillic */
        if (part.n && other < least) best = part, least = other;
    }
    return best;
}

/* The first DOI in "[10.1/a, DOI 10.1/A]", "DOI 10.1/a". */
static Str doi_of(Str s)
{
    Str part;
    if (!s.n || s.p[0] != '[') return rxc_stated_doi(s);
    for (s = str_sub(s, 1, s.n - (str_last(s) == ']')); str_cut(&s, ',', &part);) {
        Str doi = rxc_stated_doi(part);
        if (doi.n) return doi;
    }
    return (Str){ 0 };
}

/* --- names ---------------------------------------------------------------------------------------------------------- */

static bool is_initials(Str word)
{
    size_t letters = 0;
    for (size_t i = 0; i < word.n; i++) {
        if (chr_upper(word.p[i])) letters++;
        else if (word.p[i] != '.' && word.p[i] != '-') return false;
    }
    return letters >= 1 && letters <= 4;
}

/* Of a body, "EUR MED AG", all is in capitals. */
static bool is_words(Str given)
{
    size_t space = str_chr(given, ' ');
    return space != STR_NONE && space > 2 && str_chr(given, '.') == STR_NONE && given.n - space > 2;
}

/* "Anselin L", "Gomez Benito J", "van Raan A.F. J.", "Hausman Daniel": the family stands first. */
static rxc_name name_of(Arena *arena, Str s)
{
    size_t words = 1, cut = STR_NONE;
    if (str_chr(s, ',') != STR_NONE) return rxc_person_read(arena, s);
    if (s.p[0] == '*') return (rxc_name){ .literal = str_trim(str_drop(s, 1)) };
    for (size_t i = 1; i < s.n; i++) {
        if (s.p[i] != ' ') continue;
        Str word = str_drop(s, i + 1);
        words++;
        if (cut == STR_NONE && is_initials(str_take(word, str_chr(word, ' ')))) cut = i;
    }
    if (cut == STR_NONE && words == 2 && !rxc_person_is_body(s)) cut = str_chr(s, ' ');
    Str given = cut == STR_NONE ? (Str){ 0 } : str_trim(str_drop(s, cut + 1));
    if (!given.n || rxc_person_is_body(s) || is_words(given)) return (rxc_name){ .literal = s };
    while (str_starts(given, S("\xC2\xA0"))) given = str_drop(given, 2);
    return (rxc_name){ .family = str_take(s, cut), .given = given };
}

static void take_name(Arena *arena, rxc_work *work, Str s)
{
    s = latin_of(s);
    if (!s.n || rxc_person_is_nobody(s)) return;
    *vec_push(arena, &work->authors) = name_of(arena, s);
}

/* --- parts ---------------------------------------------------------------------------------------------------------- */

/* Take the part behind the source; false when it is none of those. */
static bool take_tail(Arena *arena, rxc_work *work, Str s)
{
    static const char *const articles[] = { "ARTN ", "UNSP ", "ART. NO. " };
    if (is_numbered(s, 'P')) rxc_stated_pages(arena, work, str_drop(s, 1));
    else if (is_numbered(s, 'V')) work->volume = str_drop(s, 1);
    else if (str_starts(s, S("PMID ")) && rxc_stated_pmid(s, false).n) work->pmid = rxc_stated_pmid(s, false);
    else {
        for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
            if (!str_starts(s, str_from(articles[i]))) continue;
            if (!work->page.n) rxc_stated_pages(arena, work, str_drop(s, strlen(articles[i])));
            return true;
        }
        return false;
    }
    return true;
}

/* Where the year stands among the first parts; n without one. */
static size_t find_year(const Str parts[PARTS], size_t n)
{
    for (size_t i = 0; i < n && i < 4; i++)
        if (is_year(parts[i])) return i;
    return n;
}

static bool is_repository(Str source)
{
    static const char *const names[] = { "arxiv", "zenodo", "biorxiv", "medrxiv", "ssrn", "preprint", "figshare", "dryad" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(source, str_from(names[i]))) return true;
    return false;
}

/* Parts [b, e) as they stand. */
static Str span_of(const Str parts[PARTS], size_t b, size_t e)
{
    if (b >= e) return (Str){ 0 };
    return (Str){ parts[b].p, (size_t)(parts[e - 1].p - parts[b].p) + parts[e - 1].n };
}

/* --- sources -------------------------------------------------------------------------------------------------------- */

/* Words that only journals have in their names, and journals that have one word for a name. */
static bool is_journal(Str source)
{
    static const char *const words[] = { "j", "ann", "acta", "arch" };
    static const char *const names[] = { "lancet", "nature", "science", "cell",  "blood", "jama",     "bmj",     "chest",         "gut",    "brain",      "circulation",
                                         "allergy", "cancer", "thorax", "spine", "stroke", "diabetes", "neurology", "pediatrics", "cureus", "gastroenterology", "hepatology",
                                         "plos one" };
    Str word;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(source, str_from(names[i]))) return true;
    while (str_cut(&source, ' ', &word))
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (str_eq_nocase(word, str_from(words[i]))) return true;
    return false;
}

/* "LANCET IN PRESS" -> "LANCET", and the status. */
static Str without_press(rxc_work *work, Str source)
{
    const Str press = S("in press");
    bool begins = str_starts_nocase(source, press), ends = str_ends(source, S("IN PRESS")) || str_ends(source, S("in press"));
    if (!begins && !ends) return source;
    work->status = press;
    return str_trim(begins ? str_drop(source, press.n) : str_take(source, source.n - press.n));
}

/* "ARXIV171005941" */
static bool take_arxiv(Arena *arena, rxc_work *work, Str source)
{
    Str number = str_starts_nocase(source, S("arxiv")) ? str_drop(source, 5) : (Str){ 0 };
    size_t all;
    if ((number.n != 8 && number.n != 9) || !str_to_size(number, &all)) return false;
    work->arxiv = arena_printf(arena, "%.*s.%.*s", STR_ARG(str_take(number, 4)), STR_ARG(str_drop(number, 4)));
    work->container = S("arXiv");
    work->type = RXC_WORK_PREPRINT;
    return true;
}

/* The source holds the work, or is the work itself: a book, a report. */
static void take_source(Arena *arena, rxc_work *work, Str source)
{
    source = without_press(work, latin_of(source));
    if (take_arxiv(arena, work, source)) return;
    bool book = str_find(work->doi, S("/978")) != STR_NONE, data = str_starts(work->doi, S("10.5281/")); /* Zenodo */
    bool article = work->doi.n && !book && !data;
    bool within = work->volume.n || work->page.n || work->status.n || article || is_journal(source) || is_repository(source);
    *(within ? &work->container : &work->title) = source;
    if (work->volume.n) work->type = RXC_WORK_ARTICLE;
}

/* --- the whole ------------------------------------------------------------------------------------------------------ */

/* Cut the DOI off the end, and take what stands behind it. */
static Str take_doi(Arena *arena, rxc_work *work, Str s)
{
    size_t at = str_find(s, S(", DOI "));
    if (at == STR_NONE) return s;
    Str value = str_trim(str_drop(s, at + 6)), part;
    size_t close = value.n && value.p[0] == '[' ? str_chr(value, ']') : str_find(value, S(", "));
    work->doi = doi_of(str_take(value, close == STR_NONE ? value.n : close + 1));
    for (Str rest = close == STR_NONE ? (Str){ 0 } : str_drop(value, close + 1); str_cut(&rest, ',', &part);) take_tail(arena, work, str_trim(part));
    return str_take(s, at);
}

rxc_work rxc_wosref_read(Arena *arena, Str line)
{
    Str parts[PARTS], s = str_trim(str_take(line, LONGEST));
    rxc_work work = { 0 };
    size_t value = 0;
    s = take_doi(arena, &work, s);
    if (!s.n) return work;
    size_t n = cut_parts(s, parts), year = find_year(parts, n), names = year < n ? year : n > 1;
    if (!n) return work;
    size_t from = year < n ? year + 1 : names;
    if (year < n && str_to_size(str_take(parts[year], 4), &value)) work.issued.year = (int)value;
    while (n > from && take_tail(arena, &work, parts[n - 1])) n--;
    take_name(arena, &work, span_of(parts, 0, names));
    take_source(arena, &work, span_of(parts, from, n));
    return work;
}
