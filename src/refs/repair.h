/* repair.h: what a tagger gets wrong because it is rare, and a look at the neighbours settles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_REPAIR_H
#define RXC_REFS_REPAIR_H

#include "refs/token.h"

/* Change the labels of tagged tokens:
 *     "711-21.e7"                              the supplement belongs to the page
 *     "et al; participating investigators. T"  those whom a list of authors closes with are no part of the title
 * Cost O(tokens) */
void rxc_repair_labels(Str raw, rxc_tokens *tokens);

#endif
