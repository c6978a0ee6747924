/* read_csljson.c: reads items of CSL-JSON, as reference managers write and citation processors take them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/date.h"
#include "read/entry.h"
#include "read/json.h"
#include "read/jsonsplit.h"

extern const rxc_reader rxc_reader_csljson;

/* Types that rxc_work_type_find does not know. */
static rxc_work_type type_of(Str type)
{
    static const rxc_entry_type types[] = {
        { "article-magazine", RXC_WORK_ARTICLE },    { "article-newspaper", RXC_WORK_ARTICLE }, { "review", RXC_WORK_ARTICLE },
        { "entry", RXC_WORK_CHAPTER },               { "entry-encyclopedia", RXC_WORK_CHAPTER }, { "entry-dictionary", RXC_WORK_CHAPTER },
        { "post", RXC_WORK_WEBPAGE },                { "post-weblog", RXC_WORK_WEBPAGE },       { "speech", RXC_WORK_CONFERENCE },
        { "journal-article", RXC_WORK_ARTICLE },     { "collection", RXC_WORK_BOOK },
    };
    rxc_work_type found = rxc_entry_type_find(types, sizeof types / sizeof *types, type);
    return found != RXC_WORK_TYPES ? found : rxc_work_type_find(type);
}

/* {"date-parts": …}, {"raw": "12 May 2019"}, {"literal": "2019"}, "2019-05-12", 2019 */
static rxc_date date_of(Arena *arena, const cJSON *json)
{
    static const char *const keys[] = { "raw", "literal" };
    size_t used;
    if (!cJSON_IsObject(json)) return rxc_date_parse(rxc_json_text(arena, json, ""), &used);
    rxc_date date = rxc_json_at(json, "date-parts") ? rxc_date_read(json) : (rxc_date){ 0 };
    for (size_t i = 0; !date.year && i < sizeof keys / sizeof *keys; i++) date = rxc_date_parse(rxc_json_text(arena, json, keys[i]), &used);
    return date.year ? date : rxc_date_read(json);
}

/* A name as one text, or the particle that other programs keep apart. */
static void mend_names(Arena *arena, const cJSON *list, rxc_names *names)
{
    const cJSON *one;
    size_t i = 0;
    cJSON_ArrayForEach(one, list)
    {
        if (i == names->n) return;
        rxc_name *name = &names->v[i++];
        Str particle = rxc_json_text(arena, one, "dropping-particle");
        if (cJSON_IsString(one)) *name = rxc_byline_one(arena, name->literal);
        if (particle.n && !name->particle.n) name->particle = particle;
        if (!name->family.n && !name->given.n && !name->literal.n) name->literal = rxc_json_text(arena, one, "name");
    }
}

/* Names that say nothing are none. */
static void drop_empty(rxc_names *names)
{
    size_t kept = 0;
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        if (name->family.n || name->given.n || name->literal.n) names->v[kept++] = *name;
    }
    names->n = kept;
}

/* Zotero keeps identifiers that CSL did not know as lines of the note: "PMID: 31693077". */
static void read_note(Arena *arena, rxc_work *work)
{
    Str rest = work->note, line;
    while (str_cut(&rest, '\n', &line)) {
        size_t colon = str_chr(line, ':');
        if (colon == STR_NONE) continue;
        Str key = str_trim(str_take(line, colon)), value = arena_str(arena, str_trim(str_drop(line, colon + 1)));
        Str *field = str_eq_nocase(key, S("PMID")) ? &work->pmid : str_eq_nocase(key, S("PMCID")) ? &work->pmcid : str_eq_nocase(key, S("DOI")) ? &work->doi : NULL;
        if (field && !field->n) *field = value;
    }
}

static void read_work(Arena *arena, const cJSON *item, rxc_work *work)
{
    static const struct {
        const char *key;
        rxc_work_field field;
    } marked[] = { { "title", RXC_FIELD_title }, { "container-title", RXC_FIELD_container }, { "abstract", RXC_FIELD_abstract } };
    rxc_work_read(arena, item, work);
    work->type = type_of(rxc_json_text(arena, item, "type"));
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) *rxc_work_field_of(work, marked[i].field) = rxc_json_plain(arena, item, marked[i].key);
    mend_names(arena, rxc_json_at(item, "author"), &work->authors);
    mend_names(arena, rxc_json_at(item, "editor"), &work->editors);
    drop_empty(&work->authors), drop_empty(&work->editors);
    work->issued = date_of(arena, rxc_json_at(item, "issued"));
    work->accessed = date_of(arena, rxc_json_at(item, "accessed"));
    if (!work->container.n) work->container = rxc_json_plain(arena, item, "container-title-short");
    if (!work->container.n) work->container = rxc_json_plain(arena, item, "journalAbbreviation");
    Str doi = rxc_json_doi(arena, work->doi);
    if (doi.n) work->doi = doi;
    size_t dash = str_chr(work->page, '-');
    if (!work->page_first.n) work->page_first = dash == STR_NONE ? work->page : str_take(work->page, dash);
    read_note(arena, work);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    cJSON *item = NULL;
    RXC_TRY(rxc_json_parse(source, limits, doc, &item, err));
    read_work(doc->arena, item, &doc->work);
    parts.keywords = rxc_json_plain(doc->arena, item, "keyword");
    parts.kinds = rxc_json_text(doc->arena, item, "genre");
    cJSON_Delete(item);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Arena scratch = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&scratch, head);
    bool item = rxc_jsonsplit_has(keys.item, "type") && rxc_jsonsplit_has(keys.item, "title issued author container-title editor DOI") && !keys.around.n;
    arena_clear(&scratch);
    return item ? 80 : 0;
}

const rxc_reader rxc_reader_csljson = {
    .name = "csljson",
    .help = "CSL-JSON, of Zotero, pandoc and citation processors",
    .extensions = "json ndjson jsonl",
    .sniff = sniff,
    .read = read,
    .split = &rxc_jsonsplit_cuts,
};
