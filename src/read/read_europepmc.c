/* read_europepmc.c: reads results of Europe PMC's JSON, in full ("core") or in short ("lite"). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "read/byline.h"
#include "read/entry.h"
#include "read/json.h"
#include "read/jsonsplit.h"
#include "read/medcite.h"
#include "read/stated.h"

extern const rxc_reader rxc_reader_europepmc;

/* --- the work ----------------------------------------------------------------------------------------------------------- */

static void read_authors(Arena *arena, const cJSON *item, rxc_work *work)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, rxc_json_at(item, "authorList/author"))
    {
        rxc_name name = { .family = rxc_json_plain(arena, one, "lastName"), .given = rxc_json_plain(arena, one, "firstName") };
        if (!name.given.n) name.given = rxc_json_plain(arena, one, "initials");
        Str group = rxc_json_plain(arena, one, "collectiveName"), full = rxc_json_plain(arena, one, "fullName");
        if (!name.family.n) name = group.n ? (rxc_name){ .literal = group } : full.n ? rxc_byline_one(arena, full) : (rxc_name){ 0 };
        if (name.family.n || name.literal.n) *vec_push(arena, &work->authors) = name;
    }
    Str line = rxc_json_plain(arena, item, "authorString"), name;
    if (str_last(line) == '.') line.n--;
    while (!rxc_json_at(item, "authorList") && str_cut(&line, ',', &name))
        if (str_trim(name).n) *vec_push(arena, &work->authors) = rxc_byline_one(arena, str_trim(name));
}

/* The first of several paths that holds something. */
static Str first_of(Arena *arena, const cJSON *item, const char *paths)
{
    Str rest = str_from(paths), path, text = { 0 };
    while (!text.n && str_cut(&rest, ' ', &path)) text = rxc_json_plain(arena, item, arena_cstr(arena, path));
    return text;
}

static rxc_date date_of(Arena *arena, const cJSON *item)
{
    rxc_date year = rxc_stated_date(arena, rxc_json_text(arena, item, "pubYear"));
    rxc_date day = rxc_stated_date(arena, first_of(arena, item, "journalInfo/dateOfPublication journalInfo/printPublicationDate firstPublicationDate"));
    return day.year && (!year.year || day.year == year.year) ? day : year;
}

static void read_work(Arena *arena, const cJSON *item, rxc_work *work)
{
    Str source = rxc_json_text(arena, item, "source");
    work->type = str_eq(source, S("PPR")) ? RXC_WORK_PREPRINT : str_eq(source, S("PAT")) ? RXC_WORK_PATENT : rxc_json_at(item, "bookOrReportDetails") ? RXC_WORK_BOOK : RXC_WORK_ARTICLE;
    work->title = rxc_stated_title(rxc_json_plain(arena, item, "title"));
    work->container = first_of(arena, item, "journalInfo/journal/title journalTitle journalInfo/journal/medlineAbbreviation bookOrReportDetails/comprisingTitle");
    work->volume = first_of(arena, item, "journalInfo/volume journalVolume");
    work->issue = first_of(arena, item, "journalInfo/issue issue");
    rxc_stated_pages(arena, work, rxc_json_text(arena, item, "pageInfo"));
    rxc_stated_serial(arena, work, first_of(arena, item, "journalInfo/journal/issn journalInfo/journal/essn journalIssn"));
    work->publisher = rxc_json_plain(arena, item, "bookOrReportDetails/publisher");
    work->issued = date_of(arena, item);
    work->doi = rxc_json_doi(arena, rxc_json_text(arena, item, "doi"));
    work->pmid = rxc_json_text(arena, item, "pmid");
    work->pmcid = rxc_json_text(arena, item, "pmcid");
    if (!work->pmid.n && str_eq(source, S("MED"))) work->pmid = rxc_json_text(arena, item, "id");
    work->language = rxc_json_text(arena, item, "language");
    work->abstract = rxc_json_plain(arena, item, "abstractText");
    read_authors(arena, item, work);
}

/* --- what else it states ------------------------------------------------------------------------------------------------ */

static const char *const KEYWORDS[][2] = {
    { "meshHeadingList/meshHeading", "descriptorName" }, { "chemicalList/chemical", "name" }, { "keywordList/keyword", "" },
};

/* A list in full, "case reports; journal article" in short. */
static Str kinds_of(Arena *arena, const cJSON *item)
{
    Buf all = { 0 };
    Str line = rxc_json_text(arena, item, "pubType"), one;
    rxc_json_words(arena, &all, ", ", rxc_json_at(item, "pubTypeList/pubType"), "");
    while (str_cut(&line, ';', &one)) {
        if (all.n) buf_add(&all, S(", "));
        buf_add(&all, str_trim(one));
    }
    Str out = arena_str(arena, buf_str(&all));
    buf_clear(&all);
    return out;
}

/* "Comment on" -> "CommentOn", as PubMed has it. */
static Str without_spaces(Arena *arena, Str type)
{
    char *out = arena_alloc(arena, type.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < type.n; i++)
        if (type.p[i] != ' ') out[n++] = type.p[i];
    return (Str){ out, n };
}

static void read_links(rxc_doc *doc, const cJSON *item, rxc_medcite_links *links)
{
    const cJSON *one;
    Arena *arena = doc->arena;
    cJSON_ArrayForEach(one, rxc_json_at(item, "commentCorrectionList/commentCorrection"))
    {
        Str type = rxc_json_text(arena, one, "type"), id = rxc_json_text(arena, one, "id");
        Str pmid = str_eq(rxc_json_text(arena, one, "source"), S("MED")) ? id : (Str){ 0 };
        if (!rxc_medcite_take(doc, links, without_spaces(arena, type), rxc_json_plain(arena, one, "reference"), pmid, 1))
            rxc_diag_add(arena, &doc->diags, RXC_NOTE, "link.unknown", 1, 0, "a link of the kind \"%.*s\" is passed over", STR_ARG(str_take(type, 60)));
    }
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    rxc_medcite_links links = { 0 };
    cJSON *item = NULL;
    RXC_TRY(rxc_json_parse(source, limits, doc, &item, err));
    read_work(doc->arena, item, &doc->work);
    read_links(doc, item, &links);
    parts.kinds = kinds_of(doc->arena, item);
    parts.keywords = rxc_json_keywords(doc->arena, item, KEYWORDS, sizeof KEYWORDS / sizeof *KEYWORDS);
    cJSON_Delete(item);
    if (str_find_nocase(parts.kinds, S("retracted publication")) != STR_NONE && !doc->notices.n)
        rxc_notice_add(doc, RXC_NOTICE_RETRACTION, false, &(rxc_work){ 0 });
    rxc_medcite_finish(doc, &links, &parts);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static int sniff(Str head)
{
    Arena scratch = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&scratch, head);
    bool result = rxc_jsonsplit_has(keys.item, "source") && rxc_jsonsplit_has(keys.item, "authorString pubYear journalInfo");
    arena_clear(&scratch);
    return result ? 96 : 0;
}

const rxc_reader rxc_reader_europepmc = {
    .name = "europepmc",
    .help = "JSON of Europe PMC: results in full or in short",
    .extensions = "json ndjson jsonl",
    .sniff = sniff,
    .read = read,
    .split = &rxc_jsonsplit_cuts,
};
