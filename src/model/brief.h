/* brief.h: what tables and reports need of a record, when there are too many records to hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_BRIEF_H
#define RXC_MODEL_BRIEF_H

#include "model/record.h"

/* A copy of its own in arena, of what a report names: kind and title of the document, its evidence with the mentions and
 * references that it names (indices are those of the copy), call-outs that lead nowhere, the blocks in which these lie, cases,
 * ledger and diagnostics. The rest is left out: other mentions, references and call-outs, abbreviations. Of the text only the
 * sentences of those call-outs stay, to which their `sentence` refers; all other spans are those of in.
 * references  [out->references.n] which ones of in they are; in arena
 * Cost  O(in) */
void rxc_brief_copy(Arena *arena, const rxc_record *in, rxc_record *out, size_t **references);

#endif
