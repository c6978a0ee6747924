/* concept.h: drugs, disorders and the evidence between them, found in the text of a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CONCEPT_H
#define RXC_CONCEPT_CONCEPT_H

#include "base/err.h"
#include "model/record.h"

/* Vocabularies compiled into an automaton, patterns, models. Immutable when open, shared by threads. */
typedef struct rxc_concepts rxc_concepts;

/* data_dir holds vocab/ *.tsv and what else the finder needs. Vocabularies named in $RXCITE_VOCAB (paths with : between) are
 * loaded beside them. Errors: RXC_DATA missing or damaged file, with line. */
rxc_status rxc_concepts_open(const char *data_dir, rxc_concepts **out, rxc_err *err);
void rxc_concepts_close(rxc_concepts *concepts);

/* Fill mentions, abbreviations and evidence of a record whose references and call-outs are found. Cost O(text). */
void rxc_concepts_find(const rxc_concepts *concepts, rxc_record *record);

/* The same for a plain text: out gets a document of its own with the text as its only content, mentions, abbreviations and
 * evidence. phrases are looked for and come back as mentions of type RXC_PHRASE with their assertion. True when the text
 * states an adverse effect of a drug (the "adverse" of `annotate`). Everything lives in arena; text and phrases are borrowed. */
bool rxc_concepts_annotate(const rxc_concepts *concepts, Arena *arena, Str text, const Str *phrases, size_t phrase_count,
                           rxc_record *out);

/* One row of the vocabularies, by id; false when there is none. Views stay valid while open. */
typedef struct rxc_term {
    Str id, name, group; /* group: class of a drug, organ class of a disorder */
    Str codes;           /* in other terminologies: "MeSH:D003875|MedDRA:10048799"; usually empty */
    rxc_concept_type type;
} rxc_term;
bool rxc_concepts_term(const rxc_concepts *concepts, Str id, rxc_term *out);

#endif
