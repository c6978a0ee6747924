/* vocab.h: the vocabularies of drugs and disorders: their terms, and the forms under which a text may name them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_VOCAB_H
#define RXC_CONCEPT_VOCAB_H

#include "concept/automaton.h"
#include "concept/concept.h"

typedef enum rxc_form_kind {
    RXC_FORM_NAME,
    RXC_FORM_SYNONYM,
    RXC_FORM_BRAND,
    RXC_FORM_SHORT,   /* as printed: capitals count */
    RXC_FORM_DEFINED, /* short, and only where the document defines it */
} rxc_form_kind;

typedef struct rxc_form {
    Str text;
    uint32_t term; /* index into terms */
    rxc_form_kind kind;
} rxc_form;

typedef struct rxc_vocab {
    VEC(rxc_term) terms;
    VEC(rxc_form) forms;      /* the values of the automaton are indices into forms */
    rxc_automaton *automaton;
    VEC(uint32_t) by_id;      /* indices into terms, ascending by id */
} rxc_vocab;

#define RXC_NO_TERM UINT32_MAX

/* Load every .tsv of the folder in the order of names, then the files of `more` (paths with : between; NULL or empty: none).
 * A row of these whose id is there already adds its wordings and codes to that concept. Where a short form and a wording of
 * another concept are found at the same place, the short form counts: it has the same capitals. Everything lives in arena.
 * Errors  RXC_DATA none there; a row that is wrong (number of columns, no id, an unknown type, an id twice), with its
 *         file and line */
rxc_status rxc_vocab_load(rxc_vocab *vocab, const char *folder, const char *more, rxc_words *words, Arena *arena, rxc_err *err);

/* The term of an id, RXC_NO_TERM when there is none. Cost O(log terms). */
uint32_t rxc_vocab_term(const rxc_vocab *vocab, Str id);

/* Does the form stand for its term where the text writes it as `raw`? Short forms want the same capitals; those
 * that a document must define never stand for it. */
bool rxc_vocab_stands(const rxc_form *form, Str raw);

/* The term that all of `text` names, by whatever form; RXC_NO_TERM when none does. type: RXC_PHRASE for any. */
uint32_t rxc_vocab_lookup(const rxc_vocab *vocab, const rxc_words *words, Str text, rxc_concept_type type);

#endif
