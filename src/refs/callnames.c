/* callnames.c: call-outs by author and year: "(Wu et al., 2022)", "Smith and Jones (2019)". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/callscan.h"
#include "refs/nameword.h"
#include "text/utf8.h"

enum { LOOK_BACK = 120 /* bytes before a year that may name its authors */ };

typedef struct year {
    size_t b, e;
    int value;
    char letter;
} year;

/* "2020", "2020a" at byte at. */
static bool read_year(Str text, size_t at, year *out)
{
    size_t value;
    if (at > 0 && (chr_alnum(text.p[at - 1]) || text.p[at - 1] == '.' || text.p[at - 1] == '/')) return false;
    if (at + 4 > text.n || !str_to_size(str_sub(text, at, at + 4), &value) || value < 1700 || value > 2099)
        return false;
    *out = (year){ at, at + 4, (int)value, 0 };
    if (out->e < text.n && chr_lower(text.p[out->e])) out->letter = text.p[out->e++];
    return out->e >= text.n || !(chr_alnum(text.p[out->e]) || text.p[out->e] == '/' || text.p[out->e] == '%');
}

static size_t trim_back(Str text, size_t from, size_t at, const char *chars)
{
    while (at > from && text.p[at - 1] && strchr(chars, text.p[at - 1])) at--;
    return at;
}

static bool is_word_byte(char c) { return chr_alpha(c) || (unsigned char)c >= 0x80 || c == '-' || c == '\''; }

/* The word that ends at `at`, no-break and narrow spaces taken as space by the reader. */
static Str word_before(Str text, size_t from, size_t at)
{
    size_t b = at;
    while (b > from && is_word_byte(text.p[b - 1])) b--;
    return str_sub(text, b, at);
}

static bool starts_upper(Str word)
{
    size_t at = 0;
    if (word.n < 2) return false;
    uint32_t point = rxc_utf8_next(word, &at);
    return rxc_utf8_is_upper(point) || point >= 0x2E80;
}

/* The family name that ends at `at`: capitalised words with particles before. Gives where it begins. */
static size_t family_before(Str text, size_t from, size_t at)
{
    Str word = word_before(text, from, at);
    if (!starts_upper(word)) return at;
    size_t b = at - word.n;
    for (int i = 0; i < 3; i++) {
        size_t gap = trim_back(text, from, b, " ");
        Str before = word_before(text, from, gap);
        if (gap == b || !rxc_nameword_is_particle(before)) break;
        b = gap - before.n;
    }
    return b;
}

/* "et al", "et al." that ends at `at`; gives where it begins, or `at`. */
static size_t more_before(Str text, size_t from, size_t at)
{
    size_t e = trim_back(text, from, at, ".");
    Str head = str_sub(text, from, e);
    static const Str forms[] = { STR_INIT("et al"),         STR_INIT("et. al"),         STR_INIT("and colleagues"),
                                 STR_INIT("and coworkers"), STR_INIT("and co-workers"), STR_INIT("and others") };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_ends(head, forms[i])) return e - forms[i].n;
    return at;
}

/* "Smith and Jones", "Smith & Jones": where the second name's "and" begins, or `at`. */
static size_t and_before(Str text, size_t from, size_t at)
{
    size_t second = family_before(text, from, at), gap = trim_back(text, from, second, " ");
    if (second == at) return at;
    if (gap > from && text.p[gap - 1] == '&') return gap - 1;
    Str head = str_sub(text, from, gap);
    if (str_ends(head, S(" and")) || str_ends(head, S(" und"))) return gap - 3;
    return at;
}

/* Words before a year in brackets that are no names. */
static bool is_no_name(Str word)
{
    static const char *const words[] = { "January", "February",  "March",   "April",    "May",      "June",   "July",
                                         "August",  "September", "October", "November", "December", "Jan",    "Feb",
                                         "Mar",     "Apr",       "Jun",     "Jul",      "Aug",      "Sep",    "Sept",
                                         "Oct",     "Nov",       "Dec",     "In",       "Since",    "Until",  "From",
                                         "By",      "During",    "Before",  "After",    "The",      "And",    "Table",
                                         "Figure",  "Fig",       "Version", "Study",    "Between",  "Spring", "Summer",
                                         "Autumn",  "Winter",    "USA",     "UK",       "Germany",  "Japan",  "China",
                                         "Inc",     "Ltd" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(word, str_from(words[i]))) return true;
    return false;
}

/* The author before byte `at`. Fills family, certain; gives where the name begins, or `at`. */
static size_t read_author(Str text, size_t from, size_t at, rxc_call *out)
{
    size_t e = trim_back(text, from, at, " ,(["), more = more_before(text, from, e);
    out->certain = out->more = more < e;
    if (!out->certain) {
        more = and_before(text, from, e), out->certain = more < e;
        if (out->certain) out->second = str_sub(text, family_before(text, from, e), e);
    }
    size_t end = trim_back(text, from, more, " ,."), b = family_before(text, from, end);
    while (out->certain && b < end) { /* "Smith, Jones, and Lee 2019": the first of them */
        size_t gap = trim_back(text, from, b, " ");
        if (gap <= from || text.p[gap - 1] != ',') break;
        size_t prior_e = trim_back(text, from, gap, " ,"), prior = family_before(text, from, prior_e);
        if (prior == prior_e || (prior > from && !memchr(" (;", text.p[prior - 1], 3))) break;
        if (out->nearest.n == 0) out->nearest = str_sub(text, b, end);
        b = prior, end = prior_e;
        out->second = (Str){ 0 };
    }
    out->family = str_sub(text, b, end);
    if (out->family.n == 0 || is_no_name(out->family)) return at;
    return b;
}

static void add_year(Arena *arena, size_t index, const rxc_call *author, const year *y, size_t b, rxc_calls *out)
{
    rxc_call *call = vec_push(arena, out);
    *call = *author;
    call->style = RXC_CALL_NAMED;
    call->block = index;
    call->year = y->value;
    call->letter = y->letter;
    call->span = (rxc_span){ b, y->e };
}

/* Years with their authors before them; further years of the same authors: "Lee 2020a, 2020b", "(2019, 2021)". */
void rxc_callscan_names(Arena *arena, const rxc_doc *doc, size_t index, rxc_calls *out)
{
    rxc_span span = doc->blocks.v[index].span;
    Str text = str_take(doc->text, span.e);
    rxc_call author = { 0 };
    size_t last = 0; /* where the last year ended */
    for (size_t at = span.b; at + 4 <= span.e; at++) {
        year y;
        if (!chr_digit(text.p[at]) || !read_year(text, at, &y)) continue;
        size_t low = at - span.b > LOOK_BACK ? at - LOOK_BACK : span.b;
        bool same = last && author.family.n && trim_back(text, last, at, ", ;&") == last && last < at;
        if (same) {
            add_year(arena, index, &author, &y, at, out);
            last = y.e;
        } else {
            rxc_call found = { 0 };
            size_t b = read_author(text, low, at, &found);
            bool cell =
                doc->blocks.v[index].kind == RXC_BLOCK_CELL && found.certain && (y.e >= text.n || text.p[y.e] == '\t');
            bool bracketed = cell || (y.e < text.n && memchr("),;]:", text.p[y.e], 5) != NULL);
            last = 0;
            if (b < at && bracketed) author = found, last = y.e, add_year(arena, index, &author, &y, b, out);
        }
        at = y.e - 1;
    }
}
