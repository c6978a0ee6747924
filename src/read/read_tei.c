/* read_tei.c: reads TEI XML into a document: what GROBID makes of PDFs, and editions. What each element means to the
 * walk of xmlbody.h. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/finish.h"
#include "read/kind.h"
#include "read/section.h"
#include "read/tei.h"
#include "read/xmlbody.h"

enum { LEVELS = 6 };

/* --- what elements do --------------------------------------------------------------------------------------------------- */

static void enter_division(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    static const struct {
        const char *words;
        rxc_section section;
    } types[] = { { "ack", RXC_SECTION_BACK },
                  { "fund", RXC_SECTION_BACK },
                  { "availab", RXC_SECTION_BACK },
                  { "conflict", RXC_SECTION_BACK },
                  { "contrib", RXC_SECTION_BACK },
                  { "abstract", RXC_SECTION_ABSTRACT },
                  { "references", RXC_SECTION_REFERENCES } };
    Str type = rxc_xml_attribute(r->arena, walk->node, "type");
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

static void enter_heading(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (f->kind == RXC_BLOCK_CAPTION || f->kind == RXC_BLOCK_CELL) {
        rxc_builder_space(&r->b);
        return;
    }
    Str label = rxc_xml_attribute(r->arena, walk->node, "n"), text = rxc_xml_text(r->arena, walk->node, "note");
    rxc_section found = rxc_section_find(text);
    f->level = level_of(label, f->level ? f->level : 1);
    if (found != RXC_SECTION_NONE) r->section = found, r->section_level = f->level;
    else if (f->level <= r->section_level) r->section = RXC_SECTION_NONE;
    f->kind = RXC_BLOCK_HEADING;
    f->block = true;
    rxc_xmlbody_open(r, f, walk->node);
    r->b.block.label = label;
}

static void enter_paragraph(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    bool within = f->kind == RXC_BLOCK_CELL || f->kind == RXC_BLOCK_HEADING || f->kind == RXC_BLOCK_ITEM ||
                  (f->kind == RXC_BLOCK_CAPTION && r->b.open);
    if (within) {
        rxc_builder_space(&r->b);
        return;
    }
    rxc_xmlbody_open(r, f, walk->node);
    f->block = true;
}

static void enter_item(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (f->kind == RXC_BLOCK_CELL) return;
    f->kind = RXC_BLOCK_ITEM;
    f->block = true;
    rxc_xmlbody_open(r, f, walk->node);
    r->b.block.label = rxc_xml_attribute(r->arena, walk->node, "n");
}

/* Figures and tables: head and description make one block. */
static void enter_figure(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (rxc_xmlbody_put_off(r, walk)) return;
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_CAPTION;
    f->section = RXC_SECTION_NONE;
    f->block = true;
}

static void enter_note(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (rxc_xmlbody_put_off(r, walk)) return;
    rxc_builder_close(&r->b);
    f->kind = RXC_BLOCK_PARAGRAPH;
    f->section = RXC_SECTION_BACK;
    f->block = true;
}

static void enter_highlight(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    static const struct {
        const char *words;
        rxc_mark_kind kind;
    } marks[] = { { "sup", RXC_MARK_SUPERSCRIPT },
                  { "sub", RXC_MARK_SUBSCRIPT },
                  { "ital", RXC_MARK_ITALIC },
                  { "bold", RXC_MARK_BOLD } };
    Str rend = rxc_xml_attribute(r->arena, walk->node, "rend");
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

static void enter_link(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    Str target = rxc_xml_attribute(r->arena, walk->node, "target"),
        type = rxc_xml_attribute(r->arena, walk->node, "type");
    (void)f;
    if (target.n == 0) return;
    bool entry = str_starts(target, S("#")) && (str_starts(type, S("bib")) || str_starts(target, S("#b")));
    rxc_builder_mark(&r->b, entry ? RXC_MARK_CITATION : RXC_MARK_LINK,
                     entry ? anchors_of(r->arena, str_take(target, 1000)) : target);
}

static void enter_reference(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    if (rxc_xml_is(walk->node, "bibl") && !rxc_xml_is(walk->node->parent, "listBibl")) return; /* within running text */
    (void)f;
    rxc_builder_close(&r->b);
    rxc_tei_reference(&r->b, walk->node);
    rxc_xml_skip(walk);
}

static void enter_back(rxc_xmlbody *r, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)walk;
    rxc_builder_close(&r->b);
    r->section = RXC_SECTION_NONE;
    f->section = RXC_SECTION_BACK;
    f->level = 0;
}

static const rxc_xmlelement elements[] = {
    { "p", enter_paragraph },
    { "ab", enter_paragraph },
    { "l", enter_paragraph },
    { "ref", enter_link },
    { "hi", enter_highlight },
    { "div", enter_division },
    { "head", enter_heading },
    { "figure", enter_figure },
    { "figDesc", rxc_xmlbody_space },
    { "label", rxc_xmlbody_skip }, /* of a figure: its head has it */
    { "table", rxc_xmlbody_space },
    { "row", rxc_xmlbody_row },
    { "cell", rxc_xmlbody_cell },
    { "list", rxc_xmlbody_list },
    { "item", enter_item },
    { "note", enter_note },
    { "formula", rxc_xmlbody_space },
    { "lb", rxc_xmlbody_space },
    { "biblStruct", enter_reference },
    { "biblFull", enter_reference },
    { "bibl", enter_reference },
    { "back", enter_back },
    { "graphic", rxc_xmlbody_skip },
    { "teiHeader", rxc_xmlbody_skip },
    { "facsimile", rxc_xmlbody_skip },
    { 0 },
};

/* --- the reader --------------------------------------------------------------------------------------------------------- */

static void put_head(rxc_xmlbody *r, xmlNode *header)
{
    xmlNode *file = rxc_xml_child(header, "fileDesc"),
            *author = rxc_xml_path(file, "sourceDesc/biblStruct/analytic/author"),
            *abstract = rxc_xml_path(header, "profileDesc/abstract"),
            *words = rxc_xml_path(header, "profileDesc/textClass/keywords");
    rxc_xmlbody_put(&r->b, RXC_BLOCK_TITLE, RXC_SECTION_TITLE, rxc_xml_path(file, "titleStmt/title"),
                    r->b.doc->work.title);
    rxc_xmlbody_put_authors(&r->b, author);
    for (; author; author = rxc_xml_sibling(author, "author"))
        rxc_xmlbody_put(&r->b, RXC_BLOCK_FRONT, RXC_SECTION_NONE, author,
                        rxc_xml_text(r->arena, rxc_xml_child(author, "affiliation"), ""));
    rxc_xmlbody_put_words(&r->b, words, "term");
    if (!abstract) return;
    rxc_xmlbody_put(&r->b, RXC_BLOCK_HEADING, RXC_SECTION_ABSTRACT, abstract, S("Abstract"));
    rxc_xmlbody_read(r, abstract, (rxc_xmlframe){ .section = RXC_SECTION_ABSTRACT });
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
        rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "tei.more-texts", 0, 0,
                     "of several texts in the file the first was read");
    rxc_xmlbody r;
    xmlNode *header = rxc_xml_child(root, "teiHeader"), *text = rxc_xml_child(root, "text");
    rxc_xmlbody_init(&r, doc, elements, limits);
    rxc_tei_meta(doc, header);
    put_head(&r, header);
    if (text) rxc_xmlbody_read(&r, text, (rxc_xmlframe){ 0 });
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
