/* normalise.h: labelled tokens of a reference become a work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_NORMALISE_H
#define RXC_REFS_NORMALISE_H

#include "model/record.h"
#include "refs/token.h"

/* Fill ref->work, the confidences and ref->parsed from tokens, whose spans are in raw, which must live as long as
 * arena. Cost O(bytes). */
void rxc_normalise_tokens(Arena *arena, Arena *scratch, Str raw, const rxc_tokens *tokens, rxc_reference *ref);

#endif
