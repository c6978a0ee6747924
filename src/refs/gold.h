/* gold.h: reference strings whose fields are known, to train on and to check against. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_GOLD_H
#define RXC_REFS_GOLD_H

#include "base/err.h"
#include "model/work.h"
#include "refs/features.h"

/* A part of the string that is tagged: bytes [b, e) belong to a label. */
typedef struct rxc_gold_span {
    size_t b, e;
    rxc_label label;
} rxc_gold_span;

typedef struct rxc_gold {
    Str id, raw;
    rxc_work work;       /* what is known; fields as they stand in raw */
    uint32_t unsure;     /* sets of 1 << rxc_label: what work says of them may be wrong */
    rxc_gold_span
        *span; /* where the data say which part of the string is what; else NULL, and work is searched for in raw */
    size_t spans;
} rxc_gold;

typedef VEC(rxc_gold) rxc_golds;

/* Read a file of tagged references, added to out, in arena. What it is, is seen from its beginning:
 *     JSON lines   {"raw": …, "gold": CSL-JSON with "year", "noscore": […]}
 *     AnyStyle     <dataset><sequence><author>…</author><title>…</title>…</sequence>…
 *     GROBID TEI   <bibl><author>…</author>, <title level="a">…</title>…</bibl>
 * Errors  RXC_INPUT, RXC_LIMIT (1 GB), RXC_DATA with file and line */
rxc_status rxc_gold_read(const char *path, Arena *arena, rxc_golds *out, rxc_err *err);

/* The states that each token may have according to the gold: sets of 1 << rxc_state, allowed[tokens->n], in arena. */
uint64_t *rxc_gold_align(const rxc_gold *gold, const rxc_tokens *tokens, Arena *arena);

#endif
