/* abbrev.h: abbreviations that a text defines: "acute generalized exanthematous pustulosis (AGEP)". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_ABBREV_H
#define RXC_CONCEPT_ABBREV_H

#include "model/record.h"

typedef VEC(rxc_abbreviation) rxc_abbreviations;

/* Append the definitions within one sentence, in the order of their brackets: long (SHORT), SHORT (long),
 * (long; SHORT), long (SHORT or other), and "long, or SHORT,". One letter stands for the word before it only: "nitrogen
 * (N)". What counts as the long form says longform.h.
 * Stops at RXC_ABBREVIATIONS_MAX. Cost O(bytes) plus a bounded sum per bracket. */
void rxc_abbrev_find(Arena *arena, Str text, rxc_span sentence, rxc_abbreviations *out);

#endif
