/* xml.h: parses XML and HTML with libxml2, without network, outside entities or recursion; walks over trees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_XML_H
#define RXC_READ_XML_H

#include <libxml/tree.h>

#include "base/err.h"
#include "model/document.h"
#include "read/reader.h"

/* Parse a source; faults become diagnostics of doc with their line. The tree is freed with xmlFreeDoc.
 * Errors  RXC_INPUT when there is no tree at all */
rxc_status rxc_xml_parse(Str source, rxc_doc *doc, xmlDoc **out, rxc_err *err);
rxc_status rxc_xml_parse_html(Str source, rxc_doc *doc, xmlDoc **out, rxc_err *err);

/* A walk over a tree in document order, without recursion. Every node comes once with leaving false; elements come
 * again with leaving true, behind their children.
 *     rxc_walk walk = rxc_xml_walk(root, 256);
 *     while (rxc_xml_next(&walk)) … */
typedef struct rxc_walk {
    xmlNode *root, *node;
    int depth;     /* of node below root: 0 is root itself */
    int max_depth; /* children of deeper elements are passed over */
    bool leaving, skip;
    size_t cut; /* elements whose children were passed over */
} rxc_walk;

rxc_walk rxc_xml_walk(xmlNode *root, int max_depth);
bool rxc_xml_next(rxc_walk *walk);

/* Pass over the children of the element that the walk has just entered; it is still left. */
void rxc_xml_skip(rxc_walk *walk);

Str rxc_xml_name(const xmlNode *node); /* "" unless it is an element */
bool rxc_xml_is(const xmlNode *node, const char *name);

/* Content of a text node, or of an entity that is a character; borrowed from the tree, or in room. */
Str rxc_xml_content(const xmlNode *node, char room[4]);

/* Value of an attribute, in arena; empty when it, or the node, is not there. */
Str rxc_xml_attribute(Arena *arena, const xmlNode *node, const char *name);

/* All text below a node, white space collapsed, NFC; in arena. Elements whose names are in without ("xref fn") are
 * passed over. */
Str rxc_xml_text(Arena *arena, xmlNode *node, const char *without);

/* First child element of that name, or first at the end of a path "front/article-meta"; NULL when there is none. */
xmlNode *rxc_xml_child(const xmlNode *node, const char *name);
xmlNode *rxc_xml_path(const xmlNode *node, const char *path);
xmlNode *rxc_xml_sibling(const xmlNode *node, const char *name); /* next one of that name */

#endif
