/* doubt.h: what makes the results of a text doubtful: another language or script, capitals throughout, rows of tables,
 * no sentences. It is counted sentence by sentence, and told in diagnostics of the document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_DOUBT_H
#define RXC_CONCEPT_DOUBT_H

#include "concept/cue.h"

enum { RXC_LANGUAGES_MAX = 16 };

/* Frequent words of languages (data/cues/language.tsv); the first language is the one that lists and models are for. */
typedef struct rxc_languages {
    VEC(Str) names;
    VEC(uint16_t) by_word; /* set of languages by number of the word */
} rxc_languages;

/* Errors  RXC_DATA missing file, too many languages: with the line */
rxc_status rxc_doubt_load(rxc_languages *languages, const char *path, rxc_words *words, Arena *arena, rxc_err *err);

/* Is this a frequent word of the first language? */
bool rxc_doubt_ordinary(const rxc_languages *languages, uint32_t word);

/* What was counted so far; {0} is nothing. */
typedef struct rxc_doubt {
    size_t words, bytes, other_bytes;   /* bytes of words; of those in other letters than Latin ones */
    size_t of_language[RXC_LANGUAGES_MAX];
    size_t sentences, capitals, rows, cut; /* sentences, by what they are */
} rxc_doubt;

/* Count a sentence, whose tokens are numbered. Where it is in capitals throughout, its tokens get the shapes of small
 * letters, for capitals tell nothing there; gives whether it is. Cost O(bytes). */
bool rxc_doubt_look(const rxc_languages *languages, Str text, rxc_span sentence, rxc_token *tokens, size_t n,
                    rxc_doubt *doubt);

/* Add diagnostics to the document: text.language, text.script, text.capitals, text.table, text.no-sentences. */
void rxc_doubt_report(const rxc_languages *languages, const rxc_doubt *doubt, rxc_doc *doc);

#endif
