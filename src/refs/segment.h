/* segment.h: finds the list of references of a document and cuts it into entries. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_SEGMENT_H
#define RXC_REFS_SEGMENT_H

#include "model/document.h"

/* One work of the list. */
typedef struct rxc_segment {
    Str raw;      /* without its number; lines joined */
    Str label;    /* as printed; empty without one */
    Str anchor;
    int number;   /* printed, else 0 */
    rxc_span span;
    size_t line;
    const rxc_work *stated; /* what the source says of it; NULL: nothing */
    bool complete;          /* and there is nothing more to be read from raw */
} rxc_segment;

typedef VEC(rxc_segment) rxc_segments;

/* Entries of the list in order. Their blocks become RXC_BLOCK_REFERENCE, also where the list has no heading. Raw strings
 * live in doc->arena. Cost O(bytes of the document). */
void rxc_segment_find(rxc_doc *doc, rxc_segments *out);

/* Does a line look like a reference: year and numbers, an identifier, or names? */
bool rxc_segment_is_plausible(Str line);

#endif
