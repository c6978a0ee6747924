/* read_scopus.c: reads rows of Scopus's CSV export, with references in either of its layouts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/scopusref.h"
#include "read/stated.h"
#include "read/tablework.h"

extern const rxc_reader rxc_reader_scopus;

/* Not used: affiliations, correspondence, funding, counts, CODEN, conferences, CAS numbers and trade names of the index. */
static const rxc_tablework_column columns[] = {
    { "Title", RXC_FIELD_title },
    { "Source title|Abbreviated Source Title", RXC_FIELD_container },
    { "Volume", RXC_FIELD_volume },
    { "Issue", RXC_FIELD_issue },
    { "DOI", RXC_FIELD_doi },
    { "PubMed ID", RXC_FIELD_pmid },
    { "ISSN", RXC_FIELD_issn },
    { "ISBN", RXC_FIELD_isbn },
    { "Publisher", RXC_FIELD_publisher },
    { "Language of Original Document", RXC_FIELD_language },
    { "Abstract", RXC_FIELD_abstract },
};

static const rxc_entry_type types[] = {
    { "Article", RXC_WORK_ARTICLE },          { "Review", RXC_WORK_ARTICLE },    { "Letter", RXC_WORK_ARTICLE },
    { "Note", RXC_WORK_ARTICLE },             { "Editorial", RXC_WORK_ARTICLE }, { "Short Survey", RXC_WORK_ARTICLE },
    { "Erratum", RXC_WORK_ARTICLE },          { "Retracted", RXC_WORK_ARTICLE }, { "Data Paper", RXC_WORK_ARTICLE },
    { "Conference Paper", RXC_WORK_CONFERENCE }, { "Book", RXC_WORK_BOOK },      { "Book Chapter", RXC_WORK_CHAPTER },
    { "Report", RXC_WORK_REPORT },            { "Preprint", RXC_WORK_PREPRINT },
};

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    return rxc_table_cut(state, arena, NULL, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_table_cutter), .cut = cut };

/* "Liu F.; Li C.", in older exports "Liu F., Li C." */
static void take_people(rxc_tablework *row)
{
    Str full = rxc_tablework_cell(row, "Author full names"), list = rxc_tablework_cell(row, "Authors");
    bool commas = str_chr(list, ';') == STR_NONE && str_chr(list, ',') != STR_NONE;
    rxc_tablework_people(row, full.n ? full : list, full.n || !commas ? ';' : ',', &row->doc->work.authors, &row->doc->work.et_al);
    rxc_tablework_people(row, rxc_tablework_cell(row, "Editors"), ';', &row->doc->work.editors, &row->doc->work.et_al);
}

static void take_status(rxc_tablework *row, Str type)
{
    rxc_notice notice = { .kind = str_eq_nocase(type, S("Retracted")) ? RXC_NOTICE_RETRACTION : RXC_NOTICE_CORRECTION };
    notice.by_this = notice.kind == RXC_NOTICE_CORRECTION;
    if (str_eq_nocase(type, S("Retracted")) || str_eq_nocase(type, S("Erratum"))) *vec_push(row->doc->arena, &row->doc->notices) = notice;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_tablework row;
    (void)limits, (void)err;
    if (rxc_tablework_open(&row, doc, source, NULL)) {
        Str type = rxc_tablework_cell(&row, "Document Type"), first = rxc_tablework_cell(&row, "Page start");
        rxc_tablework_fields(&row, columns, sizeof columns / sizeof *columns);
        rxc_tablework_type_of(&row, type, types, sizeof types / sizeof *types);
        take_people(&row);
        take_status(&row, type);
        doc->work.issued = rxc_stated_date(doc->arena, rxc_tablework_cell(&row, "Year"));
        rxc_stated_pages(doc->arena, &doc->work, first.n ? rxc_entry_pages(doc->arena, first, rxc_tablework_cell(&row, "Page end")) : rxc_tablework_cell(&row, "Art. No."));
        rxc_tablework_keywords(&row, rxc_tablework_cell(&row, "Author Keywords"), ';');
        rxc_tablework_keywords(&row, rxc_tablework_cell(&row, "Index Keywords"), ';');
        rxc_tablework_id(&row, "scopus", rxc_tablework_cell(&row, "EID"));
        rxc_scopusref_list(doc, &row.parts, rxc_tablework_cell(&row, "References"), row.table.line);
    }
    rxc_tablework_finish(&row);
    return RXC_OK;
}

static int sniff(Str head)
{
    return rxc_table_has(head, "Authors|Title|Source title|EID") ? 95 : 0;
}

const rxc_reader rxc_reader_scopus = {
    .name = "scopus",
    .help = "Scopus, CSV, with references",
    .extensions = "csv",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
