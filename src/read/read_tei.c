/* read_tei.c: reads TEI XML into a document: what GROBID makes of PDFs, and editions.
 * One walk over the tree, as in read_jats.c. Figures and notes within a paragraph are put off until it ends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/finish.h"
#include "read/kind.h"
#include "read/section.h"
#include "read/tei.h"

enum { DEPTH = 256 /* of elements; libxml2 itself stops there */, LEVELS = 6 };

typedef struct Frame {
    rxc_block_kind kind; /* of the block that text opens here */
    rxc_section section;
    int level;    /* of headings in it */
    size_t marks; /* open before this element */
    bool block;   /* a block ends with this element */
} Frame;

typedef struct Tei {
    rxc_builder b;
    Frame frames[DEPTH + 2];
    int most; /* nesting that is read, at most DEPTH */
    VEC(xmlNode *) put_off;
    bool putting;        /* what was put off is being read */
    rxc_section section; /* that the last heading opened */
    int section_level;
} Tei;

static Arena *arena_of(Tei *r) { return r->b.doc->arena; }

static void open_block(Tei *r, const Frame *f, const xmlNode *node)
{
    rxc_builder_open(&r->b, f->kind, (size_t)xmlGetLineNo(node), 0);
    r->b.block.section = f->section != RXC_SECTION_NONE ? f->section : r->section;
    r->b.block.level = f->kind == RXC_BLOCK_HEADING || f->kind == RXC_BLOCK_ITEM ? f->level : 0;
}

/* --- what elements do --------------------------------------------------------------------------------------------------- */

static void skip(Tei *r, rxc_walk *walk, Frame *f)
{
    (void)r, (void)f;
    rxc_xml_skip(walk);
}

static void enter_space(Tei *r, rxc_walk *walk, Frame *f)
{
    (void)walk, (void)f;
    rxc_builder_space(&r->b);
}

static void enter_division(Tei *r, rxc_walk *walk, Frame *f)
{
    static const struct {
        const char *words;
        rxc_section section;
    } types[] = { { "ack", RXC_SECTION_BACK },     { "fund", RXC_SECTION_BACK },  { "availab", RXC_SECTION_BACK }, { "conflict", RXC_SECTION_BACK },
                  { "contrib", RXC_SECTION_BACK }, { "abstract", RXC_SECTION_ABSTRACT }, { "references", RXC_SECTION_REFERENCES } };
    Str type = rxc_xml_attribute(arena_of(r), walk->node, "type");
    rxc_builder_close(&r->b);
    if (f->level < LEVELS) f->level++;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_starts(type, str_from(types[i].words))) f->section = types[i].section;
}

/* GROBID writes headings of all levels beside each other: the number of one tells its level. */
static int level_of(Str number, int nested)
{
    int dots = 0;
    while (number.n && strchr(". ", str_last(number))) number.n--;
    for (size_t i = 0; i < number.n; i++) dots += number.p[i] == '.';
    return number.n && dots < LEVELS ? dots + 1 : nested;
}

static void enter_heading(Tei *r, rxc_walk *walk, Frame *f)
{
    if (f->kind == RXC_BLOCK_CAPTION || f->kind == RXC_BLOCK_CELL) {
        rxc_builder_space(&r->b);
        return;
    }
    Str label = rxc_xml_attribute(arena_of(r), walk->node, "n"), text = rxc_xml_text(arena_of(r), walk->node, "note");
    rxc_section found = rxc_section_find(text);
    f->level = level_of(label, f->level ? f->level : 1);
    if (found != RXC_SECTION_NONE) r->section = found, r->section_level = f->level;
    else if (f->level <= r->section_level) r->section = RXC_SECTION_NONE;
    f->kind = RXC_BLOCK_HEADING;
    f->block = true;
    open_block(r, f, walk->node);
    r->b.block.label = label;
}

static void enter_paragraph(Tei *r, rxc_walk *walk, Frame *f)
{
    bool within = f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_HEADING || f->kind == RXC_BLOCK_ITEM || (f->kind == RXC_BLOCK_CAPTION && r->b.open);
    if (within) {
        rxc_builder_space(&r->b);
        return;
    }
    open_block(r, f, walk->node);
    f->block = true;
}

static void enter_list(Tei *r, rxc_walk *walk, Frame *f)
{
    (void)walk;
    if (f->kind == RXC_BLOCK_CELL) return;
    rxc_builder_close(&r->b);
    f->level = f->kind == RXC_BLOCK_ITEM ? f->level + 1 : 1;
}

static void enter_item(Tei *r, rxc_walk *walk, Frame *f)
{
    if (f->kind == RXC_BLOCK_CELL) return;
    f->kind = RXC_BLOCK_ITEM;
    f->block = true;
    open_block(r, f, walk->node);
    r->b.block.label = rxc_xml_attribute(arena_of(r), walk->node, "n");
}

static bool put_off(Tei *r, rxc_walk *walk)
{
    if (!r->b.started || r->putting) return false;
    *vec_push(arena_of(r), &r->put_off) = walk->node;
    rxc_xml_skip(walk);
    return true;
}

/* Figures and tables: head and description make one block. */
static void enter_figure(Tei *r, rxc_walk *walk, Frame *f)
{
    if (put_off(r, walk)) return;
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_CAPTION;
    f->section = RXC_SECTION_NONE;
    f->block = true;
}

static void enter_note(Tei *r, rxc_walk *walk, Frame *f)
{
    if (put_off(r, walk)) return;
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->section = RXC_SECTION_BACK;
    f->block = true;
}

static void enter_row(Tei *r, rxc_walk *walk, Frame *f)
{
    f->kind = RXC_BLOCK_CELL;
    f->block = true;
    open_block(r, f, walk->node);
}

static void enter_cell(Tei *r, rxc_walk *walk, Frame *f)
{
    (void)f;
    for (const xmlNode *before = walk->node->prev; before; before = before->prev)
        if (before->type == XML_ELEMENT_NODE) {
            rxc_builder_tab(&r->b);
            return;
        }
}

static void enter_highlight(Tei *r, rxc_walk *walk, Frame *f)
{
    static const struct {
        const char *words;
        rxc_mark_kind kind;
    } marks[] = { { "sup", RXC_MARK_SUPERSCRIPT }, { "sub", RXC_MARK_SUBSCRIPT }, { "ital", RXC_MARK_ITALIC }, { "bold", RXC_MARK_BOLD } };
    Str rend = rxc_xml_attribute(arena_of(r), walk->node, "rend");
    (void)f;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_find(rend, str_from(marks[i].words)) != STR_NONE) rxc_builder_mark(&r->b, marks[i].kind, (Str){ 0 });
}

/* "#b0 #b1" -> "b0 b1" */
static Str anchors_of(Arena *arena, Str target)
{
    Str out = { 0 }, one;
    while (str_cut(&target, ' ', &one)) {
        one = str_drop(one, str_starts(one, S("#")));
        if (one.n) out = out.n ? arena_printf(arena, "%.*s %.*s", STR_ARG(out), STR_ARG(one)) : one;
    }
    return out;
}

static void enter_link(Tei *r, rxc_walk *walk, Frame *f)
{
    Str target = rxc_xml_attribute(arena_of(r), walk->node, "target"), type = rxc_xml_attribute(arena_of(r), walk->node, "type");
    (void)f;
    if (target.n == 0) return;
    bool entry = str_starts(target, S("#")) && (str_starts(type, S("bib")) || str_starts(target, S("#b")));
    rxc_builder_mark(&r->b, entry ? RXC_MARK_CITATION : RXC_MARK_LINK, entry ? anchors_of(arena_of(r), str_take(target, 1000)) : target);
}

static void enter_reference(Tei *r, rxc_walk *walk, Frame *f)
{
    if (rxc_xml_is(walk->node, "bibl") && !rxc_xml_is(walk->node->parent, "listBibl")) return; /* within running text */
    (void)f;
    rxc_builder_close(&r->b);
    rxc_tei_reference(&r->b, walk->node);
    rxc_xml_skip(walk);
}

static void enter_back(Tei *r, rxc_walk *walk, Frame *f)
{
    (void)walk;
    rxc_builder_close(&r->b);
    r->section = RXC_SECTION_NONE;
    f->section = RXC_SECTION_BACK;
    f->level = 0;
}

static const struct {
    const char *name;
    void (*enter)(Tei *r, rxc_walk *walk, Frame *f);
} elements[] = {
    { "p", enter_paragraph },
    { "ab", enter_paragraph },
    { "l", enter_paragraph },
    { "ref", enter_link },
    { "hi", enter_highlight },
    { "div", enter_division },
    { "head", enter_heading },
    { "figure", enter_figure },
    { "figDesc", enter_space },
    { "label", skip }, /* of a figure: its head has it */
    { "table", enter_space },
    { "row", enter_row },
    { "cell", enter_cell },
    { "list", enter_list },
    { "item", enter_item },
    { "note", enter_note },
    { "formula", enter_space },
    { "lb", enter_space },
    { "biblStruct", enter_reference },
    { "biblFull", enter_reference },
    { "bibl", enter_reference },
    { "back", enter_back },
    { "graphic", skip },
    { "teiHeader", skip },
    { "facsimile", skip },
};

/* --- the walk ----------------------------------------------------------------------------------------------------------- */

static void enter(Tei *r, rxc_walk *walk, Frame *f)
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

static void take_text(Tei *r, const rxc_walk *walk, const Frame *f)
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

static void read_tree(Tei *r, xmlNode *root, Frame base);

static void read_put_off(Tei *r)
{
    if (r->putting || r->put_off.n == 0) return;
    Frame saved[DEPTH + 2];
    memcpy(saved, r->frames, sizeof saved);
    r->putting = true;
    for (size_t i = 0; i < r->put_off.n; i++) read_tree(r, r->put_off.v[i], (Frame){ 0 });
    r->put_off.n = 0;
    r->putting = false;
    memcpy(r->frames, saved, sizeof saved);
}

static void leave(Tei *r, const Frame *f)
{
    while (r->b.depth > f->marks) rxc_builder_unmark(&r->b);
    if (!f->block) return;
    rxc_builder_close(&r->b);
    read_put_off(r);
}

static void read_tree(Tei *r, xmlNode *root, Frame base)
{
    rxc_walk walk = rxc_xml_walk(root, r->most);
    r->frames[0] = base;
    while (rxc_xml_next(&walk)) {
        Frame *f = &r->frames[walk.depth + 1]; /* [0]: outside root */
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

/* --- the reader --------------------------------------------------------------------------------------------------------- */

static void put_block(Tei *r, rxc_block_kind kind, rxc_section section, const xmlNode *node, Str text)
{
    if (text.n == 0) return;
    rxc_builder_open(&r->b, kind, node ? (size_t)xmlGetLineNo(node) : 0, 0);
    r->b.block.section = section;
    if (kind == RXC_BLOCK_HEADING) r->b.block.level = 1;
    rxc_builder_text(&r->b, text);
    rxc_builder_close(&r->b);
}

static void put_authors(Tei *r, const xmlNode *node)
{
    const rxc_names *names = &r->b.doc->work.authors;
    Str line = { 0 };
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        line = arena_printf(arena_of(r), "%.*s%s%.*s%s%.*s", STR_ARG(line), i ? ", " : "", STR_ARG(name->literal.n ? name->literal : name->given),
                            name->given.n ? " " : "", STR_ARG(name->family));
    }
    put_block(r, RXC_BLOCK_FRONT, RXC_SECTION_NONE, node, line);
}

static void put_head(Tei *r, xmlNode *header)
{
    xmlNode *file = rxc_xml_child(header, "fileDesc"), *author = rxc_xml_path(file, "sourceDesc/biblStruct/analytic/author"),
            *abstract = rxc_xml_path(header, "profileDesc/abstract"), *words = rxc_xml_path(header, "profileDesc/textClass/keywords");
    put_block(r, RXC_BLOCK_TITLE, RXC_SECTION_TITLE, rxc_xml_path(file, "titleStmt/title"), r->b.doc->work.title);
    put_authors(r, author);
    for (; author; author = rxc_xml_sibling(author, "author"))
        put_block(r, RXC_BLOCK_FRONT, RXC_SECTION_NONE, author, rxc_xml_text(arena_of(r), rxc_xml_child(author, "affiliation"), ""));
    Str line = { 0 };
    for (xmlNode *term = rxc_xml_child(words, "term"); term; term = rxc_xml_sibling(term, "term"))
        line = arena_printf(arena_of(r), "%.*s%s%.*s", STR_ARG(line), line.n ? "; " : "Key words: ", STR_ARG(rxc_xml_text(arena_of(r), term, "")));
    put_block(r, RXC_BLOCK_FRONT, RXC_SECTION_NONE, words, line);
    if (!abstract) return;
    put_block(r, RXC_BLOCK_HEADING, RXC_SECTION_ABSTRACT, abstract, S("Abstract"));
    read_tree(r, abstract, (Frame){ .section = RXC_SECTION_ABSTRACT });
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    xmlDoc *tree;
    RXC_TRY(rxc_xml_parse(source, doc, &tree, err));
    xmlNode *root = xmlDocGetRootElement(tree);
    if (rxc_xml_is(root, "teiCorpus")) root = rxc_xml_child(root, "TEI");
    if (!root) {
        xmlFreeDoc(tree);
        return rxc_err_set(err, RXC_INPUT, "%.*s: holds no text", STR_ARG(doc->name));
    }
    if (rxc_xml_sibling(root, "TEI"))
        rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "tei.more-texts", 0, 0, "of several texts in the file the first was read");
    Tei r = { .most = limits->max_depth < DEPTH ? limits->max_depth : DEPTH };
    xmlNode *header = rxc_xml_child(root, "teiHeader"), *text = rxc_xml_child(root, "text");
    rxc_builder_init(&r.b, doc);
    rxc_tei_meta(doc, header);
    put_head(&r, header);
    if (text) read_tree(&r, text, (Frame){ 0 });
    rxc_builder_finish(&r.b);
    rxc_finish_ranges(doc);
    xmlFreeDoc(tree);
    doc->kind = rxc_kind_find(doc);
    return RXC_OK;
}

static int sniff(Str head)
{
    size_t at = str_find(head, S("<TEI"));
    if (at == STR_NONE) at = str_find(head, S("<teiCorpus"));
    if (at == STR_NONE || !str_starts(str_trim(head), S("<"))) return 0;
    return str_find(head, S("tei-c.org")) != STR_NONE || str_find(head, S("<teiHeader")) != STR_NONE ? 95 : 0;
}

const rxc_reader rxc_reader_tei = {
    .name = "tei",
    .help = "TEI XML: what GROBID makes of PDFs, and editions",
    .extensions = "tei xml",
    .sniff = sniff,
    .read = read,
};
