/* pair.c: the trained classifier of pairs: which pairs, and their features. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/pair.h"

enum {
    BETWEEN = 8,   /* words between the two that count singly */
    WORDS = 120,   /* words of the sentence that count */
    WIDE = 4,      /* tokens of a long name */
    TIE = 3,      /* tokens between a drug and the disorder it is tied to */
    AROUND = 3,    /* words before and behind */
};

static const float SURE = 0.5f; /* least score of a mention without a role */

const char *const rxc_pair_labels[RXC_PAIR_LABELS] = { "none", "adverse", "treats" };

/* --- which pairs ------------------------------------------------------------------------------------------------- */

/* Is it a mention that counts? A listed one that the tagger doubts does where a rule is sure. */
static bool is_sure(const rxc_find *f, bool firm) { return f->score >= SURE || (firm && f->term != RXC_NO_TERM); }

/* Does the event model see only drugs, or only disorders, of an event? */
static bool is_lone(const rxc_statement *s)
{
    bool drug = false, disorder = false;
    for (size_t i = 0; i < s->finds.n; i++) {
        drug |= s->finds.v[i].type == RXC_DRUG && s->finds.v[i].role;
        disorder |= s->finds.v[i].type == RXC_DISORDER && s->finds.v[i].role;
    }
    return drug != disorder;
}

static void list_groups(const rxc_statement *s, const rxc_groups *all, size_t drugs, size_t disorders, bool lone, Arena *arena,
                        rxc_pairs *out)
{
    const rxc_group *d = &all->v[drugs], *r = &all->v[disorders];
    rxc_verdict verdict = rxc_rules_judge(s, d, r);
    bool firm = verdict.rule && verdict.firm;
    bool plain = rxc_rules_plain(s, all, drugs, disorders, &verdict);
    if (verdict.rule && rxc_rules_silent(s, r)) verdict.rule = NULL;
    for (size_t j = r->first; j <= r->last; j++)
        for (size_t i = d->first; i <= d->last; i++) {
            const rxc_find *drug = &s->finds.v[i], *disorder = &s->finds.v[j];
            bool roles = drug->role && disorder->role;
            bool sure = verdict.rule && is_sure(drug, firm || (s->classes && drug->is_class)) && is_sure(disorder, firm);
            roles |= lone && (drug->role || disorder->role) && is_sure(drug, false) && is_sure(disorder, false);
            if (roles || sure) *vec_push(arena, out) = (rxc_pair){ i, j, verdict, plain };
        }
}

void rxc_pair_list(const rxc_statement *s, Arena *arena, rxc_pairs *out)
{
    rxc_groups all = { 0 };
    bool lone = is_lone(s);
    rxc_rules_group(s, arena, &all);
    for (size_t j = 0; j < all.n; j++)
        for (size_t i = 0; i < all.n && all.v[j].type == RXC_DISORDER; i++)
            if (all.v[i].type == RXC_DRUG && !rxc_rules_apart(s, &all, i, j)) list_groups(s, &all, i, j, lone, arena, out);
}

/* --- features ---------------------------------------------------------------------------------------------------- */

typedef struct describer {
    const rxc_statement *s;
    Arena *arena;
    rxc_features *out;
    uint32_t order; /* 1: the drug comes first; with the roles it goes into the main features */
} describer;

static void put(describer *d, uint32_t template, uint32_t a, uint32_t b) { rxc_feature_put(d->arena, d->out, template, a, b); }

static uint32_t word(const describer *d, size_t t) { return t < d->s->unit.n ? d->s->unit.tokens[t].hash : 1; }

/* The words and cues between tokens b and e. */
static void put_between(describer *d, size_t b, size_t e)
{
    const rxc_statement *s = d->s;
    for (size_t t = b; t < e && t - b < WORDS; t++) {
        put(d, 1, word(d, t), d->order);
        if (t + 1 < e) put(d, 2, word(d, t), word(d, t + 1));
    }
    if (e >= b && e - b <= BETWEEN) {
        uint32_t all = 7;
        for (size_t t = b; t < e; t++) all = all * 31 + word(d, t);
        put(d, 3, all, d->order);
    }
    uint32_t chain = 1, first = 0, last = 0;
    for (size_t i = 0; i < s->cues.n; i++) {
        const rxc_cue_match *m = &s->cues.v[i];
        if (m->b < b || m->e > e) continue;
        uint32_t class = (uint32_t)m->cue->class + 1;
        if (!first) first = class;
        last = class, chain = chain * 37 + class;
        put(d, 4, class, d->order);
    }
    put(d, 5, chain, d->order);
    put(d, 6, first << 8 | last, d->order);
    put(d, 7, rxc_feature_step(e > b ? e - b : 0), d->order);
}

static uint32_t class_of(const rxc_cue_match *m) { return m ? (uint32_t)m->cue->class + 1 : 0; }

/* What stands around a mention. */
static void put_around(describer *d, uint32_t template, const rxc_find *f)
{
    for (size_t k = 1; k <= AROUND; k++) {
        put(d, template, f->wide_b >= k ? word(d, f->wide_b - k) : 0, (uint32_t)k);
        put(d, template + 1, word(d, f->wide_e + k - 1), (uint32_t)k);
    }
    put(d, template + 2, f->wide_b ? word(d, f->wide_b - 1) : 0, word(d, f->wide_e));
    put(d, template + 3, class_of(rxc_rules_cue_before(d->s, f->wide_b)), d->order);
    put(d, template + 4, class_of(rxc_rules_cue_behind(d->s, f->wide_e)), d->order);
    put(d, template + 5, word(d, f->e - 1), f->role);
    put(d, template + 6, f->role, (uint32_t)(f->score * 4));
}

static void put_sentence(describer *d)
{
    const rxc_statement *s = d->s;
    for (size_t t = 0; t < s->unit.n && t < WORDS; t++) {
        put(d, 40, word(d, t), 0);
        put(d, 41, word(d, t), word(d, t + 1));
    }
    for (size_t i = 0; i < s->cues.n; i++) put(d, 42, class_of(&s->cues.v[i]), 0);
    size_t count[4] = { 0 };
    for (size_t i = 0; i < s->finds.n; i++) count[s->finds.v[i].role & 3]++;
    put(d, 43, (uint32_t)(count[1] < 3 ? count[1] : 3), (uint32_t)((count[2] < 3 ? count[2] : 3) * 4 + (count[3] < 3 ? count[3] : 3)));
    put(d, 44, rxc_feature_step(s->unit.n), d->order);
}

/* Mentions between the two. */
static void put_company(describer *d, size_t i, size_t j)
{
    size_t low = i < j ? i : j, high = i < j ? j : i, count[4] = { 0 };
    for (size_t k = low + 1; k < high; k++) count[d->s->finds.v[k].role & 3]++;
    put(d, 45, (uint32_t)(count[1] < 2 ? count[1] : 2), (uint32_t)(count[2] < 2 ? count[2] : 2) << 4 | (uint32_t)(count[3] < 2 ? count[3] : 2));
}

/* The words left and right of a mention, where it and the other are but signs: "A-induced R", "R after A". Whatever else is
 * mentioned there is a sign of its role. */
enum { SIGN_DRUG = 2, SIGN_DISORDER, SIGN_OTHER };

/* The sign of the mention that covers token t, else the word; *t moves past it, to the right or to the left. */
static uint32_t sign_at(const describer *d, const rxc_pair *pair, size_t *t, bool right)
{
    const rxc_statement *s = d->s;
    for (size_t i = 0; i < s->finds.n; i++) {
        const rxc_find *f = &s->finds.v[i];
        if (*t < f->wide_b || *t >= f->wide_e) continue;
        *t = right ? f->wide_e : f->wide_b - 1;
        if (i == pair->drug || i == pair->disorder) return i == pair->drug ? SIGN_DRUG : SIGN_DISORDER;
        return (uint32_t)(SIGN_OTHER + f->role + 4 * (f->type == RXC_DRUG));
    }
    uint32_t hash = word(d, *t);
    *t = right ? *t + 1 : *t - 1;
    return hash;
}

static void put_signs(describer *d, const rxc_pair *pair, const rxc_find *f, uint32_t self)
{
    size_t left = f->wide_b - 1, right = f->wide_e; /* left: SIZE_MAX, which is no token, before the first */
    uint32_t before[2], behind[2];
    for (size_t k = 0; k < 2; k++) before[k] = sign_at(d, pair, &left, false), behind[k] = sign_at(d, pair, &right, true);
    put(d, 60, before[0], self);
    put(d, 61, behind[0], self);
    put(d, 62, before[0] * 31 + before[1], self);
    put(d, 63, behind[0] * 31 + behind[1], self);
    put(d, 64, before[0] * 31 + behind[0], self);
}

/* What the two are: which concepts, of which classes, listed or not, and how they are worded. */
static void put_nature(describer *d, const rxc_find *drug, const rxc_find *disorder)
{
    uint32_t of_drug = rxc_feature_group(d->s->vocab, drug->term), of_disorder = rxc_feature_group(d->s->vocab, disorder->term);
    size_t width = drug->wide_e - drug->wide_b;
    bool listed = drug->term != RXC_NO_TERM;
    put(d, 70, drug->term, 0);
    put(d, 71, disorder->term, 0);
    put(d, 72, word(d, drug->b), 0);
    put(d, 73, of_drug, of_disorder);
    put(d, 74, of_drug, d->order);
    put(d, 75, of_disorder, d->order);
    put(d, 76, listed, disorder->term != RXC_NO_TERM);
    put(d, 77, drug->is_class, d->order);
    put(d, 78, rxc_feature_step(disorder->wide_e - disorder->wide_b), disorder->role);
    put(d, 79, width < WIDE ? (uint32_t)width : WIDE, listed);
}

/* How sure the event model is of a role, as one of twelve steps; 0: no role. */
static uint32_t sureness(const rxc_find *f)
{
    if (!f->role) return 0;
    return 1 + (f->role_score >= 0.97f ? 10 : (uint32_t)(f->role_score * 10));
}

/* Is it known that the drug treats or causes the disorder, and what is the disorder mostly? */
static void put_known(describer *d, const rxc_find *drug, const rxc_find *disorder)
{
    if (drug->term == RXC_NO_TERM || disorder->term == RXC_NO_TERM) return;
    uint32_t known = rxc_effect_known(d->s->effects, drug->term, disorder->term);
    put(d, 86, known, d->order);
    put(d, 87, known, sureness(disorder));
    uint32_t nature = rxc_effect_nature(d->s->effects, disorder->term);
    put(d, 88, nature, d->order);
    put(d, 89, nature, sureness(disorder));
    put(d, 90, nature, known);
}

static void put_sureness(describer *d, const rxc_find *drug, const rxc_find *disorder)
{
    uint32_t a = sureness(drug), b = sureness(disorder);
    put(d, 80, a, b);
    put(d, 81, a, d->order);
    put(d, 82, b, d->order);
    put(d, 83, a < b ? a : b, 0);
}

/* A drug that is tied to the disorder by nothing but a cue: "A-induced R", "R due to A"; STR_NONE: none. */
static size_t tied(const rxc_statement *s, size_t j)
{
    const rxc_find *r = &s->finds.v[j];
    for (size_t i = j; i-- > 0 && s->finds.v[i].wide_e + TIE >= r->wide_b;) {
        const rxc_find *f = &s->finds.v[i];
        if (f->type != RXC_DRUG || f->wide_e > r->wide_b) continue;
        const rxc_cue_match *m = rxc_rules_cue_before(s, r->wide_b);
        if (m && m->b >= f->wide_e && m->b <= f->wide_e + 1 && m->cue->class == RXC_CUE_INDUCED) return i;
    }
    for (size_t i = j + 1; i < s->finds.n && s->finds.v[i].wide_b <= r->wide_e + TIE; i++) {
        const rxc_find *f = &s->finds.v[i];
        if (f->type != RXC_DRUG || f->wide_b < r->wide_e) continue;
        const rxc_cue_match *m = rxc_rules_cue_behind(s, r->wide_e);
        if (m && m->e <= f->wide_b && m->b <= r->wide_e + 1 && m->cue->class == RXC_CUE_CAUSED_BY) return i;
    }
    return STR_NONE;
}

/* How many other drugs with a role stand nearer to the disorder. */
static uint32_t nearer(const rxc_statement *s, size_t i, size_t j)
{
    size_t far = i < j ? s->finds.v[j].b - s->finds.v[i].b : s->finds.v[i].b - s->finds.v[j].b;
    uint32_t n = 0;
    for (size_t k = 0; k < s->finds.n && n < 3; k++) {
        const rxc_find *f = &s->finds.v[k];
        if (k == i || f->type != RXC_DRUG || !f->role) continue;
        n += (k < j ? s->finds.v[j].b - f->b : f->b - s->finds.v[j].b) < far;
    }
    return n;
}

/* Other drugs of the sentence that may have caused it, or been given for it, sooner. */
static void put_rivals(describer *d, const rxc_pair *pair)
{
    const rxc_find *drug = &d->s->finds.v[pair->drug], *disorder = &d->s->finds.v[pair->disorder];
    bool listed = drug->term != RXC_NO_TERM && disorder->term != RXC_NO_TERM;
    size_t other = tied(d->s, pair->disorder);
    uint32_t tie = other == STR_NONE ? 0 : other == pair->drug ? 1 : 2;
    put(d, 91, tie, d->order);
    put(d, 92, tie, listed ? 1 + rxc_effect_known(d->s->effects, drug->term, disorder->term) : 0);
    put(d, 96, nearer(d->s, pair->drug, pair->disorder), d->order);
    if (tie < 2) return;
    put(d, 93, class_of(rxc_rules_cue_before(d->s, drug->wide_b)), d->order);
    put(d, 94, drug->wide_b ? word(d, drug->wide_b - 1) : 0, 0);
    for (size_t t = 0; t < d->s->unit.n && t < WORDS; t++) put(d, 95, word(d, t), 0);
}

void rxc_pair_describe(const rxc_statement *s, const rxc_pair *pair, Arena *arena, rxc_features *out)
{
    const rxc_find *drug = &s->finds.v[pair->drug], *disorder = &s->finds.v[pair->disorder];
    bool first = drug->b < disorder->b;
    describer d = { s, arena, out, (uint32_t)(first ? 1 : 2) | (uint32_t)(disorder->role << 4) };
    uint32_t rule = rxc_feature_hash(str_from(pair->verdict.rule ? pair->verdict.rule : ""));
    put(&d, 50, d.order, drug->role);
    put(&d, 51, rule, pair->verdict.relation);
    put(&d, 52, rule, d.order);
    if (first) put_between(&d, drug->wide_e, disorder->wide_b);
    else put_between(&d, disorder->wide_e, drug->wide_b);
    put_around(&d, 10, drug);
    put_around(&d, 20, disorder);
    put_sentence(&d);
    put_company(&d, pair->drug, pair->disorder);
    put_signs(&d, pair, drug, SIGN_DRUG);
    put_signs(&d, pair, disorder, SIGN_DISORDER);
    put_nature(&d, drug, disorder);
    put_sureness(&d, drug, disorder);
    put_known(&d, drug, disorder);
    put_rivals(&d, pair);
    put(&d, 53, (uint32_t)disorder->negated << 1 | disorder->speculated, d.order);
}
