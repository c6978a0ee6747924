/* read_csv.c: reads rows of any table of works whose columns say what they are: those of PubMed, Embase, Europe PMC, Zotero,
 * IEEE, Springer, Google Scholar, Publish or Perish, Rayyan, Covidence, iCite, and tables made by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/medcite.h"
#include "read/person.h"
#include "read/stated.h"
#include "read/tablework.h"

extern const rxc_reader rxc_reader_csv;

#define TITLE "Title|Article Title|Document Title|Item Title|Primary title|article_title|display_name"
#define AUTHORS "Author full names|Author Names|Authors|Author|Author(s)|Author/s|author_names|Creators|AuthorList|authorString"
#define FIRST "First author|1st author|Lead author"
#define YEAR "Publication Year|Year|Published Year|PubYear|publication_year|pub_year|Year of Publication|Date of Publication"
#define DAY "Publication Date|publication_date|Date Published|Date of Publication|First Publication Date|PubDate|Date"
#define JOURNAL "Source title|Journal/Book|Journal|Publication Title|Journal Title|journal_title|Journal Name|Secondary title|Container title|Venue|Publication|Publication Name|Source"
#define DOI "DOI|Item DOI|doi_url|DOI Link"
#define PMID "PMID|PubMed ID|Medline PMID|pubmed_id|PubMedID|PubMed PMID"
#define ABSTRACT "Abstract|Abstract Note|abstractText"

static const rxc_tablework_column columns[] = {
    { TITLE, RXC_FIELD_title },
    { JOURNAL, RXC_FIELD_container },
    { "Volume|Journal Volume|Vol|Vol.", RXC_FIELD_volume },
    { "Issue|Journal Issue|Issue Number|Number|No.", RXC_FIELD_issue },
    { "Pages|Page|Page Range|Pagination", RXC_FIELD_page },
    { DOI, RXC_FIELD_doi },
    { PMID, RXC_FIELD_pmid },
    { "PMCID|PMC ID|pmc_id|PMC", RXC_FIELD_pmcid },
    { "ISSN|eISSN|ISSNs", RXC_FIELD_issn },
    { "ISBN|ISBNs", RXC_FIELD_isbn },
    { "Publisher|Book Publisher", RXC_FIELD_publisher },
    { "Article Language|Language", RXC_FIELD_language },
    { ABSTRACT, RXC_FIELD_abstract },
    { "URL|Link|ArticleURL|Full Text Link", RXC_FIELD_url },
};

static const rxc_entry_type types[] = {
    { "journalArticle", RXC_WORK_ARTICLE },      { "Journal Article", RXC_WORK_ARTICLE },   { "Article", RXC_WORK_ARTICLE },
    { "Review", RXC_WORK_ARTICLE },              { "Letter", RXC_WORK_ARTICLE },            { "Editorial", RXC_WORK_ARTICLE },
    { "Note", RXC_WORK_ARTICLE },                { "Short Survey", RXC_WORK_ARTICLE },      { "Conference Abstract", RXC_WORK_CONFERENCE },
    { "Conference Paper", RXC_WORK_CONFERENCE }, { "conferencePaper", RXC_WORK_CONFERENCE }, { "bookSection", RXC_WORK_CHAPTER },
    { "Chapter", RXC_WORK_CHAPTER },             { "Book Chapter", RXC_WORK_CHAPTER },      { "Book", RXC_WORK_BOOK },
    { "Thesis", RXC_WORK_THESIS },               { "Dissertation", RXC_WORK_THESIS },       { "Report", RXC_WORK_REPORT },
    { "Preprint", RXC_WORK_PREPRINT },           { "webpage", RXC_WORK_WEBPAGE },           { "Dataset", RXC_WORK_DATASET },
    { "Patent", RXC_WORK_PATENT },
};

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    return rxc_table_cut(state, arena, NULL, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_table_cutter), .cut = cut };

/* --- cells ---------------------------------------------------------------------------------------------------------- */

/* "Wu, Li and Roe, Jane": each part is one name, the family first. */
static bool take_joined(rxc_tablework *row, Str list, rxc_names *names)
{
    rxc_names found = { 0 };
    for (size_t at; list.n; list = at == STR_NONE ? (Str){ 0 } : str_drop(list, at + 5)) {
        at = str_find(list, S(" and "));
        Str one = str_trim(str_take(list, at));
        size_t comma = str_chr(one, ',');
        if (comma == STR_NONE || str_chr(str_drop(one, comma + 1), ',') != STR_NONE) return false;
        *vec_push(row->doc->arena, &found) = rxc_person_read(row->doc->arena, one);
    }
    for (size_t i = 0; i < found.n; i++) *vec_push(row->doc->arena, names) = found.v[i];
    return true;
}

/* "Wu, L.; Roe, J.", a name a line, "Wu L, Roe J.", "Li Wu, Jane Roe and A. Doe" */
static void take_people(rxc_tablework *row, Str list, rxc_names *names)
{
    static const char separators[] = { ';', '|', '\n' };
    if (str_last(list) == '.' && str_chr(list, '.') == list.n - 1) list.n--; /* of the list, not of a name */
    for (size_t i = 0; i < sizeof separators; i++)
        if (str_chr(list, separators[i]) != STR_NONE) {
            rxc_tablework_people(row, list, separators[i], names, &row->doc->work.et_al);
            return;
        }
    if (str_find(list, S(" and ")) != STR_NONE && take_joined(row, list, names)) return;
    size_t comma = str_find(list, S(", "));
    bool one = comma == STR_NONE || (str_find(str_drop(list, comma + 2), S(", ")) == STR_NONE && str_chr(str_take(list, comma), ' ') == STR_NONE);
    if (one) rxc_person_add(row->doc->arena, names, &row->doc->work.et_al, list);
    else if (rxc_byline_count(list)) rxc_byline_read(row->doc->arena, list, names);
    else rxc_tablework_people(row, list, ',', names, &row->doc->work.et_al);
}

/* Some tables name the first author alone. */
static void take_authors(rxc_tablework *row)
{
    rxc_work *work = &row->doc->work;
    take_people(row, rxc_tablework_cell(row, AUTHORS), &work->authors);
    Str first = work->authors.n ? (Str){ 0 } : rxc_tablework_cell(row, FIRST);
    if (first.n) rxc_person_add(row->doc->arena, &work->authors, &work->et_al, first), work->et_al = true;
}

/* The day counts where it is of the year that is stated. */
static rxc_date date_of(const rxc_tablework *row)
{
    Arena *arena = row->doc->arena;
    rxc_date year = rxc_stated_date(arena, rxc_tablework_cell(row, YEAR)), day = rxc_stated_date(arena, rxc_tablework_cell(row, DAY));
    return day.year && (!year.year || day.year == year.year) ? day : year;
}

/* PubMed's "J Clin Dermatol. 2019 Nov 6;35(2):101-104. doi: …" */
static void take_citation(rxc_tablework *row, Str text)
{
    rxc_work *work = &row->doc->work, stated = rxc_medcite_read(row->doc->arena, text);
    if (!stated.issued.year || (!stated.volume.n && !stated.page.n)) return;
    if (stated.issued.year == work->issued.year || !work->issued.year) work->issued = stated.issued;
    if (!work->container.n) work->container = stated.container;
    if (!work->volume.n) work->volume = stated.volume;
    if (!work->issue.n) work->issue = stated.issue;
    if (!work->page.n) work->page = stated.page, work->page_first = stated.page_first;
}

/* PMIDs with spaces between them (iCite). Other lists are printed ones: an entry a line, or with semicolons between. */
static void take_references(rxc_tablework *row, Str list)
{
    Str one, rest = list;
    bool numbers = list.n > 0;
    for (size_t i = 0; i < list.n && numbers; i++) numbers = chr_digit(list.p[i]) || chr_space(list.p[i]);
    char separator = numbers ? ' ' : str_chr(list, '\n') != STR_NONE ? '\n' : ';';
    while (str_cut(&rest, separator, &one)) {
        one = str_trim(one);
        if (!one.n) continue;
        rxc_entry_reference *reference = vec_push(row->doc->arena, &row->parts.references);
        *reference = (rxc_entry_reference){ .line = row->table.line, .complete = numbers };
        if (numbers) reference->work.pmid = one;
        else reference->raw = one;
    }
}

static void take_keywords(rxc_tablework *row)
{
    static const char *const lists[] = { "Author Keywords|Keywords", "MeSH Terms|MeSH", "Manual Tags", "Emtree Drug Index Terms", "Emtree Medical Index Terms" };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        Str list = rxc_tablework_cell(row, lists[i]);
        rxc_tablework_keywords(row, list, str_chr(list, ';') != STR_NONE ? ';' : str_chr(list, '|') != STR_NONE ? '|' : ',');
    }
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_tablework row;
    (void)limits, (void)err;
    if (rxc_tablework_open(&row, doc, source, NULL)) {
        rxc_tablework_fields(&row, columns, sizeof columns / sizeof *columns);
        rxc_tablework_type_of(&row, rxc_tablework_cell(&row, "Publication Type|Item Type|Document Type|Content Type|Reference Type|Type"), types, sizeof types / sizeof *types);
        take_authors(&row);
        take_people(&row, rxc_tablework_cell(&row, "Editors|Editor|Book Editors"), &doc->work.editors);
        doc->work.issued = date_of(&row);
        Str first = rxc_tablework_cell(&row, "Start Page|First Page|StartPage|Page start");
        if (!doc->work.page.n) rxc_stated_pages(doc->arena, &doc->work, rxc_entry_pages(doc->arena, first, rxc_tablework_cell(&row, "End Page|Last Page|EndPage|Page end")));
        take_citation(&row, rxc_tablework_cell(&row, "Citation"));
        take_keywords(&row);
        take_references(&row, rxc_tablework_cell(&row, "References|Cited References"));
        doc->work.title = rxc_stated_title(doc->work.title);
        doc->work.type = doc->work.type == RXC_WORK_OTHER && doc->work.container.n ? RXC_WORK_ARTICLE : doc->work.type;
    }
    rxc_tablework_finish(&row);
    return RXC_OK;
}

/* --- the header ----------------------------------------------------------------------------------------------------- */

static bool has_any(Str head, const char *names)
{
    Str rest = str_from(names), name;
    while (str_cut(&rest, '|', &name)) {
        char one[64] = { 0 };
        if (name.n < sizeof one) memcpy(one, name.p, name.n);
        if (*one && rxc_table_has(head, one)) return true;
    }
    return false;
}

/* A title, and an identifier or two more of what makes a work. */
static int sniff(Str head)
{
    static const char *const others[] = { AUTHORS "|" FIRST, YEAR "|" DAY, JOURNAL, ABSTRACT };
    int found = 0;
    if (!has_any(head, TITLE)) return 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) found += has_any(head, others[i]);
    return found >= 2 || has_any(head, DOI "|" PMID) ? 85 : 0;
}

const rxc_reader rxc_reader_csv = {
    .name = "csv",
    .help = "other tables of works: columns with titles, authors, years, journals, identifiers",
    .extensions = "csv tsv tab xlsx",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
