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

/* Pull through a source that may be too large for a tree, element by element. Entities are passed over, as is what is nested
 * too deep.
 *     rxc_xml_pull *pull = rxc_xml_pull_open(bytes);
 *     while ((event = rxc_xml_pull_next(pull, &name, &text)) > RXC_XML_FAULT) … */
typedef struct rxc_xml_pull rxc_xml_pull;
typedef enum rxc_xml_event {
    RXC_XML_END,
    RXC_XML_FAULT, /* it is damaged: nothing more comes */
    RXC_XML_ENTER,
    RXC_XML_EMPTY, /* an element that is entered and left at once */
    RXC_XML_LEAVE,
    RXC_XML_TEXT,
} rxc_xml_event;

rxc_xml_pull *rxc_xml_pull_open(Str source); /* the bytes are borrowed */
void rxc_xml_pull_close(rxc_xml_pull *pull);

/* name: of an element, without prefix; text: of a text. Both hold until the next event. */
rxc_xml_event rxc_xml_pull_next(rxc_xml_pull *pull, Str *name, Str *text);

/* Of the element that was just entered, by its name without prefix; in arena. Empty when it is not there. */
Str rxc_xml_pull_attribute(Arena *arena, const rxc_xml_pull *pull, const char *name);

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
