/* read_jats.c: reads JATS/NLM XML into a document: what each element means to the walk of xmlbody.h. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/finish.h"
#include "read/jats.h"
#include "read/section.h"
#include "read/xmlbody.h"

/* --- what elements do ----------------------------------------------------------------------------------------- */

static void skip_article(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    r->skipped++;
    rxc_xmlbody_skip(r, walk, f);
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

static void enter_section(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    Str title = rxc_xml_text(r->arena, rxc_xml_child(walk->node, "title"), "xref fn");
    rxc_section found = rxc_section_find(title);
    if (found == RXC_SECTION_NONE) found = section_of_type(rxc_xml_attribute(r->arena, walk->node, "sec-type"));
    bool within =
        f->section == RXC_SECTION_ABSTRACT || f->section == RXC_SECTION_BACK || f->section == RXC_SECTION_REFERENCES;
    if (found != RXC_SECTION_NONE && !within) f->section = found;
    f->level++;
}

static void enter_title(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (f->kind == RXC_BLOCK_CAPTION) {
        if (!r->b.open || r->b.block.kind != RXC_BLOCK_CAPTION) rxc_xmlbody_open(r, f, walk->node);
        rxc_builder_space(&r->b);
        return;
    }
    f->kind = RXC_BLOCK_HEADING;
    f->block = true;
    if (f->level == 0) f->level = 1;
    rxc_xmlbody_open(r, f, walk->node);
    r->b.block.label = rxc_xml_text(r->arena, rxc_xml_child(walk->node->parent, "label"), "");
}

static void enter_paragraph(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_HEADING || (f->kind == RXC_BLOCK_CAPTION && r->b.open)) {
        rxc_builder_space(&r->b);
        return;
    }
    bool fresh = r->b.open && !r->b.started && f->kind == RXC_BLOCK_ITEM;
    if (!fresh) {
        rxc_xmlbody_open(r, f, walk->node);
        if (f->kind == RXC_BLOCK_ITEM) r->b.block.kind = RXC_BLOCK_PARAGRAPH;
    }
    f->block = true;
}

static void enter_item(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (f->kind == RXC_BLOCK_CELL) return;
    f->kind = RXC_BLOCK_ITEM;
    f->block = true;
    rxc_xmlbody_open(r, f, walk->node);
    r->b.block.label = rxc_xml_text(r->arena, rxc_xml_child(walk->node, "label"), "");
}

/* Figures and tables: their label and caption make one block. */
static void enter_float(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (rxc_xmlbody_put_off(r, walk)) return;
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_CAPTION;
    f->block = true;
    if (f->section == RXC_SECTION_REFERENCES) f->section = RXC_SECTION_NONE;
}

static void enter_footnote(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (rxc_xmlbody_put_off(r, walk)) return;
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->section = RXC_SECTION_BACK;
    f->block = true;
}

static void enter_label(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (f->kind != RXC_BLOCK_CAPTION) {
        rxc_xml_skip(walk);
        return;
    }
    rxc_xmlbody_open(r, f, walk->node);
    rxc_builder_text(&r->b, rxc_xml_text(r->arena, walk->node, ""));
    char last = str_last(rxc_builder_so_far(&r->b));
    if (last && last != '.' && last != ':') rxc_builder_text(&r->b, S("."));
    rxc_builder_space(&r->b);
    rxc_xml_skip(walk);
}

static void enter_mark(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
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

static void enter_xref(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    Str target = rxc_xml_attribute(r->arena, walk->node, "rid"),
        type = rxc_xml_attribute(r->arena, walk->node, "ref-type");
    (void)f;
    if (target.n == 0) return;
    if (str_eq(type, S("bibr"))) rxc_builder_mark(&r->b, RXC_MARK_CITATION, target);
    else rxc_builder_mark(&r->b, RXC_MARK_LINK, arena_printf(r->arena, "#%.*s", STR_ARG(target)));
}

static void enter_link(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    Str target = rxc_xml_attribute(r->arena, walk->node, "href");
    (void)f;
    if (target.n) rxc_builder_mark(&r->b, RXC_MARK_LINK, target);
}

static void enter_back(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)walk;
    rxc_builder_close(&r->b);
    f->section = RXC_SECTION_BACK;
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->level = 1;
}

static void enter_appendix(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    enter_back(r, walk, f);
    f->section = RXC_SECTION_NONE;
}

static void enter_references(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    enter_back(r, walk, f);
    f->section = RXC_SECTION_REFERENCES;
}

static void enter_reference(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)f;
    rxc_jats_reference(&r->b, walk->node);
    rxc_xml_skip(walk);
}

/* Blocks of their own within or between paragraphs. */
static void enter_block(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)walk;
    if (f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_CAPTION) return;
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->block = true;
}

static void enter_definition(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (rxc_xml_is(walk->node, "def-item")) {
        enter_item(r, walk, f);
        return;
    }
    if (f->kind == RXC_BLOCK_ITEM) f->kind = RXC_BLOCK_CELL; /* its paragraphs go on with the term */
    if (r->b.started) rxc_builder_text(&r->b, S(":")), rxc_builder_space(&r->b);
}

static const rxc_xmlelement elements[] = {
    { "p", enter_paragraph },
    { "xref", enter_xref },
    { "italic", enter_mark },
    { "sup", enter_mark },
    { "sub", enter_mark },
    { "bold", enter_mark },
    { "td", rxc_xmlbody_cell },
    { "th", rxc_xmlbody_cell },
    { "tr", rxc_xmlbody_row },
    { "sec", enter_section },
    { "title", enter_title },
    { "label", enter_label },
    { "ref", enter_reference },
    { "ref-list", enter_references },
    { "list", rxc_xmlbody_list },
    { "list-item", enter_item },
    { "def-list", rxc_xmlbody_list },
    { "def-item", enter_definition },
    { "def", enter_definition },
    { "ext-link", enter_link },
    { "uri", enter_link },
    { "break", rxc_xmlbody_space },
    { "fig", enter_float },
    { "table-wrap", enter_float },
    { "fig-group", enter_float },
    { "boxed-text", enter_block },
    { "disp-quote", enter_block },
    { "table-wrap-foot", rxc_xmlbody_space },
    { "supplementary-material", enter_float },
    { "media", rxc_xmlbody_skip },
    { "graphic", rxc_xmlbody_skip },
    { "inline-graphic", rxc_xmlbody_skip },
    { "tex-math", rxc_xmlbody_skip },
    { "annotation", rxc_xmlbody_skip },
    { "alt-text", rxc_xmlbody_skip },
    { "long-desc", rxc_xmlbody_skip },
    { "object-id", rxc_xmlbody_skip },
    { "permissions", rxc_xmlbody_skip },
    { "sub-article", skip_article },
    { "response", skip_article },
    { "front", rxc_xmlbody_skip },
    { "ack", enter_back },
    { "fn-group", enter_back },
    { "notes", enter_back },
    { "glossary", enter_back },
    { "bio", enter_back },
    { "app", enter_appendix },
    { "fn", enter_footnote },
    { "disp-formula", rxc_xmlbody_space },
    { "verse-group", enter_block },
    { "preformat", enter_block },
    { "speech", enter_block },
    { "statement", enter_block },
    { "floats-group", enter_appendix },
    { "processing-meta", rxc_xmlbody_skip },
    { "signature-block", enter_block },
    { 0 },
};

/* --- the reader ----------------------------------------------------------------------------------------------- */

static void read_abstracts(rxc_xmlbody *r, xmlNode *meta)
{
    static const char *const names[] = { "abstract", "trans-abstract" };
    const rxc_xmlframe base = { .section = RXC_SECTION_ABSTRACT };
    for (size_t i = 0; i < 2; i++)
        for (xmlNode *node = rxc_xml_child(meta, names[i]); node; node = rxc_xml_sibling(node, names[i])) {
            if (!rxc_xml_child(node, "title"))
                rxc_xmlbody_put(&r->b, RXC_BLOCK_HEADING, RXC_SECTION_ABSTRACT, node, S("Abstract"));
            rxc_xmlbody_read(r, node, base);
        }
}

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

static void read_article(rxc_xmlbody *r, xmlNode *article, size_t others)
{
    rxc_doc *doc = r->b.doc;
    rxc_jats_meta(doc, article);
    xmlNode *meta = rxc_xml_path(article, "front/article-meta");
    rxc_jats_notices(doc, article, meta);
    rxc_jats_front(&r->b, meta);
    read_abstracts(r, meta);
    rxc_xmlbody_read(r, article, (rxc_xmlframe){ 0 });
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
        rxc_xmlbody r;
        rxc_xmlbody_init(&r, doc, elements, limits);
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
