/* jats_meta.c: what a JATS article says of itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/date.h"
#include "read/jats.h"
#include "read/kind.h"
#include "read/byline.h"

int rxc_jats_year(Str s)
{
    for (size_t at = 0; at < s.n;) {
        size_t e = at, value;
        while (e < s.n && chr_digit(s.p[e])) e++;
        if (e - at == 4 && str_to_size(str_sub(s, at, e), &value)) return (int)value;
        at = e + 1;
    }
    return 0;
}

Str rxc_jats_pages(Arena *arena, Str first, Str last)
{
    size_t number;
    if (last.n == 0 || str_eq(first, last)) return first;
    if (first.n == 0) return last;
    bool shortened = last.n < first.n && str_to_size(first, &number) && str_to_size(last, &number);
    Str head = shortened ? str_take(first, first.n - last.n) : (Str){ 0 };
    return arena_printf(arena, "%.*s-%.*s%.*s", STR_ARG(first), STR_ARG(head), STR_ARG(last));
}

static Str drop_heads(Str s, const char *const *heads, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts_nocase(s, str_from(heads[i]))) s = str_trim(str_drop(s, strlen(heads[i])));
    return s;
}

void rxc_jats_identifier(Arena *arena, rxc_work *work, Str type, Str value)
{
    static const char *const heads[] = { "https://", "http://", "dx.doi.org/", "doi.org/", "doi:",
                                         "doi",      "pmid:",   "pmid",        "pmc:" };
    Str clean = drop_heads(value, heads, sizeof heads / sizeof *heads);
    if (clean.n == 0) return;
    if (str_eq(type, S("doi"))) {
        if (!work->doi.n && str_starts(clean, S("10."))) work->doi = clean;
    } else if (str_eq(type, S("pmid"))) {
        if (!work->pmid.n) work->pmid = clean;
    } else if (str_eq(type, S("pmc")) || str_eq(type, S("pmcid"))) {
        if (!work->pmcid.n)
            work->pmcid = chr_digit(clean.p[0]) ? arena_printf(arena, "PMC%.*s", STR_ARG(clean)) : clean;
    } else if (str_eq(type, S("arxiv")) && !work->arxiv.n) work->arxiv = clean;
}

rxc_name rxc_jats_name(Arena *arena, xmlNode *node)
{
    if (rxc_xml_is(node, "collab") || rxc_xml_is(node, "institution") || rxc_xml_is(node, "on-behalf-of"))
        return (rxc_name){ .literal = rxc_xml_text(arena, node, "xref contrib-group fn label") };
    xmlNode *surname = rxc_xml_child(node, "surname"), *given = rxc_xml_child(node, "given-names");
    if (!surname && !given) {
        Str text = rxc_xml_text(arena, node, "xref");
        return rxc_xml_is(node, "string-name") ? rxc_byline_one(arena, text) : (rxc_name){ .literal = text };
    }
    return (rxc_name){
        .family = rxc_xml_text(arena, surname, "xref"),
        .given = rxc_xml_text(arena, given, "xref"),
        .suffix = rxc_xml_text(arena, rxc_xml_child(node, "suffix"), ""),
    };
}

/* One <contrib>: the first form of the name counts. */
static void add_contributor(Arena *arena, xmlNode *contributor, rxc_names *names)
{
    static const char *const forms[] = { "name",
                                         "string-name",
                                         "name-alternatives/name",
                                         "name-alternatives/string-name",
                                         "collab",
                                         "collab-alternatives/collab" };
    Str type = rxc_xml_attribute(arena, contributor, "contrib-type");
    if (type.n && !str_eq(type, S("author")) && !str_eq(type, S("collab")) && !str_starts(type, S("author"))) return;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        xmlNode *node = rxc_xml_path(contributor, forms[i]);
        if (!node) continue;
        rxc_name name = rxc_jats_name(arena, node);
        if (name.family.n || name.given.n || name.literal.n) *vec_push(arena, names) = name;
        return;
    }
}

static void read_authors(rxc_doc *doc, xmlNode *meta)
{
    for (xmlNode *group = rxc_xml_child(meta, "contrib-group"); group; group = rxc_xml_sibling(group, "contrib-group"))
        for (xmlNode *one = rxc_xml_child(group, "contrib"); one; one = rxc_xml_sibling(one, "contrib"))
            add_contributor(doc->arena, one, &doc->work.authors);
}

static int number_in(Arena *arena, xmlNode *node, const char *name)
{
    size_t value = 0;
    Str text = rxc_xml_text(arena, rxc_xml_child(node, name), "");
    if (str_to_size(text, &value)) return value <= 31 ? (int)value : 0;
    size_t used;
    rxc_date date = rxc_date_parse(arena_printf(arena, "%.*s 2000", STR_ARG(text)), &used); /* the name of a month */
    return date.month;
}

/* The issue's date counts before that of the electronic version: it is what others cite. */
static int rank_of(Str type)
{
    static const char *const types[] = { "ppub",      "collection", "issue-pub", "pub",
                                         "epub-ppub", "epub",       "epreprint", "preprint" };
    for (int i = 0; i < 8; i++)
        if (str_eq(type, str_from(types[i]))) return i;
    return 9;
}

static void read_date(rxc_doc *doc, xmlNode *meta)
{
    int best = 10;
    for (xmlNode *node = rxc_xml_child(meta, "pub-date"); node; node = rxc_xml_sibling(node, "pub-date")) {
        Str type = rxc_xml_attribute(doc->arena, node, "pub-type");
        if (!type.n) type = rxc_xml_attribute(doc->arena, node, "date-type");
        rxc_date date = { .year = rxc_jats_year(rxc_xml_text(doc->arena, rxc_xml_child(node, "year"), "")) };
        date.month = number_in(doc->arena, node, "month");
        date.day = date.month ? number_in(doc->arena, node, "day") : 0;
        if (date.month > 12) date.month = date.day = 0;
        rxc_date *have = &doc->work.issued;
        if (!date.year) continue;
        if (rank_of(type) < best && (have->year != date.year || !have->month || date.month)) *have = date;
        else if (have->year == date.year && !have->month) *have = date;
        if (rank_of(type) < best) best = rank_of(type);
    }
}

static void read_kind(rxc_doc *doc, xmlNode *article, xmlNode *meta)
{
    doc->kind = rxc_kind_of_type(rxc_xml_attribute(doc->arena, article, "article-type"));
    xmlNode *group = rxc_xml_path(meta, "article-categories/subj-group");
    for (; group; group = rxc_xml_sibling(group, "subj-group")) {
        rxc_doc_kind kind = rxc_kind_of_type(rxc_xml_text(doc->arena, rxc_xml_child(group, "subject"), ""));
        bool better = doc->kind == RXC_DOC_UNKNOWN || (doc->kind == RXC_DOC_RESEARCH && kind != RXC_DOC_UNKNOWN);
        if (better && kind != RXC_DOC_UNKNOWN) doc->kind = kind;
    }
    rxc_doc_kind title = doc->kind == RXC_DOC_RESEARCH || doc->kind == RXC_DOC_UNKNOWN ? rxc_kind_find(doc) : doc->kind;
    if (title == RXC_DOC_TRIAL || title == RXC_DOC_CASE_REPORT || title == RXC_DOC_CASE_SERIES ||
        title == RXC_DOC_REVIEW)
        doc->kind = title;
}

static void read_numbers(rxc_doc *doc, xmlNode *journal, xmlNode *meta)
{
    Arena *arena = doc->arena;
    rxc_work *work = &doc->work;
    xmlNode *title = rxc_xml_path(journal, "journal-title-group/journal-title");
    work->container = rxc_xml_text(arena, title ? title : rxc_xml_child(journal, "journal-title"), "");
    work->issn = rxc_xml_text(arena, rxc_xml_child(journal, "issn"), "");
    work->publisher = rxc_xml_text(arena, rxc_xml_path(journal, "publisher/publisher-name"), "");
    work->volume = rxc_xml_text(arena, rxc_xml_child(meta, "volume"), "");
    work->issue = rxc_xml_text(arena, rxc_xml_child(meta, "issue"), "");
    Str first = rxc_xml_text(arena, rxc_xml_child(meta, "fpage"), ""),
        number = rxc_xml_text(arena, rxc_xml_child(meta, "elocation-id"), "");
    work->page_first = first.n ? first : number;
    work->page = first.n ? rxc_jats_pages(arena, first, rxc_xml_text(arena, rxc_xml_child(meta, "lpage"), "")) : number;
    for (xmlNode *id = rxc_xml_child(meta, "article-id"); id; id = rxc_xml_sibling(id, "article-id"))
        rxc_jats_identifier(arena, work, rxc_xml_attribute(arena, id, "pub-id-type"), rxc_xml_text(arena, id, ""));
}

static void read_abstract(rxc_doc *doc, xmlNode *meta)
{
    for (xmlNode *node = rxc_xml_child(meta, "abstract"); node; node = rxc_xml_sibling(node, "abstract")) {
        if (rxc_xml_attribute(doc->arena, node, "abstract-type").n && rxc_xml_sibling(node, "abstract")) continue;
        Str text = rxc_xml_text(doc->arena, node, "label fn"),
            title = rxc_xml_text(doc->arena, rxc_xml_child(node, "title"), "");
        doc->work.abstract = str_trim(str_drop(text, str_starts(text, title) ? title.n : 0));
        return;
    }
}

void rxc_jats_meta(rxc_doc *doc, xmlNode *article)
{
    xmlNode *front = rxc_xml_child(article, "front");
    if (!front) front = rxc_xml_child(article, "front-stub");
    xmlNode *meta = rxc_xml_child(front, "article-meta");
    if (!meta) meta = front;
    doc->work.type = RXC_WORK_ARTICLE;
    doc->work.title = rxc_xml_text(doc->arena, rxc_xml_path(meta, "title-group/article-title"), "xref fn");
    Str subtitle = rxc_xml_text(doc->arena, rxc_xml_path(meta, "title-group/subtitle"), "xref fn");
    if (subtitle.n)
        doc->work.title = arena_printf(doc->arena, "%.*s: %.*s", STR_ARG(doc->work.title), STR_ARG(subtitle));
    read_authors(doc, meta);
    read_numbers(doc, rxc_xml_child(front, "journal-meta"), meta);
    read_date(doc, meta);
    read_abstract(doc, meta);
    read_kind(doc, article, meta);
}
