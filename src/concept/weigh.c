/* weigh.c: what the whole document says of a drug and a disorder decides over what one sentence seems to say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/weigh.h"

#include <stdlib.h>

static const float PLAIN = 0.7f; /* score */

/* A statement by what it is about. */
typedef struct key {
    Str drug, disorder; /* concept, else name */
    size_t sentence, at;
    rxc_relation relation;
    float score;
    bool title, carried, plain, drop, outweighed; /* carried: over from the sentence before */
} key;

static Str subject_of(const rxc_record *record, size_t mention)
{
    const rxc_mention *m = &record->mentions.v[mention];
    return m->concept.n ? m->concept : m->name;
}

static int compare(const void *a, const void *b)
{
    const key *x = a, *y = b;
    int order = str_cmp(x->drug, y->drug);
    if (!order) order = str_cmp(x->disorder, y->disorder);
    if (!order) order = (x->sentence > y->sentence) - (x->sentence < y->sentence);
    if (!order) order = (x->relation > y->relation) - (x->relation < y->relation);
    if (!order) order = (x->score < y->score) - (x->score > y->score);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

/* An adverse effect that is said plainly is never outweighed: what treats a disorder may worsen it in some. */
static bool is_plain(const rxc_evidence *e)
{
    if (e->relation != RXC_ADVERSE_EFFECT) return false;
    return e->score >= PLAIN || str_eq(e->rule, S("worsened")) || str_eq(e->rule, S("induced"));
}

static bool same_pair(const key *a, const key *b) { return str_eq(a->drug, b->drug) && str_eq(a->disorder, b->disorder); }

/* Keys [b, e) are about one drug and one disorder. */
static void weigh_pair(key *keys, size_t b, size_t e)
{
    size_t count[2] = { 0 };
    for (size_t i = b; i < e; i++) {
        keys[i].drop = i > b && keys[i].sentence == keys[i - 1].sentence && keys[i].relation == keys[i - 1].relation;
        if (!keys[i].drop) count[keys[i].relation] += keys[i].title ? 2 : 1;
    }
    for (size_t i = b; i < e; i++) {
        size_t mine = count[keys[i].relation], other = count[!keys[i].relation];
        if (!keys[i].drop) keys[i].outweighed = (!keys[i].plain && other >= 2 && other >= 2 * mine) || (other && keys[i].carried);
        keys[i].drop |= keys[i].outweighed;
    }
    size_t adverse = STR_NONE; /* the sentence of the last adverse effect: it is said more plainly than treats */
    for (size_t i = b; i < e; i++) {
        if (keys[i].relation == RXC_TREATS && !keys[i].drop) keys[i].drop = keys[i].outweighed = keys[i].sentence == adverse;
        else if (!keys[i].drop) adverse = keys[i].sentence;
    }
}

void rxc_weigh_evidence(rxc_record *record)
{
    size_t n = record->evidence.n, kept = 0;
    if (!n) return;
    Arena scratch = { 0 };
    key *keys = arena_array(&scratch, key, n);
    bool *drop = arena_array(&scratch, bool, n);
    for (size_t i = 0; i < n; i++) {
        const rxc_evidence *e = &record->evidence.v[i];
        keys[i] = (key){ subject_of(record, e->drug), subject_of(record, e->disorder),
                         e->sentence.b, i, e->relation, e->score,
                         e->section == RXC_SECTION_TITLE, str_eq(e->rule, S("developed-next")), is_plain(e), false, false };
    }
    qsort(keys, n, sizeof *keys, compare);
    for (size_t b = 0, e; b < n; b = e) {
        for (e = b + 1; e < n && same_pair(&keys[b], &keys[e]);) e++;
        weigh_pair(keys, b, e);
    }
    size_t outweighed = 0;
    for (size_t i = 0; i < n; i++) drop[keys[i].at] = keys[i].drop, outweighed += keys[i].outweighed;
    if (outweighed)
        rxc_diag_add(record->doc->arena, &record->doc->diags, RXC_NOTE, "outweighed", 0, 0,
                     "statements left out because others of the document say more surely the contrary of that drug and disorder: %zu", outweighed);
    for (size_t i = 0; i < n; i++)
        if (!drop[i]) record->evidence.v[kept++] = record->evidence.v[i];
    record->evidence.n = kept;
    arena_clear(&scratch);
}
