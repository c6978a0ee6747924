/* scopusref.c: lists of references as Scopus writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/scopusref.h"

#include "read/person.h"
#include "read/stated.h"

enum {
    NAME_MAX = 80,     /* bytes of an author */
    LONGEST = 8000,    /* bytes of a reference that are looked at */
    WORDS_MAX = 4,     /* of a family name: "van der Berg Jensen" */
    NUMBER_MAX = 14,   /* bytes of a volume or issue */
    YEAR_WIDTH = 6,    /* "(2017)" */
    SOURCE_MAX = 200,  /* bytes of the name of a journal that no number follows */
};

static Str before(Str s, const char *what)
{
    size_t at = str_find(s, str_from(what));
    return at == STR_NONE ? s : str_take(s, at);
}

/* "(2017)" at the beginning; 0 when it is none. */
static int year_at(Str s)
{
    size_t year = 0;
    if (s.n < YEAR_WIDTH || s.p[0] != '(' || s.p[YEAR_WIDTH - 1] != ')' || !str_to_size(str_sub(s, 1, YEAR_WIDTH - 1), &year)) return 0;
    return year >= 1500 && year <= 2099 ? (int)year : 0;
}

static int year_at_end(Str s)
{
    if (str_last(s) == '.') s.n--;
    return s.n >= YEAR_WIDTH ? year_at(str_drop(s, s.n - YEAR_WIDTH)) : 0;
}

/* --- authors -------------------------------------------------------------------------------------------------------- */

/* "M.", "J.-P.", "GA", "A. K.", "Yu.", "Chr."; of several words each has its stop, and none is long: "Berg J.A." is none. */
static bool is_initials(Str s)
{
    size_t space = str_chr(s, ' ');
    if (space != STR_NONE && space && s.p[space - 1] != '.') return false;
    size_t capitals = 0, small = 0;
    for (size_t at = 0; at < s.n; at++) {
        unsigned char c = (unsigned char)s.p[at];
        if (chr_upper(s.p[at]) || c >= 0xC0) capitals++;
        else if (chr_lower(s.p[at])) small++;
        else if (c < 0x80 && c != '.' && c != '-' && c != ' ') return false;
    }
    return capitals >= 1 && capitals <= 6 && (small == 0 || (small <= capitals && str_last(s) == '.'));
}

/* Where the initials of "van Eck N.J." begin; 0 when it is no such name. */
static size_t initials_at(Str s)
{
    size_t words = 0;
    if (s.n > NAME_MAX || s.n < 3 || chr_digit(s.p[0])) return 0;
    for (size_t i = 1; i + 1 < s.n && words < WORDS_MAX; i++) {
        if (chr_digit(s.p[i]) || s.p[i] == '(' || s.p[i] == ':') return 0;
        if (s.p[i] != ' ') continue;
        if (is_initials(str_drop(s, i + 1))) return i + 1;
        words++;
    }
    return 0;
}

static bool is_name(Str s) { return initials_at(s) || (s.n <= NAME_MAX && str_find(s, S(", ")) == STR_NONE && rxc_person_is_body(s)); }

/* "Aria" and "M." of "Aria, M., Cuccurullo, C." */
static bool is_pair(Str family, Str given)
{
    size_t spaces = 0;
    for (size_t i = 0; i < family.n && i <= NAME_MAX; i++) spaces += family.p[i] == ' ';
    return family.n && family.n <= NAME_MAX && spaces < WORDS_MAX && str_chr(given, '.') != STR_NONE && is_initials(given);
}

/* Does it begin with an author: "Aria M., …" or "Aria, M., …"? */
static bool begins_with_author(Str s)
{
    s = str_take(s, 2 * NAME_MAX);
    Str first = before(s, ", "), rest = str_drop(s, first.n + 2);
    return initials_at(first) || is_pair(first, before(rest, ","));
}

static bool is_suffix(Str s)
{
    static const char *const suffixes[] = { "Jr.", "Jr", "Sr.", "II", "III", "IV" };
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (str_eq(s, str_from(suffixes[i]))) return true;
    return false;
}

static void add_name(Arena *arena, rxc_work *work, Str s)
{
    size_t at = initials_at(s);
    if (str_starts_nocase(s, S("et al"))) work->et_al = true;
    else if (at) *vec_push(arena, &work->authors) = (rxc_name){ .family = str_trim(str_take(s, at - 1)), .given = str_drop(s, at) };
    else rxc_person_add(arena, &work->authors, &work->et_al, s);
}

/* Cut the authors off the beginning: up to the last "; ", then "Name I., " or "Name, I., " as long as they come. */
static Str take_authors(Arena *arena, rxc_work *work, Str s)
{
    for (size_t at; (at = str_find(s, S("; "))) != STR_NONE && is_name(str_take(s, at));) {
        add_name(arena, work, str_take(s, at));
        s = str_trim(str_drop(s, at + 2));
    }
    for (;;) {
        Str first = before(s, ", "), rest = str_drop(s, first.n + 2), second = before(rest, ", ");
        if (rest.n == 0) return s;
        if (is_suffix(first) && work->authors.n) {
            work->authors.v[work->authors.n - 1].suffix = first;
            s = rest;
        } else if (initials_at(first) || str_starts_nocase(first, S("et al")) || (!work->authors.n && is_name(first))) {
            add_name(arena, work, first);
            s = rest;
        } else if (second.n < rest.n && is_pair(first, second)) {
            *vec_push(arena, &work->authors) = (rxc_name){ .family = first, .given = second };
            s = str_drop(rest, second.n + 2);
        } else {
            return s;
        }
    }
}

/* --- one reference -------------------------------------------------------------------------------------------------- */

/* "375", "S1", "1 PART 2", "SUPPL. 1" */
static bool is_number(Str s)
{
    bool digit = false;
    if (!s.n || s.n > NUMBER_MAX) return false;
    if (str_starts_nocase(s, S("suppl"))) return true;
    for (size_t i = 0; i < s.n; i++) digit |= chr_digit(s.p[i]);
    return digit && (chr_digit(s.p[0]) || chr_upper(s.p[0])) && str_chr(s, '.') == STR_NONE;
}

/* "e1234" */
static bool is_electronic(Str s)
{
    size_t n;
    return s.n > 1 && s.p[0] == 'e' && str_to_size(str_drop(s, 1), &n);
}

/* "pp. 1-2", "art. no. 7", "e1234" */
static bool take_pages(Arena *arena, rxc_work *work, Str s)
{
    static const char *const heads[] = { "pp. ", "p. ", "art. no. ", "art. " };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (!str_starts_nocase(s, str_from(heads[i]))) continue;
        Str value = str_trim(str_drop(s, strlen(heads[i])));
        if (str_last(value) == '.') value.n--;
        if (!work->page.n) rxc_stated_pages(arena, work, value);
        return true;
    }
    if (is_electronic(s) && !work->page.n) return work->page = work->page_first = s, true;
    return false;
}

/* Behind the last ", " that stands in no brackets. */
static Str last_part(Str s)
{
    size_t depth = 0;
    for (size_t at = s.n; at-- > 1;) {
        if (s.p[at] == ')') depth++;
        else if (s.p[at] == '(' && depth) depth--;
        else if (!depth && s.p[at] == ' ' && s.p[at - 1] == ',') return str_drop(s, at + 1);
    }
    return s;
}

static Str without_last(Str s, Str part) { return part.n == s.n ? (Str){ 0 } : str_take(s, s.n - part.n - 2); }

/* Is it a journal, where no number says so? Titles have small letters behind their commas. */
static bool is_source(Str s) { return s.n && (chr_upper(s.p[0]) || (unsigned char)s.p[0] >= 0xC0) && s.n < SOURCE_MAX; }

/* "Title., Journal, 11, 4, pp. 959-975" */
static bool read_tail(Arena *arena, Str s, rxc_work *work)
{
    Str numbers[2] = { 0 };
    size_t n = 0;
    for (Str part; (part = last_part(s)).n && part.n < s.n; s = without_last(s, part)) {
        if (take_pages(arena, work, part)) continue;
        if (rxc_stated_doi(part).n) work->doi = rxc_stated_doi(part);
        else if (n < 2 && is_number(part)) numbers[n++] = part;
        else break;
    }
    work->volume = n ? numbers[n - 1] : (Str){ 0 };
    work->issue = n == 2 ? numbers[0] : (Str){ 0 };
    Str journal = last_part(s);
    bool numbered = n || work->page.n;
    if (!numbered && str_find_nocase(s, S("http")) != STR_NONE) return false;
    if (journal.n == s.n || (!numbered && !is_source(journal))) {
        work->title = rxc_stated_title(s);
        return true;
    }
    work->container = journal;
    work->title = rxc_stated_title(without_last(s, journal));
    return true;
}

/* "Journal of Informetrics, 11 (4), pp. 959-975, doi …" */
static bool read_behind_year(Arena *arena, Str s, rxc_work *work)
{
    if (str_last(s) == '.') s.n--;
    for (Str part; s.n; s = str_trim(str_drop(s, part.n + 2))) {
        part = before(s, ", ");
        size_t open = str_chr(part, '(');
        Str volume = str_trim(str_take(part, open));
        if (take_pages(arena, work, part)) continue;
        if (!work->container.n) work->container = part;
        else if (!work->volume.n && is_number(volume)) {
            work->volume = volume;
            if (open != STR_NONE && str_last(part) == ')') work->issue = str_sub(part, open + 1, part.n - 1);
        } else if (rxc_stated_doi(part).n) work->doi = rxc_stated_doi(part);
        else if (str_eq_nocase(part, S("in press"))) work->status = S("in press");
    }
    return work->volume.n || work->page.n || work->status.n;
}

bool rxc_scopusref_read(Arena *arena, Str text, rxc_work *work)
{
    Str s = str_trim(str_take(text, LONGEST));
    int year = year_at_end(s);
    *work = (rxc_work){ .issued.year = year };
    if (year) s = str_trim(str_take(s, s.n - YEAR_WIDTH - (str_last(s) == '.')));
    if (year && str_last(s) == ',') s.n--;
    s = take_authors(arena, work, s);
    if (year) return read_tail(arena, s, work) && work->title.n;
    for (size_t at = 0; at < s.n; at++) {
        if (s.p[at] != '(' || !(year = year_at(str_drop(s, at)))) continue;
        work->issued.year = year;
        bool whole = read_behind_year(arena, str_trim(str_drop(s, at + YEAR_WIDTH)), work);
        if (whole) work->title = rxc_stated_title(str_take(s, at));
        else work->container = (Str){ 0 };
        return whole && work->title.n;
    }
    return false;
}

/* --- the list ------------------------------------------------------------------------------------------------------- */

static Str cut_piece(Str s)
{
    size_t at = str_find(s, S("; "));
    return at == STR_NONE ? s : str_take(s, at);
}

static bool has_year(Str piece)
{
    for (size_t at; (at = str_chr(piece, '(')) != STR_NONE; piece = str_drop(piece, at + 1))
        if (year_at(str_drop(piece, at))) return true;
    return false;
}

/* Do most of the pieces that hold a year end with it? */
static bool has_years_at_end(Str list)
{
    size_t ends = 0, within = 0;
    for (Str piece; list.n; list = str_drop(list, piece.n + 2)) {
        piece = cut_piece(list);
        if (year_at_end(piece)) ends++;
        else within += has_year(piece);
    }
    return ends >= within;
}

/* Does a reference end with this piece, before next? */
static bool ends_reference(Str piece, Str next, bool years_at_end)
{
    if (!next.n) return true;
    if (years_at_end && year_at_end(piece)) return true;
    if (!years_at_end && has_year(piece)) return begins_with_author(next) || has_year(cut_piece(next));
    return !is_name(piece) && begins_with_author(next);
}

void rxc_scopusref_list(rxc_doc *doc, rxc_entry_parts *parts, Str list, size_t line)
{
    list = str_trim(list);
    bool at_end = has_years_at_end(list);
    for (size_t n = 0; n < list.n;) {
        Str piece = cut_piece(str_drop(list, n)), next = str_drop(list, n + piece.n + 2);
        n += piece.n;
        if (!ends_reference(piece, next, at_end)) {
            n += 2;
            continue;
        }
        Str raw = str_trim(str_take(list, n));
        list = next, n = 0;
        if (!raw.n) continue;
        rxc_entry_reference *reference = vec_push(doc->arena, &parts->references);
        *reference = (rxc_entry_reference){ .raw = raw, .line = line };
        reference->complete = rxc_scopusref_read(doc->arena, raw, &reference->work);
    }
}
