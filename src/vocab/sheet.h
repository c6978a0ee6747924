/* sheet.h: the rows of our own vocabulary format, read as they are, right or wrong. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_SHEET_H
#define RXC_VOCAB_SHEET_H

#include "vocab/entry.h"
#include "vocab/feed.h"

typedef enum rxc_column {
    RXC_COLUMN_ID,
    RXC_COLUMN_TYPE,
    RXC_COLUMN_NAME,
    RXC_COLUMN_SYNONYMS,
    RXC_COLUMN_BRANDS,
    RXC_COLUMN_SHORT,
    RXC_COLUMN_CLASS,
    RXC_COLUMN_SOURCE,
    RXC_COLUMN_CODES, /* a file may lack it */
} rxc_column;
enum { RXC_COLUMNS = RXC_COLUMN_CODES + 1, RXC_SHEET_WIDTH = 64 };

extern const char *const rxc_sheet_columns[RXC_COLUMNS];

/* What a file of ours begins with. */
bool rxc_sheet_starts(Str head);

typedef struct rxc_sheet {
    rxc_feed *feed;
    rxc_vocab_strs header;   /* the names of its columns, in an arena */
    size_t at[RXC_COLUMNS];  /* where each column is; RXC_SHEET_WIDTH: nowhere */
    Str fields[RXC_COLUMNS]; /* of the row, trimmed; empty where there is none. Views hold until the next row */
    size_t width;            /* fields of the row */
    size_t bad;              /* first byte that is not UTF-8, from 1; 0: none */
} rxc_sheet;

/* Read the header; false when the file is empty. */
bool rxc_sheet_open(rxc_sheet *sheet, rxc_feed *feed, Arena *arena);

/* The next row that is neither empty nor a comment (#); its line is feed->line. */
bool rxc_sheet_next(rxc_sheet *sheet);

/* Write one concept as a row, and the header before the first. */
void rxc_sheet_write_header(FILE *out);
void rxc_sheet_write(FILE *out, const rxc_vocab_entry *entry);

/* The type that is called so; RXC_PHRASE when none is. */
rxc_concept_type rxc_sheet_type(Str name);

#endif
