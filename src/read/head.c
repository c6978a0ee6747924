/* head.c: the metadata head of a Markdown file: lines "key: value", and lists "- value", between two lines of hyphens.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/head.h"

#include "read/byline.h"
#include "read/date.h"
#include "read/front.h"

enum { HEAD_MAX = 16384 }; /* bytes */

size_t rxc_head_find(Str source)
{
    Str rest = str_take(source, HEAD_MAX), line;
    if (!str_cut(&rest, '\n', &line) || !str_eq(str_trim(line), S("---"))) return 0;
    for (bool keys = false; str_cut(&rest, '\n', &line);) {
        line = str_trim(line);
        if (str_eq(line, S("---")) || str_eq(line, S("..."))) return keys && rest.p ? (size_t)(rest.p - source.p) : 0;
        keys = keys || str_chr(line, ':') != STR_NONE;
    }
    return 0;
}

static Str bare(Str value)
{
    value = str_trim(value);
    char first = value.n ? value.p[0] : '\0';
    if (value.n >= 2 && (first == '"' || first == '\'') && str_last(value) == first)
        value = str_sub(value, 1, value.n - 1);
    if (value.n >= 2 && first == '[' && str_last(value) == ']') value = str_sub(value, 1, value.n - 1);
    return str_trim(value);
}

static void take(rxc_doc *doc, Str key, Str value)
{
    static const struct {
        const char *key;
        size_t offset; /* of the Str in rxc_work */
    } keys[] = { { "title", offsetof(rxc_work, title) },
                 { "journal", offsetof(rxc_work, container) },
                 { "container-title", offsetof(rxc_work, container) },
                 { "volume", offsetof(rxc_work, volume) },
                 { "issue", offsetof(rxc_work, issue) },
                 { "page", offsetof(rxc_work, page) },
                 { "pages", offsetof(rxc_work, page) },
                 { "pmid", offsetof(rxc_work, pmid) },
                 { "pmcid", offsetof(rxc_work, pmcid) },
                 { "publisher", offsetof(rxc_work, publisher) },
                 { "issn", offsetof(rxc_work, issn) },
                 { "abstract", offsetof(rxc_work, abstract) } };
    size_t used;
    if (str_eq_nocase(key, S("author")) || str_eq_nocase(key, S("authors"))) {
        rxc_byline_read(doc->arena, bare(value), &doc->work.authors);
        if (str_find_nocase(value, S("et al")) != STR_NONE) doc->work.et_al = true;
    } else if (str_eq_nocase(key, S("date")) || str_eq_nocase(key, S("year")) || str_eq_nocase(key, S("issued")))
        doc->work.issued = rxc_date_parse(bare(value), &used);
    else if (str_eq_nocase(key, S("doi"))) doc->work.doi = rxc_front_doi(value);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_eq_nocase(key, str_from(keys[i].key)))
            *(Str *)(void *)((char *)&doc->work + keys[i].offset) = bare(value);
}

void rxc_head_read(rxc_doc *doc, Str head)
{
    Str line, key = { 0 };
    while (str_cut(&head, '\n', &line)) {
        Str s = str_trim(line);
        size_t colon = str_chr(s, ':');
        if (str_starts(s, S("- "))) {
            Str value = str_trim(str_drop(s, 2));
            if (str_starts(value, S("name:"))) value = str_trim(str_drop(value, 5));
            take(doc, key, value);
        } else if (colon != STR_NONE && line.n && !chr_space(line.p[0])) {
            key = str_trim(str_take(s, colon));
            take(doc, key, str_trim(str_drop(s, colon + 1)));
        }
    }
}
