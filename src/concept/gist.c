/* gist.c: what is kept of the sentences of an abstract until all of it is read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/gist.h"

#include <stdlib.h>

static const float SURE = 0.5f; /* least score of a mention that makes a topic */

/* --- sentences --------------------------------------------------------------------------------------------------- */

static void *copy(Arena *arena, const void *from, size_t n, size_t size)
{
    void *to = arena_calloc(arena, n + 1, size);
    if (n) memcpy(to, from, n * size);
    return to;
}

void rxc_gist_note(rxc_gist *gist, const rxc_statement *s, const rxc_claims *claims, size_t base, bool title, Arena *arena)
{
    if (gist->sentences.n == RXC_GIST_SENTENCES) {
        gist->over = true;
        return;
    }
    rxc_noted *noted = vec_push(arena, &gist->sentences);
    *noted = (rxc_noted){ .unit = s->unit, .base = base, .title = title };
    noted->unit.tokens = copy(arena, s->unit.tokens, s->unit.n, sizeof *s->unit.tokens);
    noted->finds = (rxc_finds){ copy(arena, s->finds.v, s->finds.n, sizeof *s->finds.v), s->finds.n, s->finds.n };
    noted->cues = (rxc_cue_matches){ copy(arena, s->cues.v, s->cues.n, sizeof *s->cues.v), s->cues.n, s->cues.n };
    noted->claims = (rxc_claims){ copy(arena, claims->v, claims->n, sizeof *claims->v), claims->n, claims->n };
}

/* --- topics ------------------------------------------------------------------------------------------------------ */

typedef struct named {
    Str key;
    uint32_t term;
    rxc_place place;
} named;
typedef VEC(named) named_list;

/* The words of a name: small letters, one space between, no plural s. */
static Str words_of(Str name, Arena *arena)
{
    char *out = arena_alloc(arena, name.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        bool word = chr_alnum(name.p[i]) || (unsigned char)name.p[i] >= 0x80;
        if (word) out[n++] = chr_to_lower(name.p[i]);
        else if (n && out[n - 1] != ' ') out[n++] = ' ';
    }
    while (n && out[n - 1] == ' ') n--;
    if (n > 4 && out[n - 1] == 's' && out[n - 2] != 's' && out[n - 2] != 'i') n--;
    return (Str){ out, n };
}

static int compare_named(const void *a, const void *b)
{
    const named *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    if (order) return order;
    if (x->place.sentence != y->place.sentence) return x->place.sentence < y->place.sentence ? -1 : 1;
    return (x->place.find > y->place.find) - (x->place.find < y->place.find);
}

/* The most frequent first, then the one that comes first. */
static int compare_topics(const void *a, const void *b)
{
    const rxc_topic *x = a, *y = b;
    if (x->places.n != y->places.n) return x->places.n > y->places.n ? -1 : 1;
    const rxc_place *p = x->places.v, *q = y->places.v;
    if (p->sentence != q->sentence) return p->sentence < q->sentence ? -1 : 1;
    return (p->find > q->find) - (p->find < q->find);
}

static void list_names(const rxc_gist *gist, const rxc_vocab *vocab, rxc_concept_type type, Arena *arena, named_list *out)
{
    for (size_t i = 0; i < gist->sentences.n; i++) {
        const rxc_noted *noted = &gist->sentences.v[i];
        for (size_t k = 0; k < noted->finds.n; k++) {
            const rxc_find *f = &noted->finds.v[k];
            if (f->type != type || (f->score < SURE && !f->role)) continue;
            Str name = f->name.n ? f->name : str_sub(noted->unit.text, noted->unit.tokens[f->b].b, noted->unit.tokens[f->e - 1].e);
            Str key = f->term != RXC_NO_TERM ? vocab->terms.v[f->term].id : words_of(name, arena);
            *vec_push(arena, out) = (named){ key, f->term, { i, k } };
        }
    }
    if (out->n) qsort(out->v, out->n, sizeof *out->v, compare_named);
}

static void find_topics(rxc_gist *gist, const rxc_vocab *vocab, rxc_concept_type type, size_t most, Arena *arena)
{
    named_list names = { 0 };
    rxc_topics *topics = &gist->topics[type];
    list_names(gist, vocab, type, arena, &names);
    for (size_t i = 0; i < names.n; i++) {
        if (!i || !str_eq(names.v[i].key, names.v[i - 1].key))
            *vec_push(arena, topics) = (rxc_topic){ .key = names.v[i].key, .term = names.v[i].term };
        rxc_topic *topic = &topics->v[topics->n - 1];
        if (topic->places.n < RXC_GIST_PLACES) *vec_push(arena, &topic->places) = names.v[i].place;
    }
    if (topics->n) qsort(topics->v, topics->n, sizeof *topics->v, compare_topics);
    if (topics->n > most) topics->n = most;
    for (size_t t = 0; t < topics->n; t++)
        for (size_t k = 0; k < topics->v[t].places.n; k++) {
            rxc_place p = topics->v[t].places.v[k];
            gist->sentences.v[p.sentence].topic[p.find] = t;
        }
}

bool rxc_gist_close(rxc_gist *gist, const rxc_vocab *vocab, Arena *arena)
{
    if (gist->sentences.n < RXC_GIST_LEAST || gist->over) return false;
    for (size_t i = 0; i < gist->sentences.n; i++) {
        rxc_noted *noted = &gist->sentences.v[i];
        noted->topic = arena_array(arena, size_t, noted->finds.n + 1);
        for (size_t k = 0; k < noted->finds.n; k++) noted->topic[k] = RXC_NO_TOPIC;
    }
    find_topics(gist, vocab, RXC_DRUG, RXC_GIST_DRUGS, arena);
    find_topics(gist, vocab, RXC_DISORDER, RXC_GIST_DISORDERS, arena);
    return gist->topics[RXC_DRUG].n && gist->topics[RXC_DISORDER].n;
}
