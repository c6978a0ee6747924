/* mesh.h: what MeSH tree numbers and UMLS semantic types say about a concept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_MESH_H
#define RXC_VOCAB_MESH_H

#include "vocab/import.h"

/* Is a concept with this tree number ("D12.776.124") a drug or a disorder, and of which class? RXC_PHRASE: neither. */
rxc_concept_type rxc_mesh_tree(Str number, Str *group);

/* The same of a semantic type ("T047"). */
rxc_concept_type rxc_mesh_semantic(Str type, Str *group);

/* Set type and class of an entry unless they are known already. */
void rxc_mesh_set(rxc_vocab_entry *entry, rxc_concept_type type, Str group);

/* The list to which MeSH's lexical tag of a term sends it: trade names (TRD), abbreviations (ABB, ABX, ACR, ACX). */
rxc_entry_list rxc_mesh_list(Str tag);

/* Give an entry its heading as a name: "Dermatitis, Atopic" is printed for an index, "Atopic Dermatitis" is what it is
 * called. */
void rxc_mesh_name(rxc_import *import, rxc_vocab_entry *entry, Str heading);

/* Add a term that means the same as the heading, in both orders where its words are in that of an index. */
void rxc_mesh_term(rxc_import *import, rxc_vocab_entry *entry, rxc_entry_list list, Str term);

#endif
