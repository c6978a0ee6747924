/* audit.h: what is wrong with vocabularies in our own format. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_AUDIT_H
#define RXC_VOCAB_AUDIT_H

#include "vocab/feed.h"
#include "vocab/map.h"

typedef struct rxc_audit_place {
    const char *path;
    size_t line;
    Str id;
} rxc_audit_place;

typedef struct rxc_audit_finding {
    size_t file, line; /* file: which one it was, from 0 */
    Str text;          /* "FILE:LINE: what is wrong" */
} rxc_audit_finding;

typedef struct rxc_audit_short {
    Str text;
    uint32_t concept;
    size_t file;
} rxc_audit_short;

/* {.arena = …}, then each file, then end. All files together must be free of conflicts. */
typedef struct rxc_audit {
    Arena *arena;
    size_t files;
    VEC(rxc_audit_place) concepts; /* values of the maps, from 1 */
    rxc_map ids, wordings, short_forms;
    rxc_map as_written;          /* wordings that are no longer than a short form may be, byte for byte */
    VEC(rxc_audit_short) shorts; /* those that stand for themselves */
    VEC(rxc_audit_finding) findings;
} rxc_audit;

/* Look at one file: header, columns, UTF-8, ids, types, classes, order, wordings that two concepts have. */
void rxc_audit_file(rxc_audit *audit, rxc_feed *feed);

/* After the last file: short forms that could be another concept's; findings are then in the order of files and lines.
 */
void rxc_audit_end(rxc_audit *audit);

#endif
