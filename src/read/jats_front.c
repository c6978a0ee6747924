/* jats_front.c: prints the head of a JATS article: title, authors, affiliations, key words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/jats.h"

static size_t line_of(const xmlNode *node) { return node ? (size_t)xmlGetLineNo(node) : 0; }

static void put_block(rxc_builder *b, rxc_block_kind kind, rxc_section section, const xmlNode *node, Str text)
{
    if (text.n == 0) return;
    rxc_builder_open(b, kind, line_of(node), 0);
    b->block.section = section;
    rxc_builder_text(b, text);
    rxc_builder_close(b);
}

static void put_authors(rxc_builder *b, const xmlNode *node)
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

static void put_each(rxc_builder *b, xmlNode *parent, const char *name)
{
    for (xmlNode *node = rxc_xml_child(parent, name); node; node = rxc_xml_sibling(node, name))
        put_block(b, RXC_BLOCK_FRONT, RXC_SECTION_NONE, node, rxc_xml_text(b->doc->arena, node, "label"));
}

static void put_key_words(rxc_builder *b, xmlNode *group)
{
    rxc_builder_open(b, RXC_BLOCK_FRONT, line_of(group), 0);
    for (xmlNode *word = rxc_xml_child(group, "kwd"); word; word = rxc_xml_sibling(word, "kwd")) {
        rxc_builder_text(b, b->started ? S("; ") : S("Key words: "));
        rxc_builder_text(b, rxc_xml_text(b->doc->arena, word, ""));
    }
    rxc_builder_close(b);
}

void rxc_jats_front(rxc_builder *b, xmlNode *meta)
{
    xmlNode *title = rxc_xml_path(meta, "title-group/article-title"), *group = rxc_xml_child(meta, "contrib-group");
    put_block(b, RXC_BLOCK_TITLE, RXC_SECTION_TITLE, title, b->doc->work.title);
    put_authors(b, group);
    for (; group; group = rxc_xml_sibling(group, "contrib-group")) put_each(b, group, "aff");
    put_each(b, meta, "aff");
    put_each(b, rxc_xml_child(meta, "author-notes"), "corresp");
    xmlNode *permissions = rxc_xml_child(meta, "permissions");
    put_each(b, permissions, "copyright-statement");
    for (group = rxc_xml_child(permissions, "license"); group; group = rxc_xml_sibling(group, "license"))
        put_block(b, RXC_BLOCK_FRONT, RXC_SECTION_NONE, group, rxc_xml_text(b->doc->arena, group, ""));
    for (group = rxc_xml_child(meta, "kwd-group"); group; group = rxc_xml_sibling(group, "kwd-group"))
        put_key_words(b, group);
}
