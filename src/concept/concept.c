/* concept.c: drugs, disorders and the evidence between them, found in the text of a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/concept.h"

#include <stdlib.h>

#include "concept/concepts.h"

rxc_status rxc_concepts_open(const char *data_dir, rxc_concepts **out, rxc_err *err)
{
    rxc_concepts *c = calloc(1, sizeof *c);
    if (!c) rxc_err_memory(sizeof *c);
    Arena *arena = &c->arena;
    c->finder.words = rxc_words_new(arena);
    rxc_words *words = c->finder.words;
    const char *vocab = arena_printf(arena, "%s/vocab", data_dir).p;
    const char *parts = arena_printf(arena, "%s/cues/parts.tsv", data_dir).p;
    const char *assertion = arena_printf(arena, "%s/cues/assertion.tsv", data_dir).p;
    const char *relation = arena_printf(arena, "%s/cues/relation.tsv", data_dir).p;
    rxc_status status = rxc_vocab_load(&c->finder.vocab, vocab, getenv("RXCITE_VOCAB"), words, arena, err);
    if (!status) status = rxc_parts_load(&c->finder.parts, parts, words, arena, err);
    if (!status) status = rxc_cue_load(&c->assertion, assertion, words, arena, err);
    if (!status) status = rxc_cue_load(&c->relation, relation, words, arena, err);
    if (status) rxc_concepts_close(c);
    else *out = c;
    return status;
}

void rxc_concepts_close(rxc_concepts *concepts)
{
    if (!concepts) return;
    Arena arena = concepts->arena;
    arena_clear(&arena);
    free(concepts);
}

bool rxc_concepts_term(const rxc_concepts *concepts, Str id, rxc_term *out)
{
    uint32_t term = rxc_vocab_term(&concepts->finder.vocab, id);
    if (term == RXC_NO_TERM) return false;
    *out = concepts->finder.vocab.terms.v[term];
    return true;
}
