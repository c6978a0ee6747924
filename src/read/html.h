/* html.h: the parts of the HTML reader: what the page's metadata say, and its links into the list of references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_HTML_H
#define RXC_READ_HTML_H

#include "read/builder.h"
#include "read/xml.h"

/* Fill doc->work from citation_*, Dublin Core, prism, Open Graph and JSON-LD metadata.
 * fallback  a title for want of a better one: og:title, <title> */
void rxc_html_meta(rxc_doc *doc, xmlNode *root, Str *fallback);

/* Read a page of one or more trees, all but its parsing: its blocks, metadata (of the first tree), links and sections. */
void rxc_html_read_trees(rxc_doc *doc, xmlNode *const *roots, size_t n, const rxc_read_limits *limits);

/* Add the references that the metadata of a page hold, as entries: citation_reference, else "citation" of JSON-LD. */
void rxc_html_references(rxc_builder *b, xmlNode *root);

/* Is it the text of a link that leads from an entry to some database: "PubMed", "Google Scholar", "CrossRef"? */
bool rxc_html_is_database(Str text);

/* Is it the text of a link from an entry back to the text: "^", "↑", "↵"? */
bool rxc_html_is_arrow(Str text);

/* Do the class and id of a container say that it holds the references? */
bool rxc_html_is_list(Str names);

/* Does a table only lay out the page? Then it holds headings or tables. */
bool rxc_html_is_layout(xmlNode *table);

/* Does the class of an element say that it holds the number of an entry? */
bool rxc_html_is_label(Str classes);

/* Bytes at the end of an entry's text that stood between links which were left out: " [] | ·". */
size_t rxc_html_litter(Str text);

/* The PMID in an address of PubMed; empty when there is none. */
Str rxc_html_pmid(Str href);

/* Ids of elements, and the block that each leads to. */
typedef struct rxc_html_id {
    Str id;
    size_t block;
} rxc_html_id;

typedef VEC(rxc_html_id) rxc_html_ids;

/* Give blocks their anchors, and make links that lead to an entry of the references call-outs. Sorts ids. Call it when
 * the sections are known. Cost O((ids + links) log ids) */
void rxc_html_link(rxc_doc *doc, rxc_html_ids *ids);

#endif
