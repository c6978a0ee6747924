/* casecourse.c: how a case went: was it serious, what came of stopping the drug and of giving it again, how did it end.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casework.h"

enum { NOT_NEAR = 4, FOLLOWED = 8, SUBJECT_NEAR = 6 };

static bool denied(const rxc_caseline *line, size_t i)
{
    return rxc_casework_before(line, i, RXC_CASECUE_NOT, NOT_NEAR) != STR_NONE;
}

/* --- seriousness
 * ------------------------------------------------------------------------------------------------------- */

static bool has_value(const rxc_case *c, rxc_case_field field, Str value)
{
    for (size_t i = 0; i < c->facts.n; i++)
        if (c->facts.v[i].field == field && str_eq(c->facts.v[i].value, value)) return true;
    return false;
}

static void find_seriousness(rxc_casework *w)
{
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            const rxc_caseline *line = &w->lines[l];
            const rxc_casehit *hit = &line->hits[i];
            if (hit->class != RXC_CASECUE_SERIOUS || denied(line, i) ||
                has_value(w->out, RXC_CASE_SERIOUSNESS, hit->value))
                continue;
            if (rxc_casework_before(line, i, RXC_CASECUE_PAST, NOT_NEAR) != STR_NONE) continue;
            if (rxc_casework_before(line, i, RXC_CASECUE_OTHER, NOT_NEAR) != STR_NONE) continue;
            rxc_casework_add(w, RXC_CASE_SERIOUSNESS, hit->value, hit->span);
        }
}

/* --- outcome
 * ----------------------------------------------------------------------------------------------------------- */

/* Of which disorder does the hit speak? Not of the one that the drug was given for. */
static bool about_indication(const rxc_casework *w, const rxc_caseline *line, size_t i)
{
    size_t disorder = rxc_casework_nearest(line, i, RXC_CASECUE_DISORDER, SUBJECT_NEAR);
    return disorder != STR_NONE && rxc_casework_is(w, &line->hits[disorder], &w->indications);
}

static bool is_good(Str value) { return str_starts(value, S("recover")); }

/* What hit i says of the end of the reaction; empty when it says nothing of it. */
static Str outcome_at(const rxc_casework *w, const rxc_caseline *line, size_t i)
{
    const rxc_casehit *hit = &line->hits[i];
    if (hit->class != RXC_CASECUE_OUTCOME || about_indication(w, line, i)) return (Str){ 0 };
    if (rxc_casework_before(line, i, RXC_CASECUE_PAST, NOT_NEAR) != STR_NONE) return (Str){ 0 };
    bool no = rxc_casework_before(line, i, RXC_CASECUE_NOT, 2) != STR_NONE;
    if (no && is_good(hit->value)) return S("not recovered");
    return no ? (Str){ 0 } : hit->value;
}

/* The last word counts, but death is never taken back, nor is a full recovery by "improved". */
static bool replaces(Str later, Str sooner)
{
    if (!sooner.n || str_eq(later, S("fatal"))) return true;
    if (str_eq(sooner, S("fatal"))) return false;
    if (str_eq(sooner, S("recovered")) && str_eq(later, S("recovering"))) return false;
    return !str_eq(later, sooner);
}

static void find_outcome(rxc_casework *w)
{
    Str best = { 0 };
    rxc_span span = { 0 };
    for (size_t l = w->reached; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            Str value = outcome_at(w, &w->lines[l], i);
            if (value.n && replaces(value, best)) best = value, span = w->lines[l].hits[i].span;
        }
    if (best.n) rxc_casework_add(w, RXC_CASE_OUTCOME, best, span);
}

/* --- dechallenge
 * -------------------------------------------------------------------------------------------------------- */

/* Does hit i say that the suspect drug was stopped? "stopped the bleeding" does not. */
static bool is_stop(const rxc_casework *w, const rxc_caseline *line, size_t i)
{
    const rxc_casehit *hit = &line->hits[i];
    if (hit->class != RXC_CASECUE_STOPPED || denied(line, i) || !rxc_casework_suspect(w, line, i)) return false;
    size_t disorder = rxc_casework_after(line, i, RXC_CASECUE_DISORDER, 2),
           drug = rxc_casework_after(line, i, RXC_CASECUE_DRUG, 2);
    if (disorder != STR_NONE && drug == STR_NONE && line->hits[disorder].tb == hit->te) return false;
    Str after = str_sub(w->record->doc->text, hit->span.e, hit->span.e + 5);
    return drug != STR_NONE || !str_starts(after, S(" the ")) ||
           rxc_casework_after(line, i, RXC_CASECUE_EXPOSE, 3) != STR_NONE || disorder == STR_NONE;
}

/* What became of the reaction in this line and those behind it: positive, negative, or unknown. */
static Str answer_from(const rxc_casework *w, size_t l)
{
    for (size_t end = l + FOLLOWED < w->n ? l + FOLLOWED : w->n; l < end; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            Str value = outcome_at(w, &w->lines[l], i);
            if (is_good(value)) return S("positive");
            if (value.n) return S("negative");
        }
    return S("unknown");
}

static bool is_kept(const rxc_casework *w, const rxc_caseline *line, size_t i)
{
    if (line->hits[i].class != RXC_CASECUE_CONTINUED) return false;
    size_t drug = rxc_casework_nearest(line, i, RXC_CASECUE_DRUG, FOLLOWED);
    if (drug == STR_NONE) drug = rxc_casework_any(line, 0, RXC_CASECUE_DRUG);
    return drug != STR_NONE && rxc_casework_is(w, &line->hits[drug], &w->drugs);
}

static void find_dechallenge(rxc_casework *w)
{
    const rxc_caseline *kept = NULL;
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            if (is_stop(w, &w->lines[l], i)) {
                rxc_casework_add(w, RXC_CASE_DECHALLENGE, answer_from(w, l), w->lines[l].span);
                return;
            }
            if (!kept && is_kept(w, &w->lines[l], i)) kept = &w->lines[l];
        }
    if (kept) rxc_casework_add(w, RXC_CASE_DECHALLENGE, S("not done"), kept->span);
}

/* --- rechallenge
 * -------------------------------------------------------------------------------------------------------- */

static bool says(const rxc_casework *w, size_t l, rxc_casecue_class class)
{
    return rxc_casework_any(&w->lines[l], 0, class) != STR_NONE ||
           (l + 1 < w->n && rxc_casework_any(&w->lines[l + 1], 0, class) != STR_NONE);
}

static Str rechallenge_at(const rxc_casework *w, size_t l, size_t i)
{
    const rxc_caseline *line = &w->lines[l];
    size_t tolerated = rxc_casework_any(line, 0, RXC_CASECUE_TOLERATED);
    if (tolerated == STR_NONE && rxc_casework_nearest(line, i, RXC_CASECUE_NOT, FOLLOWED) != STR_NONE)
        return S("not done");
    if (says(w, l, RXC_CASECUE_TOLERATED)) return S("negative");
    if (says(w, l, RXC_CASECUE_RECURRED)) return S("positive");
    return S("unknown");
}

static void find_rechallenge(rxc_casework *w)
{
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            if (w->lines[l].hits[i].class != RXC_CASECUE_RECHALLENGE || !rxc_casework_suspect(w, &w->lines[l], i))
                continue;
            rxc_casework_add(w, RXC_CASE_RECHALLENGE, rechallenge_at(w, l, i), w->lines[l].span);
            return;
        }
}

void rxc_casecourse_find(rxc_casework *w)
{
    find_seriousness(w);
    find_dechallenge(w);
    find_rechallenge(w);
    find_outcome(w);
}
