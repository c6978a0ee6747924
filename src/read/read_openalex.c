/* read_openalex.c: reads works of OpenAlex's JSON: metadata, ids of references, abstracts from their index. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "read/byline.h"
#include "read/date.h"
#include "read/entry.h"
#include "read/json.h"
#include "read/jsonsplit.h"

extern const rxc_reader rxc_reader_openalex;

/* "https://openalex.org/W2741809807" -> "openalex:W2741809807" */
static Str id_of(Arena *arena, Str text)
{
    size_t slash = str_rchr(text, '/');
    Str id = slash == STR_NONE ? text : str_drop(text, slash + 1);
    return id.n > 1 && (id.p[0] == 'W' || id.p[0] == 'w') ? arena_printf(arena, "openalex:W%.*s", STR_ARG(str_drop(id, 1))) : (Str){ 0 };
}

/* Digits at the end of an address: ".../pmc/articles/6865141", ".../31693077". */
static Str number_of(Str text)
{
    size_t b = text.n;
    while (b > 0 && chr_digit(text.p[b - 1])) b--;
    return str_drop(text, b);
}

static rxc_work_type type_of(Str type)
{
    static const rxc_entry_type types[] = {
        { "article", RXC_WORK_ARTICLE },      { "review", RXC_WORK_ARTICLE },        { "letter", RXC_WORK_ARTICLE },
        { "editorial", RXC_WORK_ARTICLE },    { "erratum", RXC_WORK_ARTICLE },       { "retraction", RXC_WORK_ARTICLE },
        { "preprint", RXC_WORK_PREPRINT },    { "book", RXC_WORK_BOOK },             { "book-chapter", RXC_WORK_CHAPTER },
        { "reference-entry", RXC_WORK_CHAPTER }, { "dissertation", RXC_WORK_THESIS }, { "report", RXC_WORK_REPORT },
        { "dataset", RXC_WORK_DATASET },      { "software", RXC_WORK_SOFTWARE },     { "journal-article", RXC_WORK_ARTICLE },
        { "posted-content", RXC_WORK_PREPRINT }, { "proceedings-article", RXC_WORK_CONFERENCE },
    };
    rxc_work_type found = rxc_entry_type_find(types, sizeof types / sizeof *types, type);
    return found != RXC_WORK_TYPES ? found : RXC_WORK_OTHER;
}

/* --- the abstract, which is stated as the places of its words ------------------------------------------------------------ */

enum { WORDS_MAX = 100000, ABSTRACT_MAX = 1 << 20 /* bytes: one long word may have many places */ };

static size_t count_words(const cJSON *index)
{
    const cJSON *word, *at;
    size_t n = 0;
    cJSON_ArrayForEach(word, index)
        cJSON_ArrayForEach(at, word)
            if (cJSON_IsNumber(at) && at->valuedouble >= (double)n && at->valuedouble < WORDS_MAX) n = (size_t)at->valuedouble + 1;
    return n;
}

static Str abstract_of(rxc_doc *doc, const cJSON *index)
{
    size_t n = cJSON_IsObject(index) ? count_words(index) : 0, lost = 0, size = 0;
    Str *words = arena_array(doc->arena, Str, n);
    const cJSON *word, *at;
    cJSON_ArrayForEach(word, index)
    {
        Str text = str_from(word->string);
        cJSON_ArrayForEach(at, word)
        {
            bool good = cJSON_IsNumber(at) && at->valuedouble >= 0 && at->valuedouble < (double)n && size + text.n < ABSTRACT_MAX;
            if (good) words[(size_t)at->valuedouble] = text, size += text.n;
            else lost++;
        }
    }
    if (lost) rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "abstract.words", 0, 0, "%zu words of the abstract have no place in it", lost);
    Buf all = { 0 };
    for (size_t i = 0; i < n; i++) {
        if (all.n && words[i].n) buf_char(&all, ' ');
        buf_add(&all, words[i]);
    }
    Str out = arena_str(doc->arena, buf_str(&all));
    buf_clear(&all);
    return out;
}

/* --- one work -------------------------------------------------------------------------------------------------------------- */

static void read_source(Arena *arena, const cJSON *item, rxc_work *work)
{
    static const char *const sources[] = { "primary_location/source", "host_venue", "best_oa_location/source" };
    for (size_t i = 0; !work->container.n && i < sizeof sources / sizeof *sources; i++) {
        const cJSON *source = rxc_json_at(item, sources[i]);
        work->container = rxc_json_plain(arena, source, "display_name");
        work->issn = rxc_json_text(arena, source, "issn_l");
        work->publisher = rxc_json_plain(arena, source, i == 1 ? "publisher" : "host_organization_name");
    }
}

static void read_numbers(Arena *arena, const cJSON *item, rxc_work *work)
{
    size_t used;
    work->issued = rxc_date_parse(rxc_json_text(arena, item, "publication_date"), &used);
    if (!work->issued.year) work->issued.year = rxc_json_int(item, "publication_year");
    work->volume = rxc_json_text(arena, item, "biblio/volume");
    work->issue = rxc_json_text(arena, item, "biblio/issue");
    work->page_first = rxc_json_text(arena, item, "biblio/first_page");
    work->page = rxc_entry_pages(arena, work->page_first, rxc_json_text(arena, item, "biblio/last_page"));
    work->doi = rxc_json_doi(arena, rxc_json_text(arena, item, "doi"));
    if (!work->doi.n) work->doi = rxc_json_doi(arena, rxc_json_text(arena, item, "ids/doi"));
    work->pmid = number_of(rxc_json_text(arena, item, "ids/pmid"));
    Str pmcid = number_of(rxc_json_text(arena, item, "ids/pmcid"));
    if (pmcid.n) work->pmcid = arena_printf(arena, "PMC%.*s", STR_ARG(pmcid));
    work->database_id = id_of(arena, rxc_json_text(arena, item, "id"));
}

static void read_authors(Arena *arena, const cJSON *item, rxc_work *work)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, rxc_json_at(item, "authorships"))
    {
        Str name = rxc_json_plain(arena, one, "author/display_name");
        if (!name.n) name = rxc_json_plain(arena, one, "raw_author_name");
        if (name.n) *vec_push(arena, &work->authors) = rxc_byline_one(arena, name);
    }
    work->et_al = rxc_json_true(item, "is_authors_truncated");
}

static const char *const KEYWORDS[][2] = { { "keywords", "display_name" }, { "keywords", "keyword" }, { "mesh", "descriptor_name" } };

/* Ids only: what they are is known when the works themselves are read. */
static void read_references(rxc_doc *doc, const cJSON *item, rxc_entry_parts *parts)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, rxc_json_at(item, "referenced_works"))
    {
        rxc_entry_reference reference = { .line = parts->line };
        reference.work.database_id = id_of(doc->arena, rxc_json_text(doc->arena, one, ""));
        if (reference.work.database_id.n) *vec_push(doc->arena, &parts->references) = reference;
    }
    int stated = rxc_json_int(item, "referenced_works_count");
    doc->references_stated = stated > 0 ? (size_t)stated : 0;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    cJSON *item = NULL;
    RXC_TRY(rxc_json_parse(source, limits, doc, &item, err));
    Arena *arena = doc->arena;
    rxc_work *work = &doc->work;
    Str type = rxc_json_text(arena, item, "type");
    work->title = rxc_json_plain(arena, item, "title");
    if (!work->title.n) work->title = rxc_json_plain(arena, item, "display_name");
    work->type = type_of(type);
    work->language = rxc_json_text(arena, item, "language");
    work->abstract = abstract_of(doc, rxc_json_at(item, "abstract_inverted_index"));
    read_authors(arena, item, work);
    read_source(arena, item, work);
    read_numbers(arena, item, work);
    read_references(doc, item, &parts);
    parts.kinds = type;
    parts.keywords = rxc_json_keywords(arena, item, KEYWORDS, sizeof KEYWORDS / sizeof *KEYWORDS);
    bool notice = str_eq(type, S("retraction")); /* of another work, although it is often marked so itself */
    if (notice || rxc_json_true(item, "is_retracted")) rxc_notice_add(doc, RXC_NOTICE_RETRACTION, notice, &(rxc_work){ 0 });
    cJSON_Delete(item);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Arena scratch = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&scratch, head);
    bool work = str_find(head, S("openalex.org/W")) != STR_NONE && rxc_jsonsplit_has(keys.item, "id") &&
                rxc_jsonsplit_has(keys.item, "display_name title doi authorships referenced_works abstract_inverted_index publication_year");
    arena_clear(&scratch);
    return work ? 96 : 0;
}

const rxc_reader rxc_reader_openalex = {
    .name = "openalex",
    .help = "JSON of OpenAlex: works with the ids of their references",
    .extensions = "json ndjson jsonl",
    .sniff = sniff,
    .read = read,
    .split = &rxc_jsonsplit_cuts,
};
