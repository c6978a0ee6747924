/* xmlbody.c: the walk by which a tree of XML becomes blocks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/xmlbody.h"

static size_t line_of(const xmlNode *node) { return node ? (size_t)xmlGetLineNo(node) : 0; }

void rxc_xmlbody_open(rxc_xmlbody *body, const rxc_xmlframe *f, const xmlNode *node)
{
    rxc_block *block = &body->b.block;
    rxc_builder_open(&body->b, f->kind, line_of(node), 0);
    block->section = f->section != RXC_SECTION_NONE ? f->section : body->section;
    block->level = f->kind == RXC_BLOCK_HEADING || f->kind == RXC_BLOCK_ITEM ? f->level : 0;
}

bool rxc_xmlbody_put_off(rxc_xmlbody *body, rxc_walk *walk)
{
    if (!body->b.started || body->putting) return false;
    *vec_push(body->arena, &body->put_off) = walk->node;
    rxc_xml_skip(walk);
    return true;
}

/* --- what elements do ------------------------------------------------------------------------------------------- */

void rxc_xmlbody_skip(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)body, (void)f;
    rxc_xml_skip(walk);
}

void rxc_xmlbody_space(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)walk, (void)f;
    rxc_builder_space(&body->b);
}

void rxc_xmlbody_list(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)walk;
    if (f->kind == RXC_BLOCK_CELL) return;
    rxc_builder_close(&body->b);
    f->level = f->kind == RXC_BLOCK_ITEM ? f->level + 1 : 1;
}

void rxc_xmlbody_row(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f)
{
    f->kind = RXC_BLOCK_CELL;
    f->block = true;
    rxc_xmlbody_open(body, f, walk->node);
}

void rxc_xmlbody_cell(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f)
{
    (void)f;
    const xmlNode *before = walk->node->prev;
    while (before && before->type != XML_ELEMENT_NODE) before = before->prev;
    if (before) rxc_builder_tab(&body->b);
}

/* --- the walk --------------------------------------------------------------------------------------------------- */

static void enter(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f)
{
    const rxc_xmlelement *element = body->elements;
    f->marks = body->b.depth;
    f->block = false;
    while (element->name && strcmp(element->name, (const char *)walk->node->name) != 0) element++;
    if (element->name) element->enter(body, walk, f);
}

static void take_text(rxc_xmlbody *body, const rxc_walk *walk, const rxc_xmlframe *f)
{
    char room[4];
    rxc_doc *doc = body->b.doc;
    Str text = rxc_xml_content(walk->node, room);
    bool blank = str_trim(text).n == 0;
    if (blank && walk->node->type == XML_ENTITY_REF_NODE)
        rxc_diag_add(body->arena, &doc->diags, RXC_WARNING, "xml.entity", line_of(walk->node), 0,
                     "entity &%s; was not read", (const char *)walk->node->name);
    if (!body->b.open && blank) return;
    if (!body->b.open) rxc_xmlbody_open(body, f, walk->node);
    rxc_builder_text(&body->b, text);
}

/* Figures, tables and notes of the paragraph that has just ended. They put nothing off themselves. */
static void read_put_off(rxc_xmlbody *body, const rxc_xmlframe *base)
{
    if (body->putting || body->put_off.n == 0) return;
    const rxc_xmlframe inherited = { .section = base->section };
    rxc_xmlframe saved[RXC_XMLBODY_DEPTH + 2];
    memcpy(saved, body->frames, sizeof saved);
    body->putting = true;
    for (size_t i = 0; i < body->put_off.n; i++) rxc_xmlbody_read(body, body->put_off.v[i], inherited);
    body->put_off.n = 0;
    body->putting = false;
    memcpy(body->frames, saved, sizeof saved);
}

static void leave(rxc_xmlbody *body, const rxc_xmlframe *f)
{
    while (body->b.depth > f->marks) rxc_builder_unmark(&body->b);
    if (!f->block) return;
    rxc_builder_close(&body->b);
    read_put_off(body, f);
}

void rxc_xmlbody_read(rxc_xmlbody *body, xmlNode *root, rxc_xmlframe base)
{
    rxc_doc *doc = body->b.doc;
    rxc_walk walk = rxc_xml_walk(root, body->most);
    body->frames[0] = base;
    while (rxc_xml_next(&walk)) {
        rxc_xmlframe *f = &body->frames[walk.depth + 1]; /* [0]: outside root */
        if (walk.node->type != XML_ELEMENT_NODE) {
            take_text(body, &walk, f - 1);
        } else if (walk.leaving) {
            leave(body, f);
        } else {
            *f = f[-1];
            enter(body, &walk, f);
        }
    }
    rxc_builder_close(&body->b);
    if (walk.cut)
        rxc_diag_add(body->arena, &doc->diags, RXC_WARNING, "xml.deep", 0, 0,
                     "%zu elements nested deeper than %d were passed over", walk.cut, body->most);
}

void rxc_xmlbody_init(rxc_xmlbody *body, rxc_doc *doc, const rxc_xmlelement *elements, const rxc_read_limits *limits)
{
    *body = (rxc_xmlbody){ .arena = doc->arena, .elements = elements };
    body->most = limits->max_depth < RXC_XMLBODY_DEPTH ? limits->max_depth : RXC_XMLBODY_DEPTH;
    rxc_builder_init(&body->b, doc);
}

/* --- the head --------------------------------------------------------------------------------------------------- */

void rxc_xmlbody_put(rxc_builder *b, rxc_block_kind kind, rxc_section section, const xmlNode *node, Str text)
{
    if (text.n == 0) return;
    rxc_builder_open(b, kind, line_of(node), 0);
    b->block.section = section;
    if (kind == RXC_BLOCK_HEADING) b->block.level = 1;
    rxc_builder_text(b, text);
    rxc_builder_close(b);
}

void rxc_xmlbody_put_authors(rxc_builder *b, const xmlNode *node)
{
    const rxc_names *names = &b->doc->work.authors;
    rxc_builder_open(b, RXC_BLOCK_FRONT, line_of(node), 0);
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        if (i) rxc_builder_text(b, S(", "));
        rxc_builder_text(b, name->literal.n ? name->literal : name->given);
        if (name->given.n) rxc_builder_space(b);
        rxc_builder_text(b, name->family);
    }
    rxc_builder_close(b);
}

void rxc_xmlbody_put_words(rxc_builder *b, xmlNode *group, const char *name)
{
    rxc_builder_open(b, RXC_BLOCK_FRONT, line_of(group), 0);
    for (xmlNode *word = rxc_xml_child(group, name); word; word = rxc_xml_sibling(word, name)) {
        rxc_builder_text(b, b->started ? S("; ") : S("Key words: "));
        rxc_builder_text(b, rxc_xml_text(b->doc->arena, word, ""));
    }
    rxc_builder_close(b);
}
