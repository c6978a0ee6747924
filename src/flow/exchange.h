/* exchange.h: annotated texts in the formats that other programs of the field exchange: PubTator and BioC JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_EXCHANGE_H
#define RXC_FLOW_EXCHANGE_H

#include "base/buf.h"
#include "concept/concept.h"

/* A text to annotate. */
typedef struct rxc_exchange_text {
    Str id;
    Str text;    /* title, one byte of white space, abstract */
    size_t cut;  /* where the title ends; text.n when there is nothing behind it */
    bool titled; /* the source says that it is a title; else it is only the first line */
} rxc_exchange_text;

/* A text of which no more is known: its first line stands where a title would. */
rxc_exchange_text rxc_exchange_plain(Str id, Str text);

/* --- pubtator.c: PMID|t|title, PMID|a|abstract, lines of annotations, an empty line; offsets in code points of title,
 * a space, and abstract.   Source  Wei et al. 2013 (PubTator), Nucleic Acids Res 41:W518 */

/* Does the input look like PubTator: "ID|t|…" in its first line with anything in it? */
bool rxc_pubtator_is(Str input);

/* Cut the next document off the rest; false at the end. Annotations that it brings are passed over and counted in
 * *given, lines that are none of these in *odd. */
bool rxc_pubtator_next(Str *rest, Arena *arena, rxc_exchange_text *out, size_t *given, size_t *odd);

/* One document with its annotations and an empty line. The id of a concept is its MeSH code where there is one, else
 * ours,
 * "-1" where there is none; relations are CID (chemical-induced disease) and Treatment, those that are denied are left
 * out. */
void rxc_pubtator_write(Buf *out, const rxc_concepts *concepts, const rxc_exchange_text *text,
                        const rxc_record *record);

/* --- bioc.c: BioC in JSON.   Source  Comeau et al. 2013, Database bat064; Comeau et al. 2019, Bioinformatics 35:3533
 */

/* What stands before the documents of a collection, and behind them. Between two documents stands a comma. */
extern const char rxc_bioc_head[], rxc_bioc_tail[];

/* One document on one line, without a newline. record NULL: the text could not be read, and `problem` says why. */
void rxc_bioc_write(Buf *out, const rxc_concepts *concepts, const rxc_exchange_text *text, const rxc_record *record,
                    Str problem);

/* The id of a mention's concept as these formats know it: "D003875", "drug:dupilumab"; empty: none. */
Str rxc_exchange_code(const rxc_concepts *concepts, const rxc_mention *mention);

#endif
