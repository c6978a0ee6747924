/* page.h: a report as blocks of text and tables, before it becomes Markdown or HTML. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REPORT_PAGE_H
#define RXC_REPORT_PAGE_H

#include "base/arena.h"

/* A stretch of text in a line. */
typedef struct rxc_run {
    Str text;
    Str url; /* where it leads; may be empty */
    enum { RXC_RUN_PLAIN, RXC_RUN_STRONG, RXC_RUN_QUIET, RXC_RUN_CODE } look;
} rxc_run;

typedef VEC(rxc_run) rxc_runs;

typedef VEC(rxc_runs) rxc_row; /* cells */

typedef enum rxc_block_type {
    RXC_PAGE_HEADING, /* level 1..3; text in runs */
    RXC_PAGE_PARAGRAPH,
    RXC_PAGE_ITEM,  /* of a list; neighbours make one list */
    RXC_PAGE_QUOTE, /* of a document; the second part, from `source` on, says where it stands */
    RXC_PAGE_TABLE,
    RXC_PAGE_DIAGRAM,
} rxc_block_type;

typedef struct rxc_page_block {
    rxc_block_type type;
    int level;
    const char *id; /* of a heading, for links: what Markdown readers make of its text */
    rxc_runs runs;  /* of a table: its caption */
    size_t source;  /* of a quote: runs before this one are the quotation */
    rxc_row head;   /* of a table */
    VEC(rxc_row) rows;
    unsigned numeric; /* bit per column: numbers, set flush right */
} rxc_page_block;

typedef struct rxc_page {
    Arena *arena;
    Str title;
    VEC(rxc_page_block) blocks;
} rxc_page;

/* Begin a block; give its runs to fill. */
rxc_runs *rxc_page_heading(rxc_page *page, int level, const char *id, Str text);
rxc_runs *rxc_page_block_new(rxc_page *page, rxc_block_type type);

/* Begin a table; names are separated by '|', a leading '#' means numbers: "Work|#Cited by". */
void rxc_page_table(rxc_page *page, Str caption, Str names);
void rxc_page_row(rxc_page *page);       /* the next row of that table */
rxc_runs *rxc_page_cell(rxc_page *page); /* the next cell of that row */

/* Add to runs. Texts are borrowed. */
void rxc_page_text(rxc_page *page, rxc_runs *runs, Str text);
void rxc_page_strong(rxc_page *page, rxc_runs *runs, Str text);
void rxc_page_quiet(rxc_page *page, rxc_runs *runs, Str text);
void rxc_page_code(rxc_page *page, rxc_runs *runs, Str text);
void rxc_page_link(rxc_page *page, rxc_runs *runs, Str text, Str url); /* plain text when url is empty */
void rxc_page_printf(rxc_page *page, rxc_runs *runs, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
