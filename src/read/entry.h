/* entry.h: a document made of one entry of a bibliography or of a database's export. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_ENTRY_H
#define RXC_READ_ENTRY_H

#include "model/document.h"

/* One reference of the entry's list. */
typedef struct rxc_entry_reference {
    Str raw;         /* as printed; empty: only fields are stated, and the text is made from them */
    Str label, anchor;
    size_t line;     /* of source */
    rxc_work work;   /* stated fields */
    bool complete;   /* nothing more is to be read from raw (always so where raw is empty) */
} rxc_entry_reference;

/* What an entry states besides doc->work. */
typedef struct rxc_entry_parts {
    Str kinds;      /* publication types, ", " between them: "Case Reports, Journal Article" */
    Str keywords;   /* "; " between them */
    size_t line;    /* of source at which the entry begins; 0 counts as 1 */
    size_t abstract_line;
    VEC(rxc_entry_reference) references;
} rxc_entry_parts;

/* Fill text, blocks, entries and kind from doc->work and parts: title, authors, abstract (a paragraph a line), key words,
 * references. The abstract stays in doc->work too. An entry that states nothing gives a document without text. */
void rxc_entry_finish(rxc_doc *doc, const rxc_entry_parts *parts);

/* What a format calls a type of work. */
typedef struct rxc_entry_type {
    const char *name;
    rxc_work_type type;
} rxc_entry_type;

/* The type in the table [n] that is called so; RXC_WORK_TYPES when none is. Case does not count. */
rxc_work_type rxc_entry_type_find(const rxc_entry_type *types, size_t n, Str name);

/* "711" and "21" -> "711-721", "e7" and "B" -> "e7-B", "711" and "" -> "711", both cleaned of white space. In arena. */
Str rxc_entry_pages(Arena *arena, Str first, Str last);

#endif
