/* xmlbody.h: the walk by which a tree of XML becomes blocks, for formats that enclose text in elements (JATS, TEI).
 * A frame per open element holds what its children inherit: the kind of block that text opens, the section, the level.
 * What stands within a paragraph but is not of it (figures, tables, notes) is put off until the paragraph ends, so that
 * sentences stay whole. A format is a table: the name of an element, and what it does when it is entered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_XMLBODY_H
#define RXC_READ_XMLBODY_H

#include "read/builder.h"
#include "read/xml.h"

enum { RXC_XMLBODY_DEPTH = 256 /* of elements; libxml2 itself stops there */ };

typedef struct rxc_xmlframe {
    rxc_block_kind kind; /* of the block that text opens here */
    rxc_section section;
    int level;    /* of headings and list items in it */
    size_t marks; /* open before this element */
    bool block;   /* a block ends with this element */
} rxc_xmlframe;

typedef struct rxc_xmlbody rxc_xmlbody;

typedef struct rxc_xmlelement {
    const char *name;
    void (*enter)(rxc_xmlbody *body, rxc_walk *walk,
                  rxc_xmlframe *f); /* may change its frame, which its children inherit */
} rxc_xmlelement;

struct rxc_xmlbody {
    rxc_builder b;
    Arena *arena;                   /* the document's */
    const rxc_xmlelement *elements; /* ends with a row without a name; elements that are not in it are read through */
    rxc_xmlframe frames[RXC_XMLBODY_DEPTH + 2];
    int most; /* nesting that is read, at most RXC_XMLBODY_DEPTH */
    VEC(xmlNode *) put_off;
    bool putting;        /* what was put off is being read */
    rxc_section section; /* of blocks whose frames have none: where headings stand beside their text, the last one's */
    int section_level;   /* of that heading */
    size_t skipped;      /* articles within the article, for the reader to count */
};

void rxc_xmlbody_init(rxc_xmlbody *body, rxc_doc *doc, const rxc_xmlelement *elements, const rxc_read_limits *limits);

/* Read all below root; base is what root inherits. */
void rxc_xmlbody_read(rxc_xmlbody *body, xmlNode *root, rxc_xmlframe base);

/* Open a block of the frame's kind, section and level. */
void rxc_xmlbody_open(rxc_xmlbody *body, const rxc_xmlframe *f, const xmlNode *node);

/* Put an element off when it stands within a paragraph. False: it is to be read at once. */
bool rxc_xmlbody_put_off(rxc_xmlbody *body, rxc_walk *walk);

/* What elements of several formats do. */
void rxc_xmlbody_skip(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f);
void rxc_xmlbody_space(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f);
void rxc_xmlbody_list(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f);
void rxc_xmlbody_row(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f);
void rxc_xmlbody_cell(rxc_xmlbody *body, rxc_walk *walk, rxc_xmlframe *f);

/* Blocks of the head: one of text, the authors of doc->work, the key words in the children of group that have that name. */
void rxc_xmlbody_put(rxc_builder *b, rxc_block_kind kind, rxc_section section, const xmlNode *node, Str text);
void rxc_xmlbody_put_authors(rxc_builder *b, const xmlNode *node);
void rxc_xmlbody_put_words(rxc_builder *b, xmlNode *group, const char *name);

#endif
