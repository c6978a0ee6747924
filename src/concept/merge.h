/* merge.h: puts together what the vocabularies list and what the trained taggers see. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_MERGE_H
#define RXC_CONCEPT_MERGE_H

#include "concept/tagger.h"

/* Listed mentions that the tagger does not see get this score: they count only where a statement needs them. */
#define RXC_MERGE_DOUBTED 0.4f

/* The tagger decides where mentions begin and end; the vocabularies, which term they are. finds holds the listed
 * mentions and becomes the merged ones, ascending; it grows in arena. brief is for a while. */
void rxc_merge_mentions(const rxc_tagged_list *tagged, Arena *brief, Arena *arena, rxc_finds *finds);

/* Give the mentions that take part in events their roles and the author's wording; what no mention stands for becomes
 * one. finds stays ascending. */
void rxc_merge_events(const rxc_tagged_list *events, Arena *brief, Arena *arena, rxc_finds *finds);

#endif
