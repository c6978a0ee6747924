/* abbrev.h: abbreviations that a text defines: "acute generalized exanthematous pustulosis (AGEP)". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_ABBREV_H
#define RXC_CONCEPT_ABBREV_H

#include "model/record.h"

typedef VEC(rxc_abbreviation) rxc_abbreviations;

/* Append the definitions within one sentence, in the order of their brackets: long (SHORT), SHORT (long),
 * (long; SHORT), and "long, or SHORT,".
 * The idea is that of Schwartz & Hearst 2003 (the letters of the short form are found, in order, in the words beside
 * it); where they can be found in several ways the best alignment is taken, as Sohn et al. 2008 (Ab3P) rank theirs:
 * a letter should begin a word, words should not be skipped.
 * Cost O(bytes) plus a bounded sum per bracket. */
void rxc_abbrev_find(Arena *arena, Str text, rxc_span sentence, rxc_abbreviations *out);

#endif
