/* rules.c: rules that say how a drug and a disorder of one sentence belong together, by the cues around them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/rules.h"

enum {
    BESIDE = 4,  /* tokens between a mention and a cue that still is beside it */
    EXPECTED = 6, /* tokens between "side effects" and the drug that has them */
    CLAUSE = 8,   /* tokens between a drug and a disorder of one clause */
    FOR_FAR = 12, /* tokens between a drug and the disorder it is given for */
};

#define BIT(class) (1u << (RXC_CUE_##class))
#define DEVELOPED (BIT(DEVELOPED) | BIT(HAD))

/* --- groups ------------------------------------------------------------------------------------------------------ */

static bool is_conjunction(Str w)
{
    static const Str words[] = { STR_INIT("and"), STR_INIT("or"), STR_INIT("plus"), STR_INIT("nor") };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(w, words[i])) return true;
    return false;
}

static bool cue_within(const rxc_statement *s, size_t b, size_t e)
{
    for (size_t i = 0; i < s->cues.n && s->cues.v[i].b < e; i++)
        if (s->cues.v[i].e > b) return true;
    return false;
}

/* Are two neighbouring mentions of one type coordinated? */
static bool coordinated(const rxc_statement *s, const rxc_find *a, const rxc_find *b)
{
    if (a->type != b->type || b->wide_b < a->wide_e || b->wide_b - a->wide_e > 4) return false;
    unsigned gaps = 0;
    bool conjunction = false;
    for (size_t t = a->wide_e; t <= b->wide_b; t++) {
        gaps |= s->unit.tokens[t].gap;
        if (t < b->wide_b) conjunction |= is_conjunction(str_sub(s->unit.text, s->unit.tokens[t].b, s->unit.tokens[t].e));
    }
    if (gaps & (RXC_GAP_STOP | RXC_GAP_COLON)) return false;
    bool joined = conjunction || (gaps & (RXC_GAP_COMMA | RXC_GAP_SLASH | RXC_GAP_OPEN | RXC_GAP_CLOSE));
    return joined && !cue_within(s, a->wide_e, b->wide_b);
}

static bool mention_within(const rxc_statement *s, size_t b, size_t e)
{
    for (size_t i = 0; i < s->finds.n; i++)
        if (s->finds.v[i].b >= b && s->finds.v[i].e <= e) return true;
    return false;
}

void rxc_rules_group(const rxc_statement *s, Arena *arena, rxc_groups *out)
{
    for (size_t i = 0; i < s->finds.n && i < RXC_EVIDENCE_MENTIONS; i++) {
        const rxc_find *f = &s->finds.v[i];
        rxc_group *last = out->n ? &out->v[out->n - 1] : NULL;
        if (last && coordinated(s, &s->finds.v[last->last], f)) last->last = i, last->e = f->wide_e;
        else *vec_push(arena, out) = (rxc_group){ i, i, f->wide_b, f->wide_e, f->type };
    }
}

/* --- cues around groups ------------------------------------------------------------------------------------------ */

/* The cues wholly within tokens [b, e), as bits; *first and *last are the first and last of them. */
static unsigned cues_in(const rxc_statement *s, size_t b, size_t e, const rxc_cue_match **first, const rxc_cue_match **last)
{
    unsigned bits = 0;
    *first = *last = NULL;
    for (size_t i = 0; i < s->cues.n; i++) {
        const rxc_cue_match *m = &s->cues.v[i];
        if (m->b < b || m->e > e) continue;
        if (!*first) *first = m;
        *last = m;
        bits |= 1u << m->cue->class;
    }
    return bits;
}

static const rxc_cue_match *cue_of(const rxc_statement *s, size_t b, size_t e, unsigned classes)
{
    for (size_t i = 0; i < s->cues.n; i++) {
        const rxc_cue_match *m = &s->cues.v[i];
        if (m->b >= b && m->e <= e && (classes & 1u << m->cue->class)) return m;
    }
    return NULL;
}

/* The cue that ends right before token e, not going over another mention. */
const rxc_cue_match *rxc_rules_cue_before(const rxc_statement *s, size_t e)
{
    const rxc_cue_match *best = NULL;
    for (size_t i = 0; i < s->cues.n && s->cues.v[i].e <= e; i++)
        if (e - s->cues.v[i].e <= BESIDE) best = &s->cues.v[i];
    for (size_t i = 0; best && i < s->finds.n; i++)
        if (s->finds.v[i].b >= best->e && s->finds.v[i].e <= e) return NULL;
    return best;
}

const rxc_cue_match *rxc_rules_cue_behind(const rxc_statement *s, size_t b)
{
    for (size_t i = 0; i < s->cues.n; i++)
        if (s->cues.v[i].b >= b) return s->cues.v[i].b - b <= BESIDE ? &s->cues.v[i] : NULL;
    return NULL;
}

static bool is(const rxc_cue_match *m, unsigned classes) { return m && (classes & 1u << m->cue->class); }

/* Was the disorder there before the drug: "patients with R", "R patients", "for R"? */
static bool is_condition(const rxc_statement *s, const rxc_group *r)
{
    if (is(rxc_rules_cue_before(s, r->b), BIT(CONDITION))) return true;
    const rxc_cue_match *behind = rxc_rules_cue_behind(s, r->e);
    return behind && behind->b == r->e && is(behind, BIT(SUFFERER));
}

/* --- the rules --------------------------------------------------------------------------------------------------- */

static rxc_verdict say(rxc_relation relation, const char *rule, double score, size_t at)
{
    return (rxc_verdict){ .relation = relation, .rule = rule, .score = (float)score, .at = at };
}

static Str word_at(const rxc_statement *s, size_t t)
{
    return str_sub(s->unit.text, s->unit.tokens[t].b, s->unit.tokens[t].e);
}

/* "AGEP is a severe pustular reaction": it only says what another disorder is. */
static bool is_predicate(const rxc_statement *s, const rxc_group *r)
{
    if (r->first == 0 || s->finds.v[r->first - 1].type != RXC_DISORDER) return false;
    size_t low = s->finds.v[r->first - 1].wide_e;
    for (size_t t = r->b; t > low + 1 && r->b - t < BESIDE; t--) {
        Str article = word_at(s, t - 1), verb = word_at(s, t - 2);
        if (!str_eq_nocase(article, S("a")) && !str_eq_nocase(article, S("an"))) continue;
        return str_eq(verb, S("is")) || str_eq(verb, S("are")) || str_eq(verb, S("be")) || str_eq(verb, S("remains"));
    }
    return false;
}

/* Disorder, then drug. */
static rxc_verdict judge_disorder_first(const rxc_statement *s, const rxc_group *r, const rxc_group *d)
{
    const rxc_cue_match *first, *last;
    unsigned bits = cues_in(s, r->e, d->b, &first, &last);
    bool condition = is_condition(s, r);
    if (!first) return say(RXC_TREATS, condition && d->b - r->e <= 4 ? "condition" : NULL, 0.5, d->b);
    if (is(first, BIT(WORSENED)) && first->b - r->e <= 1) return say(RXC_ADVERSE_EFFECT, "worsened", 0.75, first->b);
    if (is(first, BIT(TREATED_BY)) && first->b - r->e <= BESIDE && !mention_within(s, r->e, first->b)) return say(RXC_TREATS, "treated", 0.8, first->b);
    if (is(last, BIT(TREATS)) && !condition) return say(RXC_TREATS, NULL, 0, d->b);
    if (condition) return say(RXC_TREATS, "condition", 0.6, first->b);
    if (bits & BIT(CAUSED_BY)) return say(RXC_ADVERSE_EFFECT, "due", 0.85, cue_of(s, r->e, d->b, BIT(CAUSED_BY))->b);
    if (bits & BIT(AFTER)) return say(RXC_ADVERSE_EFFECT, "after", 0.8, cue_of(s, r->e, d->b, BIT(AFTER))->b);
    if (bits & BIT(EXPOSURE)) return say(RXC_ADVERSE_EFFECT, "exposure", 0.65, first->b);
    if (bits & BIT(TREATED_BY)) return say(RXC_ADVERSE_EFFECT, "treated-patient", 0.6, first->b);
    return say(RXC_ADVERSE_EFFECT, NULL, 0, d->b);
}

/* "The side effects expected of dupilumab are conjunctivitis, …" */
static bool lists_effects(const rxc_statement *s, const rxc_group *d, const rxc_group *r)
{
    static const Str verbs[] = { STR_INIT("are"), STR_INIT("were"), STR_INIT("include"), STR_INIT("included") };
    const rxc_cue_match *effects = NULL;
    bool verb = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs && d->e + 1 == r->b; i++) verb |= str_eq(word_at(s, d->e), verbs[i]);
    for (size_t i = 0; i < s->cues.n && verb && s->cues.v[i].e <= d->b; i++) {
        Str cue = s->cues.v[i].cue->text;
        if (str_starts(cue, S("side effect")) || str_starts(cue, S("adverse "))) effects = &s->cues.v[i];
    }
    for (size_t i = 0; i < s->finds.n && effects; i++)
        if (s->finds.v[i].b >= effects->e && s->finds.v[i].e < d->b) return false;
    return effects && d->b - effects->e <= EXPECTED;
}

/* "Dupilumab treats atopic dermatitis", "dupilumab is approved for asthma": nothing else stands between. */
static bool treats_plainly(const rxc_statement *s, const rxc_group *d, const rxc_group *r, const rxc_cue_match *cue)
{
    static const Str verbs[] = { STR_INIT("treats"), STR_INIT("treat"), STR_INIT("used for"), STR_INIT("used to treat"),
                                 STR_INIT("indicated for"), STR_INIT("approved for"), STR_INIT("approved to treat") };
    if (cue->b - d->e > 1 || cue->e != r->b) return false;
    if (cue->b > d->e && !str_eq(word_at(s, d->e), S("is")) && !str_eq(word_at(s, d->e), S("are"))) return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (str_eq(cue->cue->text, verbs[i])) return true;
    return false;
}

/* Drug, then disorder. */
static rxc_verdict judge_drug_first(const rxc_statement *s, const rxc_group *d, const rxc_group *r)
{
    const rxc_cue_match *first, *last, *before = rxc_rules_cue_before(s, r->b), *behind = rxc_rules_cue_behind(s, r->e);
    unsigned bits = cues_in(s, d->e, r->b, &first, &last);
    if (r->b == d->e) return say(RXC_ADVERSE_EFFECT, "adjacent", 0.75, r->b);
    if (is(first, BIT(INDUCED)) && first->b == d->e) return say(RXC_ADVERSE_EFFECT, "induced", 0.95, first->b);
    if (is(first, BIT(ENDED)) && first->e == r->b && first->b == d->e) return say(RXC_TREATS, "ended", 0.75, first->b);
    if (lists_effects(s, d, r)) return say(RXC_ADVERSE_EFFECT, "listed", 0.9, d->b);
    if (is(before, BIT(TREATS)) && before->b >= d->e && r->b - d->e <= FOR_FAR) {
        rxc_verdict v = say(RXC_TREATS, "for", 0.75, before->b);
        v.firm = treats_plainly(s, d, r, before);
        return v;
    }
    if (is(before, BIT(CONDITION))) return say(RXC_TREATS, "condition", 0.6, before->b);
    if (is_condition(s, r)) return say(RXC_TREATS, "condition", 0.55, r->b);
    if (is(before, BIT(TREATS))) return say(RXC_TREATS, NULL, 0, r->b);
    if (bits & BIT(INCLUDING) && is(rxc_rules_cue_before(s, d->b), BIT(CAUSED_BY)))
        return say(RXC_ADVERSE_EFFECT, "listed", 0.9, cue_of(s, d->e, r->b, BIT(INCLUDING))->b);
    if (bits & BIT(LISTED)) return say(RXC_ADVERSE_EFFECT, "listed", 0.9, cue_of(s, d->e, r->b, BIT(LISTED))->b);
    if (bits & BIT(CAUSES)) return say(RXC_ADVERSE_EFFECT, "causes", 0.85, cue_of(s, d->e, r->b, BIT(CAUSES))->b);
    if (bits & DEVELOPED) return say(RXC_ADVERSE_EFFECT, "developed", 0.75, cue_of(s, d->e, r->b, DEVELOPED)->b);
    if (is(behind, BIT(OCCURRED))) return say(RXC_ADVERSE_EFFECT, "occurred", 0.7, behind->b);
    if (is(rxc_rules_cue_before(s, d->b), BIT(AFTER))) return say(RXC_ADVERSE_EFFECT, "after", 0.6, d->b);
    return say(RXC_ADVERSE_EFFECT, NULL, 0, r->b);
}

/* "It has been approved …" */
static bool begins_with_it(const rxc_statement *s)
{
    if (!s->unit.n) return false;
    Str first = word_at(s, 0);
    return str_eq_nocase(first, S("it")) || str_eq_nocase(first, S("this"));
}

/* "… in atopic dermatitis" */
static bool is_in(const rxc_statement *s, const rxc_group *r)
{
    return r->b && str_eq_nocase(word_at(s, r->b - 1), S("in"));
}

/* A sentence without a drug of its own: "common side effects include …". */
rxc_verdict rxc_rules_judge_carried(const rxc_statement *s, const rxc_group *r)
{
    const rxc_cue_match *before = rxc_rules_cue_before(s, r->b);
    if (is(before, BIT(LISTED))) return say(RXC_ADVERSE_EFFECT, "listed", 0.8, before->b);
    if (is(before, BIT(TREATS)) && begins_with_it(s)) return say(RXC_TREATS, "it-treats", 0.7, before->b);
    if (is(before, BIT(DEVELOPED)) && s->given) return say(RXC_ADVERSE_EFFECT, "developed-next", 0.55, before->b);
    if (s->lead_in && is_in(s, r)) return say(RXC_TREATS, "lead-in", 0.6, r->b);
    return say(RXC_ADVERSE_EFFECT, NULL, 0, r->b);
}

rxc_verdict rxc_rules_judge(const rxc_statement *s, const rxc_group *d, const rxc_group *r)
{
    return r->b < d->b ? judge_disorder_first(s, r, d) : judge_drug_first(s, d, r);
}

/* --- clauses ------------------------------------------------------------------------------------------------------ */

static bool walled(const rxc_statement *s, size_t b, size_t e)
{
    for (size_t t = b; t <= e && t < s->unit.n; t++)
        if (s->unit.tokens[t].gap & (RXC_GAP_COLON | RXC_GAP_STOP)) return true;
    return false;
}

/* Do neighbouring groups make a clause of their own: "A caused X", "X caused by A"? */
static bool clause(const rxc_statement *s, const rxc_group *a, const rxc_group *b)
{
    const rxc_cue_match *first, *last;
    if (a->type == b->type || b->b < a->e || b->b - a->e > CLAUSE || walled(s, a->e, b->b)) return false;
    return cues_in(s, a->e, b->b, &first, &last) & (a->type == RXC_DRUG ? BIT(CAUSES) : BIT(CAUSED_BY));
}

/* The group that makes a clause with group i; itself: none. */
static size_t partner(const rxc_statement *s, const rxc_groups *all, size_t i)
{
    if (i + 1 < all->n && clause(s, &all->v[i], &all->v[i + 1])) return i + 1;
    return i > 0 && clause(s, &all->v[i - 1], &all->v[i]) ? i - 1 : i;
}

/* "… although she took A", "… despite A", but not "R is a known, although rare, effect of A" */
static bool concedes(const rxc_statement *s, size_t b, size_t e)
{
    for (size_t t = e; t-- > b && !(s->unit.tokens[t + 1].gap & RXC_GAP_COMMA);) {
        Str w = word_at(s, t);
        if (str_eq_nocase(w, S("although")) || str_eq_nocase(w, S("despite"))) return true;
    }
    return false;
}

bool rxc_rules_apart(const rxc_statement *s, const rxc_groups *all, size_t d, size_t r)
{
    size_t of_drug = partner(s, all, d), of_disorder = partner(s, all, r);
    if (of_drug != d && of_drug != r && of_disorder != r && of_disorder != d) return true;
    if (r < d && concedes(s, all->v[r].e, all->v[d].b)) return true;
    for (size_t k = d + 1; k < r; k++)
        if (all->v[k].type == RXC_DRUG && walled(s, all->v[d].e, all->v[k].b)) return true;
    return false;
}

bool rxc_rules_plain(const rxc_statement *s, const rxc_groups *all, size_t d, size_t r, const rxc_verdict *verdict)
{
    size_t low = d < r ? d : r, high = d < r ? r : d, at = all->v[high].b;
    for (size_t k = low + 1; k < high; k++)
        if (!rxc_rules_silent(s, &all->v[k])) return false;
    return verdict->at <= at && at - verdict->at <= EXPECTED && !walled(s, all->v[low].e, at);
}

bool rxc_rules_silent(const rxc_statement *s, const rxc_group *r)
{
    return is(rxc_rules_cue_before(s, r->b), BIT(COMPARISON)) || is_predicate(s, r);
}
