/* builder.h: builds the text, blocks and marks of a document in reading order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_BUILDER_H
#define RXC_READ_BUILDER_H

#include "base/buf.h"
#include "model/document.h"
#include "read/join.h"

enum { RXC_BUILDER_MARKS = 64 }; /* open at a time; deeper ones are passed over */

/* {0}, then rxc_builder_init. White space of any kind is collapsed, controls and soft hyphens are dropped, text becomes
 * NFC. A block that stays empty leaves no trace. */
typedef struct rxc_builder {
    rxc_doc *doc;
    bool pages;    /* paragraphs that a page breaks in two are made whole */
    rxc_join join; /* set join.source to join words broken over lines */
    Buf text;
    rxc_block block;  /* the open one; readers may set section, level, indent, label, anchor */
    bool open;        /* is there an open block? */
    bool started;     /* has it text? */
    bool space, line; /* white space, or the end of a line, is due before the next word */
    struct {
        rxc_mark_kind kind;
        Str target;
        size_t b;
    } marks[RXC_BUILDER_MARKS]; /* open ones */
    size_t depth;               /* of open marks, may exceed RXC_BUILDER_MARKS */
} rxc_builder;

void rxc_builder_init(rxc_builder *b, rxc_doc *doc);

/* Close the open block and open another one. */
void rxc_builder_open(rxc_builder *b, rxc_block_kind kind, size_t line, size_t column);
void rxc_builder_close(rxc_builder *b);

/* UTF-8 text for the open block (there must be one); invalid bytes become U+FFFD. */
void rxc_builder_text(rxc_builder *b, Str s);

void rxc_builder_space(rxc_builder *b); /* white space */
void rxc_builder_line(rxc_builder *b);  /* the end of a line within a paragraph: a broken word is joined */
void rxc_builder_tab(rxc_builder *b);   /* between cells: a tab */

/* Begin and end a mark; they nest. A mark that goes over several blocks becomes one in each. */
void rxc_builder_mark(rxc_builder *b, rxc_mark_kind kind, Str target);
void rxc_builder_unmark(rxc_builder *b);

/* Close the last block, hand text to the document, sort marks. Frees what the builder holds; call it always. */
void rxc_builder_finish(rxc_builder *b);

/* Text of the open block so far. */
Str rxc_builder_so_far(const rxc_builder *b);

/* Take the last n bytes of it back, and what marks have of them. A block without text leaves no trace. */
void rxc_builder_drop(rxc_builder *b, size_t n);

#endif
