/* weigh.h: what the whole document says of a drug and a disorder decides over what one sentence seems to say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_WEIGH_H
#define RXC_CONCEPT_WEIGH_H

#include "model/record.h"

/* Keep one statement per sentence, relation, drug and disorder (the surest); and where a document has statements of
 * both relations for one drug and disorder, drop those of the relation that far fewer sentences state (a title counts for two),
 * but never an adverse effect that is said plainly (score 0.7 or more, "worsened", "-induced").
 * The order of the statements stays. Cost O(n log n). */
void rxc_weigh_evidence(rxc_record *record);

#endif
