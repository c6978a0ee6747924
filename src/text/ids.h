/* ids.h: finds identifiers of works in any text, by checked patterns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TEXT_IDS_H
#define RXC_TEXT_IDS_H

#include "base/arena.h"

typedef enum rxc_id_kind {
    RXC_ID_DOI,   /* 10.1016/S0031-9422(02)00116-4, SICI ones with < > ; ( ) too */
    RXC_ID_PMID,  /* "PMID: 31693077" */
    RXC_ID_PMCID, /* "PMC6865141" */
    RXC_ID_ARXIV, /* "arXiv:1408.4342", "hep-th/9711200" */
    RXC_ID_ISBN, /* 10 or 13 digits; without "ISBN" before it only when it begins with 978 and its check digit is right */
    RXC_ID_ISSN, /* "ISSN 0028-0836" */
    RXC_ID_URL,
    RXC_ID_KINDS
} rxc_id_kind;

typedef struct rxc_id {
    rxc_id_kind kind;
    size_t b, e;             /* in the text, with "doi:" or the resolver's address before it */
    size_t value_b, value_e; /* of the bare identifier */
} rxc_id;

/* The first identifier that begins at or after byte *at; *at moves behind it. False when there is none.
 * Neither brackets nor punctuation around it belong to it. Cost O(bytes passed). */
bool rxc_ids_next(Str text, size_t *at, rxc_id *out);

/* The normal form of an identifier's value: DOI in lower case with plain hyphens and < > for &lt; &gt;, PMCID with
 * "PMC", arXiv without version, ISBN and ISSN without hyphens (ISSN with its one), others as they are. In arena. */
Str rxc_ids_normal(Arena *arena, rxc_id_kind kind, Str value);

#endif
