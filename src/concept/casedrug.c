/* casedrug.c: which drug a case suspects of which reaction, what it was given for, how much of it, and by which way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "concept/casework.h"

static const double SUSPECT_SHARE = 0.6;  /* of the first drug's weight: from there on another is suspected too */
static const double REACTION_SHARE = 0.2; /* of the first reaction's weight */
enum { SUSPECTS_MAX = 4, REACTIONS_MAX = 6, MENTION_NEAR = 6 };

static bool within(const rxc_casework *w, rxc_span span)
{
    return w->n && span.b >= w->lines[0].span.b && span.e <= w->lines[w->n - 1].span.e;
}

/* How much a statement says of this case: most in its story, then in the title. */
static double weight_of(const rxc_casework *w, const rxc_evidence *e)
{
    const rxc_mention *disorder = &w->record->mentions.v[e->disorder];
    if (e->certainty == RXC_NEGATED || disorder->negated || disorder->other_person) return 0;
    double sure = e->certainty == RXC_SPECULATED ? 0.5 : 1;
    if (within(w, e->sentence)) return 4 * sure * (double)e->score;
    if (e->attribution == RXC_CITED) return 0;
    if (e->section == RXC_SECTION_TITLE) return 3.5 * sure;
    if (e->section == RXC_SECTION_ABSTRACT && w->only) return 2 * sure * (double)e->score;
    bool general = !w->only || e->section == RXC_SECTION_INTRODUCTION;
    return (general ? 0.2 : 1) * sure * (double)e->score;
}

static void weigh(rxc_casework *w, rxc_caseconcepts *list, size_t mention, double weight)
{
    Str key = rxc_casework_key(&w->record->mentions.v[mention]);
    for (size_t i = 0; i < list->n; i++) {
        if (!str_eq_nocase(list->v[i].key, key)) continue;
        list->v[i].weight += weight;
        if (!within(w, w->record->mentions.v[list->v[i].mention].span) &&
            within(w, w->record->mentions.v[mention].span))
            list->v[i].mention = mention;
        return;
    }
    enum { CONCEPTS_MAX = 256 };
    if (list->n < CONCEPTS_MAX) *vec_push(w->scratch, list) = (rxc_caseconcept){ key, mention, weight };
}

/* Heaviest first; of equals the one that stands first. */
static int by_weight(const void *a, const void *b)
{
    const rxc_caseconcept *x = a, *y = b;
    if (x->weight < y->weight || x->weight > y->weight) return x->weight > y->weight ? -1 : 1;
    return (x->mention > y->mention) - (x->mention < y->mention);
}

static void sort(rxc_caseconcepts *list)
{
    if (list->n) qsort(list->v, list->n, sizeof *list->v, by_weight);
}

static void keep(rxc_caseconcepts *list, double share, size_t most)
{
    size_t n = 0;
    while (n < list->n && n < most && list->v[n].weight >= share * list->v[0].weight) n++;
    list->n = n;
}

/* What the statements of one relation say; only of the drugs given, where any are. */
static void collect(rxc_casework *w, rxc_relation relation, const rxc_caseconcepts *drugs, rxc_caseconcepts *out_drugs,
                    rxc_caseconcepts *out_disorders)
{
    for (size_t i = 0; i < w->record->evidence.n; i++) {
        const rxc_evidence *e = &w->record->evidence.v[i];
        double weight = e->relation == relation ? weight_of(w, e) : 0;
        if (weight <= 0) continue;
        if (drugs && !rxc_casework_has(drugs, rxc_casework_key(&w->record->mentions.v[e->drug]))) continue;
        if (out_drugs) weigh(w, out_drugs, e->drug, weight);
        if (out_disorders) weigh(w, out_disorders, e->disorder, weight);
    }
}

/* Where nothing was stated of a drug and a reaction: the drugs that the story names, by how often. */
static void count_drugs(rxc_casework *w)
{
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++)
            if (w->lines[l].hits[i].class == RXC_CASECUE_DRUG &&
                rxc_casework_before(&w->lines[l], i, RXC_CASECUE_PAST, 6) == STR_NONE)
                weigh(w, &w->drugs, w->lines[l].hits[i].mention, 1);
    sort(&w->drugs);
    keep(&w->drugs, 1, 1);
}

/* Where the title names drugs, one of those is suspected; what the patient had before is told with the story too. */
static void keep_titled(rxc_casework *w)
{
    const rxc_block *title = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < w->record->doc->blocks.n && !title; i++)
        if (w->record->doc->blocks.v[i].kind == RXC_BLOCK_TITLE) title = &w->record->doc->blocks.v[i];
    if (!title) return;
    for (size_t d = 0; d < w->drugs.n; d++)
        for (size_t i = 0; i < w->record->mentions.n && w->record->mentions.v[i].span.b < title->span.e; i++) {
            if (!str_eq_nocase(rxc_casework_key(&w->record->mentions.v[i]), w->drugs.v[d].key)) continue;
            rxc_caseconcept titled = w->drugs.v[d];
            w->drugs.v[kept++] = titled;
            break;
        }
    if (kept) w->drugs.n = kept;
}

static bool is_told(const rxc_casework *w, Str key)
{
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            const rxc_casehit *hit = &w->lines[l].hits[i];
            if (hit->mention != STR_NONE && str_eq_nocase(rxc_casework_key(&w->record->mentions.v[hit->mention]), key))
                return true;
        }
    return false;
}

/* Where a document tells several cases, a reaction that this one does not name is another's. */
static void keep_told(rxc_casework *w)
{
    size_t kept = 0;
    for (size_t i = 0; !w->only && i < w->reactions.n; i++)
        if (is_told(w, w->reactions.v[i].key)) w->reactions.v[kept++] = w->reactions.v[i];
    if (kept) w->reactions.n = kept;
}

/* "dupilumab because his AD …", "lithium for mania". */
static void collect_reasons(rxc_casework *w)
{
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            const rxc_caseline *line = &w->lines[l];
            if (line->hits[i].class != RXC_CASECUE_REASON) continue;
            size_t drug = rxc_casework_before(line, i, RXC_CASECUE_DRUG, 3);
            size_t disorder = rxc_casework_after(line, i, RXC_CASECUE_DISORDER, 4);
            if (drug == STR_NONE || disorder == STR_NONE || !rxc_casework_is(w, &line->hits[drug], &w->drugs)) continue;
            weigh(w, &w->indications, line->hits[disorder].mention, 3.5);
        }
}

/* Where nothing else tells: the only other disorder that the patient had before the reaction. */
static void guess_indication(rxc_casework *w)
{
    size_t found = STR_NONE;
    for (size_t l = 0; l < w->reached && l < 3; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            const rxc_casehit *hit = &w->lines[l].hits[i];
            if (hit->class != RXC_CASECUE_DISORDER || rxc_casework_is(w, hit, &w->reactions)) continue;
            const rxc_mention *mention = &w->record->mentions.v[hit->mention];
            if (mention->negated || mention->other_person) continue;
            if (found != STR_NONE && !str_eq(w->record->mentions.v[found].name, mention->name)) return;
            found = hit->mention;
        }
    if (found != STR_NONE) weigh(w, &w->indications, found, 1);
}

/* A disorder that the drug was given for is no reaction to it, unless more is said of it as one. */
static void part(rxc_caseconcepts *reactions, rxc_caseconcepts *indications)
{
    size_t kept = 0, left = 0;
    for (size_t i = 0; i < reactions->n; i++) {
        double treated = 0;
        for (size_t k = 0; k < indications->n; k++)
            if (str_eq_nocase(indications->v[k].key, reactions->v[i].key)) treated = indications->v[k].weight;
        if (reactions->v[i].weight >= treated) reactions->v[kept++] = reactions->v[i];
    }
    reactions->n = kept;
    for (size_t i = 0; i < indications->n; i++)
        if (!rxc_casework_has(reactions, indications->v[i].key)) indications->v[left++] = indications->v[i];
    indications->n = left;
}

/* The first mention of the concept in the story, else the one that was stated. */
static size_t first_mention(const rxc_casework *w, const rxc_caseconcept *concept, rxc_casecue_class class)
{
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            const rxc_casehit *hit = &w->lines[l].hits[i];
            if (hit->class == class &&
                str_eq_nocase(rxc_casework_key(&w->record->mentions.v[hit->mention]), concept->key))
                return hit->mention;
        }
    return concept->mention;
}

static void add_concepts(rxc_casework *w, rxc_case_field field, const rxc_caseconcepts *list)
{
    for (size_t i = 0; i < list->n; i++) {
        size_t at = first_mention(w, &list->v[i], field == RXC_CASE_DRUG ? RXC_CASECUE_DRUG : RXC_CASECUE_DISORDER);
        const rxc_mention *mention = &w->record->mentions.v[at];
        rxc_case_fact *fact = rxc_casework_add(w, field, mention->name, mention->span);
        fact->concept = mention->concept;
        if (field == RXC_CASE_INDICATION) fact->of = w->record->mentions.v[w->drugs.v[0].mention].name;
    }
}

/* The suspect drug that hit i belongs to: the nearest drug of the sentence, or the one that the sentence before spoke
 * of. */
static size_t drug_of(const rxc_casework *w, const rxc_caseline *line, size_t i)
{
    size_t nearest = rxc_casework_nearest(line, i, RXC_CASECUE_DRUG, MENTION_NEAR);
    if (nearest == STR_NONE && rxc_casework_any(line, 0, RXC_CASECUE_DRUG) != STR_NONE) return STR_NONE;
    if (nearest == STR_NONE) return w->drugs.n == 1 ? 0 : STR_NONE;
    Str key = rxc_casework_key(&w->record->mentions.v[line->hits[nearest].mention]);
    for (size_t d = 0; d < w->drugs.n; d++)
        if (str_eq_nocase(w->drugs.v[d].key, key)) return d;
    return STR_NONE;
}

static bool has_of(const rxc_case *c, rxc_case_field field, Str drug)
{
    for (size_t i = 0; i < c->facts.n; i++)
        if (c->facts.v[i].field == field && str_eq(c->facts.v[i].of, drug)) return true;
    return false;
}

static void add_use(rxc_casework *w, rxc_case_field field, Str value, rxc_span span, size_t drug)
{
    Str name = w->record->mentions.v[w->drugs.v[drug].mention].name;
    if (!has_of(w->out, field, name)) rxc_casework_add(w, field, value, span)->of = name;
}

/* "600 mg", and how often: "300 mg every 2 weeks". */
static void look_for_use(rxc_casework *w, const rxc_caseline *line, size_t i)
{
    const rxc_casehit *hit = &line->hits[i];
    if (hit->class != RXC_CASECUE_DOSE && hit->class != RXC_CASECUE_ROUTE) return;
    size_t drug = drug_of(w, line, i);
    if (drug == STR_NONE) return;
    if (hit->class == RXC_CASECUE_ROUTE) {
        bool near = rxc_casework_nearest(line, i, RXC_CASECUE_DRUG, 4) != STR_NONE;
        if (near || rxc_casework_nearest(line, i, RXC_CASECUE_DOSE, 6) != STR_NONE)
            add_use(w, RXC_CASE_ROUTE, hit->value, hit->span, drug);
        return;
    }
    size_t often = rxc_casework_after(line, i, RXC_CASECUE_OFTEN, 3);
    rxc_span span = hit->span;
    Str value = hit->value;
    if (often != STR_NONE) {
        span.e = line->hits[often].span.e;
        Str words = rxc_span_of(w->record->doc->text, line->hits[often].span);
        value = arena_printf(w->arena, "%.*s %.*s", STR_ARG(value), STR_ARG(words));
    }
    add_use(w, RXC_CASE_DOSE, value, span, drug);
}

/* The first line in which a reaction appears; else the first that names one. */
static void find_reached(rxc_casework *w)
{
    w->reached = w->n;
    for (int strict = 1; strict >= 0; strict--)
        for (size_t l = 0; l < w->n && w->reached == w->n; l++)
            for (size_t i = 0; i < w->lines[l].n && w->reached == w->n; i++) {
                if (!rxc_casework_is(w, &w->lines[l].hits[i], &w->reactions)) continue;
                if (!strict || rxc_casework_any(&w->lines[l], 0, RXC_CASECUE_APPEAR) != STR_NONE) w->reached = l;
            }
    for (size_t l = 0; l < w->n && w->reached == w->n; l++)
        if (rxc_casework_any(&w->lines[l], 0, RXC_CASECUE_APPEAR) != STR_NONE) w->reached = l;
    if (w->reached == w->n) w->reached = 0;
}

void rxc_casedrug_find(rxc_casework *w)
{
    collect(w, RXC_ADVERSE_EFFECT, NULL, &w->drugs, NULL);
    sort(&w->drugs);
    keep_titled(w);
    keep(&w->drugs, SUSPECT_SHARE, SUSPECTS_MAX);
    if (!w->drugs.n) count_drugs(w);
    collect(w, RXC_ADVERSE_EFFECT, &w->drugs, NULL, &w->reactions);
    collect(w, RXC_TREATS, &w->drugs, NULL, &w->indications);
    collect_reasons(w);
    keep_told(w);
    sort(&w->reactions);
    sort(&w->indications);
    part(&w->reactions, &w->indications);
    keep(&w->reactions, REACTION_SHARE, REACTIONS_MAX);
    keep(&w->indications, 1, 1);
    find_reached(w);
    if (!w->indications.n && w->drugs.n) guess_indication(w);
    add_concepts(w, RXC_CASE_DRUG, &w->drugs);
    add_concepts(w, RXC_CASE_REACTION, &w->reactions);
    add_concepts(w, RXC_CASE_INDICATION, &w->indications);
    for (size_t l = 0; w->drugs.n && l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) look_for_use(w, &w->lines[l], i);
}
