/* sentence.h: cuts running text into sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TEXT_SENTENCE_H
#define RXC_TEXT_SENTENCE_H

#include "base/arena.h"

/* The sentence that begins at or after byte *at of text: [*b, *e) without white space around it; *at moves behind it.
 * False at the end. Knows abbreviations ("et al.", "e.g.", "Dr.", initials), decimals, and call-outs glued to a full stop
 * ("inflammation.1,2 Watch", "alike.1 Despite"), which belong to the sentence before. Never crosses '\n'.
 * Cost O(bytes of the sentence). */
bool rxc_sentence_next(Str text, size_t *at, size_t *b, size_t *e);

#endif
