/* rules.c: labels the tokens of a reference by rules. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/token.h"

static void tag(const rxc_tagger *self, Arena *scratch, Str raw, rxc_tokens *tokens)
{
    (void)self, (void)scratch, (void)raw, (void)tokens;
}

const rxc_tagger rxc_rules_tagger = { tag };
