/* html_entry.c: the links that pages put behind an entry of the references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/html.h"

bool rxc_html_is_database(Str text)
{
    static const char *const names[] = { "pubmed",
                                         "google scholar",
                                         "crossref",
                                         "full text",
                                         "pmc free article",
                                         "pmc",
                                         "view article",
                                         "article",
                                         "abstract",
                                         "pdf",
                                         "web of science",
                                         "scopus",
                                         "isi",
                                         "cas",
                                         "ads",
                                         "medline",
                                         "doi",
                                         "view",
                                         "free full text",
                                         "pubmed abstract",
                                         "publisher full text",
                                         "crossref full text",
                                         "pubmed abstract | crossref full text | google scholar",
                                         "free article",
                                         "export citation",
                                         "cross ref",
                                         "cross-ref",
                                         "openurl",
                                         "pubmed/ncbi",
                                         "pubmed central",
                                         "europe pmc",
                                         "pmc article",
                                         "ncbi",
                                         "view in article",
                                         "view in text",
                                         "view in scopus",
                                         "view record in scopus",
                                         "view at publisher",
                                         "view at google scholar",
                                         "search google scholar",
                                         "download references",
                                         "download citation",
                                         "full text links",
                                         "abstract/free full text",
                                         "crossref full text |",
                                         "semantic scholar",
                                         "mathscinet",
                                         "chemport",
                                         "open url",
                                         "link",
                                         "links",
                                         "web of science®",
                                         "isi web of science",
                                         "publisher" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(text, str_from(names[i]))) return true;
    return false;
}

bool rxc_html_is_arrow(Str text)
{
    enum { ARROW_MAX = 4 }; /* bytes */
    for (size_t i = 0; i < text.n; i++)
        if (chr_alnum(text.p[i])) return false;
    return text.n <= ARROW_MAX;
}

size_t rxc_html_litter(Str text)
{
    static const Str signs[] = { STR_INIT("[]"), STR_INIT("[ ]"), STR_INIT("()"),      STR_INIT("( )"),
                                 STR_INIT("|"),  STR_INIT(" "),   STR_INIT("\xC2\xB7") };
    size_t n = text.n;
    for (size_t i = 0; i < sizeof signs / sizeof *signs;) {
        bool ends = str_ends(str_take(text, n), signs[i]);
        n -= ends ? signs[i].n : 0;
        i = ends ? 0 : i + 1;
    }
    return text.n - n;
}

Str rxc_html_pmid(Str href)
{
    static const char *const places[] = { "ncbi.nlm.nih.gov/pubmed/", "pubmed.ncbi.nlm.nih.gov/", "list_uids=" };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        size_t at = str_find(href, str_from(places[i]));
        if (at == STR_NONE) continue;
        Str rest = str_drop(href, at + strlen(places[i]));
        size_t n = 0;
        while (n < rest.n && chr_digit(rest.p[n])) n++;
        if (n >= 4 && n <= 9) return str_take(rest, n);
    }
    return (Str){ 0 };
}
