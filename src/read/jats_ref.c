/* jats_ref.c: the references of a JATS article: element-citation, mixed-citation, nlm-citation, citation-alternatives,
 * several works in one <ref>. A mixed citation is printed as it stands; what only has fields is printed from them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/date.h"
#include "read/jats.h"
#include "read/byline.h"
#include "read/print.h"
#include "text/utf8.h"
#include "text/utf8.h"

enum { DEPTH = 32 }; /* of elements in a citation */

/* What a citation says beyond the fields of a work. */
typedef struct citation {
    rxc_work work;
    Str type;
    Str article_title, chapter_title, part_title, data_title, source, conference;
    Str page_last, page_range, location; /* location: elocation-id */
    bool loose; /* words stand outside of the elements */
    Arena *arena;
} citation;

static const struct {
    const char *element;
    size_t offset; /* of the Str in citation that it fills */
} fields[] = {
    { "article-title", offsetof(citation, article_title) },
    { "chapter-title", offsetof(citation, chapter_title) },
    { "part-title", offsetof(citation, part_title) },
    { "data-title", offsetof(citation, data_title) },
    { "source", offsetof(citation, source) },
    { "conf-name", offsetof(citation, conference) },
    { "volume", offsetof(citation, work.volume) },
    { "issue", offsetof(citation, work.issue) },
    { "fpage", offsetof(citation, work.page_first) },
    { "lpage", offsetof(citation, page_last) },
    { "page-range", offsetof(citation, page_range) },
    { "elocation-id", offsetof(citation, location) },
    { "publisher-name", offsetof(citation, work.publisher) },
    { "publisher-loc", offsetof(citation, work.place) },
    { "conf-loc", offsetof(citation, work.place) },
    { "edition", offsetof(citation, work.edition) },
    { "isbn", offsetof(citation, work.isbn) },
    { "issn", offsetof(citation, work.issn) },
    { "series", offsetof(citation, work.collection) },
};

static bool take_field(citation *c, xmlNode *node)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!rxc_xml_is(node, fields[i].element)) continue;
        Str *field = (Str *)(void *)((char *)c + fields[i].offset);
        if (!field->n) *field = rxc_xml_text(c->arena, node, "xref fn");
        return true;
    }
    return false;
}

static void take_link(citation *c, xmlNode *node)
{
    Str href = rxc_xml_attribute(c->arena, node, "href");
    if (!href.n) href = rxc_xml_text(c->arena, node, "");
    size_t doi = str_find(href, S("doi.org/"));
    if (doi != STR_NONE) rxc_jats_identifier(c->arena, &c->work, S("doi"), str_drop(href, doi + 8));
    else if (str_starts(href, S("10."))) rxc_jats_identifier(c->arena, &c->work, S("doi"), href);
    else if (str_starts_nocase(href, S("http")) && !c->work.url.n) c->work.url = href;
}

static void take_access_date(citation *c, xmlNode *node)
{
    Str text = rxc_xml_attribute(c->arena, node, "iso-8601-date");
    if (!text.n) text = rxc_xml_text(c->arena, node, "");
    size_t used;
    for (Str rest = text; rest.n && !c->work.accessed.year; rest = str_drop(rest, 1))
        if (chr_alnum(rest.p[0])) c->work.accessed = rxc_date_parse(rest, &used);
}

static void take_date(citation *c, xmlNode *node)
{
    Str text = rxc_xml_text(c->arena, node, "");
    size_t value = 0, used;
    if (rxc_xml_is(node, "year") && !c->work.issued.year) c->work.issued.year = rxc_jats_year(text);
    if (rxc_xml_is(node, "month") && !c->work.issued.month) {
        if (str_to_size(text, &value) && value >= 1 && value <= 12) c->work.issued.month = (int)value;
        else if (value == 0)
            c->work.issued.month = rxc_date_parse(arena_printf(c->arena, "%.*s 2000", STR_ARG(text)), &used).month;
    }
    if (rxc_xml_is(node, "day") && str_to_size(text, &value) && value >= 1 && value <= 31)
        c->work.issued.day = (int)value;
}

/* Does the element stand in a person-group of that kind? */
static bool in_group(Arena *arena, const xmlNode *node, const char *kind)
{
    const xmlNode *parent = node->parent;
    if (parent && rxc_xml_is(parent, "name-alternatives")) parent = parent->parent;
    return rxc_xml_is(parent, "person-group") &&
           str_starts(rxc_xml_attribute(arena, parent, "person-group-type"), str_from(kind));
}

static void take_person(citation *c, xmlNode *node)
{
    if (in_group(c->arena, node, "translator") || in_group(c->arena, node, "inventor-assignee")) return;
    rxc_name name = rxc_jats_name(c->arena, node);
    if (!name.family.n && !name.given.n && !name.literal.n) return;
    bool editor = in_group(c->arena, node, "editor") || in_group(c->arena, node, "guest-editor");
    *vec_push(c->arena, editor ? &c->work.editors : &c->work.authors) = name;
}

static bool is_person(const xmlNode *node)
{
    return rxc_xml_is(node, "name") || rxc_xml_is(node, "string-name") || rxc_xml_is(node, "collab") ||
           (rxc_xml_is(node, "institution") && rxc_xml_is(node->parent, "person-group"));
}

/* Take the element, if it is one that says something whole. */
static bool take_element(citation *c, xmlNode *node)
{
    if (is_person(node)) return take_person(c, node), true;
    if (take_field(c, node)) return true;
    if (rxc_xml_is(node, "etal")) return c->work.et_al = true;
    if (rxc_xml_is(node, "year") || rxc_xml_is(node, "month") || rxc_xml_is(node, "day"))
        return take_date(c, node), true;
    if (rxc_xml_is(node, "date-in-citation") || rxc_xml_is(node, "access-date")) return take_access_date(c, node), true;
    if (rxc_xml_is(node, "ext-link") || rxc_xml_is(node, "uri")) return take_link(c, node), true;
    if (rxc_xml_is(node, "object-id") || rxc_xml_is(node, "related-object")) return true;
    if (!rxc_xml_is(node, "pub-id")) return false;
    rxc_jats_identifier(c->arena, &c->work, rxc_xml_attribute(c->arena, node, "pub-id-type"),
                        rxc_xml_text(c->arena, node, ""));
    return true;
}

static rxc_work_type type_of(const citation *c)
{
    static const struct {
        const char *words;
        rxc_work_type type;
    } types[] = { { "journal", RXC_WORK_ARTICLE },   { "book", RXC_WORK_BOOK },     { "conf", RXC_WORK_CONFERENCE },
                  { "thesis", RXC_WORK_THESIS },     { "report", RXC_WORK_REPORT }, { "web", RXC_WORK_WEBPAGE },
                  { "software", RXC_WORK_SOFTWARE }, { "data", RXC_WORK_DATASET },  { "patent", RXC_WORK_PATENT },
                  { "preprint", RXC_WORK_PREPRINT }, { "gov", RXC_WORK_REPORT },    { "chapter", RXC_WORK_CHAPTER } };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_find(c->type, str_from(types[i].words)) != STR_NONE) return types[i].type;
    bool article = c->article_title.n && c->source.n && (c->work.volume.n || c->work.page_first.n);
    return article ? RXC_WORK_ARTICLE : RXC_WORK_OTHER;
}

/* "23(9)" as the volume holds the issue; "491S-494S" as the first page holds the last. */
static void part_numbers(citation *c)
{
    Str *volume = &c->work.volume, *first = &c->work.page_first;
    size_t open = str_chr(*volume, '(');
    if (open != STR_NONE && open > 0 && str_last(*volume) == ')') {
        if (!c->work.issue.n) c->work.issue = str_trim(str_sub(*volume, open + 1, volume->n - 1));
        *volume = str_trim(str_take(*volume, open));
    }
    for (size_t at = 0, next; at < first->n && !c->page_last.n; at = next) {
        next = at;
        if (!rxc_utf8_is_dash(rxc_utf8_next(*first, &next)) || at == 0 || next == first->n) continue;
        if (!chr_digit(first->p[next]) && !chr_upper(first->p[next])) continue;
        c->page_last = str_drop(*first, next);
        *first = str_take(*first, at);
    }
}

/* Which title is the work's, and which that of what holds it. */
static void settle(citation *c)
{
    rxc_work *work = &c->work;
    work->type = type_of(c);
    Str part = c->chapter_title.n   ? c->chapter_title
               : c->article_title.n ? c->article_title
               : c->part_title.n    ? c->part_title
                                    : c->data_title;
    if (work->type == RXC_WORK_BOOK && part.n && c->source.n) work->type = RXC_WORK_CHAPTER;
    bool whole = part.n == 0 && work->type != RXC_WORK_ARTICLE;
    work->title = whole ? c->source : part;
    if (!whole) work->container = c->source;
    if (!work->container.n && !whole) work->container = c->conference;
    part_numbers(c);
    if (!work->page_first.n) work->page_first = c->location;
    work->page = rxc_jats_pages(c->arena, work->page_first, c->page_last);
    if (c->page_range.n && !c->page_last.n) work->page = c->page_range;
    if (!work->page_first.n && c->page_range.n) work->page_first = c->page_range;
}

/* Are there words or numbers in what stands between the elements, other than those that link them? */
static bool has_words(Str s)
{
    static const Str links[] = { STR_INIT("and"), STR_INIT("et"),   STR_INIT("al"),    STR_INIT("in"),
                                 STR_INIT("doi"), STR_INIT("pp"),   STR_INIT("p"),     STR_INIT("vol"),
                                 STR_INIT("no"),  STR_INIT("pmid"), STR_INIT("PubMed") };
    for (size_t at = 0, b = 0; at <= s.n;) {
        size_t end = at;
        uint32_t point = at < s.n ? rxc_utf8_next(s, &at) : (at++, (uint32_t)' ');
        if (rxc_utf8_is_letter(point) || rxc_utf8_is_digit(point)) continue;
        bool linking = end == b;
        for (size_t i = 0; !linking && i < sizeof links / sizeof *links; i++)
            linking = str_eq_nocase(str_sub(s, b, end), links[i]);
        if (!linking) return true;
        b = at;
    }
    return false;
}

/* Does what is stated tell the work so that nothing is left to be read from the print? */
static bool is_whole(const citation *c)
{
    const rxc_work *work = &c->work;
    return !c->loose && work->type == RXC_WORK_ARTICLE && (work->authors.n || work->editors.n) && work->title.n &&
           work->container.n && work->issued.year && (work->volume.n || work->page.n || work->doi.n);
}

bool rxc_jats_fields(Arena *arena, xmlNode *node, rxc_work *work)
{
    citation c = { .arena = arena, .type = rxc_xml_attribute(arena, node, "publication-type") };
    if (!c.type.n) c.type = rxc_xml_attribute(arena, node, "citation-type");
    rxc_walk walk = rxc_xml_walk(node, DEPTH);
    while (rxc_xml_next(&walk)) {
        char room[4];
        if (walk.leaving || walk.node == node) continue;
        if (walk.node->type != XML_ELEMENT_NODE) c.loose = c.loose || has_words(rxc_xml_content(walk.node, room));
        else if (rxc_xml_is(walk.node, "label") || take_element(&c, walk.node)) rxc_xml_skip(&walk);
    }
    settle(&c);
    *work = c.work;
    return is_whole(&c);
}

/* --- the printed form ----------------------------------------------------------------------------------------- */

static void put(rxc_builder *b, const char *text) { rxc_builder_text(b, str_from(text)); }

/* Some citations are tagged without the punctuation between their elements. */
static bool has_own_text(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        char room[4];
        if (child->type != XML_ELEMENT_NODE && str_trim(rxc_xml_content(child, room)).n) return true;
    }
    return false;
}

static void put_identifier_name(rxc_builder *b, Str type)
{
    Str so_far = rxc_builder_so_far(b), tail = str_drop(so_far, so_far.n > 12 ? so_far.n - 12 : 0);
    if (str_eq(type, S("doi")) && str_find_nocase(tail, S("doi")) == STR_NONE) put(b, "doi:");
    if (str_eq(type, S("pmid")) && str_find_nocase(tail, S("pmid")) == STR_NONE &&
        str_find_nocase(tail, S("pubmed")) == STR_NONE)
        put(b, "PMID: ");
    if (str_starts(type, S("pmc")) && str_find_nocase(tail, S("pmc")) == STR_NONE) put(b, "PMCID: ");
}

/* What stands between two elements that nothing stands between. */
static void put_gap(rxc_builder *b, const xmlNode *node)
{
    const xmlNode *before = node->prev;
    if (!before || before->type != XML_ELEMENT_NODE || rxc_builder_so_far(b).n == 0 || rxc_xml_is(before, "label"))
        return;
    bool persons = is_person(node) && is_person(before), other = rxc_xml_is(node, "etal");
    bool inner =
        rxc_xml_is(node, "sup") || rxc_xml_is(node, "sub") || rxc_xml_is(node, "italic") || rxc_xml_is(node, "bold");
    if (persons || other) put(b, ",");
    if (!inner) rxc_builder_space(b);
}

static void print_enter(rxc_builder *b, rxc_walk *walk)
{
    xmlNode *node = walk->node;
    put_gap(b, node);
    if (rxc_xml_is(node, "italic")) rxc_builder_mark(b, RXC_MARK_ITALIC, (Str){ 0 });
    if (rxc_xml_is(node, "bold")) rxc_builder_mark(b, RXC_MARK_BOLD, (Str){ 0 });
    if (rxc_xml_is(node, "sup")) rxc_builder_mark(b, RXC_MARK_SUPERSCRIPT, (Str){ 0 });
    if (rxc_xml_is(node, "sub")) rxc_builder_mark(b, RXC_MARK_SUBSCRIPT, (Str){ 0 });
    if (rxc_xml_is(node, "label") || rxc_xml_is(node, "object-id")) rxc_xml_skip(walk);
    if (rxc_xml_is(node, "pub-id")) put_identifier_name(b, rxc_xml_attribute(b->doc->arena, node, "pub-id-type"));
    if (rxc_xml_is(node, "etal") && !node->children) put(b, "et al");
}

/* As it stands in the source. */
static void put_printed(rxc_builder *b, xmlNode *root)
{
    size_t depth = b->depth;
    rxc_walk walk = rxc_xml_walk(root, DEPTH);
    while (rxc_xml_next(&walk)) {
        char room[4];
        xmlNode *node = walk.node;
        if (node->type != XML_ELEMENT_NODE) rxc_builder_text(b, rxc_xml_content(node, room));
        else if (!walk.leaving && node != root) print_enter(b, &walk);
        else if (rxc_xml_is(node, "italic") || rxc_xml_is(node, "bold") || rxc_xml_is(node, "sup") ||
                 rxc_xml_is(node, "sub"))
            rxc_builder_unmark(b);
    }
    while (b->depth > depth) rxc_builder_unmark(b);
}

/* --- a ref ---------------------------------------------------------------------------------------------------- */

static bool is_citation(const xmlNode *node)
{
    return rxc_xml_is(node, "mixed-citation") || rxc_xml_is(node, "element-citation") ||
           rxc_xml_is(node, "nlm-citation") || rxc_xml_is(node, "citation") || rxc_xml_is(node, "product");
}

/* "1." "[1]" "(1)" -> "1" */
static Str bare_label(Str label)
{
    while (label.n && (label.p[0] == '[' || label.p[0] == '(')) label = str_drop(label, 1);
    while (label.n && strchr(".])", label.p[label.n - 1])) label.n--;
    return str_trim(label);
}

typedef struct ref {
    rxc_builder *b;
    Str anchor, label;
    size_t works; /* added so far */
} ref;

/* One work: printed from one element, its fields from the same or another. */
static void add_work(ref *r, xmlNode *printed, xmlNode *stated)
{
    rxc_builder *b = r->b;
    Arena *arena = b->doc->arena;
    rxc_work work;
    bool whole = rxc_jats_fields(arena, stated, &work) && stated == printed;
    Str label = bare_label(rxc_xml_text(arena, rxc_xml_child(printed, "label"), ""));
    if (label.n && r->label.n && !str_starts(label, r->label))
        label = arena_printf(arena, "%.*s%.*s", STR_ARG(r->label), STR_ARG(label));
    if (!label.n)
        label =
            r->works ? arena_printf(arena, "%.*s%c", STR_ARG(r->label), (char)('a' + (int)(r->works % 26))) : r->label;
    rxc_builder_open(b, RXC_BLOCK_REFERENCE, (size_t)xmlGetLineNo(printed), 0);
    b->block.section = RXC_SECTION_REFERENCES;
    b->block.label = label;
    b->block.anchor = r->anchor;
    bool fields_only =
        rxc_xml_is(printed, "element-citation") || rxc_xml_is(printed, "nlm-citation") || !has_own_text(printed);
    if (fields_only && !rxc_work_is_empty(&work)) rxc_print_work(b, &work);
    else put_printed(b, printed);
    bool kept = b->started;
    rxc_builder_close(b);
    if (!kept) return;
    *vec_push(arena, &b->doc->entries) = (rxc_entry){ r->anchor, label, b->doc->blocks.n - 1, work,
                                                      whole || (fields_only && !rxc_work_is_empty(&work)) };
    r->works++;
}

/* The same work in several forms: printed from the mixed one, stated by the one with elements. */
static void add_alternatives(ref *r, xmlNode *alternatives)
{
    xmlNode *mixed = rxc_xml_child(alternatives, "mixed-citation"),
            *elements = rxc_xml_child(alternatives, "element-citation");
    if (!elements) elements = rxc_xml_child(alternatives, "nlm-citation");
    if (!mixed) mixed = rxc_xml_child(alternatives, "citation");
    if (mixed || elements) add_work(r, mixed ? mixed : elements, elements ? elements : mixed);
}

void rxc_jats_reference(rxc_builder *b, xmlNode *node)
{
    Arena *arena = b->doc->arena;
    ref r = { .b = b,
              .anchor = rxc_xml_attribute(arena, node, "id"),
              .label = bare_label(rxc_xml_text(arena, rxc_xml_child(node, "label"), "")) };
    for (xmlNode *child = node->children; child; child = child->next) {
        if (is_citation(child)) add_work(&r, child, child);
        else if (rxc_xml_is(child, "citation-alternatives")) add_alternatives(&r, child);
    }
    for (xmlNode *child = node->children; child && r.works == 0; child = child->next)
        if (rxc_xml_is(child, "note") || rxc_xml_is(child, "p")) add_work(&r, child, child);
    if (r.works == 0)
        rxc_diag_add(arena, &b->doc->diags, RXC_WARNING, "jats.empty-ref", (size_t)xmlGetLineNo(node), 0,
                     "reference %.*s has no text", STR_ARG(r.anchor));
}
