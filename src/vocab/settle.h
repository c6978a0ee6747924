/* settle.h: joins what imports bring into one vocabulary in which each wording belongs to one concept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_SETTLE_H
#define RXC_VOCAB_SETTLE_H

#include "vocab/import.h"

/* {.arena = …}, then each import in its turn, then end. */
typedef struct rxc_settle {
    Arena *arena;
    rxc_vocab_entries entries;    /* the concepts so far; after end with ids, in their order */
    rxc_map wordings;             /* key -> number of the entry, from 1 */
    rxc_map shorts;               /* short forms of the base that stand for themselves, as written -> number */
    VEC(rxc_vocab_strs) doubtful; /* by entry: short forms that imports bring */
    size_t made, joined;          /* concepts that the imports added; those that joined one that was there */
} rxc_settle;

/* Take the concepts of a vocabulary in our own format as they are: they keep ids, wordings and short forms. */
void rxc_settle_base(rxc_settle *settle, rxc_import *import);

/* Take the concepts of an import. A concept joins the one of the same type that has its preferred name, else, of those
 * that come from elsewhere, the one with which it shares most wordings; when two share as many, it is passed over. What
 * joins brings its codes, and those wordings that no other concept has. Everything left out is counted in the import's
 * skips. */
void rxc_settle_add(rxc_settle *settle, rxc_import *import, Str source);

/* Give ids to the new ones, mark short forms of several concepts with ?, sort. */
void rxc_settle_end(rxc_settle *settle);

#endif
