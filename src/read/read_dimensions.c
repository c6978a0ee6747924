/* read_dimensions.c: reads rows of Dimensions's CSV export, with cited references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/stated.h"
#include "read/tablework.h"

extern const rxc_reader rxc_reader_dimensions;

/* Not used: affiliations, funding, counts, links, fields of research. */
static const rxc_tablework_column columns[] = {
    { "Title", RXC_FIELD_title },         { "Source title|Anthology title", RXC_FIELD_container }, { "Volume", RXC_FIELD_volume },
    { "Issue", RXC_FIELD_issue },         { "Pagination", RXC_FIELD_page },                        { "DOI", RXC_FIELD_doi },
    { "PMID", RXC_FIELD_pmid },           { "PMCID", RXC_FIELD_pmcid },                            { "ISBN", RXC_FIELD_isbn },
    { "Publisher", RXC_FIELD_publisher }, { "Abstract", RXC_FIELD_abstract },                      { "Dimensions URL", RXC_FIELD_url },
};

static const rxc_entry_type types[] = {
    { "Article", RXC_WORK_ARTICLE },     { "Chapter", RXC_WORK_CHAPTER },   { "Proceeding", RXC_WORK_CONFERENCE }, { "Monograph", RXC_WORK_BOOK },
    { "Edited Book", RXC_WORK_BOOK },    { "Preprint", RXC_WORK_PREPRINT }, { "Book", RXC_WORK_BOOK },
};

/* Exports begin with a row about themselves. */
static bool is_about(Str row)
{
    if (row.n && row.p[0] == '"') row = str_drop(row, 1);
    return str_starts_nocase(row, S("About the data"));
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    return rxc_table_cut(state, arena, is_about, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_table_cutter), .cut = cut };

/* --- cited references ----------------------------------------------------------------------------------------------- */

/* Fields between bars: authors, title, source, year, volume, issue, pages, DOI, id of Dimensions, times cited. */
static void take_reference(rxc_tablework *row, Str text)
{
    enum { FIELDS = 10 };
    Str fields[FIELDS] = { 0 };
    Arena *arena = row->doc->arena;
    for (size_t i = 0; i < FIELDS && str_cut(&text, '|', &fields[i]); i++) fields[i] = str_trim(fields[i]);
    rxc_entry_reference *reference = vec_push(arena, &row->parts.references);
    *reference = (rxc_entry_reference){ .line = row->table.line, .complete = true };
    rxc_work *work = &reference->work;
    rxc_tablework_people(row, fields[0], ';', &work->authors, &work->et_al);
    *work = (rxc_work){ .authors = work->authors, .et_al = work->et_al, .title = fields[1],  .container = fields[2], .issued = rxc_stated_date(arena, fields[3]),
                        .volume = fields[4],            .issue = fields[5],  .doi = rxc_stated_doi(fields[7]),
                        .type = fields[4].n ? RXC_WORK_ARTICLE : RXC_WORK_OTHER };
    rxc_stated_pages(arena, work, fields[6]);
    if (str_starts(fields[8], S("pub."))) work->database_id = arena_printf(arena, "dimensions:%.*s", STR_ARG(fields[8]));
}

/* "[a;b|…];[c|…]" */
static void take_references(rxc_tablework *row, Str list)
{
    for (list = str_trim(list); list.n;) {
        size_t at = str_find(list, S("];["));
        Str one = str_trim(str_take(list, at));
        list = at == STR_NONE ? (Str){ 0 } : str_drop(list, at + 2);
        if (one.n && one.p[0] == '[') one = str_drop(one, 1);
        if (str_last(one) == ']') one.n--;
        if (str_trim(one).n) take_reference(row, one);
    }
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_tablework row;
    (void)limits, (void)err;
    if (rxc_tablework_open(&row, doc, source, is_about)) {
        rxc_tablework_fields(&row, columns, sizeof columns / sizeof *columns);
        rxc_tablework_type_of(&row, rxc_tablework_cell(&row, "Publication Type"), types, sizeof types / sizeof *types);
        rxc_tablework_people(&row, rxc_tablework_cell(&row, "Authors"), ';', &doc->work.authors, &doc->work.et_al);
        rxc_tablework_people(&row, rxc_tablework_cell(&row, "Book editors"), ';', &doc->work.editors, &doc->work.et_al);
        doc->work.issued = rxc_stated_date(doc->arena, rxc_tablework_cell(&row, "Publication date|Publication Date|PubYear"));
        rxc_tablework_keywords(&row, rxc_tablework_cell(&row, "MeSH terms"), ';');
        rxc_tablework_id(&row, "dimensions", rxc_tablework_cell(&row, "Publication ID"));
        take_references(&row, rxc_tablework_cell(&row, "Cited references"));
    }
    rxc_tablework_finish(&row);
    return RXC_OK;
}

static int sniff(Str head)
{
    if (is_about(str_trim(head))) {
        Arena scratch = { 0 };
        rxc_table about;
        head = rxc_table_open(&about, &scratch, head) ? about.rest : head;
        bool known = rxc_table_has(head, "Publication ID|Title");
        arena_clear(&scratch);
        return known ? 95 : 0;
    }
    return rxc_table_has(head, "Publication ID|DOI|Title|PubYear") ? 95 : 0;
}

const rxc_reader rxc_reader_dimensions = {
    .name = "dimensions",
    .help = "Dimensions, CSV, with cited references",
    .extensions = "csv",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
