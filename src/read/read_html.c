/* read_html.c: reads HTML pages into a document: articles of journals, medicine pages, saved web pages.
 * One walk over libxml2's tree. A frame per open element holds what its children inherit. What is deeper than frames go
 * is still read, as text of the deepest frame. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>

#include "read/aside.h"
#include "read/builder.h"
#include "read/finish.h"
#include "read/front.h"
#include "read/html.h"
#include "read/section.h"
#include "text/fold.h"

enum {
    DEPTH = 256,       /* of frames */
    SNIFF = 8192,      /* bytes in which tags are looked for */
};

typedef struct frame {
    rxc_block_kind kind; /* of the block that text opens here */
    int level;
    size_t marks;  /* open before this element */
    size_t number; /* of the next item of a list */
    bool block;    /* a block ends with this element */
    bool ordered;  /* a list with numbers */
    bool whole;    /* blocks within are one: an item, a cell, a heading */
    bool aside, references, layout;
    bool spaced;   /* a space follows this element */
} frame;

typedef struct html_reader {
    rxc_builder b;
    frame frames[DEPTH + 2];
    rxc_html_ids ids;
    bool classes;    /* do names of classes tell what is aside? */
    bool references; /* behind a heading "References" */
    bool listed;     /* the page shows entries */
    bool behind;     /* behind the container of the list, before the next heading */
    bool line;       /* a <br> came since the last text */
    Str doi, pmid;   /* of the entry being read, from its links */
} html_reader;

typedef struct element {
    const char *name;
    void (*enter)(html_reader *r, rxc_walk *walk, frame *f);
} element;

static Arena *arena_of(html_reader *r) { return r->b.doc->arena; }

static Str attribute(html_reader *r, const xmlNode *node, const char *name)
{
    return rxc_xml_attribute(arena_of(r), node, name);
}

static bool in_entry(const html_reader *r, const frame *f) { return (f->references || r->references) && !f->aside; }

static void open_block(html_reader *r, const frame *f, const xmlNode *node)
{
    rxc_builder_open(&r->b, f->aside ? RXC_BLOCK_ASIDE : f->kind, (size_t)xmlGetLineNo(node), 0);
    r->b.block.level = f->kind == RXC_BLOCK_HEADING || f->kind == RXC_BLOCK_ITEM ? f->level : 0;
    if (in_entry(r, f) && f->kind != RXC_BLOCK_HEADING) r->listed = true;
    if (f->references) r->b.block.section = RXC_SECTION_REFERENCES;
    else if (r->behind && !f->aside) r->b.block.section = RXC_SECTION_BACK;
    r->line = false;
}

/* --- what elements do ----------------------------------------------------------------------------------------- */

static void skip(html_reader *r, rxc_walk *walk, frame *f)
{
    (void)r, (void)f;
    rxc_xml_skip(walk);
}

static void enter_block(html_reader *r, rxc_walk *walk, frame *f)
{
    (void)walk;
    if (f->whole) {
        rxc_builder_space(&r->b);
        return;
    }
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->block = true;
}

static void enter_aside(html_reader *r, rxc_walk *walk, frame *f)
{
    enter_block(r, walk, f);
    f->aside = true;
}

static void enter_heading(html_reader *r, rxc_walk *walk, frame *f)
{
    if (f->whole) {
        rxc_builder_space(&r->b);
        return;
    }
    r->behind = false;
    f->kind = RXC_BLOCK_HEADING;
    f->level = walk->node->name[1] - '0';
    f->block = f->whole = true;
    open_block(r, f, walk->node);
}

static void enter_list(html_reader *r, rxc_walk *walk, frame *f)
{
    size_t start = 1;
    if (f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_HEADING) return;
    if (f->kind == RXC_BLOCK_REFERENCE) { /* the links of an entry */
        rxc_builder_space(&r->b);
        return;
    }
    rxc_builder_close(&r->b);
    f->level = f->kind == RXC_BLOCK_ITEM ? f->level + 1 : 1;
    f->ordered = rxc_xml_is(walk->node, "ol");
    str_to_size(attribute(r, walk->node, "start"), &start);
    f->number = start;
    f->whole = false;
    f->block = true;
}

static void enter_item(html_reader *r, rxc_walk *walk, frame *f)
{
    if (f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_HEADING) return;
    if (f->kind == RXC_BLOCK_REFERENCE) {
        rxc_builder_space(&r->b);
        return;
    }
    frame *list = f - 1;
    size_t number = list->number;
    str_to_size(attribute(r, walk->node, "value"), &number);
    list->number = number + 1;
    f->kind = in_entry(r, f) ? RXC_BLOCK_REFERENCE : RXC_BLOCK_ITEM;
    f->block = f->whole = true;
    open_block(r, f, walk->node);
    if (list->ordered) r->b.block.label = arena_printf(arena_of(r), "%zu", number);
}

static void enter_table(html_reader *r, rxc_walk *walk, frame *f)
{
    enter_block(r, walk, f);
    f->layout = rxc_html_is_layout(walk->node);
}

static void enter_row(html_reader *r, rxc_walk *walk, frame *f)
{
    if (f->layout || f->whole) return;
    f->kind = RXC_BLOCK_CELL;
    f->block = f->whole = true;
    open_block(r, f, walk->node);
}

static void enter_cell(html_reader *r, rxc_walk *walk, frame *f)
{
    if (f->layout) {
        enter_block(r, walk, f);
        return;
    }
    for (const xmlNode *before = walk->node->prev; before && f->kind == RXC_BLOCK_CELL; before = before->prev)
        if (before->type == XML_ELEMENT_NODE) {
            rxc_builder_tab(&r->b);
            return;
        }
}

static void enter_caption(html_reader *r, rxc_walk *walk, frame *f)
{
    if (f->whole) return;
    f->kind = RXC_BLOCK_CAPTION;
    f->block = f->whole = true;
    open_block(r, f, walk->node);
}

static void enter_mark(html_reader *r, rxc_walk *walk, frame *f)
{
    static const struct {
        const char *name;
        rxc_mark_kind kind;
    } marks[] = { { "sup", RXC_MARK_SUPERSCRIPT }, { "sub", RXC_MARK_SUBSCRIPT }, { "i", RXC_MARK_ITALIC },
                  { "em", RXC_MARK_ITALIC },       { "b", RXC_MARK_BOLD },        { "strong", RXC_MARK_BOLD } };
    (void)f;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (rxc_xml_is(walk->node, marks[i].name)) rxc_builder_mark(&r->b, marks[i].kind, (Str){ 0 });
}

/* Two line breaks, or one between entries, end a block; one is a space. */
static void enter_break(html_reader *r, rxc_walk *walk, frame *f)
{
    (void)walk;
    bool ends = (r->line || in_entry(r, f)) && !f->whole;
    if (ends) rxc_builder_close(&r->b);
    else rxc_builder_space(&r->b);
    r->line = true;
}

static void enter_link(html_reader *r, rxc_walk *walk, frame *f)
{
    Str href = attribute(r, walk->node, "href");
    if (href.n == 0) return;
    if (in_entry(r, f)) {
        Str text = rxc_xml_text(arena_of(r), walk->node, "");
        Str doi = str_find(href, S("doi.org/")) == STR_NONE ? (Str){ 0 } : rxc_front_doi(href),
            pmid = rxc_html_pmid(href);
        if (doi.n && !r->doi.n) r->doi = doi;
        if (pmid.n && !r->pmid.n) r->pmid = pmid;
        if (rxc_html_is_database(text) || (href.p[0] == '#' && rxc_html_is_arrow(text))) {
            rxc_xml_skip(walk);
            return;
        }
    }
    rxc_builder_mark(&r->b, RXC_MARK_LINK, href);
}

/* A term and its definition: in a list of references the number of an entry, and the entry. */
static void enter_term(html_reader *r, rxc_walk *walk, frame *f)
{
    bool term = rxc_xml_is(walk->node, "dt"), goes_on = !term && r->b.open && f->kind != RXC_BLOCK_REFERENCE;
    if (!in_entry(r, f) || f->whole) {
        enter_block(r, walk, f);
        return;
    }
    f->kind = RXC_BLOCK_REFERENCE;
    f->whole = true;
    f->block = !term; /* the definition ends it */
    if (goes_on) rxc_builder_space(&r->b);
    else open_block(r, f, walk->node);
}

/* The number of an entry may touch its text: "<span class=label>1.</span>Doe". */
static void enter_span(html_reader *r, rxc_walk *walk, frame *f)
{
    if (in_entry(r, f)) f->spaced = rxc_html_is_label(attribute(r, walk->node, "class"));
}

static const element elements[] = {
    { "p", enter_block },
    { "div", enter_block },
    { "a", enter_link },
    { "li", enter_item },
    { "span", enter_span },
    { "td", enter_cell },
    { "th", enter_cell },
    { "tr", enter_row },
    { "br", enter_break },
    { "sup", enter_mark },
    { "sub", enter_mark },
    { "i", enter_mark },
    { "em", enter_mark },
    { "b", enter_mark },
    { "strong", enter_mark },
    { "h1", enter_heading },
    { "h2", enter_heading },
    { "h3", enter_heading },
    { "h4", enter_heading },
    { "h5", enter_heading },
    { "h6", enter_heading },
    { "ul", enter_list },
    { "ol", enter_list },
    { "menu", enter_list },
    { "dl", enter_block },
    { "dt", enter_term },
    { "dd", enter_term },
    { "table", enter_table },
    { "caption", enter_caption },
    { "figcaption", enter_caption },
    { "figure", enter_block },
    { "section", enter_block },
    { "article", enter_block },
    { "main", enter_block },
    { "header", enter_block },
    { "blockquote", enter_block },
    { "address", enter_block },
    { "center", enter_block },
    { "details", enter_block },
    { "summary", enter_block },
    { "pre", enter_block },
    { "body", enter_block },
    { "form", enter_block },
    { "fieldset", enter_block },
    { "hr", enter_block },
    { "nav", enter_aside },
    { "aside", enter_aside },
    { "footer", enter_aside },
    { "dialog", enter_aside },
    { "script", skip },
    { "style", skip },
    { "noscript", skip },
    { "template", skip },
    { "svg", skip },
    { "iframe", skip },
    { "object", skip },
    { "select", skip },
    { "button", skip },
    { "input", skip },
    { "textarea", skip },
    { "head", skip },
    { "title", skip },
    { "annotation", skip },
    { "video", skip },
    { "audio", skip },
};

/* --- the walk ------------------------------------------------------------------------------------------------- */

/* What class, id and role say of a container. */
static void take_names(html_reader *r, const xmlNode *node, frame *f)
{
    static const char *const containers[] = { "div", "section", "ul", "ol", "table", "form", "header", "dl" };
    bool container = false;
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        container = container || rxc_xml_is(node, containers[i]);
    if (!container) return;
    Str names =
        arena_printf(arena_of(r), "%.*s %.*s", STR_ARG(attribute(r, node, "class")), STR_ARG(attribute(r, node, "id")));
    if (rxc_html_is_list(names)) {
        f->references = true;
        return;
    }
    Str role = attribute(r, node, "role");
    bool aside = str_eq(role, S("navigation")) || str_eq(role, S("contentinfo")) || str_eq(role, S("complementary")) ||
                 str_eq(role, S("search")) || str_eq(role, S("dialog"));
    if ((aside || (r->classes && rxc_aside_is_class(names))) && !f->references) f->aside = true;
}

static void take_id(html_reader *r, const xmlNode *node)
{
    Str id = attribute(r, node, "id");
    if (id.n == 0 && rxc_xml_is(node, "a")) id = attribute(r, node, "name");
    if (id.n) *vec_push(arena_of(r), &r->ids) = (rxc_html_id){ id, r->b.doc->blocks.n };
}

static void enter(html_reader *r, rxc_walk *walk, frame *f)
{
    Str name = rxc_xml_name(walk->node);
    f->marks = r->b.depth;
    f->block = f->spaced = false;
    take_names(r, walk->node, f);
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (!str_eq(name, str_from(elements[i].name))) continue;
        elements[i].enter(r, walk, f);
        break;
    }
    take_id(r, walk->node);
}

/* Behind the text of an entry: what its links say, without the signs that stood around links. An entry that has nothing else
 * is none. */
static void finish_entry(html_reader *r)
{
    Arena *arena = arena_of(r);
    rxc_builder_drop(&r->b, rxc_html_litter(rxc_builder_so_far(&r->b)));
    Str text = rxc_builder_so_far(&r->b);
    if (text.n && r->doi.n && str_find(text, S("10.")) == STR_NONE)
        rxc_builder_text(&r->b, arena_printf(arena, " doi:%.*s", STR_ARG(r->doi)));
    if (text.n && r->pmid.n && str_find_nocase(text, S("pmid")) == STR_NONE)
        rxc_builder_text(&r->b, arena_printf(arena, " PMID: %.*s", STR_ARG(r->pmid)));
    r->doi = r->pmid = (Str){ 0 };
}

static void leave(html_reader *r, const frame *f)
{
    while (r->b.depth > f->marks) rxc_builder_unmark(&r->b);
    if (f->spaced) rxc_builder_space(&r->b);
    if (f->references && !f[-1].references) r->references = false, r->behind = true; /* the container of the list ends */
    if (!f->block) return;
    if (r->b.started && f->kind == RXC_BLOCK_HEADING && !f->aside)
        r->references = rxc_section_find(rxc_builder_so_far(&r->b)) == RXC_SECTION_REFERENCES;
    bool entry = f->kind == RXC_BLOCK_REFERENCE || (in_entry(r, f) && f->kind == RXC_BLOCK_PARAGRAPH);
    if (r->b.started && entry) finish_entry(r);
    if (entry) r->doi = r->pmid = (Str){ 0 };
    rxc_builder_close(&r->b);
}

static void take_text(html_reader *r, const rxc_walk *walk, const frame *f)
{
    char room[4];
    Str text = rxc_xml_content(walk->node, room);
    if (str_trim(text).n == 0) {
        if (r->b.open && text.n) rxc_builder_space(&r->b);
        return;
    }
    if (!r->b.open) open_block(r, f, walk->node);
    rxc_builder_text(&r->b, text);
    r->line = false;
}

static void read_tree(html_reader *r, xmlNode *root, int most)
{
    rxc_walk walk = rxc_xml_walk(root, INT_MAX);
    size_t deep = 0;
    r->frames[0] = (frame){ 0 };
    while (rxc_xml_next(&walk)) {
        frame *f = &r->frames[walk.depth < most ? walk.depth + 1 : most + 1]; /* [0]: outside root */
        if (walk.node->type != XML_ELEMENT_NODE) {
            take_text(r, &walk, walk.depth <= most ? f - 1 : f);
        } else if (walk.depth > most) {
            deep += !walk.leaving;
        } else if (walk.leaving) {
            leave(r, f);
        } else {
            *f = f[-1];
            enter(r, &walk, f);
        }
    }
    if (deep)
        rxc_diag_add(arena_of(r), &r->b.doc->diags, RXC_WARNING, "html.deep", 0, 0,
                     "%zu elements nested deeper than %d were read as plain text", deep, most);
}

/* --- the reader ----------------------------------------------------------------------------------------------- */

/* Is so little left that the names of classes must have misled us? */
static bool mostly_aside(const rxc_doc *doc)
{
    size_t aside = 0;
    for (size_t i = 0; i < doc->blocks.n; i++)
        if (doc->blocks.v[i].kind == RXC_BLOCK_ASIDE) aside += doc->blocks.v[i].span.e - doc->blocks.v[i].span.b;
    return aside * 10 > doc->text.n * 9;
}

/* The heading that is the title: the one that says what the metadata say, else the first of level 1. */
static void find_title(rxc_doc *doc, Str fallback)
{
    rxc_block *first = NULL;
    Str key = rxc_fold_key(doc->arena, doc->work.title);
    for (size_t i = 0; i < doc->blocks.n; i++) {
        rxc_block *block = &doc->blocks.v[i];
        Str text = rxc_span_of(doc->text, block->span);
        if (block->kind != RXC_BLOCK_HEADING || rxc_section_find(text) != RXC_SECTION_NONE || text.n > 1000) continue;
        if (!first && block->level == 1) first = block;
        if (key.n && str_eq(rxc_fold_key(doc->arena, text), key)) {
            first = block;
            break;
        }
    }
    if (first) first->kind = RXC_BLOCK_TITLE;
    if (!first && !doc->work.title.n) doc->work.title = fallback;
}

static void read_page(html_reader *r, rxc_doc *doc, xmlNode *const *roots, size_t n, int most, bool classes)
{
    doc->blocks.n = doc->marks.n = doc->entries.n = 0;
    *r = (html_reader){ .classes = classes };
    rxc_builder_init(&r->b, doc);
    for (size_t i = 0; i < n; i++) read_tree(r, roots[i], most);
    rxc_builder_close(&r->b);
    if (!r->listed) rxc_html_references(&r->b, roots[0]);
    rxc_builder_finish(&r->b);
}

void rxc_html_read_trees(rxc_doc *doc, xmlNode *const *roots, size_t n, const rxc_read_limits *limits)
{
    Str fallback;
    html_reader r;
    int most = limits->max_depth < DEPTH ? limits->max_depth : DEPTH; /* what is deeper is read without frames */
    rxc_html_meta(doc, roots[0], &fallback);
    read_page(&r, doc, roots, n, most, true);
    if (mostly_aside(doc)) read_page(&r, doc, roots, n, most, false);
    find_title(doc, fallback);
    rxc_finish(doc);
    rxc_html_link(doc, &r.ids);
    rxc_finish_ranges(doc);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    xmlDoc *tree;
    RXC_TRY(rxc_xml_parse_html(source, doc, &tree, err));
    xmlNode *root = xmlDocGetRootElement(tree);
    rxc_html_read_trees(doc, &root, 1, limits);
    xmlFreeDoc(tree);
    return RXC_OK;
}

static int sniff(Str head)
{
    static const char *const tags[] = { "<div", "<p>", "<p ",  "<body", "<head",  "<table", "<span",
                                        "<h1",  "<h2", "</a>", "<meta", "<title", "<br" };
    Str s = str_trim(head);
    if (s.n == 0 || s.p[0] != '<') return 0;
    if (str_starts_nocase(s, S("<!doctype html")) || str_starts_nocase(s, S("<html"))) return 90;
    if (str_find_nocase(str_take(s, 2000), S("<html")) != STR_NONE) return 90;
    int seen = 0;
    s = str_take(s, SNIFF);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) seen += str_find_nocase(s, str_from(tags[i])) != STR_NONE;
    return str_starts(s, S("<?xml")) ? 0 : seen >= 2 ? 80 : 0;
}

const rxc_reader rxc_reader_html = {
    .name = "html",
    .help = "HTML: articles, medicine pages, saved web pages",
    .extensions = "html htm xhtml",
    .sniff = sniff,
    .read = read,
};
