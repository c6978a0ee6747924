/* concept.c: drugs, disorders and the evidence between them, found in the text of a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* access */
#include "concept/concept.h"

#include <stdlib.h>
#include <unistd.h>

#include "concept/concepts.h"
#include "concept/pair.h"
#include "concept/whole.h"

/* A model that is not there is left out; one that is damaged is an error. */
static rxc_status open_model(rxc_concepts *c, const char *data_dir, const char *kind, rxc_model **out, rxc_err *err)
{
    const char *path = arena_printf(&c->arena, "%s/models/%s.bin", data_dir, kind).p;
    return access(path, F_OK) == 0 ? rxc_model_open(path, kind, RXC_TAGGER_VERSION, out, err) : RXC_OK;
}

rxc_status rxc_concepts_open(const char *data_dir, rxc_concepts **out, rxc_err *err)
{
    rxc_concepts *c = calloc(1, sizeof *c);
    if (!c) rxc_err_memory(sizeof *c);
    Arena *arena = &c->arena;
    c->finder.words = rxc_words_new(arena);
    rxc_words *words = c->finder.words;
    const char *vocab = arena_printf(arena, "%s/vocab", data_dir).p;
    const char *parts = arena_printf(arena, "%s/cues/parts.tsv", data_dir).p;
    const char *language = arena_printf(arena, "%s/cues/language.tsv", data_dir).p;
    const char *assertion = arena_printf(arena, "%s/cues/assertion.tsv", data_dir).p;
    const char *relation = arena_printf(arena, "%s/cues/relation.tsv", data_dir).p;
    const char *effects = arena_printf(arena, "%s/cues/effects.tsv", data_dir).p;
    const char *curves = arena_printf(arena, "%s/models/calibration.tsv", data_dir).p;
    rxc_status status = rxc_vocab_load(&c->finder.vocab, vocab, getenv("RXCITE_VOCAB"), words, arena, err);
    if (!status) status = rxc_parts_load(&c->finder.parts, parts, words, arena, err);
    if (!status) status = rxc_doubt_load(&c->languages, language, words, arena, err);
    if (!status) status = rxc_cue_load(&c->assertion, assertion, words, arena, err);
    if (!status) status = rxc_cue_load(&c->relation, relation, words, arena, err);
    if (!status) status = rxc_effect_load(&c->effects, effects, &c->finder.vocab, words, arena, err);
    if (!status) status = rxc_calibrate_load(c->curves, curves, arena, err);
    if (!status) status = open_model(c, data_dir, RXC_TAGGER_MENTION, &c->mention, err);
    if (!status) status = open_model(c, data_dir, RXC_TAGGER_EVENT, &c->event, err);
    if (!status) status = open_model(c, data_dir, RXC_PAIR_KIND, &c->pair, err);
    if (!status) status = open_model(c, data_dir, RXC_WHOLE_KIND, &c->document, err);
    if (status) rxc_concepts_close(c);
    else *out = c;
    return status;
}

void rxc_concepts_close(rxc_concepts *concepts)
{
    if (!concepts) return;
    if (concepts->mention) rxc_model_close(concepts->mention);
    if (concepts->event) rxc_model_close(concepts->event);
    if (concepts->pair) rxc_model_close(concepts->pair);
    if (concepts->document) rxc_model_close(concepts->document);
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
