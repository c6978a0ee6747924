/* read_pubmed.c: reads articles and book chapters of PubMed XML, with their reference lists and corrections. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "read/date.h"
#include "read/entry.h"
#include "read/medcite.h"
#include "read/xml.h"
#include "read/xmlsplit.h"

extern const rxc_reader rxc_reader_pubmed;

#define ROOT "PubmedArticleSet"
#define ENTRIES "PubmedArticle PubmedBookArticle"

typedef struct Pubmed {
    rxc_doc *doc;
    Arena *arena;
    rxc_entry_parts parts;
    rxc_medcite_links links;
    Buf keywords, kinds;
} Pubmed;

static Str text_at(Arena *arena, xmlNode *node, const char *path) { return rxc_xml_text(arena, rxc_xml_path(node, path), ""); }

/* Children of that name, one after the other. */
#define EACH(child, node, name) \
    for (xmlNode *child = rxc_xml_child(node, name); child; child = rxc_xml_sibling(child, name))

static size_t line_of(const xmlNode *node)
{
    long line = xmlGetLineNo(node);
    return line > 0 ? (size_t)line : 0;
}

static void add_word(Buf *list, const char *between, Str word)
{
    if (!word.n) return;
    if (list->n) buf_add(list, str_from(between));
    buf_add(list, word);
}

/* --- dates, titles, people ------------------------------------------------------------------------------------------ */

/* <Year> <Month>05|May</Month> <Day>, <Season>, or <MedlineDate>2017 Nov-Dec</MedlineDate>. */
static rxc_date date_of(Arena *arena, xmlNode *node)
{
    size_t used;
    Str year = text_at(arena, node, "Year"), month = text_at(arena, node, "Month"), day = text_at(arena, node, "Day");
    if (!year.n) year = text_at(arena, node, "MedlineDate"), month = day = (Str){ 0 };
    const char *zero = month.n == 1 ? "0" : "";
    rxc_date date = rxc_date_parse(arena_printf(arena, "%.*s-%s%.*s-%.*s", STR_ARG(year), zero, STR_ARG(month), STR_ARG(day)), &used);
    for (size_t at = 0; !date.year && at + 4 <= year.n; at++) /* "Winter 1998-1999" */
        if (chr_digit(year.p[at])) date.year = rxc_date_parse(str_sub(year, at, at + 4), &used).year;
    return date;
}

/* "[A translated title]." -> "A translated title" */
static Str bare_title(Str title)
{
    if (str_last(title) == '.' && !str_ends(title, S(".."))) title.n--;
    if (str_starts(title, S("[")) && str_last(title) == ']' && str_chr(str_drop(title, 1), '[') == STR_NONE)
        title = str_sub(title, 1, title.n - 1);
    return str_eq_nocase(title, S("Not Available")) || str_eq_nocase(title, S("In Process Citation")) ? (Str){ 0 } : title;
}

static void read_title(Pubmed *p, xmlNode *article)
{
    rxc_work *work = &p->doc->work;
    work->title = bare_title(text_at(p->arena, article, "ArticleTitle"));
    Str original = bare_title(text_at(p->arena, article, "VernacularTitle"));
    if (!work->title.n) work->title = original;
    else if (original.n) work->note = arena_printf(p->arena, "original title: %.*s", STR_ARG(original));
}

static void read_names(Pubmed *p, xmlNode *list, rxc_names *names)
{
    EACH(author, list, "Author") {
        rxc_name name = {
            .family = text_at(p->arena, author, "LastName"),
            .given = text_at(p->arena, author, "ForeName"),
            .suffix = text_at(p->arena, author, "Suffix"),
        };
        if (str_eq(rxc_xml_attribute(p->arena, author, "ValidYN"), S("N"))) continue; /* a misspelling, given beside */
        if (!name.given.n) name.given = text_at(p->arena, author, "Initials");
        if (!name.family.n && !name.given.n) name = (rxc_name){ .literal = text_at(p->arena, author, "CollectiveName") };
        if (name.family.n || name.given.n || name.literal.n) *vec_push(p->arena, names) = name;
    }
    if (list && str_eq(rxc_xml_attribute(p->arena, list, "CompleteYN"), S("N"))) p->doc->work.et_al = true;
}

/* A paragraph for each part, its label before it. */
static void read_abstract(Pubmed *p, xmlNode *abstract)
{
    Buf text = { 0 };
    EACH(part, abstract, "AbstractText") {
        Str label = rxc_xml_attribute(p->arena, part, "Label"), words = rxc_xml_text(p->arena, part, "");
        if (!words.n || str_eq_nocase(label, S("UNLABELLED"))) label = (Str){ 0 };
        if (!words.n) continue;
        if (text.n) buf_char(&text, '\n');
        else p->parts.abstract_line = line_of(part);
        buf_add(&text, label);
        if (label.n) buf_add(&text, str_last(label) == ':' ? S(" ") : S(": "));
        buf_add(&text, words);
    }
    p->doc->work.abstract = arena_str(p->arena, buf_str(&text));
    buf_clear(&text);
}

/* --- numbers and identifiers --------------------------------------------------------------------------------------------- */

static void take_id(Arena *arena, rxc_work *work, Str type, Str value)
{
    if (str_eq(type, S("doi")) && !work->doi.n) work->doi = value;
    else if ((str_eq(type, S("pubmed")) || str_eq(type, S("pmid"))) && !work->pmid.n) work->pmid = value;
    else if ((str_eq(type, S("pmc")) || str_eq(type, S("pmcid"))) && !work->pmcid.n && value.n)
        work->pmcid = chr_digit(value.p[0]) ? arena_printf(arena, "PMC%.*s", STR_ARG(value)) : value;
}

static void read_ids(Arena *arena, xmlNode *list, rxc_work *work)
{
    EACH(id, list, "ArticleId") take_id(arena, work, rxc_xml_attribute(arena, id, "IdType"), rxc_xml_text(arena, id, ""));
}

static void read_pages(Pubmed *p, xmlNode *article)
{
    rxc_work *work = &p->doc->work;
    Str pages = text_at(p->arena, article, "Pagination/MedlinePgn"), first = text_at(p->arena, article, "Pagination/StartPage"), pii = { 0 };
    EACH(id, article, "ELocationID") {
        Str type = rxc_xml_attribute(p->arena, id, "EIdType");
        if (str_eq(rxc_xml_attribute(p->arena, id, "ValidYN"), S("N"))) continue;
        take_id(p->arena, work, type, rxc_xml_text(p->arena, id, ""));
        if (str_eq(type, S("pii")) && !pii.n) pii = rxc_xml_text(p->arena, id, "");
    }
    if (!first.n) {
        size_t dash = str_chr(pages, '-');
        first = dash == STR_NONE ? pages : str_take(pages, dash);
        pages = rxc_entry_pages(p->arena, first, dash == STR_NONE ? (Str){ 0 } : str_drop(pages, dash + 1));
    } else {
        pages = rxc_entry_pages(p->arena, first, text_at(p->arena, article, "Pagination/EndPage"));
    }
    work->page = pages.n ? pages : pii;
    work->page_first = pages.n ? first : pii;
}

static void read_journal(Pubmed *p, xmlNode *citation, xmlNode *article)
{
    rxc_work *work = &p->doc->work;
    work->container = text_at(p->arena, article, "Journal/Title");
    if (!work->container.n) work->container = text_at(p->arena, article, "Journal/ISOAbbreviation");
    if (!work->container.n) work->container = text_at(p->arena, citation, "MedlineJournalInfo/MedlineTA");
    work->issn = text_at(p->arena, article, "Journal/ISSN");
    work->volume = text_at(p->arena, article, "Journal/JournalIssue/Volume");
    work->issue = text_at(p->arena, article, "Journal/JournalIssue/Issue");
    work->issued = date_of(p->arena, rxc_xml_path(article, "Journal/JournalIssue/PubDate"));
    if (!work->issued.year) work->issued = date_of(p->arena, rxc_xml_child(article, "ArticleDate"));
    work->language = text_at(p->arena, article, "Language");
}

/* --- subjects and types ------------------------------------------------------------------------------------------------- */

static void read_keywords(Pubmed *p, xmlNode *citation)
{
    EACH(heading, rxc_xml_child(citation, "MeshHeadingList"), "MeshHeading") {
        Str descriptor = text_at(p->arena, heading, "DescriptorName");
        add_word(&p->keywords, "; ", descriptor);
        EACH(qualifier, heading, "QualifierName") add_word(&p->keywords, "/", rxc_xml_text(p->arena, qualifier, ""));
    }
    EACH(chemical, rxc_xml_child(citation, "ChemicalList"), "Chemical")
        add_word(&p->keywords, "; ", text_at(p->arena, chemical, "NameOfSubstance"));
    EACH(list, citation, "KeywordList")
        EACH(keyword, list, "Keyword") add_word(&p->keywords, "; ", rxc_xml_text(p->arena, keyword, ""));
}

/* "Retracted Publication" says it of the article itself, whoever retracts it. */
static void take_type(Pubmed *p, Str type)
{
    static const struct {
        const char *type;
        rxc_notice_kind kind;
        bool by_this;
    } types[] = {
        { "Retracted Publication", RXC_NOTICE_RETRACTION, false },
        { "Retraction of Publication", RXC_NOTICE_RETRACTION, true },
        { "Retraction Notice", RXC_NOTICE_RETRACTION, true },
        { "Published Erratum", RXC_NOTICE_CORRECTION, true },
        { "Expression of Concern", RXC_NOTICE_CONCERN, true },
    };
    add_word(&p->kinds, ", ", type);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        bool stated = false;
        if (!str_eq_nocase(type, str_from(types[i].type))) continue;
        for (size_t n = 0; n < p->doc->notices.n; n++)
            stated |= p->doc->notices.v[n].kind == types[i].kind && p->doc->notices.v[n].by_this == types[i].by_this;
        if (!stated) rxc_notice_add(p->doc, types[i].kind, types[i].by_this, &(rxc_work){ 0 });
    }
    if (str_eq_nocase(type, S("Preprint"))) p->doc->work.type = RXC_WORK_PREPRINT;
}

static void read_links(Pubmed *p, xmlNode *list)
{
    EACH(one, list, "CommentsCorrections") {
        Str type = rxc_xml_attribute(p->arena, one, "RefType");
        if (!rxc_medcite_take(p->doc, &p->links, type, text_at(p->arena, one, "RefSource"), text_at(p->arena, one, "PMID"), line_of(one)))
            rxc_diag_add(p->arena, &p->doc->diags, RXC_NOTE, "link.unknown", line_of(one), 0, "a link of the kind \"%.*s\" is passed over", STR_ARG(str_take(type, 60)));
    }
}

/* --- references ------------------------------------------------------------------------------------------------------------ */

static void add_reference(Pubmed *p, xmlNode *node)
{
    rxc_entry_reference reference = { .raw = text_at(p->arena, node, "Citation"), .line = line_of(node) };
    read_ids(p->arena, rxc_xml_child(node, "ArticleIdList"), &reference.work);
    if (reference.raw.n || !rxc_work_is_empty(&reference.work)) *vec_push(p->arena, &p->parts.references) = reference;
    p->doc->references_stated++;
}

/* Lists may hold lists. */
static void read_references(Pubmed *p, xmlNode *data)
{
    EACH(list, data, "ReferenceList") {
        rxc_walk walk = rxc_xml_walk(list, RXC_READ_LIMITS_DEFAULT.max_depth);
        while (rxc_xml_next(&walk)) {
            if (walk.leaving || !rxc_xml_is(walk.node, "Reference")) continue;
            add_reference(p, walk.node);
            rxc_xml_skip(&walk);
        }
    }
}

/* --- one entry -------------------------------------------------------------------------------------------------------------- */

static void read_article(Pubmed *p, xmlNode *entry)
{
    xmlNode *citation = rxc_xml_child(entry, "MedlineCitation"), *article = rxc_xml_child(citation, "Article"), *data = rxc_xml_child(entry, "PubmedData");
    rxc_work *work = &p->doc->work;
    work->type = RXC_WORK_ARTICLE;
    work->pmid = text_at(p->arena, citation, "PMID");
    read_title(p, article);
    read_names(p, rxc_xml_child(article, "AuthorList"), &work->authors);
    read_journal(p, citation, article);
    read_pages(p, article);
    read_abstract(p, rxc_xml_child(article, "Abstract"));
    if (!work->abstract.n) read_abstract(p, rxc_xml_child(citation, "OtherAbstract"));
    read_links(p, rxc_xml_child(citation, "CommentsCorrectionsList"));
    EACH(type, rxc_xml_child(article, "PublicationTypeList"), "PublicationType") take_type(p, rxc_xml_text(p->arena, type, ""));
    read_keywords(p, citation);
    read_ids(p->arena, rxc_xml_child(data, "ArticleIdList"), work);
    read_references(p, data);
}

static void read_book(Pubmed *p, xmlNode *entry)
{
    xmlNode *document = rxc_xml_child(entry, "BookDocument"), *book = rxc_xml_child(document, "Book");
    rxc_work *work = &p->doc->work;
    Str title = text_at(p->arena, book, "BookTitle");
    work->pmid = text_at(p->arena, document, "PMID");
    read_title(p, document);
    work->type = work->title.n ? RXC_WORK_CHAPTER : RXC_WORK_BOOK;
    if (work->title.n) work->container = title;
    else work->title = title;
    EACH(list, document, "AuthorList") read_names(p, list, str_eq(rxc_xml_attribute(p->arena, list, "Type"), S("editors")) ? &work->editors : &work->authors);
    EACH(list, book, "AuthorList") {
        bool authors = str_eq(rxc_xml_attribute(p->arena, list, "Type"), S("authors")) && !work->authors.n;
        read_names(p, list, authors ? &work->authors : &work->editors);
    }
    work->publisher = text_at(p->arena, book, "Publisher/PublisherName");
    work->place = text_at(p->arena, book, "Publisher/PublisherLocation");
    work->isbn = text_at(p->arena, book, "Isbn");
    work->edition = text_at(p->arena, book, "Edition");
    work->issued = date_of(p->arena, rxc_xml_child(book, "PubDate"));
    read_pages(p, document);
    read_abstract(p, rxc_xml_child(document, "Abstract"));
    EACH(type, document, "PublicationType") take_type(p, rxc_xml_text(p->arena, type, ""));
    read_keywords(p, document);
    read_ids(p->arena, rxc_xml_child(document, "ArticleIdList"), work);
    read_references(p, document);
    read_references(p, rxc_xml_child(entry, "PubmedBookData"));
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    Pubmed p = { .doc = doc, .arena = doc->arena };
    xmlDoc *tree;
    (void)limits;
    RXC_TRY(rxc_xml_parse(rxc_xmlsplit_first(ROOT, ENTRIES, source), doc, &tree, err));
    xmlNode *root = xmlDocGetRootElement(tree);
    if (rxc_xml_is(root, "PubmedBookArticle")) read_book(&p, root);
    else if (rxc_xml_is(root, "PubmedArticle")) read_article(&p, root);
    xmlFreeDoc(tree);
    p.parts.line = 1;
    rxc_medcite_finish(doc, &p.links, &p.parts);
    p.parts.keywords = arena_str(p.arena, buf_str(&p.keywords));
    p.parts.kinds = arena_str(p.arena, buf_str(&p.kinds));
    buf_clear(&p.keywords), buf_clear(&p.kinds);
    rxc_entry_finish(doc, &p.parts);
    return RXC_OK;
}

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    (void)arena;
    return rxc_xmlsplit_cut(state, ROOT, ENTRIES, window, end, out);
}

static const rxc_split split = { .state_size = sizeof(rxc_xmlsplit), .cut = cut };

static int sniff(Str head)
{
    Str root = rxc_xmlsplit_root(head);
    return str_eq(root, S(ROOT)) || str_eq(root, S("PubmedArticle")) || str_eq(root, S("PubmedBookArticle")) ? 98 : 0;
}

const rxc_reader rxc_reader_pubmed = {
    .name = "pubmed",
    .help = "PubMed XML: articles, their reference lists and corrections",
    .extensions = "xml",
    .sniff = sniff,
    .read = read,
    .split = &split,
};
