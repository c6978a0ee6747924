/* read_bibtex.c: reads entries of BibTeX and BibLaTeX files, also as Scopus, Web of Science and reference managers write them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/bibcut.h"
#include "read/bibitem.h"
#include "read/bibname.h"
#include "read/entry.h"
#include "read/latex.h"
#include "read/scopusref.h"
#include "read/stated.h"
#include "read/tagged.h"
#include "read/wosref.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_bibtex;

/* Fields that are known and not used: files, counts, people's ids, funding, administration of programs, sorting, subtitles of
 * containers. */
static const char unused[] =
    "shorttitle file local-url timestamp owner groups added-at biburl interhash intrahash keywords-plus crossref xdata key sortkey shorthand "
    "ids options presort usera userb date-added date-modified bdsk-url-1 bdsk-url-2 bdsk-file-1 creationdate modificationdate rating "
    "readstatus priority ranking citation-count abbrev_source_title affiliation affiliations author-email "
    "authors_with_affiliations researcherid-numbers orcid-numbers times-cited usage-count-last-180-days usage-count-since-2013 "
    "doc-delivery-number research-areas web-of-science-categories journal-iso funding-acknowledgement funding-text da oa esi-highly-cited-paper "
    "web-of-science-index source page_count correspondence_address correspondence_address1 coden "
    "funding_details funding_text funding_text_1 funding_text_2 chemicals_cas tradenames manufacturers molecular_seqnumbers sponsors conference_date conference_location "
    "conference_code publication_stage open_access cited_by pubstate mendeley-groups mendeley-tags annote annotation copyright rights "
    "primaryclass eprintclass numpages pagetotal articletype issue_date acmid venue eventtitle eventdate origdate booksubtitle "
    "journalsubtitle maintitle mainsubtitle chapter part volumes translator foreword introduction afterword bookauthor language_of_original_document "
    "month_numeric nationality holder version day isrn report_number comment comments review library urlseen lastchecked impactfactor issn-l "
    "eissn_ art_number_ link timescited size archive slaccitation bibsource related relatedtype addendum pii mrnumber zblnumber mrclass mrreviewer fjournal coverdate subject";

typedef struct Bib {
    rxc_doc *doc;
    rxc_entry_parts parts;
    Buf keywords, kinds;
    Str type, year, month, day, issue, number, pages, article, prefix, eprint, subtitle, school;
    size_t unknown;  /* commands of LaTeX */
    bool inherited;  /* the fields come from a parent */
    bool from_xdata; /* and are taken as they are */
} Bib;

/* --- values --------------------------------------------------------------------------------------------------------- */

static Str plain(Bib *b, Str latex)
{
    Str text = rxc_latex_text(b->doc->arena, latex, &b->unknown);
    return str_trim(rxc_tagged_join(b->doc->arena, str_trim(text)));
}

static void set(Str *field, Str value)
{
    if (!field->n) *field = value;
}

/* Identifiers hold no LaTeX but escaped signs: "10.1000/a\_b", "{10.1000/x}". */
static Str verbatim(Bib *b, Str value)
{
    char *out = arena_alloc(b->doc->arena, value.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < value.n; i++)
        if (value.p[i] != '{' && value.p[i] != '}' && value.p[i] != '\\') out[n++] = value.p[i];
    return str_trim((Str){ out, n });
}

static bool is_any(Str name, const char *names)
{
    Str rest = str_from(names), one;
    while (str_cut(&rest, ' ', &one))
        if (str_eq_nocase(name, one)) return true;
    return false;
}

/* --- fields --------------------------------------------------------------------------------------------------------- */

static bool take_text(Bib *b, Str name, Str value)
{
    rxc_work *work = &b->doc->work;
    const struct {
        const char *names;
        Str *field;
    } texts[] = {
        { "title", &work->title },
        { "subtitle", &b->subtitle },
        { "journal journaltitle booktitle", &work->container },
        { "shortjournal", &work->container },
        { "series", &work->collection },
        { "volume", &work->volume },
        { "number", &b->number },
        { "issue", &b->issue },
        { "pages page", &b->pages },
        { "article-number art_number articleno eid", &b->article },
        { "publisher", &work->publisher },
        { "school institution organization", &b->school },
        { "address location", &work->place },
        { "edition", &work->edition },
        { "abstract", &work->abstract },
        { "language langid", &work->language },
        { "howpublished type", &work->genre },
        { "year date", &b->year },
        { "month", &b->month },
        { "note", &work->note },
        { "archiveprefix eprinttype", &b->prefix },
        { "document_type", &b->type },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!is_any(name, texts[i].names)) continue;
        set(texts[i].field, plain(b, value));
        return true;
    }
    return false;
}

/* "\url{https://…}" in a field for other things; "PMID: 31693077" in a note. */
static void take_hidden(Bib *b, Str value)
{
    Str text = verbatim(b, value);
    size_t at = str_find(text, S("http"));
    set(&b->doc->work.pmid, rxc_stated_pmid(text, false));
    if (at == STR_NONE) return;
    Str url = str_drop(text, at);
    size_t n = 0;
    while (n < url.n && !chr_space(url.p[n])) n++;
    set(&b->doc->work.url, str_take(url, n));
}

static bool take_id(Bib *b, Str name, Str value)
{
    rxc_work *work = &b->doc->work;
    Arena *arena = b->doc->arena;
    if (is_any(name, "doi")) set(&work->doi, rxc_stated_doi(verbatim(b, value)));
    else if (is_any(name, "pmid pubmed_id")) set(&work->pmid, rxc_stated_pmid(verbatim(b, value), true));
    else if (is_any(name, "pmcid pmc")) set(&work->pmcid, verbatim(b, value));
    else if (is_any(name, "isbn issn eissn")) rxc_stated_serial(arena, work, verbatim(b, value));
    else if (is_any(name, "eprint arxivid")) {
        set(&b->eprint, verbatim(b, value));
        if (is_any(name, "arxivid")) set(&b->prefix, S("arxiv"));
    } else if (is_any(name, "urldate")) work->accessed = rxc_stated_date(arena, verbatim(b, value));
    else if (is_any(name, "unique-id")) {
        Str id = verbatim(b, value);
        size_t colon = str_chr(id, ':');
        set(&work->database_id, arena_printf(arena, "wos:%.*s", STR_ARG(colon == STR_NONE ? id : str_drop(id, colon + 1))));
    } else if (is_any(name, "url")) {
        Str url = verbatim(b, value);
        set(&work->url, url);
        if (str_find(url, S("doi.org/")) != STR_NONE) set(&work->doi, rxc_stated_doi(url));
    } else return false;
    return true;
}

static void take_wos_references(Bib *b, Str value, size_t line)
{
    Str text = rxc_latex_text(b->doc->arena, value, &b->unknown), one;
    for (; rxc_tagged_line(&text, &one); line++) {
        one = str_trim(one);
        if (str_last(one) == '.') one.n--;
        if (!one.n) continue;
        rxc_entry_reference *reference = vec_push(b->doc->arena, &b->parts.references);
        *reference = (rxc_entry_reference){ .raw = one, .line = line, .work = rxc_wosref_read(b->doc->arena, one), .complete = true };
    }
}

static bool take_list(Bib *b, Str name, Str value, size_t line)
{
    rxc_work *work = &b->doc->work;
    Arena *arena = b->doc->arena;
    if (is_any(name, "author")) {
        if (!work->authors.n && (!b->inherited || b->from_xdata)) rxc_bibname_list(arena, value, &work->authors, &work->et_al);
    } else if (is_any(name, "editor editors")) {
        bool unused_et_al = false;
        if (!work->editors.n) rxc_bibname_list(arena, value, &work->editors, &unused_et_al);
    } else if (is_any(name, "keywords keyword author_keywords") && !b->inherited) rxc_tagged_list(&b->keywords, "; ", plain(b, value));
    else if (is_any(name, "references") && !b->inherited) rxc_scopusref_list(b->doc, &b->parts, plain(b, value), line);
    else if (is_any(name, "cited-references") && !b->inherited) take_wos_references(b, value, line);
    else if (is_any(name, "number-of-cited-references")) str_to_size(verbatim(b, value), &b->doc->references_stated);
    else return is_any(name, "keywords keyword author_keywords references cited-references");
    return true;
}

static void take(Bib *b, const rxc_bibfield *field, size_t line)
{
    Str name = field->name;
    if (b->inherited && !b->from_xdata) {
        if (is_any(name, "title")) name = S("booktitle");
        else if (is_any(name, "subtitle booktitle doi url pages abstract")) return;
    }
    if (field->unknown.n)
        rxc_diag_add(b->doc->arena, &b->doc->diags, RXC_WARNING, "bibtex.string", line, 0, "the name %.*s is defined by no @string, and stands for itself",
                     STR_ARG(field->unknown));
    if (field->torn)
        rxc_diag_add(b->doc->arena, &b->doc->diags, RXC_WARNING, "bibtex.open", line, 0, "a quote or brace of the field %.*s is not closed: it is taken to end with its line",
                     STR_ARG(str_take(name, 60)));
    if (is_any(name, "abstract") && !b->inherited) b->parts.abstract_line = line;
    if (is_any(name, "howpublished note") && !b->inherited) take_hidden(b, field->value);
    if (is_any(name, "howpublished") && str_find(field->value, S("http")) != STR_NONE) return;
    if (!name.n || take_id(b, name, field->value) || take_list(b, name, field->value, line) || take_text(b, name, field->value)) return;
    if (!is_any(name, unused))
        rxc_diag_add(b->doc->arena, &b->doc->diags, RXC_NOTE, "bibtex.field", line, 0, "the field %.*s is not known, and is passed over", STR_ARG(str_take(name, 60)));
}

/* --- one entry ------------------------------------------------------------------------------------------------------ */

static rxc_work_type type_of(Str type)
{
    static const struct {
        const char *names;
        rxc_work_type type;
    } types[] = {
        { "article periodical suppperiodical review letter", RXC_WORK_ARTICLE },
        { "book booklet collection proceedings mvbook mvcollection mvproceedings reference mvreference manual", RXC_WORK_BOOK },
        { "inbook incollection inreference bookinbook suppbook suppcollection", RXC_WORK_CHAPTER },
        { "inproceedings conference", RXC_WORK_CONFERENCE },
        { "phdthesis mastersthesis thesis", RXC_WORK_THESIS },
        { "techreport report standard", RXC_WORK_REPORT },
        { "online electronic www", RXC_WORK_WEBPAGE },
        { "software", RXC_WORK_SOFTWARE },
        { "dataset data", RXC_WORK_DATASET },
        { "patent", RXC_WORK_PATENT },
        { "unpublished preprint", RXC_WORK_PREPRINT },
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (is_any(type, types[i].names)) return types[i].type;
    return RXC_WORK_OTHER;
}

static void settle_eprint(Bib *b)
{
    rxc_work *work = &b->doc->work;
    if (!b->eprint.n) return;
    if (is_any(b->prefix, "pubmed pmid")) set(&work->pmid, rxc_stated_pmid(b->eprint, true));
    else if (is_any(b->prefix, "pmc pmcid")) set(&work->pmcid, b->eprint);
    else if (!b->prefix.n || is_any(b->prefix, "arxiv")) {
        set(&work->arxiv, str_starts_nocase(b->eprint, S("arxiv:")) ? str_drop(b->eprint, 6) : b->eprint);
        if (work->type == RXC_WORK_OTHER) work->type = RXC_WORK_PREPRINT;
    }
}

static void settle_date(Bib *b)
{
    Arena *arena = b->doc->arena;
    rxc_date date = rxc_stated_date(arena, b->year);
    if (date.year && !date.month && b->month.n) {
        Str month = str_take(b->month, 40);
        size_t number = 0;
        rxc_date whole = rxc_stated_date(arena, arena_printf(arena, "%d %.*s", date.year, STR_ARG(month)));
        if (str_to_size(month, &number) && number >= 1 && number <= 12) whole.month = (int)number;
        if (!whole.month) whole = rxc_stated_date(arena, arena_printf(arena, "%.*s %d", STR_ARG(month), date.year)); /* "12 March" */
        if (whole.year == date.year || number) date.month = whole.month, date.day = number ? 0 : whole.day;
    }
    b->doc->work.issued = date;
}

static void settle(Bib *b)
{
    rxc_work *work = &b->doc->work;
    Arena *arena = b->doc->arena;
    bool report = work->type == RXC_WORK_REPORT || work->type == RXC_WORK_PATENT || work->type == RXC_WORK_THESIS || work->type == RXC_WORK_BOOK;
    settle_eprint(b);
    settle_date(b);
    if (report) set(&work->number, b->number);
    else set(&work->issue, b->number);
    set(&work->issue, b->issue);
    set(&work->publisher, b->school);
    if (b->subtitle.n && work->title.n) work->title = arena_printf(arena, "%.*s: %.*s", STR_ARG(work->title), STR_ARG(b->subtitle));
    rxc_stated_pages(arena, work, b->pages);
    if (!work->page.n) rxc_stated_pages(arena, work, b->article);
    if (work->type == RXC_WORK_BOOK && work->container.n && !work->title.n) work->title = work->container, work->container = (Str){ 0 };
    rxc_tagged_list(&b->kinds, ", ", b->type);
    rxc_tagged_list(&b->kinds, ", ", work->genre);
    rxc_notice notice = { .kind = RXC_NOTICE_RETRACTION };
    if (is_any(b->type, "Retracted")) *vec_push(arena, &b->doc->notices) = notice;
    if (b->unknown)
        rxc_diag_add(arena, &b->doc->diags, RXC_NOTE, "bibtex.command", b->parts.line, 0, "%zu commands of LaTeX are not known, and were left out", b->unknown);
}

typedef struct Place {
    const char *at; /* up to which lines were counted */
    size_t line;
} Place;

static size_t line_at(Place *place, const char *p)
{
    for (; place->at < p; place->at++) place->line += *place->at == '\n';
    return place->line;
}

static void take_fields(Bib *b, const rxc_bibitem *item, const rxc_bibmap *strings, Place *place)
{
    rxc_bibfield field;
    for (Str body = item->body; rxc_bibitem_field(b->doc->arena, &body, strings, &field);)
        take(b, &field, field.name.n && !b->inherited ? line_at(place, field.name.p) : 0);
}

/* The value of a field of the entry. */
static Str find_field(Arena *arena, Str body, const char *name)
{
    rxc_bibfield field;
    rxc_bibmap none = { 0 };
    while (rxc_bibitem_field(arena, &body, &none, &field))
        if (str_eq_nocase(field.name, str_from(name))) return field.value;
    return (Str){ 0 };
}

static bool lists(Str keys, Str key)
{
    Str one;
    while (str_cut(&keys, ',', &one))
        if (str_eq_nocase(str_trim(one), key)) return true;
    return false;
}

/* Fields of the entries that this one names, which stand before it with those that they name behind them; its own are there
 * already. Gives whether the one that crossref names is among them. */
static bool inherit(Bib *b, Str all, const rxc_bibitem *entry, const rxc_bibmap *strings)
{
    Arena *arena = b->doc->arena;
    Str crossref = find_field(arena, entry->body, "crossref"), xdata = find_field(arena, entry->body, "xdata");
    bool found = crossref.n == 0;
    rxc_bibitem item;
    Place place = { 0 };
    b->inherited = true;
    for (size_t at = 0; (crossref.n || xdata.n) && rxc_bibitem_next(all, at, &item) && item.b < entry->b; at = item.e) {
        bool whole = lists(xdata, item.key);
        if (!str_eq_nocase(item.type, S("xdata")) || (!whole && !lists(crossref, item.key))) continue;
        found |= !whole;
        b->from_xdata = whole;
        take_fields(b, &item, strings, &place);
        Str more = find_field(arena, item.body, "crossref"), data = find_field(arena, item.body, "xdata");
        if (more.n) crossref = arena_printf(arena, "%.*s,%.*s", STR_ARG(crossref), STR_ARG(more));
        if (data.n) xdata = arena_printf(arena, "%.*s,%.*s", STR_ARG(xdata), STR_ARG(data));
    }
    b->inherited = false;
    return found;
}

/* What stands behind the entry up to the next, and is no remark. */
static void report_tail(Bib *b, Str all, const rxc_bibitem *item, Place *place)
{
    Str line, rest = str_drop(all, item->e);
    if (!item->closed)
        rxc_diag_add(b->doc->arena, &b->doc->diags, RXC_WARNING, "bibtex.open", b->parts.line, 0, "the entry is not closed: its brackets do not match");
    while (rxc_tagged_line(&rest, &line)) {
        Str text = str_trim(line);
        if (text.n && text.p[0] == '@') return;
        if (!text.n || text.p[0] == '%' || str_eq(text, S("}"))) continue;
        rxc_diag_add(b->doc->arena, &b->doc->diags, RXC_WARNING, "bibtex.text", line_at(place, line.p), 0, "text behind the entry is passed over: %.*s",
                     STR_ARG(str_take(text, 60)));
    }
}

static void read_entry(Bib *b, Str all, const rxc_bibitem *item, const rxc_bibmap *strings)
{
    Place place = { all.p, 1 };
    b->parts.line = line_at(&place, all.p + item->b);
    b->doc->work.type = type_of(item->type);
    take_fields(b, item, strings, &place);
    if (!inherit(b, all, item, strings))
        rxc_diag_add(b->doc->arena, &b->doc->diags, RXC_WARNING, "bibtex.crossref", b->parts.line, 0,
                     "the entry of which this one is a part is not found");
    report_tail(b, all, item, &place);
    settle(b);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Bib b = { .doc = doc };
    Str all = rxc_charset_decode(doc->arena, source, &doc->diags);
    rxc_bibmap strings = { 0 };
    rxc_bibitem item;
    (void)limits, (void)err;
    for (size_t at = 0; rxc_bibitem_next(all, at, &item); at = item.e) {
        rxc_bibitem_define(doc->arena, &item, &strings);
        if (!rxc_bibitem_is_entry(&item) || str_eq_nocase(item.type, S("xdata"))) continue;
        read_entry(&b, all, &item, &strings);
        break;
    }
    b.parts.kinds = arena_str(doc->arena, buf_str(&b.kinds));
    b.parts.keywords = arena_str(doc->arena, buf_str(&b.keywords));
    buf_clear(&b.kinds), buf_clear(&b.keywords);
    rxc_entry_finish(doc, &b.parts);
    return RXC_OK;
}

/* An item of a known type that begins a line, with nothing but remarks and a short heading before it. */
static int sniff(Str head)
{
    rxc_bibitem item;
    size_t heading = 0;
    Str whole = head, line;
    while (rxc_tagged_line(&head, &line)) {
        Str text = str_trim(line);
        if (!text.n || text.p[0] == '%') continue;
        if (text.p[0] != '@') {
            if (++heading > 3) return 0;
            continue;
        }
        if (!rxc_bibitem_next(whole, (size_t)(text.p - whole.p), &item) || item.b != (size_t)(text.p - whole.p)) return 0;
        if (!rxc_bibitem_is_entry(&item)) return is_any(item.type, "string comment preamble") ? 90 : 0;
        bool known = type_of(item.type) != RXC_WORK_OTHER || is_any(item.type, "misc xdata inproceedings");
        return known && item.key.n < 200 ? 95 : item.key.n && item.key.n < 200 ? 60 : 0;
    }
    return 0;
}

const rxc_reader rxc_reader_bibtex = {
    .name = "bibtex",
    .help = "BibTeX and BibLaTeX",
    .extensions = "bib bibtex",
    .sniff = sniff,
    .read = read,
    .split = &rxc_bibcut_split,
};
