/* html_reference.c: the references that the metadata of a page hold: citation_reference, and "citation" of JSON-LD.
 *     <meta name="citation_reference" content="citation_title=…; citation_author=…; citation_doi=…">
 *     <meta name="citation_reference" content="Doe J. On hair. Lancet 2019;30:1-2."> */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cjson/cJSON.h>

#include "read/byline.h"
#include "read/date.h"
#include "read/front.h"
#include "read/html.h"
#include "read/jats.h"
#include "read/print.h"

enum { REFERENCES_MAX = 20000, JSON_MAX = 1 << 20 /* bytes of a JSON-LD script */ };

typedef struct stated {
    rxc_work work;
    Str first, last, raw, anchor;
} stated;

static const struct {
    const char *key;
    size_t offset; /* of the Str in stated */
} fields[] = {
    { "title", offsetof(stated, work.title) },
    { "journal_title", offsetof(stated, work.container) },
    { "inbook_title", offsetof(stated, work.container) },
    { "conference_title", offsetof(stated, work.container) },
    { "conference", offsetof(stated, work.container) },
    { "journal_abbrev", offsetof(stated, work.container) },
    { "volume", offsetof(stated, work.volume) },
    { "issue", offsetof(stated, work.issue) },
    { "number", offsetof(stated, work.issue) },
    { "firstpage", offsetof(stated, first) },
    { "lastpage", offsetof(stated, last) },
    { "publisher", offsetof(stated, work.publisher) },
    { "technical_report_institution", offsetof(stated, work.publisher) },
    { "dissertation_institution", offsetof(stated, work.publisher) },
    { "isbn", offsetof(stated, work.isbn) },
    { "issn", offsetof(stated, work.issn) },
    { "id", offsetof(stated, anchor) },
};

static void take_authors(Arena *arena, stated *out, Str value)
{
    bool list = str_chr(value, ';') != STR_NONE || rxc_byline_count(value) > 1;
    if (list) rxc_byline_read(arena, value, &out->work.authors);
    else *vec_push(arena, &out->work.authors) = rxc_byline_one(arena, value);
}

static void take_pages(stated *out, Str value)
{
    size_t dash = str_chr(value, '-');
    Str first = dash == STR_NONE ? value : str_trim(str_take(value, dash));
    if (!out->first.n) out->first = first;
    if (!out->last.n && dash != STR_NONE) out->last = str_trim(str_drop(value, dash + 1));
}

static void take_field(Arena *arena, stated *out, Str key, Str value)
{
    if (value.n == 0) return;
    if (str_eq(key, S("author")) || str_eq(key, S("authors"))) take_authors(arena, out, value);
    else if (str_eq(key, S("pages"))) take_pages(out, value);
    else if (str_eq(key, S("doi"))) rxc_jats_identifier(arena, &out->work, S("doi"), value);
    else if (str_eq(key, S("pmid"))) rxc_jats_identifier(arena, &out->work, S("pmid"), value);
    else if (str_eq(key, S("arxiv_id"))) rxc_jats_identifier(arena, &out->work, S("arxiv"), value);
    else if (str_ends(key, S("date")) || str_eq(key, S("year"))) {
        if (!out->work.issued.year) out->work.issued.year = rxc_jats_year(value);
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        Str *field = (Str *)(void *)((char *)out + fields[i].offset);
        if (str_eq(key, str_from(fields[i].key)) && !field->n) *field = value;
    }
}

/* "citation_title=A; citation_author=B": each part begins with "citation_". */
static void read_parts(Arena *arena, Str content, stated *out)
{
    static const char head[] = "citation_";
    const size_t n = sizeof head - 1;
    while (str_starts(content, str_from(head))) {
        content = str_drop(content, n);
        size_t end = str_find(content, str_from(head));
        Str part = str_trim(end == STR_NONE ? content : str_take(content, end));
        if (str_last(part) == ';') part.n--;
        size_t equals = str_chr(part, '=');
        if (equals != STR_NONE) take_field(arena, out, str_take(part, equals), str_trim(str_drop(part, equals + 1)));
        content = end == STR_NONE ? (Str){ 0 } : str_drop(content, end);
    }
}

static void add(rxc_builder *b, const xmlNode *node, stated *one)
{
    Arena *arena = b->doc->arena;
    rxc_work *work = &one->work;
    bool parsed = !rxc_work_is_empty(work) || one->first.n;
    if (b->doc->entries.n >= REFERENCES_MAX || (!parsed && !one->raw.n)) return;
    work->page_first = one->first;
    work->page = rxc_jats_pages(arena, one->first, one->last);
    if (work->container.n) work->type = RXC_WORK_ARTICLE;
    rxc_builder_open(b, RXC_BLOCK_REFERENCE, (size_t)xmlGetLineNo(node), 0);
    b->block.section = RXC_SECTION_REFERENCES;
    b->block.anchor = one->anchor;
    if (one->raw.n) rxc_builder_text(b, one->raw);
    else rxc_print_work(b, work);
    bool kept = b->started;
    rxc_builder_close(b);
    if (!kept) return;
    *vec_push(arena, &b->doc->entries) =
        (rxc_entry){ one->anchor, (Str){ 0 }, b->doc->blocks.n - 1, *work, one->raw.n == 0 };
}

static void take_meta(rxc_builder *b, const xmlNode *node)
{
    Arena *arena = b->doc->arena;
    stated one = { 0 };
    if (!str_eq_nocase(rxc_xml_attribute(arena, node, "name"), S("citation_reference"))) return;
    Str content = rxc_xml_attribute(arena, node, "content");
    if (str_starts(content, S("citation_"))) read_parts(arena, content, &one);
    else one.raw = content;
    add(b, node, &one);
}

/* --- JSON-LD --------------------------------------------------------------------------------------------------- */

static Str text_of(Arena *arena, const cJSON *item)
{
    if (cJSON_IsArray(item)) item = item->child;
    if (cJSON_IsObject(item)) item = cJSON_GetObjectItemCaseSensitive(item, "name");
    return cJSON_IsString(item) ? arena_str(arena, str_from(item->valuestring)) : (Str){ 0 };
}

static Str member(Arena *arena, const cJSON *object, const char *key)
{
    return text_of(arena, cJSON_GetObjectItemCaseSensitive(object, key));
}

static void take_citation(rxc_builder *b, const xmlNode *node, const cJSON *item)
{
    static const char *const ids[] = { "doi", "@id", "sameAs", "identifier", "url" };
    Arena *arena = b->doc->arena;
    stated one = { 0 };
    if (cJSON_IsString(item)) {
        one.raw = text_of(arena, item);
    } else {
        const cJSON *authors = cJSON_GetObjectItemCaseSensitive(item, "author"), *author;
        one.work.title = member(arena, item, "headline");
        if (!one.work.title.n) one.work.title = member(arena, item, "name");
        one.work.container = member(arena, item, "isPartOf");
        one.work.issued.year = rxc_jats_year(member(arena, item, "datePublished"));
        for (size_t i = 0; i < sizeof ids / sizeof *ids && !one.work.doi.n; i++)
            one.work.doi = rxc_front_doi(member(arena, item, ids[i]));
        if (cJSON_IsArray(authors))
            cJSON_ArrayForEach(author, authors) take_field(arena, &one, S("author"), text_of(arena, author));
        else take_field(arena, &one, S("author"), text_of(arena, authors));
    }
    add(b, node, &one);
}

static void take_json_work(rxc_builder *b, const xmlNode *node, const cJSON *work)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(work, "citation"), *one;
    if (cJSON_IsArray(list)) cJSON_ArrayForEach(one, list) take_citation(b, node, one);
}

static void take_json(rxc_builder *b, const xmlNode *script)
{
    const xmlNode *text = script->children;
    Str source = text && text->content ? str_from((const char *)text->content) : (Str){ 0 };
    if (source.n == 0 || source.n > JSON_MAX) return;
    cJSON *json = cJSON_ParseWithLength(source.p, source.n);
    const cJSON *list = cJSON_IsArray(json) ? json : cJSON_GetObjectItemCaseSensitive(json, "@graph"), *one;
    take_json_work(b, script, json);
    if (cJSON_IsArray(list)) cJSON_ArrayForEach(one, list) take_json_work(b, script, one);
    cJSON_Delete(json);
}

void rxc_html_references(rxc_builder *b, xmlNode *root)
{
    rxc_walk walk = rxc_xml_walk(root, 256);
    while (rxc_xml_next(&walk))
        if (!walk.leaving && rxc_xml_is(walk.node, "meta")) take_meta(b, walk.node);
    if (b->doc->entries.n) return;
    walk = rxc_xml_walk(root, 256);
    while (rxc_xml_next(&walk))
        if (!walk.leaving && rxc_xml_is(walk.node, "script") &&
            str_eq(rxc_xml_attribute(b->doc->arena, walk.node, "type"), S("application/ld+json")))
            take_json(b, walk.node);
}
