/* whole.c: judges drugs and disorders by the whole of a short text: which pairs there are, and what becomes of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/whole.h"

#include <stdlib.h>

#include "learn/linear.h"

static const float LEAST = 0.32f, PLAIN = 0.81f; /* chance of a pair that is kept or added; score of what is said plainly */

const char *const rxc_whole_labels[RXC_WHOLE_LABELS] = { "none", "adverse" };

/* --- pairs ------------------------------------------------------------------------------------------------------- */

static size_t gap_of(const rxc_find *a, const rxc_find *b)
{
    if (a->b > b->b) return gap_of(b, a);
    return b->b > a->e ? b->b - a->e : 0;
}

/* Both are named in one sentence. */
static void meet(rxc_link *l, const rxc_noted *noted, size_t sentence, size_t drug, size_t disorder)
{
    size_t gap = gap_of(&noted->finds.v[drug], &noted->finds.v[disorder]);
    if (gap >= l->distance) return;
    l->distance = gap;
    if (l->claim) return;
    l->drug_at = (rxc_place){ sentence, drug }, l->disorder_at = (rxc_place){ sentence, disorder };
}

static void meet_in(rxc_links *links, const rxc_gist *gist, size_t sentence)
{
    const rxc_noted *noted = &gist->sentences.v[sentence];
    size_t disorders = gist->topics[RXC_DISORDER].n;
    for (size_t i = 0; i < noted->finds.n && i < RXC_EVIDENCE_MENTIONS; i++)
        for (size_t j = 0; j < noted->finds.n && j < RXC_EVIDENCE_MENTIONS; j++) {
            if (noted->finds.v[i].type != RXC_DRUG || noted->finds.v[j].type != RXC_DISORDER) continue;
            if (noted->topic[i] == RXC_NO_TOPIC || noted->topic[j] == RXC_NO_TOPIC) continue;
            meet(&links->v[noted->topic[i] * disorders + noted->topic[j]], noted, sentence, i, j);
        }
}

static void hear_claim(rxc_links *links, const rxc_gist *gist, size_t sentence, const rxc_claim *c)
{
    const rxc_noted *noted = &gist->sentences.v[sentence];
    if (c->drug == RXC_CARRIED || noted->topic[c->drug] == RXC_NO_TOPIC || noted->topic[c->disorder] == RXC_NO_TOPIC) return;
    rxc_link *l = &links->v[noted->topic[c->drug] * gist->topics[RXC_DISORDER].n + noted->topic[c->disorder]];
    if (c->certainty == RXC_NEGATED) {
        l->denied++;
        return;
    }
    float adverse = c->chance[RXC_ADVERSE_EFFECT], treats = c->chance[RXC_TREATS];
    if (treats > l->treats) l->treats = treats;
    l->sum += adverse;
    if (l->claim && adverse <= l->adverse) return;
    l->adverse = adverse, l->claim = c;
    l->drug_at = (rxc_place){ sentence, c->drug }, l->disorder_at = (rxc_place){ sentence, c->disorder };
}

/* The sentences that name both, and where they are nearest. */
static void compare_places(rxc_link *l, const rxc_topic *drug, const rxc_topic *disorder)
{
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < drug->places.n; i++)
        for (size_t j = 0; j < disorder->places.n; j++) {
            rxc_place p = drug->places.v[i], q = disorder->places.v[j];
            size_t apart = p.sentence > q.sentence ? p.sentence - q.sentence : q.sentence - p.sentence;
            if (!apart && p.sentence != last) l->together++, last = p.sentence;
            if (apart >= l->apart) continue;
            l->apart = apart;
            if (apart) l->drug_at = p, l->disorder_at = q;
        }
}

void rxc_whole_list(const rxc_gist *gist, Arena *arena, rxc_links *out)
{
    const rxc_topics *drugs = &gist->topics[RXC_DRUG], *disorders = &gist->topics[RXC_DISORDER];
    for (size_t d = 0; d < drugs->n; d++)
        for (size_t r = 0; r < disorders->n; r++) {
            rxc_link *l = vec_push(arena, out);
            *l = (rxc_link){ .drug = d, .disorder = r, .distance = SIZE_MAX, .apart = SIZE_MAX };
            compare_places(l, &drugs->v[d], &disorders->v[r]);
        }
    for (size_t i = 0; i < gist->sentences.n; i++) {
        const rxc_claims *claims = &gist->sentences.v[i].claims;
        for (size_t k = 0; k < claims->n; k++) hear_claim(out, gist, i, &claims->v[k]);
        meet_in(out, gist, i);
    }
}

/* --- judging ----------------------------------------------------------------------------------------------------- */

static int compare_evidence(const void *a, const void *b)
{
    const rxc_evidence *x = a, *y = b;
    if (x->sentence.b != y->sentence.b) return x->sentence.b < y->sentence.b ? -1 : 1;
    if (x->disorder != y->disorder) return x->disorder < y->disorder ? -1 : 1;
    if (x->drug != y->drug) return x->drug < y->drug ? -1 : 1;
    return (x->relation > y->relation) - (x->relation < y->relation);
}

static void add_evidence(const rxc_gist *gist, const rxc_link *l, float score, rxc_record *record)
{
    const rxc_noted *drug = &gist->sentences.v[l->drug_at.sentence], *noted = &gist->sentences.v[l->disorder_at.sentence];
    rxc_evidence e = { .relation = RXC_ADVERSE_EFFECT, .drug = drug->base + l->drug_at.find,
                       .disorder = noted->base + l->disorder_at.find, .sentence = noted->unit.span,
                       .section = noted->title ? RXC_SECTION_TITLE : RXC_SECTION_ABSTRACT,
                       .text = rxc_span_of(noted->unit.text, noted->unit.span), .rule = S(RXC_WHOLE_RULE), .score = score };
    *vec_push(record->doc->arena, &record->evidence) = e;
}

/* The topics of the record's mentions; RXC_NO_TOPIC. */
static size_t *topics_of(const rxc_gist *gist, const rxc_record *record, Arena *arena)
{
    size_t *topic = arena_array(arena, size_t, record->mentions.n + 1);
    for (size_t i = 0; i < record->mentions.n; i++) topic[i] = RXC_NO_TOPIC;
    for (size_t i = 0; i < gist->sentences.n; i++) {
        const rxc_noted *noted = &gist->sentences.v[i];
        for (size_t k = 0; k < noted->finds.n; k++) topic[noted->base + k] = noted->topic[k];
    }
    return topic;
}

/* The chance of each link. */
static float *judge_links(const rxc_concepts *concepts, const rxc_gist *gist, const rxc_links *links, Arena *brief)
{
    float *chance = arena_array(brief, float, links->n + 1);
    rxc_features features = { 0 };
    for (size_t i = 0; i < links->n; i++) {
        float out[RXC_WHOLE_LABELS];
        features.n = 0;
        rxc_whole_describe(concepts, gist, links, i, brief, &features);
        rxc_linear_classify(concepts->document, features.v, features.n, out);
        chance[i] = out[RXC_WHOLE_ADVERSE];
    }
    return chance;
}

static float score_of(const rxc_concepts *concepts, float chance)
{
    return rxc_calibrate_score(concepts->curves[RXC_CURVE_DOCUMENT], chance);
}

/* Weigh what single sentences state. A negation stands, and so does what one sentence says plainly. */
static void weigh_stated(const rxc_concepts *concepts, const rxc_gist *gist, const float *chance, bool *stated, rxc_record *record, Arena *brief)
{
    size_t *topic = topics_of(gist, record, brief), kept = 0;
    for (size_t i = 0; i < record->evidence.n; i++) {
        rxc_evidence *e = &record->evidence.v[i];
        size_t d = topic[e->drug], r = topic[e->disorder];
        if (e->relation == RXC_ADVERSE_EFFECT && d != RXC_NO_TOPIC && r != RXC_NO_TOPIC) {
            size_t link = d * gist->topics[RXC_DISORDER].n + r;
            stated[link] = true;
            if (e->certainty != RXC_NEGATED && e->score < PLAIN && chance[link] < LEAST) continue;
            if (e->certainty != RXC_NEGATED && chance[link] >= LEAST) e->score = score_of(concepts, chance[link]);
        }
        record->evidence.v[kept++] = *e;
    }
    record->evidence.n = kept;
}

void rxc_whole_judge(const rxc_concepts *concepts, const rxc_gist *gist, Arena *brief, rxc_record *record)
{
    rxc_links links = { 0 };
    rxc_whole_list(gist, brief, &links);
    bool *stated = arena_array(brief, bool, links.n + 1);
    const float *chance = judge_links(concepts, gist, &links, brief);
    weigh_stated(concepts, gist, chance, stated, record, brief);
    size_t before = record->evidence.n;
    for (size_t i = 0; i < links.n; i++)
        if (chance[i] >= LEAST && !stated[i]) add_evidence(gist, &links.v[i], score_of(concepts, chance[i]), record);
    if (record->evidence.n > before) qsort(record->evidence.v, record->evidence.n, sizeof *record->evidence.v, compare_evidence);
}
