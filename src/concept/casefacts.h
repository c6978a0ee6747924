/* casefacts.h: the facts of the cases that a document tells: patient, drug, reaction, course, each with its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CASEFACTS_H
#define RXC_CONCEPT_CASEFACTS_H

#include "base/err.h"
#include "model/record.h"

/* The phrases of data/cues/casefacts.tsv, compiled. Immutable when open, shared by threads. */
typedef struct rxc_casefacts rxc_casefacts;

/* Errors  RXC_DATA missing or damaged table, with line */
rxc_status rxc_casefacts_open(const char *data_dir, rxc_casefacts **out, rxc_err *err);
void rxc_casefacts_close(rxc_casefacts *facts);

/* Fill the cases of a record whose concepts are found. Reviews, trials and labels tell none. A document that tells more
 * than RXC_CASEFACTS_CASES has the others counted as lost. Cost O(text) + O(evidence) per case. */
enum { RXC_CASEFACTS_CASES = 100 };
void rxc_casefacts_find(const rxc_casefacts *facts, rxc_record *record);

#endif
