/* recall.c: finds again the names of drugs that a text has used before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/recall.h"

enum {
    TOKENS = 6,      /* most of a name */
    NAMES = 1024,    /* most of a text */
    LEAST = 4,       /* bytes of a name */
    AS_WRITTEN = 6,  /* shorter names count only with the same capitals */
};

static const float SURE = 0.5f; /* least score of a mention whose name is noted */

static uint32_t step(uint32_t hash, const rxc_token *token) { return (hash ^ token->hash) * 0x9E3779B1u; }

static Str bytes_of(const rxc_unit *unit, size_t b, size_t e)
{
    return str_sub(unit->text, unit->tokens[b].b, unit->tokens[e - 1].e);
}

static bool same_name(const rxc_recalled *name, Str written)
{
    return name->written.n < AS_WRITTEN || written.n < AS_WRITTEN ? str_eq(name->written, written) : true;
}

static rxc_recalled *look_up(rxc_recall *recall, uint32_t hash, size_t tokens, Str written)
{
    for (uint32_t i = recall->chain[hash >> 24]; i; i = recall->names.v[i - 1].next) {
        rxc_recalled *name = &recall->names.v[i - 1];
        if (name->hash == hash && name->find.e == tokens && same_name(name, written)) return name;
    }
    return NULL;
}

static void note(rxc_recall *recall, const rxc_unit *unit, const rxc_find *f, Arena *arena)
{
    Str written = bytes_of(unit, f->b, f->e);
    if (f->type != RXC_DRUG || f->score < SURE || f->e - f->b > TOKENS || written.n < LEAST) return;
    uint32_t hash = 0;
    for (size_t t = f->b; t < f->e; t++) hash = step(hash, &unit->tokens[t]);
    rxc_recalled *name = look_up(recall, hash, f->e - f->b, written);
    if (name) name->used++;
    if (name || recall->names.n == NAMES) return;
    rxc_recalled new = { .written = written, .find = *f, .hash = hash, .next = recall->chain[hash >> 24], .used = 1 };
    new.find.b = new.find.wide_b = 0, new.find.e = new.find.wide_e = f->e - f->b;
    *vec_push(arena, &recall->names) = new;
    recall->chain[hash >> 24] = (uint32_t)recall->names.n;
}

/* The longest name at token b that ends before token `end`. */
static rxc_recalled *name_at(rxc_recall *recall, const rxc_unit *unit, size_t b, size_t end)
{
    rxc_recalled *best = NULL;
    uint32_t hash = 0;
    for (size_t e = b; e < end && e < b + TOKENS; e++) {
        hash = step(hash, &unit->tokens[e]);
        if (!recall->chain[hash >> 24]) continue;
        rxc_recalled *name = look_up(recall, hash, e + 1 - b, bytes_of(unit, b, e + 1));
        if (name) best = name;
    }
    return best;
}

/* The names between tokens b and e, where no mention is. */
static void recall_between(rxc_recall *recall, const rxc_unit *unit, size_t b, size_t e, Arena *brief, rxc_finds *out)
{
    while (b < e) {
        rxc_recalled *name = name_at(recall, unit, b, e);
        if (name && 2 * name->used > name->passed++) {
            rxc_find f = name->find;
            f.b = f.wide_b = b, f.e = f.wide_e = b + name->find.e;
            *vec_push(brief, out) = f;
        }
        b += name ? name->find.e : 1;
    }
}

void rxc_recall_names(rxc_recall *recall, const rxc_unit *unit, Arena *brief, Arena *arena, rxc_finds *finds)
{
    rxc_finds out = { 0 };
    size_t n = finds->n, at = 0;
    for (size_t i = 0; i < n && recall->names.n; i++) {
        recall_between(recall, unit, at, finds->v[i].b, brief, &out);
        *vec_push(brief, &out) = finds->v[i];
        at = finds->v[i].e;
    }
    if (recall->names.n) recall_between(recall, unit, at, unit->n, brief, &out);
    for (size_t i = 0; i < n; i++) note(recall, unit, &finds->v[i], arena);
    if (out.n == n || !out.n) return;
    finds->n = 0;
    for (size_t i = 0; i < out.n; i++) *vec_push(arena, finds) = out.v[i];
}
