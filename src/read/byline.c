/* byline.c: reads a printed line of authors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"

#include "text/utf8.h"

enum {
    LINE_MAX = 4000, /* bytes of a line of authors */
    NAME_MAX = 60,   /* bytes of one name */
    WORDS_MAX = 7,   /* in a name */
};

static const char *const particles[] = { "de",  "da",  "do",  "dos", "das", "di", "del", "della", "dela",
                                         "der", "den", "van", "von", "vom", "zu", "zur", "la",    "le",
                                         "du",  "des", "bin", "ibn", "ben", "el", "al",  "ter",   "ten",
                                         "y",   "e",   "st.", "san", "af",  "av", "dal", "dalla" };

static const char *const degrees[] = {
    "md",     "m.d.",  "phd",    "ph.d.",    "dr",   "dr.", "prof", "prof.", "professor", "msc",    "m.sc.", "ms",
    "m.s.",   "ma",    "bsc",    "bs",       "b.s.", "ba",  "b.a.", "mba",   "mph",       "m.p.h.", "do",    "d.o.",
    "dds",    "dmd",   "pharmd", "pharm.d.", "rn",   "np",  "pa-c", "pa",    "mbbs",      "mbchb",  "mbbch", "mrcp",
    "frcp",   "frcpc", "facp",   "faad",     "facs", "dsc", "scd",  "drph",  "mphil",     "mhs",    "mhsc",  "jr.md",
    "bpharm", "mmed",  "dvm",    "esq",      "mr",   "mr.", "mrs",  "mrs.",  "ms.",       "dnb",    "ddvl",  "mscr",
    "msci",   "meng",  "beng",   "bm",       "bch",  "bsn", "msn",  "dnp",   "fnp",
};

static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv" };

static bool listed(const char *const *list, size_t n, Str word)
{
    char first = word.n ? chr_to_lower(word.p[0]) : '\0';
    for (size_t i = 0; i < n; i++)
        if (list[i][0] == first && str_eq_nocase(word, str_from(list[i]))) return true;
    return false;
}
#define LISTED(list, word) listed((list), sizeof(list) / sizeof *(list), (word))

static bool is_mark(uint32_t point)
{
    static const uint32_t marks[] = { '*',  '#',  '^',  '(',    ')',    '[',  ']',  ',',    ';',    ':', 0xA0,
                                      0xB9, 0xB2, 0xB3, 0x2020, 0x2021, 0xA7, 0xB6, 0x2709, 0x2217, '|', '+' };
    if (point >= 0x2070 && point <= 0x207F) return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == point) return true;
    return rxc_utf8_is_digit(point) || rxc_utf8_is_space(point);
}

/* Without white space and marks of affiliation at both ends: "Roe1,2*" -> "Roe". */
static Str strip(Str s)
{
    while (s.n) {
        size_t at = 0;
        if (!is_mark(rxc_utf8_next(s, &at))) break;
        s = str_drop(s, at);
    }
    while (s.n) {
        size_t at = s.n;
        if (!is_mark(rxc_utf8_prev(s, &at))) break;
        s.n = at;
    }
    return s;
}

static bool next_word(Str *rest, Str *word)
{
    *rest = str_trim(*rest);
    if (rest->n == 0) return false;
    size_t at = str_chr(*rest, ' ');
    if (at == STR_NONE) at = rest->n;
    *word = str_take(*rest, at);
    *rest = str_drop(*rest, at);
    return true;
}

/* "MD", "Ph.D.", "MEng", but not the name "Meng". */
static bool looks_like_degree(Str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.n; i++) capitals += chr_upper(word.p[i]);
    return capitals >= 2 || str_chr(word, '.') != STR_NONE;
}

/* "Busia OR Study Group" */
static bool is_group(Str s)
{
    static const char *const words[] = { "group",   "consortium", "team",          "investigators",
                                         "network", "committee",  "collaboration", "collaborators" };
    size_t last = str_rchr(s, ' ');
    return last != STR_NONE && s.n <= (size_t)2 * NAME_MAX && LISTED(words, str_drop(s, last + 1));
}

/* Cut degrees and titles off both ends; s may become empty. */
static Str drop_degrees(Str s)
{
    for (;;) {
        s = strip(s);
        size_t last = str_rchr(s, ' ');
        Str tail = last == STR_NONE ? s : str_drop(s, last + 1);
        if (s.n == 0 || !LISTED(degrees, tail) || !looks_like_degree(tail)) break;
        if (last != STR_NONE && str_chr(strip(str_take(s, last)), ' ') == STR_NONE) break; /* "Khan MD": initials */
        s = last == STR_NONE ? (Str){ 0 } : str_take(s, last);
    }
    for (Str rest = s, word; next_word(&rest, &word) && LISTED(degrees, word) && word.n > 2;) s = str_trim(rest);
    return s;
}

static bool is_initials(Str word)
{
    size_t letters = 0;
    for (size_t i = 0; i < word.n; i++) {
        if (chr_upper(word.p[i])) letters++;
        else if (word.p[i] != '.' && word.p[i] != '-') return false;
    }
    return letters >= 1 && letters <= 4;
}

/* A word that a name may consist of: a capital and letters, a particle, initials. */
static bool is_name_word(Str word)
{
    static const char *const never[] = {
        "the",        "of",        "in",        "for",       "and",       "with",        "university", "hospital",
        "department", "institute", "school",    "college",   "center",    "centre",      "clinic",     "medical",
        "research",   "study",     "unit",      "division",  "image",     "figure",      "table",      "case",
        "report",     "letter",    "dear",      "editor",    "review",    "dermatology", "dermatitis", "medicine",
        "journal",    "join",      "related",   "community", "usa",       "italy",       "germany",    "france",
        "japan",      "china",     "spain",     "canada",    "london",    "boston",      "street",     "road",
        "avenue",     "faculty",   "ministry",  "january",   "february",  "march",       "april",      "june",
        "july",       "august",    "september", "october",   "november",  "december",    "how",        "what",
        "when",       "why",       "after",     "during",    "treatment", "therapy",     "abstract",   "introduction",
        "references"
    };
    if (LISTED(never, word)) return false;
    if (LISTED(particles, word)) return true;
    size_t at = 0, letters = 0;
    uint32_t first = rxc_utf8_next(word, &at);
    if (!rxc_utf8_is_upper(first) && !(str_starts(word, S("d'")) || str_starts(word, S("d’")))) return false;
    for (at = 0; at < word.n;) {
        uint32_t point = rxc_utf8_next(word, &at);
        if (rxc_utf8_is_letter(point)) letters++;
        else if (point != '.' && point != '\'' && point != 0x2019 && !rxc_utf8_is_dash(point)) return false;
    }
    return letters > 0;
}

static bool is_name(Str s)
{
    size_t words = 0, full = 0;
    if (s.n < 4 || s.n > NAME_MAX) return false;
    for (Str rest = s, word; next_word(&rest, &word);) {
        if (!is_name_word(word)) return false;
        words++;
        full += !is_initials(word) && !LISTED(particles, word);
    }
    return words >= 2 && words <= WORDS_MAX && full >= 1;
}

/* --- parts of a line ------------------------------------------------------------------------------------------ */

/* Cut the next part off at a comma, a semicolon, "and", "&" or a bar. */
static bool next_part(Str *rest, bool semicolons, Str *part)
{
    if (rest->n == 0) return false;
    for (size_t i = 0; i < rest->n; i++) {
        size_t width = 0;
        char c = rest->p[i];
        Str here = str_drop(*rest, i);
        if (c == ';' || c == '&' || c == '|' || (c == ',' && !semicolons)) width = 1;
        else if (str_starts(here, S("·")) || str_starts(here, S("•"))) width = str_starts(here, S("·")) ? 2 : 3;
        else if (str_starts_nocase(here, S(" and ")) || str_starts(here, S(" und "))) width = 5;
        if (width == 0) continue;
        *part = str_take(*rest, i);
        *rest = str_drop(*rest, i + width);
        return true;
    }
    *part = *rest;
    *rest = (Str){ 0 };
    return true;
}

/* "Shi, Vivian Y." between semicolons. */
static bool is_inverted(Str part)
{
    size_t comma = str_chr(part, ',');
    if (comma == STR_NONE) return false;
    Str family = strip(str_take(part, comma)), given = drop_degrees(str_drop(part, comma + 1));
    if (family.n == 0 || given.n == 0 || str_chr(given, ',') != STR_NONE) return false;
    for (Str rest = family, word; next_word(&rest, &word);)
        if (!is_name_word(word)) return false;
    for (Str rest = given, word; next_word(&rest, &word);)
        if (!is_name_word(word)) return false;
    return true;
}

/* Are semicolons between names, commas within them? */
static bool by_semicolons(Str line)
{
    size_t at = str_chr(line, ';');
    return at != STR_NONE && is_inverted(str_take(line, at));
}

static Str drop_by(Str line)
{
    static const char *const heads[] = { "authors:", "author:", "by:", "by ", "written by ", "authors " };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_starts_nocase(line, str_from(heads[i]))) return str_trim(str_drop(line, strlen(heads[i])));
    return line;
}

static bool is_et_al(Str part) { return str_starts_nocase(part, S("et al")); }

/* "Fatemeh Mohaghegh et al." -> "Fatemeh Mohaghegh" */
static Str drop_et_al(Str part)
{
    size_t at = str_find_nocase(part, S(" et al"));
    return at != STR_NONE && at + 7 >= part.n - 1 ? str_trim(str_take(part, at)) : part;
}

size_t rxc_byline_count(Str line)
{
    line = drop_by(str_trim(line));
    if (line.n == 0 || line.n > LINE_MAX || str_last(line) == '?' || str_last(line) == '!') return 0;
    bool semicolons = by_semicolons(line);
    size_t names = 0, wrong = 0;
    for (Str rest = line, part; next_part(&rest, semicolons, &part);) {
        Str bare = semicolons && is_inverted(part) ? part : drop_degrees(drop_et_al(part));
        if (str_last(bare) == '.' && rest.n == 0) bare.n--;
        if (bare.n == 0 || is_et_al(bare) || bare.n <= 2 || LISTED(suffixes, bare)) continue;
        if ((semicolons && is_inverted(bare)) || is_name(bare)) names++;
        else wrong += !is_group(bare);
    }
    return wrong == 0 || (names >= 4 && wrong * 8 <= names) ? names : 0;
}

/* --- one name ------------------------------------------------------------------------------------------------- */

/* Where the family name begins: the last word, and the particles before it. */
static size_t family_at(Str s)
{
    size_t at = str_rchr(s, ' ');
    if (at == STR_NONE) return 0;
    for (;;) {
        size_t before = str_rchr(str_take(s, at), ' ');
        if (before == STR_NONE || !LISTED(particles, str_sub(s, before + 1, at))) return at + 1;
        at = before;
    }
}

static void take_suffix(Str *s, rxc_name *name)
{
    size_t at = str_rchr(*s, ' ');
    if (at == STR_NONE || !LISTED(suffixes, str_drop(*s, at + 1))) return;
    name->suffix = str_drop(*s, at + 1);
    *s = strip(str_take(*s, at));
}

rxc_name rxc_byline_one(Arena *arena, Str text)
{
    rxc_name name = { 0 };
    Str s = arena_str(arena, strip(text));
    if (is_inverted(s)) {
        size_t comma = str_chr(s, ',');
        name.family = strip(str_take(s, comma));
        name.given = drop_degrees(str_drop(s, comma + 1));
        return name;
    }
    s = drop_degrees(s);
    take_suffix(&s, &name);
    if (!is_name(s)) return (rxc_name){ .literal = s };
    size_t last = str_rchr(s, ' ');
    bool initials_last = is_initials(str_drop(s, last + 1)) && !is_initials(str_take(s, str_chr(s, ' ')));
    size_t at = initials_last ? last + 1 : family_at(s);
    name.family = initials_last ? str_take(s, last) : str_drop(s, at);
    name.given = initials_last ? str_drop(s, at) : str_trim(str_take(s, at));
    return name;
}

void rxc_byline_read(Arena *arena, Str line, rxc_names *names)
{
    line = drop_by(str_trim(line));
    bool semicolons = by_semicolons(line);
    for (Str rest = line, part; next_part(&rest, semicolons, &part);) {
        Str bare = semicolons && is_inverted(part) ? part : drop_degrees(drop_et_al(part));
        if (str_last(bare) == '.' && rest.n == 0 && bare.n > 2 && bare.p[bare.n - 2] != '.' &&
            !chr_upper(bare.p[bare.n - 2]))
            bare.n--;
        if (names->n && LISTED(suffixes, bare)) names->v[names->n - 1].suffix = arena_str(arena, bare);
        else if ((semicolons && is_inverted(bare)) || is_name(bare))
            *vec_push(arena, names) = rxc_byline_one(arena, bare);
        else if (is_group(bare)) *vec_push(arena, names) = (rxc_name){ .literal = arena_str(arena, bare) };
    }
}
