/* jats_front.c: prints the head of a JATS article: title, authors, affiliations, key words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/jats.h"
#include "read/xmlbody.h"

static void put_each(rxc_builder *b, xmlNode *parent, const char *name)
{
    for (xmlNode *node = rxc_xml_child(parent, name); node; node = rxc_xml_sibling(node, name))
        rxc_xmlbody_put(b, RXC_BLOCK_FRONT, RXC_SECTION_NONE, node, rxc_xml_text(b->doc->arena, node, "label"));
}

void rxc_jats_front(rxc_builder *b, xmlNode *meta)
{
    xmlNode *title = rxc_xml_path(meta, "title-group/article-title"), *group = rxc_xml_child(meta, "contrib-group");
    rxc_xmlbody_put(b, RXC_BLOCK_TITLE, RXC_SECTION_TITLE, title, b->doc->work.title);
    rxc_xmlbody_put_authors(b, group);
    for (; group; group = rxc_xml_sibling(group, "contrib-group")) put_each(b, group, "aff");
    put_each(b, meta, "aff");
    put_each(b, rxc_xml_child(meta, "author-notes"), "corresp");
    xmlNode *permissions = rxc_xml_child(meta, "permissions");
    put_each(b, permissions, "copyright-statement");
    for (group = rxc_xml_child(permissions, "license"); group; group = rxc_xml_sibling(group, "license"))
        rxc_xmlbody_put(b, RXC_BLOCK_FRONT, RXC_SECTION_NONE, group, rxc_xml_text(b->doc->arena, group, ""));
    for (group = rxc_xml_child(meta, "kwd-group"); group; group = rxc_xml_sibling(group, "kwd-group"))
        rxc_xmlbody_put_words(b, group, "kwd");
}
