/* refs.h: references and call-outs of a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_REFS_H
#define RXC_REFS_REFS_H

#include "base/err.h"
#include "model/record.h"

/* A parser of reference strings: rules, or rules with a trained model. Immutable when open, shared by threads. */
typedef struct rxc_refs_parser rxc_refs_parser;

/* model_path NULL: rules only. Errors: RXC_DATA when the model file is missing or damaged. */
rxc_status rxc_refs_open(const char *model_path, rxc_refs_parser **out, rxc_err *err);
void rxc_refs_close(rxc_refs_parser *parser);

/* Parse one raw reference string (no number before it, or one) into ref->work, ->confidence, ->parsed. Any bytes are
 * taken; what cannot be read leaves the fields empty. Result in arena. Cost O(bytes). */
void rxc_refs_parse(const rxc_refs_parser *parser, Arena *arena, Str raw, rxc_reference *ref);

/* Find the list of references of a document, cut it into entries, parse each: record->references, ledger, diags.
 * Entries whose fields the source states are taken from doc->entries. Blocks that turn out to be reference entries get
 * kind RXC_BLOCK_REFERENCE. */
void rxc_refs_find(const rxc_refs_parser *parser, rxc_record *record);

/* Find the call-outs and tie each to its entries and its sentence: record->callouts, ledger, diags. */
void rxc_callouts_find(rxc_record *record);

#endif
