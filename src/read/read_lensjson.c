/* read_lensjson.c: reads works of The Lens's JSON, of its API and its exports; references are ids of the Lens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/date.h"
#include "read/entry.h"
#include "read/json.h"
#include "read/jsonsplit.h"
#include "read/stated.h"

extern const rxc_reader rxc_reader_lensjson;

static rxc_work_type type_of(Str type)
{
    static const rxc_entry_type types[] = {
        { "journal article", RXC_WORK_ARTICLE }, { "journal issue", RXC_WORK_ARTICLE }, { "clinical study", RXC_WORK_ARTICLE },
        { "letter", RXC_WORK_ARTICLE },          { "editorial", RXC_WORK_ARTICLE },     { "review", RXC_WORK_ARTICLE },
        { "news", RXC_WORK_ARTICLE },            { "book", RXC_WORK_BOOK },             { "book chapter", RXC_WORK_CHAPTER },
        { "dissertation", RXC_WORK_THESIS },     { "conference proceedings article", RXC_WORK_CONFERENCE }, { "conference proceedings", RXC_WORK_CONFERENCE },
        { "preprint", RXC_WORK_PREPRINT },       { "report", RXC_WORK_REPORT },         { "dataset", RXC_WORK_DATASET },
    };
    rxc_work_type found = rxc_entry_type_find(types, sizeof types / sizeof *types, type);
    return found != RXC_WORK_TYPES ? found : RXC_WORK_OTHER;
}

static Str id_of(Arena *arena, const cJSON *item)
{
    Str id = rxc_json_text(arena, item, "lens_id");
    return id.n ? arena_printf(arena, "lens:%.*s", STR_ARG(id)) : id;
}

static void read_ids(Arena *arena, const cJSON *item, rxc_work *work)
{
    const cJSON *one;
    work->database_id = id_of(arena, item);
    cJSON_ArrayForEach(one, rxc_json_at(item, "external_ids"))
    {
        Str type = rxc_json_text(arena, one, "type"), value = rxc_json_text(arena, one, "value");
        if (str_eq(type, S("doi"))) work->doi = rxc_json_doi(arena, value);
        else if (str_eq(type, S("pmid"))) work->pmid = value;
        else if (str_eq(type, S("pmcid"))) work->pmcid = str_starts(value, S("PMC")) ? value : arena_printf(arena, "PMC%.*s", STR_ARG(value));
    }
    cJSON_ArrayForEach(one, rxc_json_at(item, "source/issn")) rxc_stated_serial(arena, work, rxc_json_text(arena, one, "value"));
}

static void read_authors(Arena *arena, const cJSON *item, rxc_work *work)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, rxc_json_at(item, "authors"))
    {
        rxc_name name = { .family = rxc_json_plain(arena, one, "last_name"), .given = rxc_json_plain(arena, one, "first_name") };
        if (!name.given.n) name.given = rxc_json_plain(arena, one, "initials");
        if (!name.family.n) name = (rxc_name){ .literal = rxc_json_plain(arena, one, "collective_name") };
        if (!name.family.n && !name.literal.n) name.literal = rxc_json_plain(arena, one, "display_name");
        if (name.family.n || name.literal.n) *vec_push(arena, &work->authors) = name;
    }
}

static rxc_date date_of(Arena *arena, const cJSON *item)
{
    const cJSON *parts = rxc_json_at(item, "date_published_parts");
    size_t used;
    rxc_date date = rxc_date_parse(rxc_json_text(arena, item, "date_published"), &used);
    if (!date.year && cJSON_GetArraySize(parts) > 0) {
        int values[3] = { 0 };
        for (int i = 0; i < 3; i++) values[i] = rxc_json_int(cJSON_GetArrayItem(parts, i), "");
        date = (rxc_date){ values[0], values[1] > 0 && values[1] <= 12 ? values[1] : 0, values[2] > 0 && values[2] <= 31 ? values[2] : 0 };
    }
    if (!date.year) date.year = rxc_json_int(item, "year_published");
    return date;
}

static void read_work(Arena *arena, const cJSON *item, rxc_work *work)
{
    work->type = type_of(rxc_json_text(arena, item, "publication_type"));
    work->title = rxc_json_plain(arena, item, "title");
    work->container = rxc_json_plain(arena, item, "source/title");
    work->publisher = rxc_json_plain(arena, item, "source/publisher");
    work->volume = rxc_json_text(arena, item, "volume");
    work->issue = rxc_json_text(arena, item, "issue");
    rxc_stated_pages(arena, work, rxc_entry_pages(arena, rxc_json_text(arena, item, "start_page"), rxc_json_text(arena, item, "end_page")));
    work->issued = date_of(arena, item);
    work->abstract = rxc_json_plain(arena, item, "abstract");
    work->language = rxc_json_text(arena, item, "languages");
    read_ids(arena, item, work);
    read_authors(arena, item, work);
}

static const char *const KEYWORDS[][2] = { { "keywords", "" }, { "mesh_terms", "mesh_heading" }, { "chemicals", "substance_name" } };

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    cJSON *item = NULL;
    const cJSON *one;
    RXC_TRY(rxc_json_parse(source, limits, doc, &item, err));
    read_work(doc->arena, item, &doc->work);
    parts.kinds = rxc_json_text(doc->arena, item, "publication_type");
    parts.keywords = rxc_json_keywords(doc->arena, item, KEYWORDS, sizeof KEYWORDS / sizeof *KEYWORDS);
    cJSON_ArrayForEach(one, rxc_json_at(item, "references"))
    {
        rxc_entry_reference reference = { .line = 1, .complete = true };
        reference.work.database_id = id_of(doc->arena, one);
        if (reference.work.database_id.n) *vec_push(doc->arena, &parts.references) = reference;
    }
    int stated = rxc_json_int(item, "references_count");
    doc->references_stated = stated > 0 ? (size_t)stated : 0;
    cJSON_Delete(item);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Arena scratch = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&scratch, head);
    bool work = rxc_jsonsplit_has(keys.item, "lens_id") && rxc_jsonsplit_has(keys.item, "title external_ids authors");
    arena_clear(&scratch);
    return work ? 96 : 0;
}

const rxc_reader rxc_reader_lensjson = {
    .name = "lensjson",
    .help = "JSON of The Lens: works with the ids of their references",
    .extensions = "json ndjson jsonl",
    .sniff = sniff,
    .read = read,
    .split = &rxc_jsonsplit_cuts,
};
