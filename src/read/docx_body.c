/* docx_body.c: the paragraphs, lists and tables of a DOCX document become blocks.
 * One walk over the tree. Text boxes and notes are put off until the paragraph they hang on has ended, so that sentences stay
 * whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/byline.h"
#include "read/docx.h"
#include "read/front.h"
#include "read/section.h"
#include "text/utf8.h"

enum { DEPTH = 256, HEADING_MAX = 80 /* bytes of a heading without a style */, HEADING_WORDS = 5 };

/* What the children of an element inherit. */
typedef struct Frame {
    size_t marks; /* open before this element */
    bool cell, contents, references;
    bool field; /* a field ends with this element */
} Frame;

typedef struct Body {
    rxc_docx *docx;
    Frame frames[DEPTH + 2];
    VEC(xmlNode *) put_off;
    bool putting, references; /* references: behind such a heading */
    const rxc_docx_style *style; /* of the open paragraph */
    bool item;
    size_t letters, bold; /* bytes of its text so far */
    bool run_bold;
    Str doi, pmid; /* of its links */
} Body;

static rxc_builder *builder(Body *r) { return &r->docx->b; }
static Arena *arena_of(Body *r) { return r->docx->b.doc->arena; }
static Str attribute(Body *r, const xmlNode *node, const char *name)
{
    return rxc_xml_attribute(arena_of(r), node, name);
}

/* --- paragraphs ------------------------------------------------------------------------------------------------------- */

static int level_of(Body *r, const xmlNode *properties)
{
    size_t level;
    const xmlNode *outline = rxc_xml_child(properties, "outlineLvl");
    if (outline && str_to_size(attribute(r, outline, "val"), &level))
        return level < RXC_DOCX_LEVELS ? (int)level + 1 : 0;
    return r->style->outline > 0 ? r->style->outline : 0;
}

static bool in_list(const Body *r, const Frame *f)
{
    return f->references || rxc_docx_field_within(&r->docx->fields, RXC_DOCX_FIELD_REFERENCES);
}

static rxc_block_kind kind_of(const Body *r, const Frame *f, int level)
{
    if (f->contents || r->style->role == RXC_DOCX_CONTENTS ||
        rxc_docx_field_within(&r->docx->fields, RXC_DOCX_FIELD_CONTENTS))
        return RXC_BLOCK_ASIDE;
    if (level) return RXC_BLOCK_HEADING;
    switch (r->style->role) {
    case RXC_DOCX_TITLE: return RXC_BLOCK_TITLE;
    case RXC_DOCX_CAPTION: return RXC_BLOCK_CAPTION;
    case RXC_DOCX_AUTHOR:
    case RXC_DOCX_DATE: return RXC_BLOCK_FRONT;
    case RXC_DOCX_REFERENCE: return RXC_BLOCK_REFERENCE;
    default: break;
    }
    if (in_list(r, f)) return RXC_BLOCK_REFERENCE;
    return !r->item ? RXC_BLOCK_PARAGRAPH : r->references ? RXC_BLOCK_REFERENCE : RXC_BLOCK_ITEM;
}

/* The numbering of the paragraph, its own or that of its style. Id "0" takes that away. */
static Str list_of(Body *r, const xmlNode *properties, int *level)
{
    size_t value = 0;
    const xmlNode *own = rxc_xml_child(properties, "numPr"), *id = rxc_xml_child(own, "numId");
    *level = r->style->list_level;
    if (str_to_size(attribute(r, rxc_xml_child(own, "ilvl"), "val"), &value) && value < RXC_DOCX_LEVELS)
        *level = (int)value;
    return id ? attribute(r, id, "val") : r->style->list;
}

static void open_block(Body *r, rxc_block_kind kind)
{
    rxc_builder_open(builder(r), kind, 0, 0);
    if (kind == RXC_BLOCK_REFERENCE) builder(r)->block.section = RXC_SECTION_REFERENCES;
    r->letters = r->bold = 0;
}

static void enter_paragraph(Body *r, rxc_walk *walk, Frame *f)
{
    const xmlNode *properties = rxc_xml_child(walk->node, "pPr");
    int list_level;
    r->style = rxc_docx_styles_find(&r->docx->styles, attribute(r, rxc_xml_child(properties, "pStyle"), "val"));
    Str list = list_of(r, properties, &list_level), label = { 0 };
    r->item = rxc_docx_numbers_has(&r->docx->numbers, list);
    if (r->item) label = rxc_docx_numbers_next(arena_of(r), &r->docx->numbers, list, list_level);
    if (f->cell) {
        rxc_builder_space(builder(r));
        return;
    }
    int level = level_of(r, properties);
    rxc_block_kind kind = kind_of(r, f, level);
    open_block(r, kind);
    builder(r)->block.label = label;
    if (kind == RXC_BLOCK_HEADING) builder(r)->block.level = level;
    if (kind == RXC_BLOCK_ITEM) builder(r)->block.level = list_level + 1;
}

static size_t count_words(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] != ' ' && (i == 0 || s.p[i - 1] == ' ');
    return n;
}

/* A short line that names a section, or that is bold throughout, is a heading although no style says so. */
static bool is_heading(const Body *r, Str s)
{
    if (s.n == 0 || s.n > HEADING_MAX || str_last(s) == '.' || str_last(s) == ',' || str_last(s) == ';') return false;
    if (rxc_section_find(s) != RXC_SECTION_NONE && count_words(s) <= HEADING_WORDS) return true;
    return r->bold * 10 >= r->letters * 9 && str_last(s) != ':' && rxc_section_run_in(s) == RXC_SECTION_NONE &&
           !rxc_section_is_front(s) && !rxc_section_is_caption(s) && rxc_byline_count(s) == 0 && chr_alnum(s.p[0]);
}

/* Is the open block an entry of the list of references? */
static bool is_entry(const Body *r)
{
    rxc_block_kind kind = r->docx->b.block.kind;
    return r->docx->b.open && (kind == RXC_BLOCK_REFERENCE || (r->references && kind == RXC_BLOCK_PARAGRAPH));
}

static void end_block(Body *r)
{
    rxc_builder *b = builder(r);
    Str s = rxc_builder_so_far(b);
    if (b->started && b->block.kind == RXC_BLOCK_PARAGRAPH && is_heading(r, s))
        b->block.kind = RXC_BLOCK_HEADING, b->block.level = rxc_section_find(s) != RXC_SECTION_NONE ? 1 : 2;
    if (b->started && b->block.kind == RXC_BLOCK_HEADING) r->references = rxc_section_find(s) == RXC_SECTION_REFERENCES;
    if (b->started && is_entry(r)) rxc_docx_entry(r->docx, r->doi, r->pmid);
    r->doi = r->pmid = (Str){ 0 };
    rxc_builder_close(b);
}

/* --- notes ------------------------------------------------------------------------------------------------------------ */

static void put_off(Body *r, xmlNode *node) { *vec_push(arena_of(r), &r->put_off) = node; }

static void enter_note(Body *r, rxc_walk *walk, Frame *f)
{
    rxc_docx_notes *notes = &r->docx->notes[rxc_xml_is(walk->node, "endnoteReference")];
    Str id = attribute(r, walk->node, "id");
    rxc_docx_note *note = rxc_docx_notes_find(notes, id);
    (void)f;
    if (!note || rxc_docx_field_hides(&r->docx->fields)) return;
    bool first = note->number == 0;
    if (first) note->number = ++notes->count;
    if (!notes->references) {
        if (first) put_off(r, note->node);
        return;
    }
    if (!builder(r)->open) return;
    rxc_builder_mark(builder(r), RXC_MARK_CITATION, rxc_docx_notes_anchor(arena_of(r), notes, id));
    rxc_builder_mark(builder(r), RXC_MARK_SUPERSCRIPT, (Str){ 0 });
    rxc_builder_text(builder(r), arena_printf(arena_of(r), "%d", note->number));
    rxc_builder_unmark(builder(r));
    rxc_builder_unmark(builder(r));
}

/* --- text ------------------------------------------------------------------------------------------------------------- */

static void put_text(Body *r, const Frame *f, Str text)
{
    if (rxc_docx_field_hides(&r->docx->fields) || text.n == 0) return;
    if (!builder(r)->open) open_block(r, kind_of(r, f, 0));
    size_t n = str_trim(text).n;
    r->letters += n;
    if (r->run_bold || r->style->bold) r->bold += n;
    rxc_builder_text(builder(r), text);
}

static void skip(Body *r, rxc_walk *walk, Frame *f)
{
    (void)r, (void)f;
    rxc_xml_skip(walk);
}

static void enter_text(Body *r, rxc_walk *walk, Frame *f)
{
    for (const xmlNode *node = walk->node->children; node; node = node->next) {
        char room[4];
        Str text = rxc_xml_content(node, room);
        if (!text.n && node->type == XML_ENTITY_REF_NODE)
            rxc_diag_add(arena_of(r), &builder(r)->doc->diags, RXC_WARNING, "xml.entity", 0, 0,
                         "entity &%s; was not read", (const char *)node->name);
        put_text(r, f, text);
    }
    rxc_xml_skip(walk);
}

static void enter_code(Body *r, rxc_walk *walk, Frame *f)
{
    (void)f;
    for (const xmlNode *node = walk->node->children; node; node = node->next) {
        char room[4];
        rxc_docx_field_code(&r->docx->fields, arena_of(r), rxc_xml_content(node, room));
    }
    rxc_xml_skip(walk);
}

static void enter_run(Body *r, rxc_walk *walk, Frame *f)
{
    const xmlNode *properties = rxc_xml_child(walk->node, "rPr");
    const rxc_docx_style *style =
        rxc_docx_styles_find(&r->docx->styles, attribute(r, rxc_xml_child(properties, "rStyle"), "val"));
    (void)f;
    if (rxc_docx_is_on(arena_of(r), properties, "vanish")) {
        r->docx->hidden += rxc_xml_text(arena_of(r), walk->node, "instrText").n;
        bool code = rxc_xml_child(walk->node, "fldChar") || rxc_xml_child(walk->node, "instrText");
        if (!code) rxc_xml_skip(walk);
        return;
    }
    int raised = rxc_docx_raised(arena_of(r), properties);
    if (!raised) raised = style->raised;
    r->run_bold = rxc_docx_is_on(arena_of(r), properties, "b") || style->bold;
    if (raised) rxc_builder_mark(builder(r), raised > 0 ? RXC_MARK_SUPERSCRIPT : RXC_MARK_SUBSCRIPT, (Str){ 0 });
    if (rxc_docx_is_on(arena_of(r), properties, "i") || style->italic)
        rxc_builder_mark(builder(r), RXC_MARK_ITALIC, (Str){ 0 });
    if (r->run_bold) rxc_builder_mark(builder(r), RXC_MARK_BOLD, (Str){ 0 });
}

static void enter_space(Body *r, rxc_walk *walk, Frame *f)
{
    (void)walk, (void)f;
    rxc_builder_space(builder(r));
}

/* The end of a line; between entries of an unnumbered list it ends the entry. */
static void enter_break(Body *r, rxc_walk *walk, Frame *f)
{
    bool list = !f->cell && !r->item && builder(r)->started && is_entry(r);
    if (!list) {
        enter_space(r, walk, f);
        return;
    }
    rxc_block_kind kind = builder(r)->block.kind;
    end_block(r);
    open_block(r, kind);
}

static void enter_hyphen(Body *r, rxc_walk *walk, Frame *f)
{
    (void)walk;
    put_text(r, f, S("-"));
}

static void enter_symbol(Body *r, rxc_walk *walk, Frame *f)
{
    put_text(r, f, rxc_docx_symbol(attribute(r, walk->node, "char")));
}

/* --- links and fields --------------------------------------------------------------------------------------------------- */

static Str relation(Body *r, Str id)
{
    if (!id.n) return id;
    for (const xmlNode *node = rxc_xml_child(r->docx->links, "Relationship"); node;
         node = rxc_xml_sibling(node, "Relationship"))
        if (str_eq(attribute(r, node, "Id"), id)) return attribute(r, node, "Target");
    return (Str){ 0 };
}

static void enter_link(Body *r, rxc_walk *walk, Frame *f)
{
    Str anchor = attribute(r, walk->node, "anchor"), id = attribute(r, walk->node, "id"), target = relation(r, id);
    (void)f;
    if (!target.n && anchor.n) target = arena_printf(arena_of(r), "#%.*s", STR_ARG(anchor));
    if (!target.n) return;
    if (str_find(target, S("doi.org/")) != STR_NONE && !r->doi.n) r->doi = rxc_front_doi(target);
    if (!r->pmid.n) r->pmid = rxc_html_pmid(target);
    if (is_entry(r) && rxc_html_is_database(rxc_xml_text(arena_of(r), walk->node, ""))) {
        rxc_xml_skip(walk);
        return;
    }
    rxc_builder_mark(builder(r), RXC_MARK_LINK, target);
}

static void enter_field_character(Body *r, rxc_walk *walk, Frame *f)
{
    Str type = attribute(r, walk->node, "fldCharType");
    (void)f;
    if (str_eq(type, S("begin"))) rxc_docx_field_begin(&r->docx->fields);
    if (str_eq(type, S("separate"))) rxc_docx_field_separate(&r->docx->fields, builder(r));
    if (str_eq(type, S("end"))) rxc_docx_field_end(&r->docx->fields, builder(r));
    rxc_xml_skip(walk);
}

static void enter_simple_field(Body *r, rxc_walk *walk, Frame *f)
{
    rxc_docx_field_begin(&r->docx->fields);
    rxc_docx_field_code(&r->docx->fields, arena_of(r), attribute(r, walk->node, "instr"));
    rxc_docx_field_separate(&r->docx->fields, builder(r));
    f->field = true;
}

static void enter_bookmark(Body *r, rxc_walk *walk, Frame *f)
{
    Str name = attribute(r, walk->node, "name");
    (void)f;
    if (name.n && !str_eq(name, S("_GoBack")))
        *vec_push(arena_of(r), &r->docx->ids) = (rxc_html_id){ name, builder(r)->doc->blocks.n };
}

/* --- tables, boxes ------------------------------------------------------------------------------------------------------ */

static size_t count_children(const xmlNode *node, const char *name)
{
    size_t n = 0;
    for (const xmlNode *child = rxc_xml_child(node, name); child && n < 2; child = rxc_xml_sibling(child, name)) n++;
    return n;
}

/* A row is one block; a table of one column is a frame around paragraphs. */
static void enter_row(Body *r, rxc_walk *walk, Frame *f)
{
    if (f->cell || count_children(walk->node, "tc") < 2) return;
    end_block(r);
    f->cell = true;
    r->style = rxc_docx_styles_find(&r->docx->styles, (Str){ 0 });
    open_block(r, RXC_BLOCK_CELL);
}

static void enter_cell(Body *r, rxc_walk *walk, Frame *f)
{
    if (!f->cell || f[-1].cell == false) return;
    for (const xmlNode *before = walk->node->prev; before; before = before->prev)
        if (rxc_xml_is(before, "tc")) {
            rxc_builder_tab(builder(r));
            return;
        }
}

static void enter_box(Body *r, rxc_walk *walk, Frame *f)
{
    (void)f;
    put_off(r, walk->node);
    rxc_xml_skip(walk);
}

/* A table of contents or a list of references that the word processor keeps. */
static void enter_control(Body *r, rxc_walk *walk, Frame *f)
{
    Str gallery = attribute(r, rxc_xml_path(walk->node, "sdtPr/docPartObj/docPartGallery"), "val"),
        tag = attribute(r, rxc_xml_path(walk->node, "sdtPr/tag"), "val");
    if (str_find_nocase(gallery, S("contents")) != STR_NONE) f->contents = true;
    if (rxc_xml_path(walk->node, "sdtPr/bibliography") || str_starts(tag, S("MENDELEY_BIBLIOGRAPHY")))
        f->references = true;
}

static const struct {
    const char *name;
    void (*enter)(Body *r, rxc_walk *walk, Frame *f);
} elements[] = {
    { "t", enter_text },
    { "r", enter_run },
    { "p", enter_paragraph },
    { "tab", enter_space },
    { "br", enter_break },
    { "cr", enter_break },
    { "noBreakHyphen", enter_hyphen },
    { "sym", enter_symbol },
    { "hyperlink", enter_link },
    { "fldChar", enter_field_character },
    { "instrText", enter_code },
    { "fldSimple", enter_simple_field },
    { "bookmarkStart", enter_bookmark },
    { "footnoteReference", enter_note },
    { "endnoteReference", enter_note },
    { "tr", enter_row },
    { "tc", enter_cell },
    { "txbxContent", enter_box },
    { "sdt", enter_control },
    { "del", skip },
    { "moveFrom", skip },
    { "delText", skip },
    { "Fallback", skip },
    { "pPr", skip },
    { "rPr", skip },
    { "sdtPr", skip },
    { "sectPr", skip },
    { "tblPr", skip },
    { "trPr", skip },
    { "tcPr", skip },
    { "rt", skip },
};

/* --- the walk ----------------------------------------------------------------------------------------------------------- */

static void enter(Body *r, rxc_walk *walk, Frame *f)
{
    Str name = rxc_xml_name(walk->node);
    f->marks = builder(r)->depth;
    f->field = false;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (str_eq(name, str_from(elements[i].name))) {
            elements[i].enter(r, walk, f);
            return;
        }
}

static void read_tree(Body *r, xmlNode *root, Frame base);

/* Notes and text boxes of the paragraph that has just ended; those within them come behind. */
static void read_put_off(Body *r)
{
    if (r->putting || r->put_off.n == 0) return;
    Frame saved[DEPTH + 2];
    memcpy(saved, r->frames, sizeof saved);
    r->putting = true;
    for (size_t i = 0; i < r->put_off.n; i++)
        for (xmlNode *child = r->put_off.v[i]->children; child; child = child->next) read_tree(r, child, (Frame){ 0 });
    r->put_off.n = 0;
    r->putting = false;
    memcpy(r->frames, saved, sizeof saved);
}

static void leave(Body *r, const rxc_walk *walk, const Frame *f)
{
    while (builder(r)->depth > f->marks) rxc_builder_unmark(builder(r));
    if (f->field) rxc_docx_field_end(&r->docx->fields, builder(r));
    bool row = rxc_xml_is(walk->node, "tr") && f->cell && !f[-1].cell;
    if (row || (rxc_xml_is(walk->node, "p") && !f->cell)) {
        end_block(r);
        read_put_off(r);
    }
}

static void read_tree(Body *r, xmlNode *root, Frame base)
{
    int most = r->docx->max_depth < DEPTH ? r->docx->max_depth : DEPTH;
    rxc_walk walk = rxc_xml_walk(root, most);
    r->frames[0] = base;
    while (rxc_xml_next(&walk)) {
        Frame *f = &r->frames[walk.depth + 1]; /* [0]: outside root */
        if (walk.node->type != XML_ELEMENT_NODE) continue;
        if (walk.leaving) {
            leave(r, &walk, f);
        } else {
            *f = f[-1];
            enter(r, &walk, f);
        }
    }
    if (walk.cut)
        rxc_diag_add(arena_of(r), &builder(r)->doc->diags, RXC_WARNING, "xml.deep", 0, 0,
                     "%zu elements nested deeper than %d were passed over", walk.cut, most);
}

/* Notes that are references, in the order of their marks; those without one at the end. */
static void read_notes(Body *r, const rxc_docx_notes *notes)
{
    const rxc_docx_note **order = rxc_docx_notes_order(arena_of(r), notes);
    for (size_t i = 0; i < notes->list.n && notes->references; i++) {
        r->style = rxc_docx_styles_find(&r->docx->styles, (Str){ 0 });
        open_block(r, RXC_BLOCK_REFERENCE);
        if (order[i]->number) builder(r)->block.label = arena_printf(arena_of(r), "%d", order[i]->number);
        builder(r)->block.anchor = rxc_docx_notes_anchor(arena_of(r), notes, order[i]->id);
        read_tree(r, order[i]->node, (Frame){ .cell = true });
        end_block(r);
        read_put_off(r);
    }
}

void rxc_docx_body(rxc_docx *docx, xmlNode *body)
{
    Body r = { .docx = docx, .style = rxc_docx_styles_find(&docx->styles, (Str){ 0 }) };
    read_tree(&r, body, (Frame){ 0 });
    end_block(&r);
    read_put_off(&r);
    if (docx->fields.depth)
        rxc_diag_add(arena_of(&r), &docx->b.doc->diags, RXC_WARNING, "docx.field", 0, 0,
                     "a field does not end: text behind it may be missing");
    docx->fields.depth = 0;
    r.item = true; /* a note is one entry, whatever its lines */
    for (size_t i = 0; i < 2; i++) read_notes(&r, &docx->notes[i]);
    if (docx->hidden)
        rxc_diag_add(arena_of(&r), &docx->b.doc->diags, RXC_NOTE, "docx.hidden", 0, 0,
                     "%zu bytes of hidden text were passed over", docx->hidden);
}
