/* automaton.h: finds many phrases at once: a table of words, and a trie over them.
 *
 * Each token of the text is looked up once in the table of words; nearly all are not there or begin nothing, and cost
 * no more. From a word that begins a phrase the trie is walked, a hashed step per token, for the longest phrase. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_AUTOMATON_H
#define RXC_CONCEPT_AUTOMATON_H

#include "concept/normal.h"

enum { RXC_PHRASE_TOKENS = 16 }; /* tokens of the longest phrase */

/* --- words: normal form -> number from 1 ------------------------------------------------------------------------- */

typedef struct rxc_words rxc_words;

rxc_words *rxc_words_new(Arena *arena);
uint32_t rxc_words_add(rxc_words *words, const rxc_word *word);
uint32_t rxc_words_find(const rxc_words *words, const rxc_word *word); /* 0: not there */
size_t rxc_words_count(const rxc_words *words);

/* Set hash and word of tokens that rxc_normal_tokens made. */
void rxc_words_number(const rxc_words *words, Str text, rxc_token *tokens, size_t n);

/* --- the trie ---------------------------------------------------------------------------------------------------- */

typedef struct rxc_automaton rxc_automaton;

rxc_automaton *rxc_automaton_new(Arena *arena, rxc_words *words);

/* Add a phrase with a value; one phrase may have several values. False when it has no word or more than
 * RXC_PHRASE_TOKENS. A hyphened phrase is also found written as one word, and the other way round. */
bool rxc_automaton_add(rxc_automaton *automaton, Str phrase, uint32_t value);

/* Does any phrase begin with this word? */
bool rxc_automaton_begins(const rxc_automaton *automaton, uint32_t word);

/* A phrase found: tokens [b, e), and the first of its values (rxc_automaton_next gives the others). */
typedef struct rxc_match {
    size_t b, e;
    uint32_t first; /* number of the value, 0: nothing found */
} rxc_match;

/* All phrases that begin at token b, longest first, at most RXC_PHRASE_TOKENS; gives their number. No phrase goes
 * over a comma, a bracket or the end of a sentence. Cost O(tokens of the longest). */
size_t rxc_automaton_at(const rxc_automaton *automaton, Str text, const rxc_token *tokens, size_t n, size_t b,
                        rxc_match found[RXC_PHRASE_TOKENS]);

/* The value of number *entry, which becomes the number of the next (0: no more). */
uint32_t rxc_automaton_next(const rxc_automaton *automaton, uint32_t *entry);

#endif
