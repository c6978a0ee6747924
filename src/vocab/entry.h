/* entry.h: a concept of a vocabulary while vocabularies are read, joined and written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_ENTRY_H
#define RXC_VOCAB_ENTRY_H

#include "base/arena.h"
#include "model/record.h"

typedef VEC(Str) rxc_vocab_strs;

/* The lists of a row, in the order of their columns. */
typedef enum rxc_entry_list { RXC_ENTRY_SYNONYMS, RXC_ENTRY_BRANDS, RXC_ENTRY_SHORTS, RXC_ENTRY_CODES } rxc_entry_list;
enum { RXC_ENTRY_LISTS = RXC_ENTRY_CODES + 1 };

typedef struct rxc_vocab_entry {
    rxc_concept_type type; /* RXC_PHRASE: not known, or neither drug nor disorder */
    int rank;              /* of the name: a name of a lower rank takes its place */
    Str id, name, group, source;
    rxc_vocab_strs lists[RXC_ENTRY_LISTS];
    rxc_vocab_strs narrower; /* names of what the source files under this concept: no reason to join others */
} rxc_vocab_entry;

/* Entries stay where they are while the list grows. */
typedef struct rxc_vocab_slot {
    rxc_vocab_entry *p;
} rxc_vocab_slot;

typedef VEC(rxc_vocab_slot) rxc_vocab_entries;

#endif
