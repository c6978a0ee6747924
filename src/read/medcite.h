/* medcite.h: how MEDLINE names another article: "Lancet. 2020 Jan 11;395(10218):104. doi: 10.1/x. PMID: 31668728". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_MEDCITE_H
#define RXC_READ_MEDCITE_H

#include "read/entry.h"

/* The fields of such a line, views of it and in arena; authors may stand before the journal. */
rxc_work rxc_medcite_read(Arena *arena, Str text);

/* What a record says of another article. */
typedef enum rxc_medcite_side {
    RXC_MEDCITE_NONE,
    RXC_MEDCITE_NOTICE, /* one retracts or corrects the other */
    RXC_MEDCITE_CITED,  /* the record's article comments on it, updates it, is reprinted from it, or cites it */
    RXC_MEDCITE_CITING, /* it does so with the record's article */
} rxc_medcite_side;

/* The side that a tag of nbib ("RIN") or a type of PubMed XML ("RetractionIn") names; kind and by_this of a notice are set. */
rxc_medcite_side rxc_medcite_side_of(Str type, rxc_notice *notice);

/* Links of one record, to be added to its references and diagnostics once these are all there. */
typedef struct rxc_medcite_links {
    VEC(rxc_entry_reference) cited;
    size_t citing;
} rxc_medcite_links;

/* Take a link: a notice goes to the document, what is cited to links, what cites is counted. False for other types. */
bool rxc_medcite_take(rxc_doc *doc, rxc_medcite_links *links, Str type, Str text, Str pmid, size_t line);

/* Cited articles become references, unless their PMID is among the references already. */
void rxc_medcite_finish(rxc_doc *doc, rxc_medcite_links *links, rxc_entry_parts *parts);

#endif
