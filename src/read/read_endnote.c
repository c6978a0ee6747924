/* read_endnote.c: reads records of EndNote's XML, whose texts fall into pieces of style. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/date.h"
#include "read/endtype.h"
#include "read/entry.h"
#include "read/xml.h"
#include "read/xmlsplit.h"

extern const rxc_reader rxc_reader_endnote;

#define ROOT "xml"
#define ENTRIES "record"

static Str text_at(Arena *arena, xmlNode *record, const char *path) { return rxc_xml_text(arena, rxc_xml_path(record, path), ""); }

/* The first of several paths that holds something. */
static Str first_of(Arena *arena, xmlNode *record, const char *paths)
{
    Str rest = str_from(paths), path, text = { 0 };
    while (!text.n && str_cut(&rest, ' ', &path)) text = text_at(arena, record, arena_cstr(arena, path));
    return text;
}

static rxc_work_type type_of(Arena *arena, xmlNode *record)
{
    xmlNode *node = rxc_xml_child(record, "ref-type");
    return rxc_endtype_find(node ? rxc_xml_attribute(arena, node, "name") : (Str){ 0 }, rxc_xml_text(arena, node, ""));
}

static void read_names(Arena *arena, xmlNode *list, rxc_names *names)
{
    for (xmlNode *one = rxc_xml_child(list, "author"); one; one = rxc_xml_sibling(one, "author")) {
        Str name = rxc_xml_text(arena, one, "");
        bool group = str_last(name) == ','; /* how EndNote marks the name of an institution */
        if (group) name.n--;
        if (name.n) *vec_push(arena, names) = group ? (rxc_name){ .literal = name } : rxc_byline_one(arena, name);
    }
}

static rxc_date date_of(Arena *arena, xmlNode *record)
{
    size_t used;
    Str year = text_at(arena, record, "dates/year"), day = text_at(arena, record, "dates/pub-dates/date");
    rxc_date whole = rxc_date_parse(day, &used), date = rxc_date_parse(year, &used);
    if (!whole.year && year.n) whole = rxc_date_parse(arena_printf(arena, "%.*s %.*s", STR_ARG(year), STR_ARG(day)), &used);
    return whole.year && (!date.year || whole.year == date.year) ? whole : date;
}

static void read_pages(Arena *arena, xmlNode *record, rxc_work *work)
{
    Str pages = text_at(arena, record, "pages");
    size_t dash = str_chr(pages, '-');
    work->page_first = str_trim(dash == STR_NONE ? pages : str_take(pages, dash));
    work->page = dash == STR_NONE ? pages : rxc_entry_pages(arena, work->page_first, str_drop(pages, dash + 1));
}

/* The number of the database is the PMID where that is PubMed. */
static void read_ids(Arena *arena, xmlNode *record, rxc_work *work)
{
    Str accession = text_at(arena, record, "accession-num"), database = first_of(arena, record, "remote-database-name remote-database-provider");
    Str doi = text_at(arena, record, "electronic-resource-num"), custom = text_at(arena, record, "custom2");
    size_t at = str_find(doi, S("10.")), number;
    bool pubmed = str_find_nocase(database, S("medline")) != STR_NONE || str_find_nocase(database, S("pubmed")) != STR_NONE ||
                  str_find_nocase(database, S("nlm")) != STR_NONE || !database.n;
    if (at != STR_NONE) work->doi = str_drop(doi, at);
    if (pubmed && accession.n >= 4 && accession.n <= 8 && str_to_size(accession, &number)) work->pmid = accession;
    if (str_starts(accession, S("WOS:"))) work->database_id = arena_printf(arena, "wos:%.*s", STR_ARG(str_drop(accession, 4)));
    if (str_starts(custom, S("PMC"))) work->pmcid = custom;
    Str isbn = text_at(arena, record, "isbn");
    bool serial = isbn.n <= 20 && str_chr(isbn, '-') == 4;
    if (serial) work->issn = isbn;
    else work->isbn = isbn;
}

static Str keywords_of(Arena *arena, xmlNode *record)
{
    Buf all = { 0 };
    xmlNode *list = rxc_xml_child(record, "keywords");
    for (xmlNode *one = rxc_xml_child(list, "keyword"); one; one = rxc_xml_sibling(one, "keyword")) {
        Str word = rxc_xml_text(arena, one, "");
        if (all.n && word.n) buf_add(&all, S("; "));
        buf_add(&all, word);
    }
    Str out = arena_str(arena, buf_str(&all));
    buf_clear(&all);
    return out;
}

static void read_record(rxc_doc *doc, xmlNode *record, rxc_entry_parts *parts)
{
    Arena *arena = doc->arena;
    rxc_work *work = &doc->work;
    work->type = type_of(arena, record);
    work->title = text_at(arena, record, "titles/title");
    if (str_last(work->title) == '.' && !str_ends(work->title, S(".."))) work->title.n--;
    work->container = first_of(arena, record, "periodical/full-title titles/secondary-title titles/alt-title alt-periodical/full-title periodical/abbr-1");
    work->collection = text_at(arena, record, "titles/tertiary-title");
    read_names(arena, rxc_xml_path(record, "contributors/authors"), &work->authors);
    read_names(arena, rxc_xml_path(record, "contributors/secondary-authors"), &work->editors);
    work->issued = date_of(arena, record);
    read_pages(arena, record, work);
    work->volume = text_at(arena, record, "volume");
    work->issue = first_of(arena, record, "number issue");
    work->edition = text_at(arena, record, "edition");
    work->publisher = text_at(arena, record, "publisher");
    work->place = text_at(arena, record, "pub-location");
    work->abstract = text_at(arena, record, "abstract");
    work->language = text_at(arena, record, "language");
    work->note = text_at(arena, record, "notes");
    work->url = first_of(arena, record, "urls/related-urls/url urls/web-urls/url");
    read_ids(arena, record, work);
    parts->keywords = keywords_of(arena, record);
    parts->kinds = text_at(arena, record, "work-type");
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_entry_parts parts = { .line = 1 };
    xmlDoc *tree;
    (void)limits;
    RXC_TRY(rxc_xml_parse(rxc_xmlsplit_first(ROOT, ENTRIES, source), doc, &tree, err));
    xmlNode *root = xmlDocGetRootElement(tree);
    if (rxc_xml_is(root, ENTRIES)) read_record(doc, root, &parts);
    xmlFreeDoc(tree);
    rxc_entry_finish(doc, &parts);
    return RXC_OK;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    (void)arena;
    return rxc_xmlsplit_cut(state, ROOT, ENTRIES, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_xmlsplit), .cut = cut };

/* <xml><records><record>, and something that only EndNote has */
static int sniff(Str head)
{
    if (!str_eq(rxc_xmlsplit_root(head), S(ROOT))) return 0;
    bool records = str_find(head, S("<records")) != STR_NONE && str_find(head, S("<record")) != STR_NONE;
    bool own = str_find(head, S("<ref-type")) != STR_NONE || str_find(head, S("<contributors>")) != STR_NONE || str_find(head, S("EndNote")) != STR_NONE ||
               str_find(head, S("<titles>")) != STR_NONE;
    return records && own ? 96 : 0;
}

const rxc_reader rxc_reader_endnote = {
    .name = "endnote",
    .help = "EndNote XML, of reference managers",
    .extensions = "xml",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
