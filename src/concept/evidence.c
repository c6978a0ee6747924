/* evidence.c: what one sentence says of drugs and disorders: by the pair model, without one by the rules. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/evidence.h"

#include "concept/pair.h"
#include "learn/linear.h"

enum { NEAR = 4 }; /* tokens */

static const float CLASS_RULE = 0.8f, RULE_TRUST = 0.75f; /* least score of a rule that speaks for a class; weight of rules */

/* Least chance of a claim, by label; low for reactions: who wants only the sure ones looks at the score. */
static const float LEAST_CHANCE[RXC_PAIR_LABELS] = { 1, 0.15f, 0.36f };

/* Is it denied at token `at`, of the drug or the disorder? "A without complications caused R" denies something else.
 * d: NULL where the drug is the one spoken of before. */
static bool is_denied(const rxc_statement *s, const rxc_find *d, const rxc_find *r, size_t at)
{
    for (size_t i = 0; i < s->scopes.n; i++) {
        const rxc_scope *scope = &s->scopes.v[i];
        if (scope->class != RXC_CUE_NEGATED || at < scope->b || at >= scope->e) continue;
        if (!d || (d->b >= scope->b && d->b < scope->e) || (r->b >= scope->b && r->b < scope->e)) return true;
    }
    return false;
}

/* A treatment "for presumed R" was given all the same. */
static rxc_certainty certainty_of(const rxc_statement *s, rxc_relation relation, const rxc_find *d, const rxc_find *r, size_t at)
{
    if (r->negated || is_denied(s, d, r, at)) return RXC_NEGATED;
    if ((r->speculated && relation != RXC_TREATS) || rxc_assert_covers(&s->scopes, RXC_CUE_SPECULATED, at)) return RXC_SPECULATED;
    return RXC_ASSERTED;
}

static void claim(const rxc_statement *s, const rxc_group *d, const rxc_group *r, rxc_verdict v, Arena *arena, rxc_claims *out)
{
    for (size_t j = r->first; j <= r->last; j++) {
        const rxc_find *f = &s->finds.v[j];
        rxc_claim c = { .relation = v.relation, .drug = RXC_CARRIED, .disorder = j, .certainty = certainty_of(s, v.relation, d ? &s->finds.v[d->first] : NULL, f, v.at),
                        .rule = v.rule, .score = f->term == RXC_NO_TERM ? v.score * f->score : v.score };
        for (size_t i = d ? d->first : 0; d && i <= d->last; i++) {
            c.drug = i;
            *vec_push(arena, out) = c;
        }
        if (!d) *vec_push(arena, out) = c;
    }
}

/* The model knows single drugs, for its texts hold no others; of classes the surer rules speak. */
static bool is_class(const rxc_statement *s, const rxc_pair *p)
{
    const rxc_find *drug = &s->finds.v[p->drug];
    return s->classes && p->verdict.rule && p->verdict.score >= CLASS_RULE && drug->is_class && p->plain &&
           s->finds.v[p->disorder].term != RXC_NO_TERM;
}

/* Rules that are right where they speak, whatever the model says. */
static bool is_firm(const rxc_pair *p)
{
    static const char *const rules[] = { "listed", "worsened", "ended" };
    if (p->verdict.firm) return true;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && p->verdict.rule; i++)
        if (strcmp(p->verdict.rule, rules[i]) == 0) return true;
    return false;
}

/* "A for R", near each other: where the model has no opinion, R is what A was given for. */
static bool is_indication(const rxc_statement *s, const rxc_pair *p)
{
    const rxc_find *drug = &s->finds.v[p->drug], *disorder = &s->finds.v[p->disorder];
    return p->plain && p->verdict.rule && strcmp(p->verdict.rule, "for") == 0 && disorder->wide_b >= drug->wide_e &&
           disorder->wide_b - drug->wide_e <= NEAR;
}

static void claim_pair(const rxc_statement *s, const rxc_pair *p, Arena *brief, Arena *arena, rxc_claims *out)
{
    rxc_features features = { 0 };
    float chance[RXC_PAIR_LABELS];
    rxc_pair_describe(s, p, brief, &features);
    rxc_linear_classify(s->model, features.v, features.n, chance);
    rxc_pair_label label = chance[RXC_PAIR_ADVERSE] >= chance[RXC_PAIR_TREATS] ? RXC_PAIR_ADVERSE : RXC_PAIR_TREATS;
    rxc_relation relation = label == RXC_PAIR_ADVERSE ? RXC_ADVERSE_EFFECT : RXC_TREATS;
    const char *rule = p->verdict.rule && p->verdict.relation == relation ? p->verdict.rule : "model";
    rxc_claim c = { .relation = relation, .drug = p->drug, .disorder = p->disorder, .rule = rule, .score = chance[label] };
    float trust = p->verdict.score * RULE_TRUST;
    bool unsure = chance[label] < LEAST_CHANCE[label];
    if (((is_class(s, p) || is_firm(p)) && (chance[label] < trust || relation != p->verdict.relation)) || (unsure && is_indication(s, p)))
        c.relation = p->verdict.relation, c.rule = p->verdict.rule, c.score = trust;
    else c.weak = unsure;
    c.chance[RXC_ADVERSE_EFFECT] = chance[RXC_PAIR_ADVERSE], c.chance[RXC_TREATS] = chance[RXC_PAIR_TREATS];
    c.certainty = certainty_of(s, c.relation, &s->finds.v[p->drug], &s->finds.v[p->disorder], p->verdict.at);
    *vec_push(arena, out) = c;
}

static rxc_claim *claim_on(rxc_claims *claims, size_t drug, size_t disorder)
{
    for (size_t i = 0; i < claims->n; i++)
        if (claims->v[i].drug == drug && claims->v[i].disorder == disorder) return &claims->v[i];
    return NULL;
}

/* What is claimed of one drug of the group, of its classes as well, a little less surely. */
static void share(const rxc_statement *s, const rxc_group *group, rxc_claim claim, Arena *arena, rxc_claims *claims)
{
    for (size_t i = group->first; i <= group->last; i++) {
        if (!s->finds.v[i].is_class) continue;
        rxc_claim *own = claim_on(claims, i, claim.disorder);
        if (own && !own->weak && own->score >= claim.score * RULE_TRUST) continue;
        if (!own) own = vec_push(arena, claims);
        *own = (rxc_claim){ .relation = claim.relation, .drug = i, .disorder = claim.disorder, .certainty = claim.certainty,
                            .rule = "shared", .score = claim.score * RULE_TRUST };
    }
}

/* "R was associated with amoxicillin, quinolones and diltiazem": a class among drugs shares what is said of them. */
static void share_with_classes(const rxc_statement *s, Arena *brief, Arena *arena, rxc_claims *claims)
{
    rxc_groups groups = { 0 };
    rxc_rules_group(s, brief, &groups);
    for (size_t i = 0, n = claims->n; i < n; i++) {
        rxc_claim claim = claims->v[i];
        if (claim.weak || s->finds.v[claim.drug].is_class) continue;
        for (size_t g = 0; g < groups.n; g++)
            if (claim.drug >= groups.v[g].first && claim.drug <= groups.v[g].last) share(s, &groups.v[g], claim, arena, claims);
    }
}

/* The claims that the pair model makes. */
static void claim_pairs(const rxc_statement *s, Arena *brief, Arena *arena, rxc_claims *out)
{
    rxc_pairs pairs = { 0 };
    rxc_pair_list(s, brief, &pairs);
    for (size_t i = 0; i < pairs.n; i++) claim_pair(s, &pairs.v[i], brief, arena, out);
    if (s->classes) share_with_classes(s, brief, arena, out);
}

static bool names_drug(const rxc_groups *groups)
{
    for (size_t i = 0; i < groups->n; i++)
        if (groups->v[i].type == RXC_DRUG) return true;
    return false;
}

void rxc_evidence_find(const rxc_statement *s, Arena *brief, Arena *arena, rxc_claims *out)
{
    if (s->model) claim_pairs(s, brief, arena, out);
    rxc_groups all = { 0 };
    rxc_rules_group(s, brief, &all);
    bool carries = s->carries && !names_drug(&all);
    for (size_t i = 0; i < all.n; i++) {
        const rxc_group *r = &all.v[i];
        if (r->type != RXC_DISORDER || rxc_rules_silent(s, r)) continue;
        bool said = false;
        for (size_t j = 0; j < all.n && !s->model; j++) {
            if (all.v[j].type != RXC_DRUG) continue;
            rxc_verdict v = rxc_rules_judge(s, &all.v[j], r);
            if (!v.rule) continue;
            claim(s, &all.v[j], r, v, arena, out);
            said = true;
        }
        if (said || !carries) continue;
        rxc_verdict v = rxc_rules_judge_carried(s, r);
        if (v.rule) claim(s, NULL, r, v, arena, out);
    }
}

bool rxc_evidence_own(const rxc_statement *s)
{
    for (size_t i = 0; i < s->cues.n; i++)
        if (s->cues.v[i].cue->class == RXC_CUE_OWN_CASE) return true;
    return false;
}
