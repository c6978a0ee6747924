/* nametags.h: names of a list whose tokens are tagged as family and given names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_NAMETAGS_H
#define RXC_REFS_NAMETAGS_H

#include "model/work.h"
#include "refs/token.h"

/* Append the names of the tokens [b, e) by their parts. False, and nothing appended, when the tokens have no parts or
 * these make no sense: given names without a family name next to them.
 * et_al  set when the list says that it is not complete; never cleared. Cost O(tokens) */
bool rxc_nametags_read(Arena *arena, Arena *scratch, Str raw, const rxc_tokens *tokens, size_t b, size_t e,
                       rxc_names *out, bool *et_al);

#endif
