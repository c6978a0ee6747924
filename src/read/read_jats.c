/* read_jats.c: reads JATS/NLM XML into a document.
 * One walk over the tree. A frame per open element holds what its children inherit: the kind of block that text opens,
 * the section, the level. What stands within a paragraph but is not of it (figures, tables, footnotes) is put off until
 * the paragraph ends, so that sentences stay whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/finish.h"
#include "read/jats.h"
#include "read/section.h"

enum { DEPTH = 256 }; /* of elements; libxml2 itself stops there */

typedef struct frame {
    rxc_block_kind kind; /* of the block that text opens here */
    rxc_section section;
    int level;    /* of headings in it */
    size_t marks; /* open before this element */
    bool block;   /* a block ends with this element */
} frame;

typedef struct jats_reader {
    rxc_builder b;
    frame frames[DEPTH + 2];
    int most; /* nesting that is read, at most DEPTH */
    VEC(xmlNode *) put_off;
    bool putting;   /* what was put off is being read */
    size_t skipped; /* sub-articles and responses */
} jats_reader;

/* An element: what it does when it is entered. */
typedef struct element {
    const char *name;
    void (*enter)(jats_reader *r, rxc_walk *walk, frame *f);
} element;

static Arena *arena_of(jats_reader *r) { return r->b.doc->arena; }

static void open_block(jats_reader *r, const frame *f, const xmlNode *node)
{
    rxc_builder_open(&r->b, f->kind, (size_t)xmlGetLineNo(node), 0);
    r->b.block.section = f->section;
    r->b.block.level = f->kind == RXC_BLOCK_HEADING || f->kind == RXC_BLOCK_ITEM ? f->level : 0;
}

/* --- what elements do ----------------------------------------------------------------------------------------- */

static void skip(jats_reader *r, rxc_walk *walk, frame *f)
{
    (void)r, (void)f;
    rxc_xml_skip(walk);
}

static void skip_article(jats_reader *r, rxc_walk *walk, frame *f)
{
    r->skipped++;
    skip(r, walk, f);
}

static rxc_section section_of_type(Str type)
{
    static const struct {
        const char *words;
        rxc_section section;
    } types[] = { { "intro", RXC_SECTION_INTRODUCTION },
                  { "method", RXC_SECTION_METHODS },
                  { "material", RXC_SECTION_METHODS },
                  { "subjects", RXC_SECTION_METHODS },
                  { "result", RXC_SECTION_RESULTS },
                  { "discussion", RXC_SECTION_DISCUSSION },
                  { "conclusion", RXC_SECTION_CONCLUSION },
                  { "case", RXC_SECTION_CASE },
                  { "coi", RXC_SECTION_BACK },
                  { "ack", RXC_SECTION_BACK },
                  { "data-availability", RXC_SECTION_BACK },
                  { "supplementary", RXC_SECTION_BACK } };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_starts(type, str_from(types[i].words))) return types[i].section;
    return RXC_SECTION_NONE;
}

static void enter_section(jats_reader *r, rxc_walk *walk, frame *f)
{
    Str title = rxc_xml_text(arena_of(r), rxc_xml_child(walk->node, "title"), "xref fn");
    rxc_section found = rxc_section_find(title);
    if (found == RXC_SECTION_NONE) found = section_of_type(rxc_xml_attribute(arena_of(r), walk->node, "sec-type"));
    bool within =
        f->section == RXC_SECTION_ABSTRACT || f->section == RXC_SECTION_BACK || f->section == RXC_SECTION_REFERENCES;
    if (found != RXC_SECTION_NONE && !within) f->section = found;
    f->level++;
}

static void enter_title(jats_reader *r, rxc_walk *walk, frame *f)
{
    if (f->kind == RXC_BLOCK_CAPTION) {
        if (!r->b.open || r->b.block.kind != RXC_BLOCK_CAPTION) open_block(r, f, walk->node);
        rxc_builder_space(&r->b);
        return;
    }
    f->kind = RXC_BLOCK_HEADING;
    f->block = true;
    if (f->level == 0) f->level = 1;
    open_block(r, f, walk->node);
    r->b.block.label = rxc_xml_text(arena_of(r), rxc_xml_child(walk->node->parent, "label"), "");
}

static void enter_paragraph(jats_reader *r, rxc_walk *walk, frame *f)
{
    if (f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_HEADING || (f->kind == RXC_BLOCK_CAPTION && r->b.open)) {
        rxc_builder_space(&r->b);
        return;
    }
    bool fresh = r->b.open && !r->b.started && f->kind == RXC_BLOCK_ITEM;
    if (!fresh) {
        open_block(r, f, walk->node);
        if (f->kind == RXC_BLOCK_ITEM) r->b.block.kind = RXC_BLOCK_PARAGRAPH;
    }
    f->block = true;
}

static void enter_item(jats_reader *r, rxc_walk *walk, frame *f)
{
    if (f->kind == RXC_BLOCK_CELL) return;
    f->kind = RXC_BLOCK_ITEM;
    f->block = true;
    open_block(r, f, walk->node);
    r->b.block.label = rxc_xml_text(arena_of(r), rxc_xml_child(walk->node, "label"), "");
}

static void enter_list(jats_reader *r, rxc_walk *walk, frame *f)
{
    (void)walk;
    if (f->kind == RXC_BLOCK_CELL) return;
    rxc_builder_close(&r->b);
    f->level = f->kind == RXC_BLOCK_ITEM ? f->level + 1 : 1;
}

/* Figures and tables: their label and caption make one block. */
static void enter_float(jats_reader *r, rxc_walk *walk, frame *f)
{
    if (r->b.started && !r->putting) {
        *vec_push(arena_of(r), &r->put_off) = walk->node;
        rxc_xml_skip(walk);
        return;
    }
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_CAPTION;
    f->block = true;
    if (f->section == RXC_SECTION_REFERENCES) f->section = RXC_SECTION_NONE;
}

static void enter_footnote(jats_reader *r, rxc_walk *walk, frame *f)
{
    if (r->b.started && !r->putting) {
        *vec_push(arena_of(r), &r->put_off) = walk->node;
        rxc_xml_skip(walk);
        return;
    }
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->section = RXC_SECTION_BACK;
    f->block = true;
}

static void enter_label(jats_reader *r, rxc_walk *walk, frame *f)
{
    if (f->kind != RXC_BLOCK_CAPTION) {
        rxc_xml_skip(walk);
        return;
    }
    open_block(r, f, walk->node);
    rxc_builder_text(&r->b, rxc_xml_text(arena_of(r), walk->node, ""));
    char last = str_last(rxc_builder_so_far(&r->b));
    if (last && last != '.' && last != ':') rxc_builder_text(&r->b, S("."));
    rxc_builder_space(&r->b);
    rxc_xml_skip(walk);
}

static void enter_row(jats_reader *r, rxc_walk *walk, frame *f)
{
    f->kind = RXC_BLOCK_CELL;
    f->block = true;
    open_block(r, f, walk->node);
}

static void enter_cell(jats_reader *r, rxc_walk *walk, frame *f)
{
    (void)f;
    for (const xmlNode *before = walk->node->prev; before; before = before->prev)
        if (before->type == XML_ELEMENT_NODE) {
            rxc_builder_tab(&r->b);
            return;
        }
}

static void enter_mark(jats_reader *r, rxc_walk *walk, frame *f)
{
    static const struct {
        const char *name;
        rxc_mark_kind kind;
    } marks[] = { { "sup", RXC_MARK_SUPERSCRIPT },
                  { "sub", RXC_MARK_SUBSCRIPT },
                  { "italic", RXC_MARK_ITALIC },
                  { "bold", RXC_MARK_BOLD } };
    (void)f;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (rxc_xml_is(walk->node, marks[i].name)) rxc_builder_mark(&r->b, marks[i].kind, (Str){ 0 });
}

static void enter_xref(jats_reader *r, rxc_walk *walk, frame *f)
{
    Str target = rxc_xml_attribute(arena_of(r), walk->node, "rid"),
        type = rxc_xml_attribute(arena_of(r), walk->node, "ref-type");
    (void)f;
    if (target.n == 0) return;
    if (str_eq(type, S("bibr"))) rxc_builder_mark(&r->b, RXC_MARK_CITATION, target);
    else rxc_builder_mark(&r->b, RXC_MARK_LINK, arena_printf(arena_of(r), "#%.*s", STR_ARG(target)));
}

static void enter_link(jats_reader *r, rxc_walk *walk, frame *f)
{
    Str target = rxc_xml_attribute(arena_of(r), walk->node, "href");
    (void)f;
    if (target.n) rxc_builder_mark(&r->b, RXC_MARK_LINK, target);
}

static void enter_break(jats_reader *r, rxc_walk *walk, frame *f)
{
    (void)walk, (void)f;
    rxc_builder_space(&r->b);
}

static void enter_back(jats_reader *r, rxc_walk *walk, frame *f)
{
    (void)walk;
    rxc_builder_close(&r->b);
    f->section = RXC_SECTION_BACK;
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->level = 1;
}

static void enter_appendix(jats_reader *r, rxc_walk *walk, frame *f)
{
    enter_back(r, walk, f);
    f->section = RXC_SECTION_NONE;
}

static void enter_references(jats_reader *r, rxc_walk *walk, frame *f)
{
    enter_back(r, walk, f);
    f->section = RXC_SECTION_REFERENCES;
}

static void enter_reference(jats_reader *r, rxc_walk *walk, frame *f)
{
    (void)f;
    rxc_jats_reference(&r->b, walk->node);
    rxc_xml_skip(walk);
}

/* Blocks of their own within or between paragraphs. */
static void enter_block(jats_reader *r, rxc_walk *walk, frame *f)
{
    (void)walk;
    if (f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_CAPTION) return;
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->block = true;
}

static void enter_definition(jats_reader *r, rxc_walk *walk, frame *f)
{
    if (rxc_xml_is(walk->node, "def-item")) {
        enter_item(r, walk, f);
        return;
    }
    if (f->kind == RXC_BLOCK_ITEM) f->kind = RXC_BLOCK_CELL; /* its paragraphs go on with the term */
    if (r->b.started) rxc_builder_text(&r->b, S(":")), rxc_builder_space(&r->b);
}

static const element elements[] = {
    { "p", enter_paragraph },
    { "xref", enter_xref },
    { "italic", enter_mark },
    { "sup", enter_mark },
    { "sub", enter_mark },
    { "bold", enter_mark },
    { "td", enter_cell },
    { "th", enter_cell },
    { "tr", enter_row },
    { "sec", enter_section },
    { "title", enter_title },
    { "label", enter_label },
    { "ref", enter_reference },
    { "ref-list", enter_references },
    { "list", enter_list },
    { "list-item", enter_item },
    { "def-list", enter_list },
    { "def-item", enter_definition },
    { "def", enter_definition },
    { "ext-link", enter_link },
    { "uri", enter_link },
    { "break", enter_break },
    { "fig", enter_float },
    { "table-wrap", enter_float },
    { "fig-group", enter_float },
    { "boxed-text", enter_block },
    { "disp-quote", enter_block },
    { "table-wrap-foot", enter_break },
    { "supplementary-material", enter_float },
    { "media", skip },
    { "graphic", skip },
    { "inline-graphic", skip },
    { "tex-math", skip },
    { "annotation", skip },
    { "alt-text", skip },
    { "long-desc", skip },
    { "object-id", skip },
    { "permissions", skip },
    { "sub-article", skip_article },
    { "response", skip_article },
    { "front", skip },
    { "ack", enter_back },
    { "fn-group", enter_back },
    { "notes", enter_back },
    { "glossary", enter_back },
    { "bio", enter_back },
    { "app", enter_appendix },
    { "fn", enter_footnote },
    { "disp-formula", enter_break },
    { "verse-group", enter_block },
    { "preformat", enter_block },
    { "speech", enter_block },
    { "statement", enter_block },
    { "floats-group", enter_appendix },
    { "processing-meta", skip },
    { "signature-block", enter_block },
};

/* --- the walk ------------------------------------------------------------------------------------------------- */

static void enter(jats_reader *r, rxc_walk *walk, frame *f)
{
    Str name = rxc_xml_name(walk->node);
    f->marks = r->b.depth;
    f->block = false;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (str_eq(name, str_from(elements[i].name))) {
            elements[i].enter(r, walk, f);
            return;
        }
}

static void take_text(jats_reader *r, const rxc_walk *walk, const frame *f)
{
    char room[4];
    Str text = rxc_xml_content(walk->node, room);
    bool blank = str_trim(text).n == 0;
    if (blank && walk->node->type == XML_ENTITY_REF_NODE)
        rxc_diag_add(arena_of(r), &r->b.doc->diags, RXC_WARNING, "xml.entity", (size_t)xmlGetLineNo(walk->node), 0,
                     "entity &%s; was not read", (const char *)walk->node->name);
    if (!r->b.open && blank) return;
    if (!r->b.open) open_block(r, f, walk->node);
    rxc_builder_text(&r->b, text);
}

static void read_tree(jats_reader *r, xmlNode *root, frame base);

/* Figures, tables and footnotes of the paragraph that has just ended. */
static void read_put_off(jats_reader *r, const frame *base)
{
    if (r->putting || r->put_off.n == 0) return;
    frame saved[DEPTH + 2];
    memcpy(saved, r->frames, sizeof saved);
    r->putting = true;
    for (size_t i = 0; i < r->put_off.n; i++) read_tree(r, r->put_off.v[i], (frame){ .section = base->section });
    r->put_off.n = 0;
    r->putting = false;
    memcpy(r->frames, saved, sizeof saved);
}

static void leave(jats_reader *r, const frame *f)
{
    while (r->b.depth > f->marks) rxc_builder_unmark(&r->b);
    if (!f->block) return;
    rxc_builder_close(&r->b);
    read_put_off(r, f);
}

static void read_tree(jats_reader *r, xmlNode *root, frame base)
{
    rxc_walk walk = rxc_xml_walk(root, r->most);
    r->frames[0] = base;
    while (rxc_xml_next(&walk)) {
        frame *f = &r->frames[walk.depth + 1]; /* [0]: outside root */
        if (walk.node->type != XML_ELEMENT_NODE) {
            take_text(r, &walk, f - 1);
        } else if (walk.leaving) {
            leave(r, f);
        } else {
            *f = f[-1];
            enter(r, &walk, f);
        }
    }
    rxc_builder_close(&r->b);
    if (walk.cut)
        rxc_diag_add(arena_of(r), &r->b.doc->diags, RXC_WARNING, "xml.deep", 0, 0,
                     "%zu elements nested deeper than %d were passed over", walk.cut, r->most);
}

static void read_abstracts(jats_reader *r, xmlNode *meta)
{
    static const char *const names[] = { "abstract", "trans-abstract" };
    const frame base = { .section = RXC_SECTION_ABSTRACT };
    for (size_t i = 0; i < 2; i++)
        for (xmlNode *node = rxc_xml_child(meta, names[i]); node; node = rxc_xml_sibling(node, names[i])) {
            if (!rxc_xml_child(node, "title")) {
                rxc_builder_open(&r->b, RXC_BLOCK_HEADING, (size_t)xmlGetLineNo(node), 0);
                r->b.block.section = RXC_SECTION_ABSTRACT;
                r->b.block.level = 1;
                rxc_builder_text(&r->b, S("Abstract"));
                rxc_builder_close(&r->b);
            }
            read_tree(r, node, base);
        }
}

/* --- the reader ----------------------------------------------------------------------------------------------- */

/* The first article in the tree: the root, or within a wrapper. */
static xmlNode *find_article(xmlDoc *tree, size_t *others)
{
    xmlNode *found = NULL;
    rxc_walk walk = rxc_xml_walk(xmlDocGetRootElement(tree), 8);
    *others = 0;
    while (rxc_xml_next(&walk)) {
        if (walk.leaving || !rxc_xml_is(walk.node, "article")) continue;
        if (found) ++*others;
        else found = walk.node;
        rxc_xml_skip(&walk);
    }
    return found;
}

static void read_article(jats_reader *r, xmlNode *article, size_t others)
{
    rxc_doc *doc = r->b.doc;
    rxc_jats_meta(doc, article);
    xmlNode *meta = rxc_xml_path(article, "front/article-meta");
    rxc_jats_notices(doc, article, meta);
    rxc_jats_front(&r->b, meta);
    read_abstracts(r, meta);
    read_tree(r, article, (frame){ 0 });
    if (r->skipped)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "jats.sub-article", 0, 0,
                     "%zu sub-articles or responses were passed over", r->skipped);
    if (others)
        rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "jats.more-articles", 0, 0,
                     "%zu further articles in the file were passed over", others);
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    xmlDoc *tree;
    size_t others;
    RXC_TRY(rxc_xml_parse(source, doc, &tree, err));
    xmlNode *article = find_article(tree, &others);
    if (article) {
        jats_reader r = { .most = limits->max_depth < DEPTH ? limits->max_depth : DEPTH };
        rxc_builder_init(&r.b, doc);
        read_article(&r, article, others);
        rxc_builder_finish(&r.b);
        rxc_finish_ranges(doc);
    }
    xmlFreeDoc(tree);
    return article ? RXC_OK : rxc_err_set(err, RXC_INPUT, "%.*s: holds no article", STR_ARG(doc->name));
}

static int sniff(Str head)
{
    static const char *const cues[] = {
        "article-type=", "JATS", "//NLM//", "<front", "<article-meta", "<journal-meta"
    };
    size_t at = str_find(head, S("<article"));
    if (at == STR_NONE || at + 8 >= head.n || !strchr(" >\n\r\t", head.p[at + 8])) return 0;
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
        if (str_find(head, str_from(cues[i])) != STR_NONE)
            return str_find_nocase(head, S("<html")) == STR_NONE ? 95 : 0;
    return 0;
}

const rxc_reader rxc_reader_jats = {
    .name = "jats",
    .help = "JATS and NLM XML: full-text articles as PubMed Central and publishers give them",
    .extensions = "nxml xml jats",
    .sniff = sniff,
    .read = read,
};
