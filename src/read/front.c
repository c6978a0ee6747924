/* front.c: what the head of a text-like document says of itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/front.h"

#include "read/date.h"
#include "read/byline.h"
#include "read/section.h"
#include "text/utf8.h"

enum {
    ZONE = 40,          /* blocks that may be front matter */
    TITLE_MAX = 400,    /* bytes */
    LINE_MAX = 300,     /* bytes of a line about source, date, identifiers */
    PROSE_MIN = 200,    /* bytes; a longer paragraph is running text */
    JOURNAL_MAX = 100,  /* bytes */
    AUTHORS_MAX = 8000, /* bytes of a line of authors */
};

static Str text_of(const rxc_doc *doc, const rxc_block *block) { return rxc_span_of(doc->text, block->span); }

/* --- identifiers ---------------------------------------------------------------------------------------------- */

Str rxc_front_doi(Str s)
{
    size_t at = str_find(str_take(s, LINE_MAX), S("10."));
    if (at == STR_NONE) return (Str){ 0 };
    s = str_drop(s, at);
    size_t n = 3;
    while (n < s.n && chr_digit(s.p[n])) n++;
    if (n < 7 || n >= s.n || s.p[n] != '/') return (Str){ 0 };
    while (n < s.n && !chr_space(s.p[n]) && !strchr("\"<>,;", s.p[n])) n++;
    while (n && strchr(".)]", s.p[n - 1])) n--;
    return str_take(s, n);
}

Str rxc_front_pmid(Str s)
{
    size_t at = str_find_nocase(str_take(s, LINE_MAX), S("pmid"));
    if (at == STR_NONE) return (Str){ 0 };
    s = str_drop(s, at + 4);
    while (s.n && (s.p[0] == ':' || s.p[0] == ' ')) s = str_drop(s, 1);
    size_t n = 0;
    while (n < s.n && chr_digit(s.p[n])) n++;
    return n >= 5 && n <= 9 ? str_take(s, n) : (Str){ 0 };
}

static bool take_identifiers(rxc_doc *doc, Str s)
{
    Str doi = rxc_front_doi(s), pmid = rxc_front_pmid(s);
    if (doi.n && !doc->work.doi.n) doc->work.doi = doi;
    if (pmid.n && !doc->work.pmid.n) doc->work.pmid = pmid;
    return doi.n || pmid.n;
}

/* --- source and date ------------------------------------------------------------------------------------------ */

static Str drop_quotes(Str s)
{
    static const char *const marks[] = { "\"", "“", "”", "„", "‘", "’", "'", " ", ":", "," };
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            Str mark = str_from(marks[i]);
            if (str_starts(s, mark)) s = str_drop(s, mark.n), again = true;
            if (s.n && str_ends(s, mark)) s.n -= mark.n, again = true;
        }
    }
    if (str_last(s) == '.' && str_chr(s, ' ') == STR_NONE) s.n--;
    return s;
}

/* A journal's name has a capital and is no sentence. */
static bool is_journal(Str s)
{
    size_t at = 0;
    return s.n >= 2 && s.n <= JOURNAL_MAX && rxc_utf8_is_upper(rxc_utf8_next(s, &at)) &&
           str_find(s, S(". ")) == STR_NONE && rxc_byline_count(s) < 2;
}

static void set_date(rxc_doc *doc, rxc_date date)
{
    if (date.year && !doc->work.issued.year) doc->work.issued = date;
}

/* "August 2019 in “Dermatitis”" */
static bool take_dated_source(rxc_doc *doc, Str s)
{
    size_t used;
    rxc_date date = rxc_date_parse(s, &used);
    if (!date.year) return false;
    Str rest = str_trim(str_drop(s, used));
    if (rest.n == 0) return set_date(doc, date), true;
    if (!str_starts(rest, S("in "))) return false;
    Str journal = drop_quotes(str_drop(rest, 3));
    if (!is_journal(journal)) return false;
    set_date(doc, date);
    if (!doc->work.container.n) doc->work.container = journal;
    return true;
}

/* "Published online: 5 May 2020", "Journal: Dermatitis" */
static bool take_labelled(rxc_doc *doc, Str s)
{
    static const char *const dates[] = { "published online", "first published",
                                         "publication date", "date published",
                                         "published",        "date",
                                         "issued",           "epub" };
    static const char *const journals[] = { "journal:", "published in", "journal name:", "source:" };
    for (size_t i = 0; i < sizeof journals / sizeof *journals; i++) {
        if (!str_starts_nocase(s, str_from(journals[i]))) continue;
        Str journal = drop_quotes(str_drop(s, strlen(journals[i])));
        if (is_journal(journal) && !doc->work.container.n) doc->work.container = journal;
        return true;
    }
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        if (!str_starts_nocase(s, str_from(dates[i]))) continue;
        Str rest = str_drop(s, strlen(dates[i]));
        while (rest.n && (chr_space(rest.p[0]) || rest.p[0] == ':')) rest = str_drop(rest, 1);
        if (str_starts_nocase(rest, S("on "))) rest = str_drop(rest, 3);
        size_t used;
        rxc_date date = rxc_date_parse(rest, &used);
        set_date(doc, date);
        return date.year != 0;
    }
    return false;
}

static size_t digits_at(Str s, size_t at)
{
    size_t e = at;
    while (e < s.n && chr_digit(s.p[e])) e++;
    return e - at;
}

static void set_str(Str *field, Str value)
{
    if (value.n && !field->n) *field = value;
}

/* Volume, issue and pages behind "2019;" or "2019,": "30(4):243-5.", "17(8), 1214." */
static void take_numbers(rxc_doc *doc, Str s)
{
    s = str_trim(s);
    size_t n = digits_at(s, 0);
    set_str(&doc->work.volume, str_take(s, n));
    s = str_drop(s, n);
    if (s.n && s.p[0] == '(' && str_chr(s, ')') != STR_NONE) {
        size_t end = str_chr(s, ')');
        set_str(&doc->work.issue, str_sub(s, 1, end));
        s = str_drop(s, end + 1);
    }
    if (s.n == 0 || (s.p[0] != ':' && s.p[0] != ',')) return;
    s = str_trim(str_drop(s, 1));
    for (n = 0; n < s.n && !chr_space(s.p[n]) && s.p[n] != ';' && s.p[n] != ',';) n++;
    if (n && s.p[n - 1] == '.') n--;
    set_str(&doc->work.page, str_take(s, n));
}

/* What may stand behind the year of a source: ";30", ", 17(8)", ", issue 1", ", vol. 3" */
static bool are_numbers(Str s)
{
    if (s.n < 2 || (s.p[0] != ';' && s.p[0] != ',')) return false;
    Str rest = str_trim(str_drop(s, 1));
    return s.p[0] == ';' || (rest.n && chr_digit(rest.p[0])) || str_starts_nocase(rest, S("issue ")) ||
           str_starts_nocase(rest, S("vol"));
}

/* "Dermatitis. 2019 Jul;30(4):243-5", "Molecules 2016, 17(8), 1214" */
static bool take_citation_line(rxc_doc *doc, Str s)
{
    for (size_t at = 0; at + 5 < s.n; at++) {
        if (!chr_digit(s.p[at]) || (at && chr_alnum(s.p[at - 1])) || digits_at(s, at) != 4) continue;
        size_t used;
        rxc_date date = rxc_date_parse(str_drop(s, at), &used);
        Str rest = str_trim(str_drop(s, at + used));
        Str journal = drop_quotes(str_take(s, at));
        if (str_last(journal) == '.' && str_rchr(journal, '.') == str_chr(journal, '.'))
            journal.n--; /* not that of "J. Am. Acad." */
        if (!date.year || !are_numbers(rest) || !is_journal(journal)) return false;
        set_str(&doc->work.container, journal);
        set_date(doc, date);
        take_numbers(doc, str_drop(rest, 1));
        return true;
    }
    return false;
}

static bool take_source(rxc_doc *doc, Str s)
{
    return s.n <= LINE_MAX && (take_labelled(doc, s) || take_dated_source(doc, s) || take_citation_line(doc, s));
}

/* --- authors and affiliations --------------------------------------------------------------------------------- */

/* The block without its superscripts, which are marks of affiliation. */
static Str without_superscripts(const rxc_doc *doc, const rxc_block *block)
{
    char *out = arena_alloc(doc->arena, 2 * block->span.e - 2 * block->span.b + 1);
    size_t n = 0, at = block->span.b;
    for (size_t i = rxc_doc_mark_from(doc, block->span.b); i < doc->marks.n && doc->marks.v[i].span.b < block->span.e;
         i++) {
        const rxc_mark *mark = &doc->marks.v[i];
        if (mark->kind != RXC_MARK_SUPERSCRIPT || mark->span.b < at) continue;
        memcpy(out + n, doc->text.p + at, mark->span.b - at);
        n += mark->span.b - at;
        at = mark->span.e < block->span.e ? mark->span.e : block->span.e;
        out[n++] = ' ';
    }
    memcpy(out + n, doc->text.p + at, block->span.e - at);
    return str_trim((Str){ out, n + block->span.e - at });
}

static bool take_authors(rxc_doc *doc, const rxc_block *block)
{
    if (block->span.e - block->span.b > AUTHORS_MAX) return false;
    Str line = without_superscripts(doc, block);
    size_t count = rxc_byline_count(line);
    bool said = str_starts_nocase(line, S("by ")) || str_starts_nocase(line, S("author"));
    if (count == 0 || (count == 1 && !said && line.n == block->span.e - block->span.b &&
                       str_chr(line, ',') == STR_NONE && line.n > 40))
        return false;
    if (doc->work.authors.n) return true; /* the metadata have them */
    rxc_byline_read(doc->arena, line, &doc->work.authors);
    doc->work.et_al = str_find_nocase(line, S("et al")) != STR_NONE;
    return true;
}

static bool is_affiliation(Str s)
{
    static const char *const words[] = { "universit", "hospital",    "department",     "dept",    "institut",
                                         "school of", "faculty",     "clinic",         "college", "medical cent",
                                         "unit,",     "division of", "laborator",      "academy", "ministry",
                                         "centre",    "center",      "research group", "inc.",    "gmbh" };
    if (s.n > (size_t)3 * LINE_MAX) return false;
    size_t hits = 0, commas = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        hits += str_find_nocase(s, str_from(words[i])) != STR_NONE;
    for (size_t i = 0; i < s.n; i++) commas += s.p[i] == ',';
    return hits && (commas || s.n < 80) && str_find(s, S(". We ")) == STR_NONE && str_find(s, S(" was ")) == STR_NONE &&
           str_find(s, S(" were ")) == STR_NONE;
}

/* --- the head ------------------------------------------------------------------------------------------------- */

static bool is_salutation(Str s)
{
    static const char *const words[] = {
        "dear editor", "dear sir", "to the editor", "sir,", "dear editors", "editor,"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts_nocase(s, str_from(words[i]))) return true;
    return false;
}

static bool is_prose(Str s) { return s.n >= PROSE_MIN || is_salutation(s) || (str_last(s) == '.' && s.n > 100); }

/* Could the block be the title? */
static bool may_be_title(const rxc_block *block, Str s)
{
    if (block->kind != RXC_BLOCK_HEADING && block->kind != RXC_BLOCK_PARAGRAPH) return false;
    if (s.n < 5 || s.n > TITLE_MAX || rxc_section_is_genre(s) || rxc_section_find(s) || rxc_section_is_front(s) ||
        is_salutation(s))
        return false;
    if (block->kind == RXC_BLOCK_HEADING) return true;
    return str_chr(s, ' ') != STR_NONE && !(str_last(s) == '.' && s.n > PROSE_MIN) && rxc_byline_count(s) < 2;
}

/* Does a line of authors follow the block? */
static bool before_authors(const rxc_doc *doc, size_t i)
{
    for (i++; i < doc->blocks.n && i < ZONE; i++) {
        const rxc_block *block = &doc->blocks.v[i];
        if (block->kind == RXC_BLOCK_ASIDE) continue;
        size_t n = block->span.e - block->span.b;
        return block->kind == RXC_BLOCK_PARAGRAPH && n <= AUTHORS_MAX && rxc_byline_count(without_superscripts(doc, block)) >= 2;
    }
    return false;
}

/* The first heading of the head, else its first line that may be one. STR_NONE: the document has no title. */
static size_t find_title(const rxc_doc *doc)
{
    size_t line = STR_NONE;
    for (size_t i = 0; i < doc->blocks.n && i < ZONE; i++) {
        const rxc_block *block = &doc->blocks.v[i];
        Str s = text_of(doc, block);
        if (block->kind == RXC_BLOCK_TITLE) return i;
        if (block->kind == RXC_BLOCK_ASIDE || block->kind == RXC_BLOCK_REFERENCE) continue;
        if (block->kind == RXC_BLOCK_HEADING && may_be_title(block, s))
            return line != STR_NONE && str_eq(doc->format, S("text")) ? line : i;
        if (block->kind == RXC_BLOCK_HEADING && !rxc_section_is_genre(s)) break;
        if (block->kind == RXC_BLOCK_PARAGRAPH && is_prose(s) && !may_be_title(block, s)) break;
        rxc_doc trial = { .work = { 0 } }; /* a source line is no title */
        if (!may_be_title(block, s) || take_source(&trial, s)) continue;
        if (line == STR_NONE) line = i;
        else if (before_authors(doc, i) && !before_authors(doc, line)) return i; /* above: a section of the journal */
    }
    return line;
}

static void take_title(rxc_doc *doc, rxc_block *block)
{
    block->kind = RXC_BLOCK_TITLE;
    if (doc->work.title.n) return;
    Str title = text_of(doc, block);
    for (size_t i = rxc_doc_mark_from(doc, block->span.b); i < doc->marks.n && doc->marks.v[i].span.b < block->span.e;
         i++)
        if (doc->marks.v[i].kind == RXC_MARK_SUPERSCRIPT && doc->marks.v[i].span.e == block->span.e)
            title = str_trim(str_take(title, doc->marks.v[i].span.b - block->span.b)); /* the mark of a footnote */
    while (title.n &&
           (str_last(title) == '*' || (str_last(title) == '.' && title.n > 1 && !chr_upper(title.p[title.n - 2]))))
        title.n--;
    doc->work.title = str_trim(title);
}

static bool is_short_line(Str s)
{
    return s.n <= LINE_MAX && str_last(s) != '.' && str_last(s) != ':' && str_last(s) != '?';
}

/* Is the block front matter? Takes what it says. */
static bool take_block(rxc_doc *doc, const rxc_block *block, bool behind_title)
{
    Str s = text_of(doc, block);
    if (rxc_section_is_genre(s)) return true;
    if (take_source(doc, s)) return take_identifiers(doc, s), true;
    if (rxc_section_is_front(s))
        return take_identifiers(doc, s), (void)(str_starts_nocase(s, S("author")) && take_authors(doc, block)), true;
    if (s.n <= LINE_MAX && take_identifiers(doc, s)) return true;
    if (!behind_title) return is_short_line(s);
    return take_authors(doc, block) || is_affiliation(s);
}

void rxc_front_read(rxc_doc *doc)
{
    size_t title = find_title(doc);
    if (title == STR_NONE) {
        if (!doc->work.title.n)
            rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "front.no-title", 0, 0,
                         "no title was found at the head of the document");
        return;
    }
    take_title(doc, &doc->blocks.v[title]);
    for (size_t i = 0; i < doc->blocks.n && i < title + ZONE; i++) {
        rxc_block *block = &doc->blocks.v[i];
        Str s = text_of(doc, block);
        if (i == title || block->kind == RXC_BLOCK_ASIDE || block->kind == RXC_BLOCK_REFERENCE) continue;
        if (block->kind == RXC_BLOCK_HEADING && !rxc_section_is_genre(s) && i > title) break;
        bool front = take_block(doc, block, i > title);
        if (front) block->kind = RXC_BLOCK_FRONT;
        else if (i > title && is_prose(s)) break;
    }
}
