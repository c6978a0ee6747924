/* docx.h: the parts of the DOCX reader: styles, numbers of lists, fields, the body. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_DOCX_H
#define RXC_READ_DOCX_H

#include "read/builder.h"
#include "read/html.h"
#include "read/unzip.h"
#include "read/xml.h"

enum {
    RXC_DOCX_LEVELS = 9, /* of lists and headings */
    RXC_DOCX_FIELDS = 32 /* open at a time */
};

/* --- styles --- */

typedef enum rxc_docx_role {
    RXC_DOCX_NORMAL,
    RXC_DOCX_TITLE,
    RXC_DOCX_AUTHOR,
    RXC_DOCX_DATE,
    RXC_DOCX_CAPTION,
    RXC_DOCX_REFERENCE, /* an entry of the list of references */
    RXC_DOCX_CONTENTS,  /* a line of the table of contents */
} rxc_docx_role;

typedef struct rxc_docx_style {
    Str id, based; /* based: id of the style that it goes on from */
    rxc_docx_role role;
    int outline; /* level of a heading, from 1; 0: none; -1: stated to be none */
    int raised;  /* 1 superscript, -1 subscript, 0 not stated */
    bool bold, italic;
    Str list; /* id of its numbering; empty: not stated */
    int list_level;
} rxc_docx_style;

typedef struct rxc_docx_styles {
    VEC(rxc_docx_style) list; /* by id */
} rxc_docx_styles;

/* Read styles.xml. What a style inherits is filled in. */
void rxc_docx_styles_read(Arena *arena, xmlNode *root, rxc_docx_styles *out);

/* The style of that id; an empty one when there is none. */
const rxc_docx_style *rxc_docx_styles_find(const rxc_docx_styles *styles, Str id);

/* Is a toggle such as <w:b/> or <w:vanish w:val="0"/> there, and on? */
bool rxc_docx_is_on(Arena *arena, const xmlNode *properties, const char *name);

/* 1 superscript, -1 subscript, by <w:vertAlign>; 0: none. */
int rxc_docx_raised(Arena *arena, const xmlNode *properties);

/* <w:sym>: a character of the font Symbol, by its code, of those that papers use; U+FFFD for others. */
Str rxc_docx_symbol(Str code);

/* --- numbers of lists --- */

typedef struct rxc_docx_level {
    Str format, text; /* "decimal", "%1." */
    int start;
} rxc_docx_level;

typedef struct rxc_docx_list {
    Str id, style;
    rxc_docx_level levels[RXC_DOCX_LEVELS];
    int counts[RXC_DOCX_LEVELS]; /* last number given; what has not begun is below its start */
} rxc_docx_list;

typedef struct rxc_docx_number {
    Str id, list;
    int restart[RXC_DOCX_LEVELS]; /* first number, -1: go on */
    bool used;
} rxc_docx_number;

typedef struct rxc_docx_numbers {
    VEC(rxc_docx_list) lists;
    VEC(rxc_docx_number) numbers;
} rxc_docx_numbers;

/* Read numbering.xml. */
void rxc_docx_numbers_read(Arena *arena, xmlNode *root, const rxc_docx_styles *styles, rxc_docx_numbers *out);

/* Is id a list at all ("0" is none)? */
bool rxc_docx_numbers_has(const rxc_docx_numbers *numbers, Str id);

/* Count on: the number of the next item as printed, without brackets and full stops at its ends; empty for a bullet. */
Str rxc_docx_numbers_next(Arena *arena, rxc_docx_numbers *numbers, Str id, int level);

/* --- fields --- */

typedef enum rxc_docx_field_kind {
    RXC_DOCX_FIELD_OTHER,
    RXC_DOCX_FIELD_LINK,
    RXC_DOCX_FIELD_CONTENTS,
    RXC_DOCX_FIELD_REFERENCES
} rxc_docx_field_kind;

typedef struct rxc_docx_field {
    VEC(char) code;
    bool result; /* behind the code: what is shown */
    rxc_docx_field_kind kind;
    Str target;     /* of a link: an address, or "#bookmark" */
    size_t block, b; /* where the result begins */
} rxc_docx_field;

/* Fields that are open, and the works that citation fields state. */
typedef struct rxc_docx_fields {
    rxc_docx_field open[RXC_DOCX_FIELDS];
    size_t depth; /* may exceed RXC_DOCX_FIELDS */
    VEC(rxc_work) works; /* cited, in the order of the text, each once */
    VEC(Str) keys;       /* of works */
} rxc_docx_fields;

void rxc_docx_field_begin(rxc_docx_fields *fields);
void rxc_docx_field_code(rxc_docx_fields *fields, Arena *arena, Str code);
void rxc_docx_field_separate(rxc_docx_fields *fields, rxc_builder *b);
void rxc_docx_field_end(rxc_docx_fields *fields, rxc_builder *b); /* links become marks */

bool rxc_docx_field_hides(const rxc_docx_fields *fields); /* is what comes a part of some code? */
bool rxc_docx_field_within(const rxc_docx_fields *fields, rxc_docx_field_kind kind);

/* --- notes --- */

typedef struct rxc_docx_note {
    Str id;
    xmlNode *node;
    int number; /* in the order of the text, from 1; 0: no mark has been seen */
} rxc_docx_note;

typedef struct rxc_docx_notes {
    const char *name; /* "endnote" */
    VEC(rxc_docx_note) list; /* by id */
    bool references;  /* they are the list of references */
    int count;        /* numbers given */
} rxc_docx_notes;

/* Read footnotes.xml or endnotes.xml; name is that of their elements. */
void rxc_docx_notes_read(Arena *arena, xmlNode *root, const char *name, rxc_docx_notes *out);
rxc_docx_note *rxc_docx_notes_find(const rxc_docx_notes *notes, Str id);

/* All notes in the order of their marks, those without one at the end; in arena. */
const rxc_docx_note **rxc_docx_notes_order(Arena *arena, const rxc_docx_notes *notes);
Str rxc_docx_notes_anchor(Arena *arena, const rxc_docx_notes *notes, Str id);

/* --- the whole --- */

typedef struct rxc_docx {
    rxc_builder b;
    rxc_docx_styles styles;
    rxc_docx_numbers numbers;
    rxc_docx_fields fields;
    rxc_docx_notes notes[2]; /* footnotes, endnotes */
    xmlNode *links;          /* <Relationships> of the main part; may be NULL */
    rxc_html_ids ids;        /* bookmarks */
    bool listed;             /* a list of references has been seen */
    size_t hidden;           /* characters of hidden text, left out */
    int max_depth;
} rxc_docx;

/* Add the blocks of <w:body>, and of the notes that are references. */
void rxc_docx_body(rxc_docx *docx, xmlNode *body);

/* The open block, an entry of the list of references, is complete: its printed number becomes its label, and what its links
 * say is added. Brackets that links to databases leave empty go. */
void rxc_docx_entry(rxc_docx *docx, Str doi, Str pmid);

/* Tie the works that citation fields state to the entries of the list; where there is no list they become one. Call it
 * before the builder is finished. */
void rxc_docx_cited(rxc_docx *docx);

#endif
