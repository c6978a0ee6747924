/* ids.c: identifiers of works: where they begin is seen at one character, each kind then has its own reader. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ids.h"

#include "base/buf.h"
#include "text/utf8.h"

enum {
    LABEL_GAP = 4,   /* punctuation and spaces between a label and its number: "PMID : 123" */
    DOI_MAX = 512,   /* bytes: a longer run is none */
    URL_MAX = 2048,
    HOST_MAX = 64,   /* within so many bytes of an address is its first full stop */
};

static bool at_word(Str text, size_t at, Str word) { return str_starts_nocase(str_drop(text, at), word); }

static bool starts_word(Str text, size_t at) { return at == 0 || !chr_alnum(text.p[at - 1]); }

static size_t skip_spaces(Str text, size_t at)
{
    while (at < text.n && text.p[at] == ' ') at++;
    return at;
}

/* Behind "LABEL", ":", spaces and the like. */
static size_t skip_gap(Str text, size_t at)
{
    for (size_t i = 0; i < LABEL_GAP && at < text.n && memchr(" :=.#", text.p[at], 5); i++) at++;
    return at;
}

static size_t skip_digits(Str text, size_t at)
{
    while (at < text.n && chr_digit(text.p[at])) at++;
    return at;
}

static bool give(rxc_id *out, rxc_id_kind kind, size_t b, size_t e, size_t value_b)
{
    *out = (rxc_id){ kind, b, e, value_b, e };
    return true;
}

/* --- DOI ------------------------------------------------------------------------------------------------------- */

/* Quotes and brackets that are not ASCII, and white space, end an address; other code points belong to it. */
static bool ends_address(Str text, size_t at)
{
    size_t next = at;
    uint32_t point = rxc_utf8_next(text, &next);
    if (point < 0x80) return point <= ' ' || point == '"' || point == 0x7F;
    return rxc_utf8_is_space(point) || (point >= 0x2018 && point <= 0x201F) || point == 0xAB || point == 0xBB ||
           point == 0xFFFD || (point >= 0x3000 && point <= 0x3020) || (point >= 0xFF00 && point <= 0xFF20);
}

/* Trailing punctuation is the sentence's. */
static size_t trim_end(Str text, size_t b, size_t e)
{
    while (e > b && memchr(".,;:!?'*_", text.p[e - 1], 9)) e--;
    return e;
}

/* "<" of a SICI ("<1661::AID"), or of a tag or an autolink? */
static bool is_sici_less(Str text, size_t at, size_t length)
{
    return at + length < text.n && (chr_digit(text.p[at + length]) || at_word(text, at + length, S("::")));
}

/* The semicolons of entities and of "3.0.CO;2-2" belong to a DOI. */
static bool is_doi_semicolon(Str text, size_t b, size_t at)
{
    Str head = str_sub(text, b, at);
    return str_ends(head, S("&lt")) || str_ends(head, S("&gt")) || str_ends(head, S("&amp")) ||
           ((str_ends(head, S("CO")) || str_ends(head, S("co"))) && at + 1 < text.n && chr_digit(text.p[at + 1]));
}

typedef struct brackets {
    unsigned round, square, angle; /* open ones */
} brackets;

/* Does the character at `at` end the DOI that began at b? Counts brackets. */
static bool ends_doi(Str text, size_t b, size_t at, brackets *open)
{
    switch (text.p[at]) {
    case '(': return open->round++, false;
    case ')': return open->round == 0 || (open->round--, false);
    case '[': return at + 1 >= text.n || !chr_digit(text.p[at + 1]) || (open->square++, false);
    case ']': return open->square == 0 || (open->square--, false);
    case '<': return !is_sici_less(text, at, 1) || (open->angle++, false);
    case '>': return open->angle == 0 || (open->angle--, false);
    case '&': return at_word(text, at, S("&lt;")) && !is_sici_less(text, at, 4);
    case ';': return !is_doi_semicolon(text, b, at);
    case '{':
    case '}':
    case '|':
    case '\\':
    case '`': return true;
    case '.': return at_word(text, at, S(".PMID")) || at_word(text, at, S(".PMC"));
    default: return ends_address(text, at);
    }
}

/* A bracket that never closes was not the DOI's. */
static size_t drop_open_bracket(Str text, size_t b, size_t e, const brackets *open)
{
    if (open->round == 0) return e;
    size_t at = str_rchr(str_sub(text, b, e), '(');
    return at == STR_NONE ? e : b + at;
}

/* The end of the bare DOI at `at`, or 0 when there is none. */
static size_t doi_end(Str text, size_t at)
{
    brackets open = { 0 };
    if (!at_word(text, at, S("10."))) return 0;
    size_t slash = skip_digits(text, at + 3);
    if (slash - at < 7 || slash - at > 12) return 0;
    while (slash + 1 < text.n && text.p[slash] == '.' && chr_digit(text.p[slash + 1]))
        slash = skip_digits(text, slash + 1);
    if (slash >= text.n || text.p[slash] != '/') return 0;
    size_t e = slash + 1;
    text = str_take(text, at + DOI_MAX);
    for (; e < text.n && !ends_doi(text, at, e, &open); rxc_utf8_next(text, &e)) {}
    e = trim_end(text, slash + 1, drop_open_bracket(text, slash + 1, e, &open));
    return e > slash + 1 ? e : 0;
}

static bool read_bare_doi(Str text, size_t b, rxc_id *out)
{
    if (b > 0 && (chr_digit(text.p[b - 1]) || text.p[b - 1] == '.')) return false;
    size_t e = doi_end(text, b);
    return e && give(out, RXC_ID_DOI, b, e, b);
}

/* "doi:10.…", "DOI 10.…", "doi:https://doi.org/10.…" */
static bool read_labelled_doi(Str text, size_t b, rxc_id *out)
{
    if (!starts_word(text, b) || !at_word(text, b, S("doi"))) return false;
    size_t at = skip_gap(text, b + 3);
    static const Str resolvers[] = { STR_INIT("https://"), STR_INIT("http://"), STR_INIT("dx."), STR_INIT("doi.org/"),
                                     STR_INIT("doi:") };
    for (size_t i = 0; i < sizeof resolvers / sizeof *resolvers; i++)
        if (at_word(text, at, resolvers[i])) at = skip_spaces(text, at + resolvers[i].n);
    size_t e = doi_end(text, at);
    return e && give(out, RXC_ID_DOI, b, e, at);
}

/* --- addresses ------------------------------------------------------------------------------------------------- */

static bool ends_url(Str text, size_t at, brackets *open)
{
    switch (text.p[at]) {
    case '(': return open->round++, false;
    case ')': return open->round == 0 || (open->round--, false);
    case '[':
    case ']':
    case '<':
    case '>':
    case '{':
    case '}':
    case '|':
    case '`': return true;
    default: return ends_address(text, at);
    }
}

/* An address of PubMed or PubMed Central names a paper. */
static bool read_pubmed_url(Str text, size_t b, size_t e, rxc_id *out)
{
    static const Str hosts[] = { STR_INIT("pubmed.ncbi.nlm.nih.gov/"), STR_INIT("ncbi.nlm.nih.gov/pubmed/") };
    Str url = str_sub(text, b, e);
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        size_t at = str_find_nocase(url, hosts[i]);
        if (at == STR_NONE || at > 16) continue;
        at = b + at + hosts[i].n;
        size_t end = skip_digits(text, at);
        if (end == at || end - at > 8 || end + 1 < e) continue;
        *out = (rxc_id){ RXC_ID_PMID, b, e, at, end };
        return true;
    }
    return false;
}

static bool read_arxiv_number(Str text, size_t at, size_t *e);

static bool read_url(Str text, size_t b, rxc_id *out)
{
    static const Str schemes[] = { STR_INIT("https://"), STR_INIT("http://"), STR_INIT("ftp://"), STR_INIT("www.") };
    size_t head = 0;
    brackets open = { 0 };
    for (size_t i = 0; i < 4 && !head; i++)
        if (at_word(text, b, schemes[i])) head = b + schemes[i].n;
    if (!head || !starts_word(text, b) || str_chr(str_sub(text, head, head + HOST_MAX), '.') == STR_NONE) return false;
    size_t e = head;
    text = str_take(text, head + URL_MAX);
    for (; e < text.n && !ends_url(text, e, &open); rxc_utf8_next(text, &e)) {}
    e = trim_end(text, head, e);
    Str host = str_sub(text, head, e < head + 32 ? e : head + 32);
    size_t doi = str_find_nocase(host, S("doi.org/"));
    if (doi != STR_NONE) {
        size_t at = head + doi + 8, end = doi_end(text, at);
        if (end) return give(out, RXC_ID_DOI, b, end, at);
    }
    size_t arxiv = str_find_nocase(host, S("arxiv.org/abs/")), end;
    if (arxiv != STR_NONE && read_arxiv_number(text, head + arxiv + 14, &end))
        return give(out, RXC_ID_ARXIV, b, end, head + arxiv + 14);
    if (read_pubmed_url(text, b, e, out)) return true;
    return e > head + 3 && str_chr(str_sub(text, head, e), '.') != STR_NONE && give(out, RXC_ID_URL, b, e, b);
}

/* --- numbers ---------------------------------------------------------------------------------------------------- */

static bool read_pmid(Str text, size_t b, rxc_id *out)
{
    if (!starts_word(text, b)) return false;
    bool pubmed = at_word(text, b, S("PubMed"));
    if (!pubmed && !at_word(text, b, S("PMID"))) return false;
    size_t at = b + (pubmed ? 6 : 4);
    if (pubmed && at_word(text, skip_spaces(text, at), S("PMID"))) at = skip_spaces(text, at) + 4;
    size_t digits = skip_gap(text, at), e = skip_digits(text, digits);
    if (digits == at || e - digits < 4 || e - digits > 8 || (e < text.n && chr_alpha(text.p[e]))) return false;
    return give(out, RXC_ID_PMID, b, e, digits);
}

static bool read_pmcid(Str text, size_t b, rxc_id *out)
{
    if (!starts_word(text, b) || !at_word(text, b, S("PMC"))) return false;
    size_t at = b;
    if (at_word(text, b, S("PMCID"))) at = skip_gap(text, b + 5);
    if (at_word(text, at, S("PMC"))) at += 3;
    else if (at == b || at >= text.n) return false;
    size_t e = skip_digits(text, at);
    if (e - at < 4 || e - at > 9 || (e < text.n && chr_alpha(text.p[e]))) return false;
    size_t value = at >= 3 && at_word(text, at - 3, S("PMC")) ? at - 3 : at;
    return give(out, RXC_ID_PMCID, b, e, value);
}

static size_t skip_version(Str text, size_t at)
{
    if (at + 1 < text.n && text.p[at] == 'v' && chr_digit(text.p[at + 1])) return skip_digits(text, at + 1);
    return at;
}

/* The archives of numbers before 2007. */
static size_t skip_archive(Str text, size_t at)
{
    static const Str archives[] = { STR_INIT("hep-th"), STR_INIT("hep-ph"), STR_INIT("hep-ex"), STR_INIT("hep-lat"),
                                    STR_INIT("gr-qc"), STR_INIT("astro-ph"), STR_INIT("cond-mat"), STR_INIT("math-ph"),
                                    STR_INIT("quant-ph"), STR_INIT("nucl-th"), STR_INIT("nucl-ex"), STR_INIT("physics"),
                                    STR_INIT("nlin"), STR_INIT("math"), STR_INIT("cs"), STR_INIT("q-bio"),
                                    STR_INIT("q-alg"), STR_INIT("alg-geom"), STR_INIT("dg-ga"), STR_INIT("solv-int"),
                                    STR_INIT("chao-dyn") };
    for (size_t i = 0; i < sizeof archives / sizeof *archives; i++) {
        if (!at_word(text, at, archives[i])) continue;
        size_t e = at + archives[i].n;
        if (e + 2 < text.n && text.p[e] == '.' && chr_upper(text.p[e + 1]) && chr_upper(text.p[e + 2])) e += 3;
        if (e < text.n && text.p[e] == '/') return e;
    }
    return 0;
}

/* "1408.4342v2", "hep-th/9711200" */
static bool read_arxiv_number(Str text, size_t at, size_t *e)
{
    size_t slash = skip_archive(text, at);
    size_t middle = skip_digits(text, slash ? slash + 1 : at);
    if (slash) {
        *e = skip_version(text, middle);
        return middle - slash == 8;
    }
    if (middle - at != 4 || middle >= text.n || text.p[middle] != '.') return false;
    size_t end = skip_digits(text, middle + 1);
    *e = skip_version(text, end);
    return end - middle == 5 || end - middle == 6;
}

static bool read_arxiv(Str text, size_t b, rxc_id *out)
{
    size_t e, at = b;
    if (!starts_word(text, b)) return false;
    if (at_word(text, b, S("arxiv"))) {
        at = skip_gap(text, b + 5);
        if (at_word(text, at, S("abs/"))) at += 4;
        if (at == b + 5) return false;
    } else if (!skip_archive(text, b)) {
        return false;
    }
    return read_arxiv_number(text, at, &e) && give(out, RXC_ID_ARXIV, b, e, at);
}

/* The digits of an ISBN or ISSN at `at`, hyphens and single spaces between them allowed. */
static size_t collect_digits(Str text, size_t at, char digits[13], size_t *end)
{
    size_t n = 0;
    for (; at < text.n && n < 13; at++) {
        char c = text.p[at];
        if (chr_digit(c) || ((c == 'X' || c == 'x') && (n == 9 || n == 7))) {
            digits[n++] = chr_to_upper(c);
            *end = at + 1;
        } else if (n == 0 || (c != '-' && c != ' ' && (unsigned char)c != 0xE2)) {
            break;
        } else if ((unsigned char)c == 0xE2) {
            size_t next = at;
            if (!rxc_utf8_is_dash(rxc_utf8_next(text, &next))) break;
            at = next - 1;
        }
    }
    return n;
}

static bool checks_13(const char digits[13])
{
    int sum = 0;
    for (int i = 0; i < 13; i++) sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return sum % 10 == 0;
}

static bool checks_10(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 10; i++) sum += (digits[i] == 'X' ? 10 : digits[i] - '0') * (10 - i);
    return sum % 11 == 0;
}

static bool read_isbn(Str text, size_t b, rxc_id *out)
{
    char digits[13];
    size_t at = b, e = 0;
    if (!starts_word(text, b)) return false;
    bool labelled = at_word(text, b, S("ISBN"));
    if (labelled) {
        at = b + 4;
        if (at_word(text, at, S("-13")) || at_word(text, at, S("-10"))) at += 3;
        at = skip_gap(text, at);
    }
    size_t n = collect_digits(text, at, digits, &e);
    if (!labelled)
        return n == 13 && !(e < text.n && chr_alnum(text.p[e])) && checks_13(digits) &&
               give(out, RXC_ID_ISBN, b, e, at);
    if (n == 13 && memchr(digits, 'X', 13) == NULL && (checks_13(digits) || !checks_10(digits)))
        return give(out, RXC_ID_ISBN, b, e, at);
    return n == 10 && give(out, RXC_ID_ISBN, b, e, at);
}

static bool read_issn(Str text, size_t b, rxc_id *out)
{
    char digits[13];
    size_t e = 0;
    if (!starts_word(text, b) || !(at_word(text, b, S("ISSN")) || at_word(text, b, S("eISSN")))) return false;
    size_t at = skip_gap(text, b + (chr_to_lower(text.p[b]) == 'e' ? 5 : 4));
    Str head = str_sub(text, 0, at + 9);
    return collect_digits(head, at, digits, &e) == 8 && give(out, RXC_ID_ISSN, b, e, at);
}

/* --- all of them ------------------------------------------------------------------------------------------------ */

static bool read_at(Str text, size_t at, rxc_id *out)
{
    switch (chr_to_lower(text.p[at])) {
    case '1': return read_bare_doi(text, at, out);
    case '9': return at_word(text, at, S("97")) && read_isbn(text, at, out);
    case 'd': return read_labelled_doi(text, at, out) || read_arxiv(text, at, out);
    case 'f':
    case 'w': return read_url(text, at, out);
    case 'h': return read_url(text, at, out) || read_arxiv(text, at, out);
    case 'p': return read_pmid(text, at, out) || read_pmcid(text, at, out) || read_arxiv(text, at, out);
    case 'i': return read_isbn(text, at, out) || read_issn(text, at, out);
    case 'e': return read_issn(text, at, out);
    case 'a':
    case 'g':
    case 'c':
    case 'm':
    case 'n':
    case 'q':
    case 's': return read_arxiv(text, at, out);
    default: return false;
    }
}

bool rxc_ids_next(Str text, size_t *at, rxc_id *out)
{
    for (size_t i = *at; i < text.n; i++) {
        /* inside a word no identifier begins, but a DOI may be glued to its "doi" or a word before it */
        if (i > 0 && chr_alpha(text.p[i]) && chr_alnum(text.p[i - 1])) continue;
        if (!read_at(text, i, out)) continue;
        *at = out->e;
        return true;
    }
    *at = text.n;
    return false;
}

/* --- normal form ------------------------------------------------------------------------------------------------ */

static void add_plain(Buf *buf, Str value, size_t *at)
{
    static const struct {
        Str entity;
        char c;
    } entities[] = { { STR_INIT("&lt;"), '<' }, { STR_INIT("&gt;"), '>' }, { STR_INIT("&amp;"), '&' } };
    for (size_t i = 0; i < 3 && value.p[*at] == '&'; i++) {
        if (!at_word(value, *at, entities[i].entity)) continue;
        *at += entities[i].entity.n;
        buf_char(buf, entities[i].c);
        return;
    }
    size_t from = *at;
    uint32_t point = rxc_utf8_next(value, at);
    if (rxc_utf8_is_dash(point)) buf_char(buf, '-');
    else if (point < 0x80) buf_char(buf, chr_to_lower((char)point));
    else buf_add(buf, str_sub(value, from, *at));
}

static Str normal_doi(Arena *arena, Str value)
{
    Buf buf = { 0 };
    for (size_t at = 0; at < value.n;) add_plain(&buf, value, &at);
    Str out = arena_str(arena, buf_str(&buf));
    buf_clear(&buf);
    return out;
}

static Str normal_digits(Arena *arena, rxc_id_kind kind, Str value)
{
    char digits[13];
    size_t e, n = collect_digits(value, 0, digits, &e);
    if (kind == RXC_ID_ISSN && n == 8) return arena_printf(arena, "%.4s-%.4s", digits, digits + 4);
    return arena_str(arena, (Str){ digits, n });
}

Str rxc_ids_normal(Arena *arena, rxc_id_kind kind, Str value)
{
    size_t e;
    switch (kind) {
    case RXC_ID_DOI: return normal_doi(arena, value);
    case RXC_ID_PMCID: return at_word(value, 0, S("PMC")) ? arena_printf(arena, "PMC%.*s", STR_ARG(str_drop(value, 3)))
                                                         : arena_printf(arena, "PMC%.*s", STR_ARG(value));
    case RXC_ID_ARXIV:
        if (read_arxiv_number(value, 0, &e)) {
            size_t version = str_rchr(value, 'v');
            if (version != STR_NONE && version > 3 && chr_digit(value.p[version - 1])) e = version;
            return arena_str(arena, str_take(value, e));
        }
        return arena_str(arena, value);
    case RXC_ID_ISBN:
    case RXC_ID_ISSN: return normal_digits(arena, kind, value);
    default: return arena_str(arena, value);
    }
}
