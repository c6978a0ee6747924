/* section.c: what the words of a heading, or before a colon, say about the text that follows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/section.h"

#include "text/utf8.h"

enum { HEADING_MAX = 120 }; /* bytes; a longer line is no heading of a section */

/* Headings by their beginning, longest first where one begins another; "=" wants the whole heading. */
static const struct {
    const char *words;
    rxc_section section;
} headings[] = {
    { "=abstract", RXC_SECTION_ABSTRACT },
    { "=summary", RXC_SECTION_ABSTRACT },
    { "=tldr", RXC_SECTION_ABSTRACT },
    { "structured abstract", RXC_SECTION_ABSTRACT },
    { "introduction", RXC_SECTION_INTRODUCTION },
    { "=background", RXC_SECTION_INTRODUCTION },
    { "background and ", RXC_SECTION_INTRODUCTION },
    { "case report", RXC_SECTION_CASE },
    { "case presentation", RXC_SECTION_CASE },
    { "case description", RXC_SECTION_CASE },
    { "case series", RXC_SECTION_CASE },
    { "case history", RXC_SECTION_CASE },
    { "clinical case", RXC_SECTION_CASE },
    { "=case", RXC_SECTION_CASE },
    { "=cases", RXC_SECTION_CASE },
    { "=the case", RXC_SECTION_CASE },
    { "=our case", RXC_SECTION_CASE },
    { "=patient", RXC_SECTION_CASE },
    { "patient presentation", RXC_SECTION_CASE },
    { "report of a case", RXC_SECTION_CASE },
    { "report of case", RXC_SECTION_CASE },
    { "patients and methods", RXC_SECTION_METHODS },
    { "methods", RXC_SECTION_METHODS },
    { "=method", RXC_SECTION_METHODS },
    { "methodology", RXC_SECTION_METHODS },
    { "materials and method", RXC_SECTION_METHODS },
    { "material and method", RXC_SECTION_METHODS },
    { "materials & method", RXC_SECTION_METHODS },
    { "subjects and methods", RXC_SECTION_METHODS },
    { "study design", RXC_SECTION_METHODS },
    { "search strategy", RXC_SECTION_METHODS },
    { "results", RXC_SECTION_RESULTS },
    { "=findings", RXC_SECTION_RESULTS },
    { "discussion", RXC_SECTION_DISCUSSION },
    { "=comment", RXC_SECTION_DISCUSSION },
    { "conclusion", RXC_SECTION_CONCLUSION },
    { "concluding remarks", RXC_SECTION_CONCLUSION },
    { "=references", RXC_SECTION_REFERENCES },
    { "=reference", RXC_SECTION_REFERENCES },
    { "=reference list", RXC_SECTION_REFERENCES },
    { "=list of references", RXC_SECTION_REFERENCES },
    { "references (", RXC_SECTION_REFERENCES },
    { "references and notes", RXC_SECTION_REFERENCES },
    { "references and recommended", RXC_SECTION_REFERENCES },
    { "references cited", RXC_SECTION_REFERENCES },
    { "=bibliography", RXC_SECTION_REFERENCES },
    { "=literature", RXC_SECTION_REFERENCES },
    { "=literature cited", RXC_SECTION_REFERENCES },
    { "=works cited", RXC_SECTION_REFERENCES },
    { "=cited literature", RXC_SECTION_REFERENCES },
    { "=literatur", RXC_SECTION_REFERENCES },
    { "=literaturverzeichnis", RXC_SECTION_REFERENCES },
    { "=bibliographie", RXC_SECTION_REFERENCES },
    { "=références", RXC_SECTION_REFERENCES },
    { "=bibliografía", RXC_SECTION_REFERENCES },
    { "=referencias", RXC_SECTION_REFERENCES },
    { "acknowledg", RXC_SECTION_BACK },
    { "conflict of interest", RXC_SECTION_BACK },
    { "conflicts of interest", RXC_SECTION_BACK },
    { "competing interest", RXC_SECTION_BACK },
    { "declaration of ", RXC_SECTION_BACK },
    { "declarations", RXC_SECTION_BACK },
    { "disclosure", RXC_SECTION_BACK },
    { "financial disclosure", RXC_SECTION_BACK },
    { "=funding", RXC_SECTION_BACK },
    { "funding source", RXC_SECTION_BACK },
    { "funding statement", RXC_SECTION_BACK },
    { "funding information", RXC_SECTION_BACK },
    { "financial support", RXC_SECTION_BACK },
    { "ethics ", RXC_SECTION_BACK },
    { "=ethics", RXC_SECTION_BACK },
    { "ethical approval", RXC_SECTION_BACK },
    { "ethical statement", RXC_SECTION_BACK },
    { "consent for publication", RXC_SECTION_BACK },
    { "patient consent", RXC_SECTION_BACK },
    { "informed consent", RXC_SECTION_BACK },
    { "availability of data", RXC_SECTION_BACK },
    { "data availability", RXC_SECTION_BACK },
    { "data sharing", RXC_SECTION_BACK },
    { "author contribution", RXC_SECTION_BACK },
    { "author's contribution", RXC_SECTION_BACK },
    { "authors contribution", RXC_SECTION_BACK },
    { "authors' contribution", RXC_SECTION_BACK },
    { "authors’ contribution", RXC_SECTION_BACK },
    { "contributors", RXC_SECTION_BACK },
    { "publisher's note", RXC_SECTION_BACK },
    { "publisher’s note", RXC_SECTION_BACK },
    { "supplementary material", RXC_SECTION_BACK },
    { "supplementary data", RXC_SECTION_BACK },
    { "supporting information", RXC_SECTION_BACK },
    { "additional information", RXC_SECTION_BACK },
    { "abbreviations", RXC_SECTION_BACK },
    { "orcid", RXC_SECTION_BACK },
    { "about the author", RXC_SECTION_BACK },
    { "provenance and peer review", RXC_SECTION_BACK },
    { "=footnotes", RXC_SECTION_BACK },
};

/* Roman numbers up to 39 and a full stop: "IV. " */
static Str drop_roman(Str s)
{
    size_t n = 0;
    while (n < s.n && n < 6 && (s.p[n] == 'I' || s.p[n] == 'V' || s.p[n] == 'X')) n++;
    return n && n + 1 < s.n && s.p[n] == '.' && s.p[n + 1] == ' ' ? str_trim(str_drop(s, n + 1)) : s;
}

Str rxc_section_bare(Str heading)
{
    Str s = str_trim(heading);
    size_t n = 0;
    while (n < s.n && (chr_digit(s.p[n]) || s.p[n] == '.')) n++;
    if (n && n < s.n && chr_digit(s.p[0]) && (s.p[n] == ' ' || s.p[n] == ')')) s = str_trim(str_drop(s, n + 1));
    s = drop_roman(s);
    while (s.n && (str_last(s) == ':' || str_last(s) == '.')) s.n--;
    return str_trim(s);
}

rxc_section rxc_section_find(Str heading)
{
    Str s = rxc_section_bare(heading);
    if (s.n == 0 || s.n > HEADING_MAX) return RXC_SECTION_NONE;
    char first = chr_to_lower(s.p[0]);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        bool whole = headings[i].words[0] == '=';
        if (headings[i].words[whole] != first) continue;
        Str words = str_from(headings[i].words + whole);
        if (whole ? str_eq_nocase(s, words) : str_starts_nocase(s, words)) return headings[i].section;
    }
    return RXC_SECTION_NONE;
}

static const char *const back_words[] = {
    "received",
    "accepted",
    "revised",
    "submitted",
    "peer review",
    "copyright",
    "©",
    "(c) ",
    "this work is licensed",
    "this article is licensed",
    "this is an open access",
    "this is an open-access",
    "this open access article",
    "this article is distributed",
    "this work is distributed",
    "distributed under the terms",
    "open access this article",
    "licensee",
    "all rights reserved",
    "publisher's note",
    "publisher’s note",
    "publisher note",
    "how to cite",
    "cite this article",
    "cite as",
    "the authors declare",
    "the author declares",
    "conflict of interest",
    "conflicts of interest",
    "competing interest",
    "funding",
    "ethics approval",
    "ethical approval",
    "consent for publication",
    "availability of data",
    "data availability",
    "acknowledgement",
    "acknowledgment",
    "author contribution",
    "authors' contribution",
    "authors’ contribution",
    "contributions",
    "disclosure",
    "financial disclosure",
    "supplementary material",
    "informed consent",
    "patient consent",
    "statement of ethics",
    "provenance",
};

static const char *const front_words[] = {
    "key words",
    "keywords",
    "key-words",
    "mesh terms",
    "index terms",
    "correspondence",
    "corresponding author",
    "address for correspondence",
    "address correspondence",
    "correspondence to",
    "reprint requests",
    "e-mail",
    "email",
    "tel.",
    "tel:",
    "fax",
    "orcid",
    "doi",
    "https://doi.org/",
    "http://dx.doi.org/",
    "https://dx.doi.org/",
    "pmid",
    "pmcid",
    "affiliation",
    "author affiliation",
    "from the department",
    "running title",
    "running head",
    "short title",
    "word count",
    "authors:",
    "author:",
    "by:",
    "published",
    "citation:",
    "issn",
    "academic editor",
    "handling editor",
    "edited by",
    "reviewed by",
    "journal:",
    "source:",
    "*correspondence",
};

/* Does the text begin with one of the words, as a word of its own? */
static bool begins(Str s, const char *const *list, size_t n)
{
    char first = s.n ? chr_to_lower(s.p[0]) : '\0';
    for (size_t i = 0; i < n; i++) {
        if (list[i][0] != first) continue;
        Str words = str_from(list[i]);
        if (str_starts_nocase(s, words) &&
            (s.n == words.n || !chr_alpha(s.p[words.n]) || !chr_alpha(str_last(words)) || s.p[words.n] == 's'))
            return true;
    }
    return false;
}
#define BEGINS(s, list) begins((s), (list), sizeof(list) / sizeof *(list))

/* The words before a colon (or a full stop and a space, or a dash) that a heading could be; empty when none. */
static Str label_of(Str paragraph)
{
    Str head = str_take(paragraph, HEADING_MAX / 2);
    size_t colon = str_chr(head, ':'), stop = str_find(head, S(". "));
    size_t end = colon < stop ? colon : stop;
    return end == STR_NONE ? (Str){ 0 } : str_take(head, end);
}

rxc_section rxc_section_run_in(Str paragraph)
{
    Str label = label_of(paragraph);
    if (label.n) {
        rxc_section section = rxc_section_find(label);
        if (section == RXC_SECTION_BACK || section == RXC_SECTION_ABSTRACT) return section;
    }
    return BEGINS(paragraph, back_words) ? RXC_SECTION_BACK : RXC_SECTION_NONE;
}

bool rxc_section_is_front(Str paragraph)
{
    enum { FRONT_MAX = 600 }; /* bytes */
    if (paragraph.n > FRONT_MAX || !BEGINS(paragraph, front_words)) return false;
    Str head = str_take(paragraph, 40);
    return str_chr(head, ':') != STR_NONE || str_chr(paragraph, '@') != STR_NONE || str_starts_nocase(head, S("doi")) ||
           str_starts_nocase(head, S("pmid")) || str_starts_nocase(head, S("http")) ||
           str_find_nocase(head, S("—")) != STR_NONE;
}

bool rxc_section_is_caption(Str s)
{
    static const char *const words[] = {
        "figure", "fig.", "fig",    "table", "supplementary figure", "supplementary table", "image",
        "photo",  "box",  "scheme", "panel"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!str_starts_nocase(s, str_from(words[i])) || s.n == 0 || chr_lower(s.p[0])) continue;
        Str rest = str_drop(s, strlen(words[i]));
        if (rest.n == 0 || rest.p[0] != ' ') continue;
        rest = str_trim(rest);
        size_t n = 0;
        while (n < rest.n && (chr_digit(rest.p[n]) || (n < 2 && chr_upper(rest.p[n])))) n++;
        bool number = n > 0 && n <= 3;
        if (!number) continue;
        if (n == rest.n || rest.p[n] == '.' || rest.p[n] == ':' || rest.p[n] == ',' || rest.p[n] == ')') return true;
        if (rest.p[n] == ' ' && n + 1 < rest.n && chr_upper(rest.p[n + 1]))
            return true; /* "Figure 1 Papules", not "Figure 1 shows" */
    }
    return false;
}

bool rxc_section_is_genre(Str line)
{
    static const char *const words[] = {
        "case report",
        "case reports",
        "case series",
        "letter",
        "letters",
        "letter to the editor",
        "letters to the editor",
        "correspondence",
        "research letter",
        "brief report",
        "brief communication",
        "short communication",
        "short report",
        "original article",
        "original research",
        "original paper",
        "research article",
        "research",
        "article",
        "articles",
        "review",
        "review article",
        "mini review",
        "mini-review",
        "systematic review",
        "editorial",
        "commentary",
        "opinion",
        "perspective",
        "open access",
        "open access article",
        "full text",
        "full length article",
        "clinical trial",
        "images in dermatology",
        "case report open access",
        "concise communication",
        "report",
        "study",
        "case letter",
        "clinical case",
        "case study",
    };
    Str s = rxc_section_bare(line);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(s, str_from(words[i]))) return true;
    return false;
}
