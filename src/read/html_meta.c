/* html_meta.c: what a page's metadata say: citation_* (Highwire), Dublin Core, prism, Open Graph, JSON-LD. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cjson/cJSON.h>

#include "read/date.h"
#include "read/front.h"
#include "read/html.h"
#include "read/jats.h"
#include "read/byline.h"

enum { JSON_MAX = 1 << 20, /* bytes of a JSON-LD script */ AUTHORS_MAX = 500 };

/* A value, and how much its source is to be trusted: 1 is best, 0 none yet. */
typedef struct value {
    Str text;
    int rank;
} value;

typedef struct metadata {
    rxc_doc *doc;
    value title, journal, date, doi, pmid, volume, issue, first, last, issn, publisher, abstract, fallback;
    rxc_names authors;
    int authors_rank;
} metadata;

static const struct {
    const char *name; /* of <meta name> or <meta property>, lower case */
    size_t offset;    /* of the value in metadata */
    int rank;
} rows[] = {
    { "citation_title", offsetof(metadata, title), 1 },
    { "dc.title", offsetof(metadata, title), 2 },
    { "dcterms.title", offsetof(metadata, title), 2 },
    { "citation_journal_title", offsetof(metadata, journal), 1 },
    { "prism.publicationname", offsetof(metadata, journal), 2 },
    { "citation_journal_abbrev", offsetof(metadata, journal), 3 },
    { "citation_publication_date", offsetof(metadata, date), 1 },
    { "citation_date", offsetof(metadata, date), 2 },
    { "citation_cover_date", offsetof(metadata, date), 2 },
    { "citation_online_date", offsetof(metadata, date), 3 },
    { "prism.publicationdate", offsetof(metadata, date), 3 },
    { "dc.date", offsetof(metadata, date), 4 },
    { "dcterms.issued", offsetof(metadata, date), 4 },
    { "dc.date.issued", offsetof(metadata, date), 4 },
    { "article:published_time", offsetof(metadata, date), 6 },
    { "citation_doi", offsetof(metadata, doi), 1 },
    { "prism.doi", offsetof(metadata, doi), 2 },
    { "dc.identifier", offsetof(metadata, doi), 3 },
    { "citation_pmid", offsetof(metadata, pmid), 1 },
    { "citation_volume", offsetof(metadata, volume), 1 },
    { "prism.volume", offsetof(metadata, volume), 2 },
    { "citation_issue", offsetof(metadata, issue), 1 },
    { "prism.number", offsetof(metadata, issue), 2 },
    { "citation_firstpage", offsetof(metadata, first), 1 },
    { "prism.startingpage", offsetof(metadata, first), 2 },
    { "citation_lastpage", offsetof(metadata, last), 1 },
    { "prism.endingpage", offsetof(metadata, last), 2 },
    { "citation_issn", offsetof(metadata, issn), 1 },
    { "prism.issn", offsetof(metadata, issn), 2 },
    { "citation_publisher", offsetof(metadata, publisher), 1 },
    { "dc.publisher", offsetof(metadata, publisher), 2 },
    { "citation_abstract", offsetof(metadata, abstract), 1 },
    { "dc.source", offsetof(metadata, journal), 5 },
    { "dc.source.issue", offsetof(metadata, issue), 3 },
    { "dc.source.volume", offsetof(metadata, volume), 3 },
    { "dc.identifier.doi", offsetof(metadata, doi), 3 },
    { "dc.source.issn", offsetof(metadata, issn), 3 },
    { "bepress_citation_title", offsetof(metadata, title), 2 },
    { "bepress_citation_journal_title", offsetof(metadata, journal), 2 },
    { "bepress_citation_date", offsetof(metadata, date), 3 },
    { "bepress_citation_doi", offsetof(metadata, doi), 2 },
    { "bepress_citation_volume", offsetof(metadata, volume), 2 },
    { "bepress_citation_issue", offsetof(metadata, issue), 2 },
    { "bepress_citation_firstpage", offsetof(metadata, first), 2 },
    { "bepress_citation_lastpage", offsetof(metadata, last), 2 },
    { "eprints.title", offsetof(metadata, title), 2 },
    { "eprints.publication", offsetof(metadata, journal), 2 },
    { "eprints.date", offsetof(metadata, date), 3 },
    { "eprints.volume", offsetof(metadata, volume), 2 },
    { "eprints.id_number", offsetof(metadata, doi), 3 },
    { "citation_year", offsetof(metadata, date), 4 },
    { "og:title", offsetof(metadata, fallback), 1 },
};

static value *value_at(metadata *m, size_t offset) { return (value *)(void *)((char *)m + offset); }

static void set(value *slot, Str text, int rank)
{
    if (text.n && (slot->rank == 0 || rank < slot->rank)) *slot = (value){ text, rank };
}

static void add_author(metadata *m, Str text, int rank)
{
    if (text.n == 0 || (m->authors_rank && rank > m->authors_rank) || m->authors.n >= AUTHORS_MAX) return;
    if (rank < m->authors_rank) m->authors.n = 0;
    if (rank > 2 && rxc_byline_count(text) == 0) return; /* often the name of the site */
    m->authors_rank = rank;
    if (str_chr(text, ';') != STR_NONE || rxc_byline_count(text) > 1) rxc_byline_read(m->doc->arena, text, &m->authors);
    else *vec_push(m->doc->arena, &m->authors) = rxc_byline_one(m->doc->arena, text);
}

static void take_meta(metadata *m, const xmlNode *node)
{
    Arena *arena = m->doc->arena;
    Str name = rxc_xml_attribute(arena, node, "name"), text = rxc_xml_attribute(arena, node, "content");
    if (!name.n) name = rxc_xml_attribute(arena, node, "property");
    if (!name.n || !text.n) return;
    if (str_eq_nocase(name, S("citation_author")) || str_eq_nocase(name, S("citation_authors"))) add_author(m, text, 1);
    if (str_eq_nocase(name, S("bepress_citation_author")) || str_eq_nocase(name, S("eprints.creators_name")))
        add_author(m, text, 2);
    if (str_eq_nocase(name, S("dc.creator")) || str_eq_nocase(name, S("dc.creator.personalname")) ||
        str_eq_nocase(name, S("dc.contributor.author")))
        add_author(m, text, 2);
    if (str_eq_nocase(name, S("author"))) add_author(m, text, 4);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!str_eq_nocase(name, str_from(rows[i].name))) continue;
        bool doi = rows[i].offset == offsetof(metadata, doi);
        if (rows[i].offset == offsetof(metadata, journal) && str_starts(text, S("http")))
            continue; /* dc.source may be a page */
        set(value_at(m, rows[i].offset), doi ? rxc_front_doi(text) : text, rows[i].rank);
    }
}

/* --- JSON-LD -------------------------------------------------------------------------------------------------- */

static Str json_text(metadata *m, const cJSON *item)
{
    if (cJSON_IsArray(item)) item = item->child;
    if (cJSON_IsObject(item)) item = cJSON_GetObjectItemCaseSensitive(item, "name");
    return cJSON_IsString(item) ? arena_str(m->doc->arena, str_from(item->valuestring)) : (Str){ 0 };
}

static Str json_member(metadata *m, const cJSON *object, const char *key)
{
    return json_text(m, cJSON_GetObjectItemCaseSensitive(object, key));
}

static bool is_work(const cJSON *object)
{
    static const char *const types[] = { "ScholarlyArticle", "MedicalScholarlyArticle", "Article", "NewsArticle",
                                         "BlogPosting",      "MedicalWebPage",          "Report" };
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "@type");
    if (cJSON_IsArray(type)) type = type->child;
    for (size_t i = 0; cJSON_IsString(type) && i < sizeof types / sizeof *types; i++)
        if (strcmp(type->valuestring, types[i]) == 0) return true;
    return false;
}

/* An article is part of an issue, that of a volume, that of a periodical. */
static void take_json_parts(metadata *m, const cJSON *object, int rank)
{
    enum { PARTS = 4 };
    set(&m->first, json_member(m, object, "pageStart"), rank);
    set(&m->last, json_member(m, object, "pageEnd"), rank);
    for (int i = 0; i < PARTS && cJSON_IsObject(object); i++) {
        const cJSON *part = cJSON_GetObjectItemCaseSensitive(object, "isPartOf"), *type;
        if (cJSON_IsArray(part)) part = part->child;
        set(&m->volume, json_member(m, part, "volumeNumber"), rank);
        set(&m->issue, json_member(m, part, "issueNumber"), rank);
        type = cJSON_GetObjectItemCaseSensitive(part, "@type");
        for (const cJSON *one = cJSON_IsArray(type) ? type->child : type; one;
             one = cJSON_IsArray(type) ? one->next : NULL)
            if (cJSON_IsString(one) && strcmp(one->valuestring, "Periodical") == 0)
                set(&m->journal, json_member(m, part, "name"), rank);
        object = part;
    }
}

static void take_json_work(metadata *m, const cJSON *object)
{
    enum { RANK = 5 };
    set(&m->title, json_member(m, object, "headline"), RANK);
    set(&m->title, json_member(m, object, "name"), RANK + 1);
    set(&m->date, json_member(m, object, "datePublished"), RANK);
    set(&m->doi, rxc_front_doi(json_member(m, object, "doi")), RANK);
    set(&m->doi, rxc_front_doi(json_member(m, object, "sameAs")), RANK + 1);
    take_json_parts(m, object, RANK);
    const cJSON *author = cJSON_GetObjectItemCaseSensitive(object, "author"), *one;
    if (cJSON_IsArray(author)) {
        cJSON_ArrayForEach(one, author) add_author(m, json_text(m, one), 3);
    } else add_author(m, json_text(m, author), 3);
}

static void take_json(metadata *m, xmlNode *script)
{
    xmlNode *text = script->children;
    Str source = text && text->content ? str_from((const char *)text->content) : (Str){ 0 };
    if (source.n == 0 || source.n > JSON_MAX) return;
    cJSON *json = cJSON_ParseWithLength(source.p, source.n);
    const cJSON *list = cJSON_IsArray(json) ? json : cJSON_GetObjectItemCaseSensitive(json, "@graph"), *one;
    if (is_work(json)) take_json_work(m, json);
    else if (cJSON_IsArray(list)) cJSON_ArrayForEach(one, list) if (is_work(one)) take_json_work(m, one);
    cJSON_Delete(json);
}

/* --- all of it ------------------------------------------------------------------------------------------------ */

/* "Title | Name of the site" -> "Title" */
static Str drop_site(Str title)
{
    static const char *const bars[] = { " | ", " – ", " — ", " - ", " :: ", " » " };
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        size_t at = str_find(title, str_from(bars[i]));
        if (at != STR_NONE && at >= 10) return str_trim(str_take(title, at));
    }
    return title;
}

static rxc_date date_of(Str text)
{
    for (size_t i = 0; i + 4 < text.n; i++) /* "2019/08/05" is read like "2019-08-05" */
        if (chr_digit(text.p[i])) {
            size_t used;
            return rxc_date_parse(str_drop(text, i), &used);
        }
    size_t used;
    return rxc_date_parse(text, &used);
}

static void settle(metadata *m)
{
    rxc_work *work = &m->doc->work;
    work->title = m->title.text;
    work->container = m->journal.text;
    work->doi = m->doi.text;
    work->pmid = m->pmid.text;
    work->volume = m->volume.text;
    work->issue = m->issue.text;
    work->page_first = m->first.text;
    work->page = rxc_jats_pages(m->doc->arena, m->first.text, m->last.text);
    work->issn = m->issn.text;
    work->publisher = m->publisher.text;
    work->abstract = m->abstract.text;
    if (m->date.rank == 6 && !work->container.n)
        m->date.text = (Str){ 0 }; /* when a page went online is no date of issue */
    if (m->date.text.n) work->issued = date_of(m->date.text);
    work->authors = m->authors;
    if (work->container.n) work->type = RXC_WORK_ARTICLE;
}

void rxc_html_meta(rxc_doc *doc, xmlNode *root, Str *fallback)
{
    metadata m = { .doc = doc };
    rxc_walk walk = rxc_xml_walk(root, 256);
    while (rxc_xml_next(&walk)) {
        if (walk.leaving) continue;
        if (rxc_xml_is(walk.node, "meta")) take_meta(&m, walk.node);
        else if (rxc_xml_is(walk.node, "script") &&
                 str_eq(rxc_xml_attribute(doc->arena, walk.node, "type"), S("application/ld+json")))
            take_json(&m, walk.node);
        else if (rxc_xml_is(walk.node, "title") && rxc_xml_is(walk.node->parent, "head"))
            set(&m.fallback, drop_site(rxc_xml_text(doc->arena, walk.node, "")), 2);
    }
    settle(&m);
    *fallback = m.fallback.text;
}
