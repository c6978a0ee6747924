/* whole_features.c: what a whole text tells of a drug and a disorder, as features. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/rules.h"
#include "concept/whole.h"

enum { WORDS = 40, BETWEEN = 12, JUDGED = 16 /* pairs of places that rules look at */ };

typedef struct describer {
    const rxc_concepts *concepts;
    const rxc_gist *gist;
    const rxc_links *links;
    const rxc_link *link;
    const rxc_topic *drug, *disorder;
    Arena *arena;
    rxc_features *out;
} describer;

static void put(describer *d, uint32_t template, uint32_t a, uint32_t b) { rxc_feature_put(d->arena, d->out, template, a, b); }

static uint32_t at_most(size_t n, uint32_t most) { return n < most ? (uint32_t)n : most; }

/* A chance as one of nine steps. */
static uint32_t grade(float chance)
{
    static const float steps[] = { 0.02f, 0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.7f, 0.85f };
    uint32_t n = 0;
    while (n < sizeof steps / sizeof *steps && chance >= steps[n]) n++;
    return n;
}

static const rxc_link *link_of(const describer *d, size_t drug, size_t disorder)
{
    return &d->links->v[drug * d->gist->topics[RXC_DISORDER].n + disorder];
}

static const rxc_find *find_at(const describer *d, rxc_place place) { return &d->gist->sentences.v[place.sentence].finds.v[place.find]; }

static size_t count_in(const rxc_topic *topic, size_t sentence)
{
    size_t n = 0;
    for (size_t i = 0; i < topic->places.n; i++) n += topic->places.v[i].sentence == sentence;
    return n;
}

/* --- how often, and where ---------------------------------------------------------------------------------------- */

static void put_counts(describer *d)
{
    const rxc_topics *drugs = &d->gist->topics[RXC_DRUG], *disorders = &d->gist->topics[RXC_DISORDER];
    uint32_t drug_rank = at_most(d->link->drug, 4), disorder_rank = at_most(d->link->disorder, 4);
    uint32_t drug_count = rxc_feature_step(d->drug->places.n), disorder_count = rxc_feature_step(d->disorder->places.n);
    put(d, 1, drug_rank, at_most(drugs->n, 5));
    put(d, 2, disorder_rank, at_most(disorders->n, 6));
    put(d, 3, drug_rank, disorder_rank);
    put(d, 4, drug_count, disorder_count);
    put(d, 5, drug_count, 0);
    put(d, 6, disorder_count, 0);
    put(d, 7, rxc_feature_step(10 * d->drug->places.n / drugs->v[0].places.n), 0);
    put(d, 8, rxc_feature_step(10 * d->disorder->places.n / disorders->v[0].places.n), 0);
}

static void put_places(describer *d)
{
    size_t last = d->gist->sentences.n - 1;
    uint32_t title = (count_in(d->drug, 0) > 0) | (uint32_t)(count_in(d->disorder, 0) > 0) << 1;
    uint32_t end = (count_in(d->drug, last) > 0) | (uint32_t)(count_in(d->disorder, last) > 0) << 1;
    rxc_place drug = d->drug->places.v[0], disorder = d->disorder->places.v[0];
    put(d, 10, title, 0);
    put(d, 11, end, 0);
    put(d, 12, title, end);
    put(d, 13, title, at_most(d->link->together, 3));
    put(d, 14, title << 4 | grade(d->link->adverse), 0);
    put(d, 15, rxc_feature_step(drug.sentence), rxc_feature_step(disorder.sentence));
    put(d, 16, drug.sentence < disorder.sentence ? 0 : drug.sentence > disorder.sentence ? 1 : 2, title);
    put(d, 17, rxc_feature_step(disorder.sentence), 0);
}

static void put_nearness(describer *d)
{
    const rxc_link *l = d->link;
    uint32_t together = at_most(l->together, 4), apart = at_most(l->apart, 4);
    put(d, 20, together, 0);
    put(d, 21, apart, 0);
    put(d, 22, l->distance == SIZE_MAX ? 20 : rxc_feature_step(l->distance), 0);
    put(d, 23, together, rxc_feature_step(d->disorder->places.n));
    put(d, 24, together, rxc_feature_step(d->drug->places.n));
    put(d, 25, at_most(10 * l->together / d->disorder->places.n, 10), 0);
    put(d, 26, together, grade(l->adverse));
}

/* --- what single sentences state --------------------------------------------------------------------------------- */

/* The surest adverse effect of the drug among the disorders named right beside this one, and the other way round. */
static void put_company(describer *d)
{
    const rxc_topic *topics[] = { d->drug, d->disorder };
    float best[2] = { 0 };
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < topics[t]->places.n; i++) {
            rxc_place p = topics[t]->places.v[i];
            const rxc_noted *noted = &d->gist->sentences.v[p.sentence];
            for (size_t k = p.find ? p.find - 1 : 0; k <= p.find + 1 && k < noted->finds.n; k++) {
                if (k == p.find || noted->topic[k] == RXC_NO_TOPIC || noted->finds.v[k].type != noted->finds.v[p.find].type) continue;
                const rxc_link *other = t ? link_of(d, d->link->drug, noted->topic[k]) : link_of(d, noted->topic[k], d->link->disorder);
                if (other != d->link && other->adverse > best[t]) best[t] = other->adverse;
            }
        }
    put(d, 45, grade(best[0]), 0);
    put(d, 46, grade(best[1]), 0);
    put(d, 47, grade(best[0]), grade(best[1]));
}

static void put_statements(describer *d)
{
    const rxc_link *l = d->link;
    float drug_best = 0, disorder_best = 0, disorder_treats = 0, drug_treats = 0, disorder_sum = 0;
    for (size_t r = 0; r < d->gist->topics[RXC_DISORDER].n; r++) {
        const rxc_link *other = link_of(d, l->drug, r);
        if (other != l && other->adverse > drug_best) drug_best = other->adverse;
        if (other != l && other->treats > drug_treats) drug_treats = other->treats;
    }
    for (size_t i = 0; i < d->gist->topics[RXC_DRUG].n; i++) {
        const rxc_link *other = link_of(d, i, l->disorder);
        if (other != l && other->adverse > disorder_best) disorder_best = other->adverse;
        if (other != l && other->treats > disorder_treats) disorder_treats = other->treats;
        if (other != l) disorder_sum += other->adverse;
    }
    put(d, 30, grade(l->adverse), 0);
    put(d, 31, grade(l->treats), 0);
    put(d, 32, grade(l->adverse), grade(l->treats));
    put(d, 33, grade(l->sum / 2), 0);
    put(d, 34, grade(l->adverse), grade(disorder_best));
    put(d, 35, grade(l->adverse), grade(drug_best));
    put(d, 36, grade(disorder_treats), grade(l->adverse) > 3);
    put(d, 37, grade(drug_treats), 0);
    put(d, 38, grade(disorder_best), l->together > 0);
    put(d, 39, grade(drug_best), l->together > 0);
    put(d, 40, l->adverse > disorder_best, l->adverse > drug_best);
    put(d, 41, grade(disorder_sum / 2), l->together > 0);
    put(d, 42, l->claim ? rxc_feature_hash(str_from(l->claim->rule)) : 0, 0);
    put(d, 44, at_most(l->denied, 2), grade(l->adverse));
    put_company(d);
    put(d, 43, l->claim ? l->claim->certainty : 5, 0);
}

/* --- what the two are -------------------------------------------------------------------------------------------- */

static Str group_of(const describer *d, const rxc_topic *topic)
{
    return topic->term == RXC_NO_TERM ? (Str){ 0 } : d->concepts->finder.vocab.terms.v[topic->term].group;
}

static uint32_t head_of(const describer *d, const rxc_topic *topic)
{
    const rxc_find *f = find_at(d, topic->places.v[0]);
    return d->gist->sentences.v[topic->places.v[0].sentence].unit.tokens[f->e - 1].hash;
}

static void put_names(describer *d)
{
    uint32_t drug = rxc_feature_hash(d->drug->key), disorder = rxc_feature_hash(d->disorder->key);
    uint32_t drug_group = rxc_feature_hash(group_of(d, d->drug)), disorder_group = rxc_feature_hash(group_of(d, d->disorder));
    put(d, 50, drug, 0);
    put(d, 51, disorder, 0);
    put(d, 52, drug_group, 0);
    put(d, 53, disorder_group, 0);
    put(d, 54, drug_group, disorder_group);
    put(d, 55, head_of(d, d->disorder), 0);
    put(d, 56, drug_group, disorder);
    put(d, 57, drug, disorder);
    put(d, 58, head_of(d, d->drug), 0);
    put(d, 59, (uint32_t)(d->drug->term == RXC_NO_TERM) << 1 | (d->disorder->term == RXC_NO_TERM), 0);
}

/* What is known of the two, of the drug and the text's other disorders, of the disorder and its other drugs. */
static bool known(const describer *d, const rxc_topic *drug, const rxc_topic *disorder, rxc_relation relation)
{
    return rxc_effect_known(&d->concepts->effects, drug->term, disorder->term) & (relation == RXC_TREATS ? RXC_KNOWN_TREATS : RXC_KNOWN_CAUSES);
}

static void put_known(describer *d)
{
    const rxc_topics *drugs = &d->gist->topics[RXC_DRUG], *disorders = &d->gist->topics[RXC_DISORDER];
    size_t of_drug = 0, of_disorder = 0, treated_by = 0;
    for (size_t r = 0; r < disorders->n; r++) of_drug += known(d, d->drug, &disorders->v[r], RXC_ADVERSE_EFFECT);
    for (size_t i = 0; i < drugs->n; i++) {
        of_disorder += known(d, &drugs->v[i], d->disorder, RXC_ADVERSE_EFFECT);
        treated_by += known(d, &drugs->v[i], d->disorder, RXC_TREATS);
    }
    bool causes = known(d, d->drug, d->disorder, RXC_ADVERSE_EFFECT), treats = known(d, d->drug, d->disorder, RXC_TREATS);
    uint32_t both = (uint32_t)causes | (uint32_t)treats << 1;
    put(d, 93, both, 0);
    put(d, 94, both, grade(d->link->adverse));
    put(d, 95, both, at_most(d->link->together, 3));
    put(d, 96, both, at_most(of_drug - causes, 2));
    put(d, 97, both, at_most(of_disorder - causes, 2));
    put(d, 98, both, at_most(treated_by - treats, 2));
}

/* The parts that the mentions of a topic play, and how they are asserted. */
static void put_roles(describer *d, uint32_t template, const rxc_topic *topic)
{
    size_t role[4] = { 0 }, negated = 0, speculated = 0, n = topic->places.n;
    for (size_t i = 0; i < n; i++) {
        const rxc_find *f = find_at(d, topic->places.v[i]);
        role[f->role & 3]++;
        negated += f->negated, speculated += f->speculated;
    }
    for (uint32_t k = 0; k < 4; k++) put(d, template, k, at_most(4 * role[k] / n, 4));
    put(d, template + 1, at_most(role[RXC_ROLE_REACTION], 3), at_most(role[RXC_ROLE_TREATED], 3));
    put(d, template + 2, at_most(4 * negated / n, 4), at_most(4 * speculated / n, 4));
}

/* Cues beside the mentions of a topic. */
static void put_cues(describer *d, uint32_t template, const rxc_topic *topic)
{
    uint32_t before = 0, behind = 0;
    for (size_t i = 0; i < topic->places.n; i++) {
        const rxc_noted *noted = &d->gist->sentences.v[topic->places.v[i].sentence];
        const rxc_statement s = { .unit = noted->unit, .finds = noted->finds, .cues = noted->cues };
        const rxc_find *f = &noted->finds.v[topic->places.v[i].find];
        const rxc_cue_match *m = rxc_rules_cue_before(&s, f->b);
        if (m) before |= 1u << m->cue->class;
        m = rxc_rules_cue_behind(&s, f->e);
        if (m) behind |= 1u << m->cue->class;
    }
    for (uint32_t k = 0; k < RXC_CUE_CLASSES; k++) {
        if (before & 1u << k) put(d, template, k, 0);
        if (behind & 1u << k) put(d, template + 1, k, 0);
    }
}

/* Is one name the end of the other: "nephropathy", "diabetic nephropathy"? */
static void put_kinship(describer *d)
{
    const rxc_topics *disorders = &d->gist->topics[RXC_DISORDER];
    bool wider = false, narrower = false;
    float wider_best = 0;
    for (size_t r = 0; r < disorders->n; r++) {
        const rxc_topic *other = &disorders->v[r];
        if (other == d->disorder || head_of(d, other) != head_of(d, d->disorder)) continue;
        size_t mine = find_at(d, d->disorder->places.v[0])->e - find_at(d, d->disorder->places.v[0])->b;
        size_t its = find_at(d, other->places.v[0])->e - find_at(d, other->places.v[0])->b;
        wider |= its > mine, narrower |= its < mine;
        if (its > mine && link_of(d, d->link->drug, r)->adverse > wider_best) wider_best = link_of(d, d->link->drug, r)->adverse;
    }
    put(d, 90, wider, narrower);
    put(d, 91, wider, grade(wider_best));
}

/* --- words ------------------------------------------------------------------------------------------------------- */

static void put_words(describer *d)
{
    const rxc_link *l = d->link;
    const rxc_noted *title = &d->gist->sentences.v[0];
    uint32_t there = (count_in(d->drug, 0) > 0) | (uint32_t)(count_in(d->disorder, 0) > 0) << 1;
    for (size_t t = 0; title->finds.n && t < title->unit.n && t < WORDS; t++) put(d, 60, title->unit.tokens[t].hash, there);
    if (l->drug_at.sentence != l->disorder_at.sentence) return;
    const rxc_noted *noted = &d->gist->sentences.v[l->drug_at.sentence];
    const rxc_find *drug = find_at(d, l->drug_at), *disorder = find_at(d, l->disorder_at);
    bool first = drug->b < disorder->b;
    size_t b = first ? drug->e : disorder->e, e = first ? disorder->b : drug->b;
    for (size_t t = b; t < e && t < b + BETWEEN; t++) put(d, 61, noted->unit.tokens[t].hash, first);
    for (size_t i = 0; i < noted->cues.n; i++)
        if (noted->cues.v[i].b >= b && noted->cues.v[i].e <= e) put(d, 62, (uint32_t)noted->cues.v[i].cue->class, first);
    put(d, 63, first, e > b ? rxc_feature_step(e - b) : 0);
}

/* What rules say of the two in each sentence that names both, one after the other. */
static void put_rules(describer *d)
{
    size_t said[2] = { 0 }, judged = 0;
    for (size_t i = 0; i < d->drug->places.n; i++)
        for (size_t j = 0; j < d->disorder->places.n; j++) {
            rxc_place p = d->drug->places.v[i], q = d->disorder->places.v[j];
            if (p.sentence != q.sentence || judged++ >= JUDGED) continue;
            const rxc_noted *noted = &d->gist->sentences.v[p.sentence];
            const rxc_statement s = { .unit = noted->unit, .finds = noted->finds, .cues = noted->cues };
            const rxc_find *drug = &noted->finds.v[p.find], *disorder = &noted->finds.v[q.find];
            rxc_group a = { p.find, p.find, drug->b, drug->e, RXC_DRUG }, b = { q.find, q.find, disorder->b, disorder->e, RXC_DISORDER };
            rxc_verdict v = rxc_rules_judge(&s, &a, &b);
            if (!v.rule) continue;
            said[v.relation]++;
            put(d, 65, rxc_feature_hash(str_from(v.rule)), v.relation);
        }
    put(d, 66, at_most(said[0], 3), at_most(said[1], 3));
}

void rxc_whole_describe(const rxc_concepts *concepts, const rxc_gist *gist, const rxc_links *links, size_t i, Arena *arena,
                        rxc_features *out)
{
    const rxc_link *l = &links->v[i];
    describer d = { concepts, gist, links, l, &gist->topics[RXC_DRUG].v[l->drug], &gist->topics[RXC_DISORDER].v[l->disorder], arena, out };
    put_counts(&d);
    put_places(&d);
    put_nearness(&d);
    put_statements(&d);
    put_names(&d);
    put_known(&d);
    put_roles(&d, 70, d.drug);
    put_roles(&d, 75, d.disorder);
    put_cues(&d, 80, d.drug);
    put_cues(&d, 83, d.disorder);
    put_kinship(&d);
    put_words(&d);
    put_rules(&d);
}
