/* read_openalexcsv.c: reads rows of OpenAlex's CSV exports, with paths of its JSON or words as names of columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/stated.h"
#include "read/tablework.h"

extern const rxc_reader rxc_reader_openalexcsv;

/* Not used: institutions, people's ids, citation counts, open access, topics, funders. */
static const rxc_tablework_column columns[] = {
    { "display_name|title|Title|Display name", RXC_FIELD_title },
    { "primary_location.source.display_name|primary_location_display_name|host_venue.display_name|Source|Primary source|Journal|source_display_name|so", RXC_FIELD_container },
    { "biblio.volume|Volume|biblio_volume", RXC_FIELD_volume },
    { "biblio.issue|Issue|biblio_issue", RXC_FIELD_issue },
    { "doi|ids.doi", RXC_FIELD_doi },
    { "ids.pmid|pmid", RXC_FIELD_pmid },
    { "primary_location.source.issn_l|host_venue.issn_l|ISSN|issn_l", RXC_FIELD_issn },
    { "primary_location.source.host_organization_name|Publisher", RXC_FIELD_publisher },
    { "language", RXC_FIELD_language },
    { "abstract|ab", RXC_FIELD_abstract },
    { "primary_location.landing_page_url|Landing page", RXC_FIELD_url },
};

static const rxc_entry_type types[] = {
    { "article", RXC_WORK_ARTICLE },       { "journal-article", RXC_WORK_ARTICLE }, { "review", RXC_WORK_ARTICLE },
    { "letter", RXC_WORK_ARTICLE },        { "editorial", RXC_WORK_ARTICLE },       { "erratum", RXC_WORK_ARTICLE },
    { "retraction", RXC_WORK_ARTICLE },    { "book", RXC_WORK_BOOK },               { "book-chapter", RXC_WORK_CHAPTER },
    { "dissertation", RXC_WORK_THESIS },   { "preprint", RXC_WORK_PREPRINT },       { "posted-content", RXC_WORK_PREPRINT },
    { "dataset", RXC_WORK_DATASET },       { "report", RXC_WORK_REPORT },           { "proceedings-article", RXC_WORK_CONFERENCE },
};

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    return rxc_table_cut(state, arena, NULL, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_table_cutter), .cut = cut };

static void take_status(rxc_tablework *row)
{
    rxc_notice notice = { .kind = RXC_NOTICE_RETRACTION };
    if (str_eq_nocase(rxc_tablework_cell(row, "is_retracted|Is retracted|Retracted"), S("true")))
        *vec_push(row->doc->arena, &row->doc->notices) = notice;
}

/* "https://www.ncbi.nlm.nih.gov/pmc/articles/7680653" */
static Str pmcid_of(Arena *arena, Str cell)
{
    size_t slash = str_rchr(cell, '/');
    Str id = slash == STR_NONE ? cell : str_drop(cell, slash + 1);
    if (!id.n || str_starts(id, S("PMC"))) return id;
    return arena_printf(arena, "PMC%.*s", STR_ARG(str_take(id, 20)));
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_tablework row;
    (void)limits, (void)err;
    if (rxc_tablework_open(&row, doc, source, NULL)) {
        Str type = rxc_tablework_cell(&row, "type|type_crossref|Type");
        rxc_tablework_fields(&row, columns, sizeof columns / sizeof *columns);
        rxc_tablework_type_of(&row, type, types, sizeof types / sizeof *types);
        take_status(&row);
        rxc_tablework_people(&row, rxc_tablework_cell(&row, "authorships.author.display_name|authorships.raw_author_name|author_names|Authors|Author names|au"), '|', &doc->work.authors, &doc->work.et_al);
        doc->work.issued = rxc_stated_date(doc->arena, rxc_tablework_cell(&row, "publication_date|Publication date|publication_year|Publication year|Year"));
        doc->work.pmcid = pmcid_of(doc->arena, rxc_tablework_cell(&row, "ids.pmcid|pmcid"));
        rxc_stated_pages(doc->arena, &doc->work, rxc_entry_pages(doc->arena, rxc_tablework_cell(&row, "biblio.first_page|First page"), rxc_tablework_cell(&row, "biblio.last_page|Last page")));
        rxc_tablework_keywords(&row, rxc_tablework_cell(&row, "keywords.display_name|Keywords|keywords"), '|');
        str_to_size(rxc_tablework_cell(&row, "referenced_works_count|Referenced works count"), &doc->references_stated);
        rxc_tablework_id(&row, "openalex", rxc_tablework_cell(&row, "id|OpenAlex ID|ID|ids.openalex|Work ID"));
        rxc_tablework_references(&row, "openalex", rxc_tablework_cell(&row, "referenced_works|Referenced works|References"), '|');
    }
    rxc_tablework_finish(&row);
    return RXC_OK;
}

static int sniff(Str head)
{
    if (str_find(head, S("https://openalex.org/W")) == STR_NONE) return 0;
    bool named = rxc_table_has(head, "id") || rxc_table_has(head, "OpenAlex ID") || rxc_table_has(head, "Work ID");
    return named && (rxc_table_has(head, "display_name") || rxc_table_has(head, "title") || rxc_table_has(head, "Display name")) ? 92 : 0;
}

const rxc_reader rxc_reader_openalexcsv = {
    .name = "openalexcsv",
    .help = "OpenAlex, CSV, with references by its ids",
    .extensions = "csv",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
