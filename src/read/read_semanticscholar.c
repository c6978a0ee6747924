/* read_semanticscholar.c: reads papers of Semantic Scholar's JSON, alone or as references and citations of another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/date.h"
#include "read/entry.h"
#include "read/json.h"
#include "read/jsonsplit.h"

extern const rxc_reader rxc_reader_semanticscholar;

static rxc_work_type type_of(Arena *arena, const cJSON *types)
{
    static const rxc_entry_type known[] = {
        { "JournalArticle", RXC_WORK_ARTICLE }, { "CaseReport", RXC_WORK_ARTICLE },       { "Review", RXC_WORK_ARTICLE },
        { "ClinicalTrial", RXC_WORK_ARTICLE },  { "LettersAndComments", RXC_WORK_ARTICLE }, { "Editorial", RXC_WORK_ARTICLE },
        { "Conference", RXC_WORK_CONFERENCE },  { "Book", RXC_WORK_BOOK },                { "BookSection", RXC_WORK_CHAPTER },
        { "Dataset", RXC_WORK_DATASET },
    };
    const cJSON *one;
    cJSON_ArrayForEach(one, types)
    {
        rxc_work_type found = rxc_entry_type_find(known, sizeof known / sizeof *known, rxc_json_text(arena, one, ""));
        if (found != RXC_WORK_TYPES) return found;
    }
    return RXC_WORK_OTHER;
}

static void read_ids(Arena *arena, const cJSON *paper, rxc_work *work)
{
    Str id = rxc_json_text(arena, paper, "paperId"), pmcid = rxc_json_text(arena, paper, "externalIds/PubMedCentral");
    if (id.n) work->database_id = arena_printf(arena, "s2:%.*s", STR_ARG(id));
    work->doi = rxc_json_text(arena, paper, "externalIds/DOI");
    work->pmid = rxc_json_text(arena, paper, "externalIds/PubMed");
    work->arxiv = rxc_json_text(arena, paper, "externalIds/ArXiv");
    if (pmcid.n) work->pmcid = chr_digit(pmcid.p[0]) ? arena_printf(arena, "PMC%.*s", STR_ARG(pmcid)) : pmcid;
}

/* Pages may hold line breaks and spaces: "\n          55-61\n        ". */
static void read_pages(Arena *arena, const cJSON *paper, rxc_work *work)
{
    Str pages = rxc_json_text(arena, paper, "journal/pages");
    size_t dash = str_chr(pages, '-');
    work->page_first = str_trim(dash == STR_NONE ? pages : str_take(pages, dash));
    work->page = dash == STR_NONE ? pages : rxc_entry_pages(arena, work->page_first, str_drop(pages, dash + 1));
}

static rxc_work work_of(Arena *arena, const cJSON *paper)
{
    rxc_work work = { .type = type_of(arena, rxc_json_at(paper, "publicationTypes")) };
    const cJSON *author;
    size_t used;
    work.title = rxc_json_plain(arena, paper, "title");
    cJSON_ArrayForEach(author, rxc_json_at(paper, "authors"))
    {
        Str name = rxc_json_plain(arena, author, "name");
        if (name.n) *vec_push(arena, &work.authors) = rxc_byline_one(arena, name);
    }
    work.issued = rxc_date_parse(rxc_json_text(arena, paper, "publicationDate"), &used);
    if (!work.issued.year) work.issued.year = rxc_json_int(paper, "year");
    static const char *const containers[] = { "journal/name", "publicationVenue/name", "venue" };
    for (size_t i = 0; !work.container.n && i < sizeof containers / sizeof *containers; i++) work.container = rxc_json_plain(arena, paper, containers[i]);
    work.volume = rxc_json_text(arena, paper, "journal/volume");
    work.issn = rxc_json_text(arena, paper, "publicationVenue/issn");
    work.abstract = rxc_json_plain(arena, paper, "abstract");
    read_pages(arena, paper, &work);
    read_ids(arena, paper, &work);
    return work;
}

/* The paper that a list of references or citations wraps: {"contexts": […], "citedPaper": {…}}. */
static const cJSON *paper_in(const cJSON *item)
{
    static const char *const wrappers[] = { "citedPaper", "citingPaper" };
    for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
        const cJSON *paper = rxc_json_at(item, wrappers[i]);
        if (cJSON_IsObject(paper)) return paper;
    }
    return item;
}

static void read_references(rxc_doc *doc, const cJSON *paper, rxc_entry_parts *parts)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, rxc_json_at(paper, "references"))
    {
        rxc_entry_reference reference = { .line = parts->line, .work = work_of(doc->arena, paper_in(one)) };
        if (!rxc_work_is_empty(&reference.work)) *vec_push(doc->arena, &parts->references) = reference;
    }
    int stated = rxc_json_int(paper, "referenceCount");
    doc->references_stated = stated > 0 && parts->references.n ? (size_t)stated : parts->references.n;
    size_t citing = (size_t)cJSON_GetArraySize(rxc_json_at(paper, "citations"));
    if (citing)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "citations.passed", 1, 0, "papers that cite this one are listed (%zu), and not taken", citing);
}

static Str kinds_of(Arena *arena, const cJSON *paper)
{
    const cJSON *one;
    Str kinds = { 0 };
    cJSON_ArrayForEach(one, rxc_json_at(paper, "publicationTypes"))
    {
        Str name = rxc_json_text(arena, one, "");
        if (str_eq(name, S("CaseReport"))) return S("Case Report");
        if (str_eq(name, S("ClinicalTrial"))) kinds = S("Clinical Trial");
        else if (!kinds.n && !str_eq(name, S("JournalArticle"))) kinds = name;
    }
    return kinds;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    cJSON *item = NULL;
    RXC_TRY(rxc_json_parse(source, limits, doc, &item, err));
    const cJSON *paper = paper_in(item);
    doc->work = work_of(doc->arena, paper);
    read_references(doc, paper, &parts);
    parts.kinds = kinds_of(doc->arena, paper);
    cJSON_Delete(item);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Arena scratch = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&scratch, head);
    bool paper = rxc_jsonsplit_has(keys.item, "paperId citedPaper citingPaper");
    arena_clear(&scratch);
    return paper ? 96 : 0;
}

const rxc_reader rxc_reader_semanticscholar = {
    .name = "semanticscholar",
    .help = "JSON of Semantic Scholar: papers with their references",
    .extensions = "json ndjson jsonl",
    .sniff = sniff,
    .read = read,
    .split = &rxc_jsonsplit_cuts,
};
