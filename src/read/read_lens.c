/* read_lens.c: reads rows of The Lens's CSV export of scholarly works; references are ids of the Lens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/stated.h"
#include "read/tablework.h"

extern const rxc_reader rxc_reader_lens;

/* Not used: country, links, funding, other databases' ids, patents, open access. */
static const rxc_tablework_column columns[] = {
    { "Title", RXC_FIELD_title },          { "Source Title", RXC_FIELD_container }, { "Volume", RXC_FIELD_volume },
    { "Issue Number", RXC_FIELD_issue },   { "DOI", RXC_FIELD_doi },                { "PMID", RXC_FIELD_pmid },
    { "PMCID", RXC_FIELD_pmcid },          { "ISSNs", RXC_FIELD_issn },             { "Publisher", RXC_FIELD_publisher },
    { "Abstract", RXC_FIELD_abstract },    { "External URL", RXC_FIELD_url },
};

static const rxc_entry_type types[] = {
    { "journal article", RXC_WORK_ARTICLE }, { "journal issue", RXC_WORK_ARTICLE }, { "clinical study", RXC_WORK_ARTICLE },
    { "letter", RXC_WORK_ARTICLE },          { "editorial", RXC_WORK_ARTICLE },     { "review", RXC_WORK_ARTICLE },
    { "book", RXC_WORK_BOOK },               { "book chapter", RXC_WORK_CHAPTER },  { "dissertation", RXC_WORK_THESIS },
    { "conference proceedings article", RXC_WORK_CONFERENCE }, { "conference proceedings", RXC_WORK_CONFERENCE },
    { "preprint", RXC_WORK_PREPRINT },       { "report", RXC_WORK_REPORT },         { "dataset", RXC_WORK_DATASET },
};

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    return rxc_table_cut(state, arena, NULL, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_table_cutter), .cut = cut };

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_tablework row;
    (void)limits, (void)err;
    if (rxc_tablework_open(&row, doc, source, NULL)) {
        rxc_tablework_fields(&row, columns, sizeof columns / sizeof *columns);
        rxc_tablework_type_of(&row, rxc_tablework_cell(&row, "Publication Type"), types, sizeof types / sizeof *types);
        rxc_tablework_people(&row, rxc_tablework_cell(&row, "Author/s|Authors"), ';', &doc->work.authors, &doc->work.et_al);
        doc->work.issued = rxc_stated_date(doc->arena, rxc_tablework_cell(&row, "Date Published|Publication Year"));
        rxc_stated_pages(doc->arena, &doc->work, rxc_entry_pages(doc->arena, rxc_tablework_cell(&row, "Start Page"), rxc_tablework_cell(&row, "End Page")));
        rxc_tablework_keywords(&row, rxc_tablework_cell(&row, "Keywords"), ';');
        rxc_tablework_keywords(&row, rxc_tablework_cell(&row, "MeSH Terms"), ';');
        rxc_tablework_keywords(&row, rxc_tablework_cell(&row, "Chemicals"), ';');
        rxc_tablework_id(&row, "lens", rxc_tablework_cell(&row, "Lens ID"));
        rxc_tablework_references(&row, "lens", rxc_tablework_cell(&row, "References"), ';');
    }
    rxc_tablework_finish(&row);
    return RXC_OK;
}

static int sniff(Str head) { return rxc_table_has(head, "Lens ID|Title|Publication Type") ? 95 : 0; }

const rxc_reader rxc_reader_lens = {
    .name = "lens",
    .help = "The Lens, CSV, with references by their ids",
    .extensions = "csv",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
