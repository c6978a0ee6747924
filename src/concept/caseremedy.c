/* caseremedy.c: what was given for the reaction. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casework.h"

enum { NOT_NEAR = 4, GIVEN_NEAR = 8, REMEDIES_MAX = 12 };

/* Does the sentence speak of the disorder the drug was given for, and not of the reaction? */
static bool of_indication(const rxc_casework *w, const rxc_caseline *line)
{
    bool indication = false;
    for (size_t i = 0; i < line->n; i++) {
        if (rxc_casework_is(w, &line->hits[i], &w->reactions)) return false;
        indication |= rxc_casework_is(w, &line->hits[i], &w->indications);
    }
    return indication;
}

/* Is hit i named as given after the reaction came? In the sentence of the reaction itself only right behind "treated
 * with". */
static bool is_given(const rxc_casework *w, size_t l, size_t i)
{
    const rxc_caseline *line = &w->lines[l];
    if (l > w->reached)
        return rxc_casework_any(line, 0, RXC_CASECUE_GIVEN) != STR_NONE ||
               rxc_casework_any(line, 0, RXC_CASECUE_OUTCOME) != STR_NONE ||
               rxc_casework_any(line, 0, RXC_CASECUE_NOT) != STR_NONE ||
               rxc_casework_any(line, 0, RXC_CASECUE_OFTEN) != STR_NONE;
    size_t given = rxc_casework_before(line, i, RXC_CASECUE_GIVEN, GIVEN_NEAR);
    for (size_t k = 0; given != STR_NONE && k < given; k++)
        if (rxc_casework_is(w, &line->hits[k], &w->reactions)) return true;
    return false;
}

static bool is_remedy(const rxc_casework *w, size_t l, size_t i)
{
    const rxc_caseline *line = &w->lines[l];
    const rxc_casehit *hit = &line->hits[i];
    if (hit->class != RXC_CASECUE_DRUG && hit->class != RXC_CASECUE_THERAPY) return false;
    if (rxc_casework_is(w, hit, &w->drugs) || !is_given(w, l, i)) return false;
    if (hit->class == RXC_CASECUE_DRUG) {
        const rxc_mention *m = &w->record->mentions.v[hit->mention];
        if (m->negated || m->historical || m->other_person) return false;
    }
    return rxc_casework_before(line, i, RXC_CASECUE_NOT, NOT_NEAR) == STR_NONE &&
           rxc_casework_before(line, i, RXC_CASECUE_NEEDLESS, NOT_NEAR) == STR_NONE &&
           rxc_casework_after(line, i, RXC_CASECUE_NEEDLESS, NOT_NEAR) == STR_NONE &&
           rxc_casework_any(line, 0, RXC_CASECUE_PAST) == STR_NONE;
}

static bool is_known(const rxc_case *c, Str value, rxc_span span)
{
    for (size_t i = 0; i < c->facts.n; i++) {
        const rxc_case_fact *fact = &c->facts.v[i];
        if (fact->field != RXC_CASE_TREATMENT) continue;
        if (str_eq_nocase(fact->value, value) || (fact->span.b < span.e && span.b < fact->span.e)) return true;
    }
    return false;
}

void rxc_caseremedy_find(rxc_casework *w)
{
    size_t count = 0;
    for (size_t l = w->reached; l < w->n && count < REMEDIES_MAX; l++) {
        if (of_indication(w, &w->lines[l])) continue;
        for (size_t i = 0; i < w->lines[l].n && count < REMEDIES_MAX; i++) {
            const rxc_casehit *hit = &w->lines[l].hits[i];
            if (!is_remedy(w, l, i) || is_known(w->out, hit->value, hit->span)) continue;
            rxc_case_fact *fact = rxc_casework_add(w, RXC_CASE_TREATMENT, hit->value, hit->span);
            if (hit->class == RXC_CASECUE_DRUG) fact->concept = w->record->mentions.v[hit->mention].concept;
            count++;
        }
    }
}
