/* merge.c: puts together what the vocabularies list and what the trained taggers see. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/merge.h"

#include <stdlib.h>

static const float NEW_EVENT = 0.6f;   /* score of a mention that only the event model sees */
static const float LEAST_EVENT = 0.5f; /* how sure it must be of one */

/* The listed mention that says what the tagged one is: the same tokens, else the last within. */
static const rxc_find *named_by(const rxc_finds *finds, size_t from, const rxc_tagged *t, rxc_concept_type type)
{
    const rxc_find *best = NULL;
    for (size_t i = from; i < finds->n && finds->v[i].b < t->e; i++) {
        const rxc_find *f = &finds->v[i];
        if (f->type != type || f->e <= t->b) continue;
        if (!best || f->e <= t->e) best = f;
    }
    return best;
}

static rxc_find merged(const rxc_tagged *t, rxc_concept_type type, const rxc_find *listed)
{
    rxc_find f = { .b = t->b, .e = t->e, .wide_b = t->b, .wide_e = t->e, .type = type, .term = RXC_NO_TERM, .score = 0.8f };
    if (!listed) return f;
    f.term = listed->term, f.name = listed->name, f.is_class = listed->is_class;
    f.score = listed->score > f.score ? listed->score : f.score;
    if (listed->wide_b < f.wide_b) f.wide_b = listed->wide_b;
    return f;
}

void rxc_merge_mentions(const rxc_tagged_list *tagged, Arena *brief, Arena *arena, rxc_finds *finds)
{
    rxc_finds out = { 0 };
    size_t at = 0; /* the first listed mention that is not passed */
    for (size_t i = 0; i <= tagged->n; i++) {
        const rxc_tagged *t = i < tagged->n ? &tagged->v[i] : NULL;
        for (; at < finds->n && (!t || finds->v[at].e <= t->b); at++) {
            rxc_find doubted = finds->v[at];
            doubted.score = RXC_MERGE_DOUBTED;
            *vec_push(brief, &out) = doubted;
        }
        if (!t) break;
        rxc_concept_type type = t->tag == RXC_TAG_DRUG ? RXC_DRUG : RXC_DISORDER;
        *vec_push(brief, &out) = merged(t, type, named_by(finds, at, t, type));
        while (at < finds->n && finds->v[at].b < t->e) at++;
    }
    for (size_t i = 1; i < out.n; i++) /* the wording of one does not go over the one before */
        if (out.v[i].wide_b < out.v[i - 1].e) out.v[i].wide_b = out.v[i - 1].e;
    finds->n = 0;
    for (size_t i = 0; i < out.n; i++) *vec_push(arena, finds) = out.v[i];
}

/* The mention that an event's wording is about: of its type, the last that ends within. */
static size_t about(const rxc_finds *finds, size_t from, const rxc_tagged *t, rxc_concept_type type)
{
    size_t best = SIZE_MAX;
    for (size_t i = from; i < finds->n && finds->v[i].b < t->e; i++)
        if (finds->v[i].type == type && finds->v[i].e > t->b && (best == SIZE_MAX || finds->v[i].e <= t->e)) best = i;
    return best;
}

static uint8_t role_of(rxc_tag tag)
{
    return tag == RXC_TAG_DRUG ? RXC_ROLE_DRUG : tag == RXC_TAG_REACTION ? RXC_ROLE_REACTION : RXC_ROLE_TREATED;
}

static int compare_finds(const void *a, const void *b)
{
    const rxc_find *x = a, *y = b;
    if (x->b != y->b) return x->b < y->b ? -1 : 1;
    return (x->e > y->e) - (x->e < y->e);
}

void rxc_merge_events(const rxc_tagged_list *events, Arena *brief, Arena *arena, rxc_finds *finds)
{
    size_t from = 0, n = finds->n;
    rxc_finds more = { 0 };
    for (size_t k = 0; k < events->n; k++) {
        const rxc_tagged *t = &events->v[k];
        rxc_concept_type type = t->tag == RXC_TAG_DRUG ? RXC_DRUG : RXC_DISORDER;
        while (from < n && finds->v[from].e <= t->b) from++;
        size_t i = about(finds, from, t, type);
        if (i == SIZE_MAX && t->score < LEAST_EVENT) continue;
        rxc_find *f = i == SIZE_MAX ? vec_push(brief, &more) : &finds->v[i];
        if (i == SIZE_MAX)
            *f = (rxc_find){ .b = t->b, .e = t->e, .type = type, .term = RXC_NO_TERM, .score = NEW_EVENT };
        f->role = role_of(t->tag), f->role_score = t->score;
        f->wide_b = t->b, f->wide_e = t->e;
    }
    for (size_t i = 0; i < more.n; i++) *vec_push(arena, finds) = more.v[i];
    if (more.n) qsort(finds->v, finds->n, sizeof *finds->v, compare_finds);
}
