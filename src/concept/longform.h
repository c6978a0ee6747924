/* longform.h: finds what a short form stands for in the words beside it.
 *
 * The letters of the short form stand, in their order, in the words of the long one (Schwartz & Hearst 2003). Where they
 * can be found in several ways the best alignment counts, as Sohn et al. 2008 rank theirs: a letter should begin a word
 * or a part of it, words should not be skipped. Figures at the end may count by what they name ("II" for 2, "first" for
 * 1), or not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_LONGFORM_H
#define RXC_CONCEPT_LONGFORM_H

#include "base/str.h"

enum { RXC_LONGFORM_MAX = 240 }; /* bytes of a text that are looked at */

/* Is the end of `text` (whole: all of it) what `shorter` stands for? *longer becomes a part of text. Cost bounded. */
bool rxc_longform_find(Str shorter, Str text, bool whole, Str *longer);

/* The last words of a text, at most so many. */
Str rxc_longform_words(Str text, size_t most);

#endif
