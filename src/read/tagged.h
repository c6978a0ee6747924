/* tagged.h: formats in which a line begins with a tag: "AU  - Wu, L." (RIS), "FAU - Wu, Li" (MEDLINE), "AU Wu, L". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_TAGGED_H
#define RXC_READ_TAGGED_H

#include "base/buf.h"
#include "read/reader.h"

/* Cut the next line off, without its end: LF, CRLF or CR. False when the rest is used up. Cost O(line) */
bool rxc_tagged_line(Str *rest, Str *line);

/* --- fields of an entry ------------------------------------------------------------------------------------------- */

/* The tag that the line begins with. Gives the bytes up to its value, 0 where there is none. */
typedef size_t rxc_tagged_split(Str line, Str *tag);

/* The fields of one entry, one after the other: {.rest, .split, .indent}. */
typedef struct rxc_tagged {
    Str rest;
    rxc_tagged_split *split;
    size_t indent; /* spaces that a line which goes on with a field begins with */
    size_t line;   /* lines passed so far */
} rxc_tagged;

typedef struct rxc_tagged_field {
    Str tag;          /* empty: lines before the first tag */
    Str value;        /* all its lines, without white space at both ends */
    size_t line, odd; /* where it begins; first line that goes on without the indent, 0: none */
} rxc_tagged_field;

bool rxc_tagged_next(rxc_tagged *tagged, rxc_tagged_field *out);

/* The lines of a value as one: a space between them, '\n' where a blank line stands. A view where it is one line. */
Str rxc_tagged_join(Arena *arena, Str value);

/* Add the lines of a value to a list with "; " (or another separator) between. */
void rxc_tagged_list(Buf *list, const char *separator, Str value);

/* Is the tag among these, with one space between them? */
bool rxc_tagged_known(const char *tags, Str tag);

/* --- entries of a file -------------------------------------------------------------------------------------------- */

typedef enum rxc_tagged_mark {
    RXC_TAGGED_NONE,  /* a line that is no field of an entry */
    RXC_TAGGED_FIELD, /* a field */
    RXC_TAGGED_BEGIN, /* the first field of an entry */
    RXC_TAGGED_END,   /* the line that ends one */
} rxc_tagged_mark;

/* Cut off the next entry: up to the line that ends it, to the next that begins one, or to the end. Lines before it that are
 * not blank come with it. Cost O(bytes of the entry) */
rxc_cut_result rxc_tagged_cut(rxc_tagged_mark (*mark)(Str line), Str window, bool end, rxc_cut *out);

#endif
