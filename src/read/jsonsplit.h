/* jsonsplit.h: cuts the items off a stream of JSON, without a tree of all of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_JSONSPLIT_H
#define RXC_READ_JSONSPLIT_H

#include "read/reader.h"

/* What is kept between cuts; zeroed before the first. */
typedef struct rxc_jsonsplit {
    bool listed;  /* we are within a list of items */
    size_t after; /* brackets of its surroundings that are still to be closed behind it */
    bool told;    /* that the input is cut short */
} rxc_jsonsplit;

/* Cuts off the next item: of a list "[…]", of the list under "items", "results", "result" or "data" of an object or of its "message" or "resultList",
 * or objects one after the other (one a line). An object that has none of these lists is an item itself, and so is its
 * "message". An item that the next one or the end of the input interrupts is cut off with a problem; what is no object,
 * and the end of an input before that of its list, are told too. Cost O(window) */
extern const rxc_split rxc_jsonsplit_cuts;

/* The first item of a source, or the source itself when there is none. */
Str rxc_jsonsplit_first(Str source);

/* Keys of the first item at its own level, as far as the head shows them, each with a space before and behind:
 * " DOI title author "; empty for what is no JSON. around: those of the object that holds the list, before it. In arena. */
typedef struct rxc_json_keys {
    Str item, around;
} rxc_json_keys;
rxc_json_keys rxc_jsonsplit_keys(Arena *arena, Str head);

/* Does it have one of the keys in the list "DOI title"? */
bool rxc_jsonsplit_has(Str keys, const char *list);

#endif
