/* scan.h: goes over a document sentence by sentence, and fills its record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_SCAN_H
#define RXC_CONCEPT_SCAN_H

#include "concept/concepts.h"

/* Bytes of the text whose assertion is wanted, ascending. */
typedef VEC(rxc_span) rxc_wanted;

/* Fill mentions, abbreviations and evidence of the record; every wanted span becomes a mention of type RXC_PHRASE.
 * wanted    may be NULL */
void rxc_scan_document(const rxc_concepts *concepts, rxc_record *record, const rxc_wanted *wanted);

#endif
