/* kind.c: what kind of document it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/kind.h"

#include "read/section.h"

enum { HEAD = 20000 }; /* bytes of the text looked at for cues */

/* Is it in a text of small letters? Faster by far than looking for either case. */
static bool says(Str low, const char *words) { return str_find(low, str_from(words)) != STR_NONE; }

static bool says_one(Str low, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (says(low, list[i])) return true;
    return false;
}
#define SAYS_ONE(low, list) says_one((low), (list), sizeof(list) / sizeof *(list))

static bool has(Str s, const char *words) { return str_find_nocase(s, str_from(words)) != STR_NONE; }

static bool has_one(Str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (has(s, list[i])) return true;
    return false;
}
#define HAS_ONE(s, list) has_one((s), (list), sizeof(list) / sizeof *(list))

rxc_doc_kind rxc_kind_of_type(Str type)
{
    static const struct {
        const char *words;
        rxc_doc_kind kind;
    } types[] = {
        { "case-report", RXC_DOC_CASE_REPORT },
        { "case report", RXC_DOC_CASE_REPORT },
        { "case series", RXC_DOC_CASE_SERIES },
        { "case-series", RXC_DOC_CASE_SERIES },
        { "clinical trial", RXC_DOC_TRIAL },
        { "clinical-trial", RXC_DOC_TRIAL },
        { "letter", RXC_DOC_LETTER },
        { "correspondence", RXC_DOC_LETTER },
        { "reply", RXC_DOC_LETTER },
        { "review", RXC_DOC_REVIEW },
        { "meta-analysis", RXC_DOC_REVIEW },
        { "research-article", RXC_DOC_RESEARCH },
        { "brief-report", RXC_DOC_RESEARCH },
        { "rapid-communication", RXC_DOC_RESEARCH },
        { "original", RXC_DOC_RESEARCH },
        { "protocol", RXC_DOC_RESEARCH },
        { "research article", RXC_DOC_RESEARCH },
        { "methods-article", RXC_DOC_RESEARCH },
        { "data-paper", RXC_DOC_RESEARCH },
    };
    if (has(type, "book-review") || has(type, "product-review")) return RXC_DOC_UNKNOWN;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (has(type, types[i].words)) return types[i].kind;
    return RXC_DOC_UNKNOWN;
}

static rxc_doc_kind by_title(Str title)
{
    static const char *const series[] = { "case series", "series of cases" };
    static const char *const cases[] = { "case report",  "a case of",           "report of a case",
                                         "a case study", "report of two cases", "report of three cases",
                                         "a report of" };
    static const char *const trials[] = {
        "randomized", "randomised",         "phase 3",        "phase 2",   "phase iii",
        "phase ii",   "placebo-controlled", "clinical trial", "open-label"
    };
    static const char *const reviews[] = { "review",      "meta-analysis", "an update",
                                           "overview of", "guideline",     "consensus" };
    if (HAS_ONE(title, series)) return RXC_DOC_CASE_SERIES;
    if (HAS_ONE(title, cases)) return RXC_DOC_CASE_REPORT;
    if (HAS_ONE(title, reviews)) return RXC_DOC_REVIEW;
    return HAS_ONE(title, trials) ? RXC_DOC_TRIAL : RXC_DOC_UNKNOWN;
}

/* Words that are names in capitals with a registered mark or without: "DUPIXENT". Gives how often the most frequent one
 * stands. */
static size_t capitals(Str s)
{
    enum { NAMES = 16, SHORTEST = 6 };
    struct {
        Str word;
        size_t count;
    } names[NAMES];
    size_t n = 0, most = 0;
    for (size_t b = 0, e; b < s.n; b = e + 1) {
        for (e = b; e < s.n && chr_upper(s.p[e]);) e++;
        if (e - b < SHORTEST || (b && chr_alnum(s.p[b - 1]))) continue;
        size_t i = 0;
        Str word = str_sub(s, b, e);
        while (i < n && !str_eq(names[i].word, word)) i++;
        if (i == NAMES) continue;
        if (i == n) names[n].word = word, names[n++].count = 0;
        if (++names[i].count > most) most = names[i].count;
    }
    return most;
}

static bool is_label(const rxc_doc *doc, Str head, Str low)
{
    static const char *const sure[] = { "full prescribing information",
                                        "highlights of prescribing information",
                                        "indications and usage",
                                        "important safety information",
                                        "summary of product characteristics",
                                        "package leaflet",
                                        "boxed warning",
                                        "patient information leaflet",
                                        "what is the most important information",
                                        "qualitative and quantitative composition" };
    if (doc->work.authors.n || doc->work.container.n) return false;
    if (SAYS_ONE(low, sure)) return true;
    static const char *const medical[] = { "side effects", "patients", "healthcare", "prescrib", "dosing", "medicine" };
    return (says(low, "prescribing information") && capitals(head) >= 2) ||
           (SAYS_ONE(low, medical) && capitals(head) >= 6);
}

static bool is_web_summary(Str low)
{
    static const char *const cues[] = { "tldr",
                                        "discuss this study",
                                        "research cited in this study",
                                        "plain language summary of",
                                        "summary of the study",
                                        "this study summary",
                                        "ai summary",
                                        "study summary",
                                        "in the document," };
    size_t hits = 0;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) hits += says(low, cues[i]);
    return hits >= 2;
}

static size_t sections_of(const rxc_doc *doc)
{
    size_t seen = 0;
    for (size_t i = 0; i < doc->blocks.n; i++)
        if (doc->blocks.v[i].kind == RXC_BLOCK_HEADING) seen |= (size_t)1 << doc->blocks.v[i].section;
    return seen;
}

/* "Dear Editor" at the start of a block, or a line "Letter to the editor" before the text. */
static rxc_doc_kind by_head_lines(const rxc_doc *doc)
{
    enum { LINES = 60 };
    for (size_t i = 0; i < doc->blocks.n && i < LINES; i++) {
        Str s = rxc_span_of(doc->text, doc->blocks.v[i].span);
        if (str_starts_nocase(s, S("dear editor")) || str_starts_nocase(s, S("to the editor")) ||
            str_starts_nocase(s, S("dear sir")))
            return RXC_DOC_LETTER;
        rxc_doc_kind kind =
            doc->blocks.v[i].kind == RXC_BLOCK_FRONT && rxc_section_is_genre(s) ? rxc_kind_of_type(s) : RXC_DOC_UNKNOWN;
        if (kind != RXC_DOC_UNKNOWN) return kind;
    }
    return RXC_DOC_UNKNOWN;
}

static rxc_doc_kind by_sections(const rxc_doc *doc, Str low)
{
    static const char *const reports[] = { "we report a case",      "we report the case", "we present a case",
                                           "we present the case",   "we describe a case", "we report a ",
                                           "we describe a patient", "year-old",           "we present a " };
    size_t seen = sections_of(doc);
    if (seen >> RXC_SECTION_CASE & 1) return RXC_DOC_CASE_REPORT;
    if (seen >> RXC_SECTION_METHODS & 1 && seen >> RXC_SECTION_RESULTS & 1) return RXC_DOC_RESEARCH;
    if (SAYS_ONE(low, reports)) return RXC_DOC_CASE_REPORT;
    if (says(low, "this review") || says(low, "we review")) return RXC_DOC_REVIEW;
    return RXC_DOC_UNKNOWN;
}

rxc_doc_kind rxc_kind_find(const rxc_doc *doc)
{
    char small[HEAD];
    Str head = str_take(doc->text, HEAD), low = { small, head.n };
    for (size_t i = 0; i < head.n; i++) small[i] = chr_to_lower(head.p[i]);
    if (is_web_summary(low)) return RXC_DOC_WEB_SUMMARY;
    rxc_doc_kind kind = by_head_lines(doc);
    if (kind == RXC_DOC_UNKNOWN) kind = by_title(doc->work.title);
    if (kind == RXC_DOC_UNKNOWN && is_label(doc, head, low)) kind = RXC_DOC_LABEL;
    if (kind == RXC_DOC_UNKNOWN) kind = by_sections(doc, low);
    bool published = doc->work.container.n || doc->work.doi.n; /* an article, of whatever kind */
    if (kind == RXC_DOC_UNKNOWN && !published && str_eq(doc->format, S("html"))) kind = RXC_DOC_WEB_PAGE;
    return kind;
}
