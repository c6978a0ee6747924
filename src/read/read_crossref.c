/* read_crossref.c: reads works of Crossref's JSON: metadata, deposited references, what updates what. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "read/byline.h"
#include "read/entry.h"
#include "read/json.h"
#include "read/jsonsplit.h"

extern const rxc_reader rxc_reader_crossref;

/* --- the work ----------------------------------------------------------------------------------------------------------- */

static rxc_work_type type_of(Str type)
{
    static const rxc_entry_type types[] = {
        { "journal-article", RXC_WORK_ARTICLE },   { "article-journal", RXC_WORK_ARTICLE }, { "posted-content", RXC_WORK_PREPRINT },
        { "book-chapter", RXC_WORK_CHAPTER },      { "book-section", RXC_WORK_CHAPTER },    { "book-part", RXC_WORK_CHAPTER },
        { "reference-entry", RXC_WORK_CHAPTER },   { "monograph", RXC_WORK_BOOK },          { "edited-book", RXC_WORK_BOOK },
        { "reference-book", RXC_WORK_BOOK },       { "proceedings-article", RXC_WORK_CONFERENCE }, { "dissertation", RXC_WORK_THESIS },
        { "report-component", RXC_WORK_REPORT },   { "report-series", RXC_WORK_REPORT },    { "database", RXC_WORK_DATASET },
    };
    rxc_work_type found = rxc_entry_type_find(types, sizeof types / sizeof *types, type);
    return found != RXC_WORK_TYPES ? found : rxc_work_type_find(type);
}

static void read_names(Arena *arena, const cJSON *list, rxc_names *names)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, list)
    {
        rxc_name name = {
            .family = rxc_json_plain(arena, one, "family"),
            .given = rxc_json_plain(arena, one, "given"),
            .suffix = rxc_json_text(arena, one, "suffix"),
            .particle = rxc_json_text(arena, one, "non-dropping-particle"),
        };
        if (!name.family.n && !name.given.n) name = (rxc_name){ .literal = rxc_json_plain(arena, one, "name") };
        if (!name.family.n && !name.given.n && !name.literal.n) name.literal = rxc_json_plain(arena, one, "literal");
        if (name.family.n || name.given.n || name.literal.n) *vec_push(arena, names) = name;
    }
}

/* The print issue's date is what others cite. */
static rxc_date date_of(const cJSON *item)
{
    static const char *const keys[] = { "published-print", "issued", "published", "published-online", "posted", "created" };
    rxc_date date = { 0 };
    for (size_t i = 0; !date.year && i < sizeof keys / sizeof *keys; i++) {
        const cJSON *value = rxc_json_at(item, keys[i]);
        if (value) date = rxc_date_read(value);
    }
    return date;
}

static Str title_of(Arena *arena, const cJSON *item)
{
    Str title = rxc_json_plain(arena, item, "title"), subtitle = rxc_json_plain(arena, item, "subtitle");
    if (!subtitle.n || str_find_nocase(title, subtitle) != STR_NONE) return title;
    return arena_printf(arena, "%.*s: %.*s", STR_ARG(title), STR_ARG(subtitle));
}

static void read_work(Arena *arena, const cJSON *item, rxc_work *work)
{
    work->type = type_of(rxc_json_text(arena, item, "type"));
    work->title = title_of(arena, item);
    read_names(arena, rxc_json_at(item, "author"), &work->authors);
    read_names(arena, rxc_json_at(item, "editor"), &work->editors);
    work->issued = date_of(item);
    work->container = rxc_json_plain(arena, item, "container-title");
    if (!work->container.n) work->container = rxc_json_plain(arena, item, "short-container-title");
    work->volume = rxc_json_text(arena, item, "volume");
    work->issue = rxc_json_text(arena, item, "issue");
    Str page = rxc_json_text(arena, item, "page");
    size_t dash = str_chr(page, '-');
    work->page_first = dash == STR_NONE ? page : str_take(page, dash);
    work->page = dash == STR_NONE ? page : rxc_entry_pages(arena, work->page_first, str_drop(page, dash + 1));
    if (!page.n) work->page = work->page_first = rxc_json_text(arena, item, "article-number");
    work->doi = rxc_json_text(arena, item, "DOI");
    work->issn = rxc_json_text(arena, item, "ISSN");
    work->isbn = rxc_json_text(arena, item, "ISBN");
    work->url = rxc_json_text(arena, item, "URL");
    work->publisher = rxc_json_plain(arena, item, "publisher");
    work->place = rxc_json_plain(arena, item, "publisher-location");
    work->language = rxc_json_text(arena, item, "language");
    work->abstract = rxc_json_plain(arena, item, "abstract");
}

/* --- references ----------------------------------------------------------------------------------------------------------- */

/* Usually a family name alone: "Roe", "van der Meer". */
static rxc_name author_of(Arena *arena, Str text)
{
    bool family = str_chr(text, ' ') == STR_NONE || (chr_lower(text.p[0]) && str_chr(text, ',') == STR_NONE);
    return family ? (rxc_name){ .family = text } : rxc_byline_one(arena, text);
}

static int year_of(const cJSON *json, Str text)
{
    size_t value;
    int year = rxc_json_int(json, "year");
    if (!year && text.n > 4 && str_to_size(str_take(text, 4), &value)) year = (int)value; /* "2019a" */
    return year >= 1000 && year <= 2100 ? year : 0;
}

/* What the depositor or Crossref states of it; unstructured is the printed form, which tells all authors and not only the
 * first one. */
static void add_reference(Arena *arena, const cJSON *json, rxc_entry_parts *parts)
{
    rxc_entry_reference *reference = vec_push(arena, &parts->references);
    rxc_work *work = &reference->work;
    reference->raw = rxc_json_plain(arena, json, "unstructured");
    reference->anchor = rxc_json_text(arena, json, "key");
    reference->line = parts->line;
    work->doi = rxc_json_text(arena, json, "DOI");
    Str author = rxc_json_plain(arena, json, "author"), article = rxc_json_plain(arena, json, "article-title");
    Str book = rxc_json_plain(arena, json, "volume-title"), journal = rxc_json_plain(arena, json, "journal-title");
    if (author.n && !reference->raw.n) {
        *vec_push(arena, &work->authors) = author_of(arena, author);
        work->et_al = true; /* only the first one is deposited */
    }
    work->title = article.n ? article : book;
    work->container = journal.n ? journal : article.n ? book : (Str){ 0 };
    work->collection = rxc_json_plain(arena, json, "series-title");
    work->issued.year = year_of(json, rxc_json_text(arena, json, "year"));
    work->volume = rxc_json_text(arena, json, "volume");
    work->issue = rxc_json_text(arena, json, "issue");
    work->page = work->page_first = rxc_json_text(arena, json, "first-page");
    work->edition = rxc_json_text(arena, json, "edition");
    work->isbn = rxc_json_text(arena, json, "ISBN");
    work->issn = rxc_json_text(arena, json, "ISSN");
    if (journal.n) work->type = RXC_WORK_ARTICLE;
    else if (book.n) work->type = article.n ? RXC_WORK_CHAPTER : RXC_WORK_BOOK;
    if (!reference->raw.n && rxc_work_is_empty(work)) parts->references.n--;
}

/* Is the DOI among the references? */
static bool is_listed(const rxc_entry_parts *parts, Str doi)
{
    for (size_t i = 0; i < parts->references.n; i++)
        if (str_eq_nocase(parts->references.v[i].work.doi, doi)) return true;
    return false;
}

/* What it comments on, or replies to, where the list lacks it. */
static void add_relations(rxc_doc *doc, const cJSON *relation, rxc_entry_parts *parts)
{
    enum { COMPARED_MAX = 100 };
    static const char *const kinds[] = { "is-comment-on", "is-reply-to", "is-review-of" };
    const cJSON *one;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = 0;
        cJSON_ArrayForEach(one, rxc_json_at(relation, kinds[i]))
        {
            Str doi = str_eq(rxc_json_text(doc->arena, one, "id-type"), S("doi")) ? rxc_json_doi(doc->arena, rxc_json_text(doc->arena, one, "id")) : (Str){ 0 };
            if (!doi.n || (n++ < COMPARED_MAX && is_listed(parts, doi))) continue;
            *vec_push(doc->arena, &parts->references) = (rxc_entry_reference){ .line = parts->line, .work.doi = doi };
            if (doc->references_stated) doc->references_stated++;
        }
    }
}

/* --- notices -------------------------------------------------------------------------------------------------------------- */

/* update-to: what this work updates; updated-by: what updates it. */
static void read_updates(rxc_doc *doc, const cJSON *list, bool by_this)
{
    const cJSON *update;
    cJSON_ArrayForEach(update, list)
    {
        rxc_notice_kind kind;
        rxc_work other = { .doi = rxc_json_text(doc->arena, update, "DOI") };
        bool known = rxc_notice_kind_find(rxc_json_text(doc->arena, update, "type"), &kind) || rxc_notice_kind_find(rxc_json_text(doc->arena, update, "label"), &kind);
        if (known) rxc_notice_add(doc, kind, by_this, &other);
    }
}

/* --- one work ------------------------------------------------------------------------------------------------------------- */

static const char *const KEYWORDS[][2] = { { "subject", "" } };

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    cJSON *item = NULL;
    const cJSON *reference;
    RXC_TRY(rxc_json_parse(source, limits, doc, &item, err));
    read_work(doc->arena, item, &doc->work);
    parts.kinds = rxc_json_text(doc->arena, item, "type");
    parts.keywords = rxc_json_keywords(doc->arena, item, KEYWORDS, sizeof KEYWORDS / sizeof *KEYWORDS);
    cJSON_ArrayForEach(reference, rxc_json_at(item, "reference")) add_reference(doc->arena, reference, &parts);
    int stated = rxc_json_int(item, "reference-count");
    if (!stated) stated = rxc_json_int(item, "references-count");
    doc->references_stated = stated > 0 ? (size_t)stated : 0;
    add_relations(doc, rxc_json_at(item, "relation"), &parts);
    read_updates(doc, rxc_json_at(item, "update-to"), true);
    read_updates(doc, rxc_json_at(item, "updated-by"), false);
    cJSON_Delete(item);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Arena scratch = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&scratch, head);
    bool own = rxc_jsonsplit_has(keys.item, "reference-count references-count is-referenced-by-count update-policy content-domain");
    bool within = rxc_jsonsplit_has(keys.around, "message-type");
    bool work = rxc_jsonsplit_has(keys.item, "DOI") && (own || within);
    arena_clear(&scratch);
    return work ? 96 : 0;
}

const rxc_reader rxc_reader_crossref = {
    .name = "crossref",
    .help = "JSON of Crossref: works with their deposited references",
    .extensions = "json ndjson jsonl",
    .sniff = sniff,
    .read = read,
    .split = &rxc_jsonsplit_cuts,
};
