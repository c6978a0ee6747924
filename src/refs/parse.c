/* parse.c: the parser of reference strings: tokens, tagger, normal fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "refs/normalise.h"
#include "refs/refs.h"
#include "refs/repair.h"
#include "refs/tagger.h"

struct rxc_refs_parser {
    const rxc_tagger *tagger;
};

rxc_status rxc_refs_open(const char *model_path, rxc_refs_parser **out, rxc_err *err)
{
    const rxc_tagger *tagger = &rxc_rules_tagger;
    if (model_path) RXC_TRY(rxc_tagger_open(model_path, &tagger, err));
    rxc_refs_parser *parser = calloc(1, sizeof *parser);
    if (!parser) rxc_err_memory(sizeof *parser);
    parser->tagger = tagger;
    *out = parser;
    return RXC_OK;
}

void rxc_refs_close(rxc_refs_parser *parser)
{
    if (parser) rxc_tagger_close(parser->tagger);
    free(parser);
}

void rxc_refs_parse(const rxc_refs_parser *parser, Arena *arena, Str raw, rxc_reference *ref)
{
    Arena scratch = { 0 };
    rxc_tokens tokens;
    ref->raw = arena_str(arena, str_trim(raw));
    rxc_token_split(&scratch, ref->raw, &tokens);
    parser->tagger->tag(parser->tagger, &scratch, ref->raw, &tokens);
    rxc_repair_labels(ref->raw, &tokens);
    rxc_normalise_tokens(arena, &scratch, ref->raw, &tokens, ref);
    arena_clear(&scratch);
}
