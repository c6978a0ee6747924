/* caseperson.c: age and sex of the patient. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casework.h"

static rxc_span hits_span(const rxc_caseline *line, size_t b, size_t e)
{
    return (rxc_span){ line->hits[b].span.b, line->hits[e - 1].span.e };
}

/* An age that the text words firmly comes before "aged 12", which may be of an earlier time. */
static bool find_age(rxc_casework *w, bool firm)
{
    rxc_caseage age;
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; rxc_casetext_age(&w->lines[l], w->record->doc->text, i, &age); i = age.e) {
            if (age.firm != firm) continue;
            Str value = arena_printf(w->arena, "%.*s %.*s%s", STR_ARG(age.number), STR_ARG(age.unit),
                                     str_eq(age.number, S("1")) ? "" : "s");
            rxc_casework_add(w, RXC_CASE_AGE, value, hits_span(&w->lines[l], age.b, age.e));
            return true;
        }
    return false;
}

/* "in her forties"; "an elderly woman". */
static void find_group(rxc_casework *w)
{
    for (size_t l = 0; l < w->n; l++)
        for (size_t i = 0; i < w->lines[l].n; i++) {
            const rxc_casehit *hit = &w->lines[l].hits[i];
            bool decade = hit->class == RXC_CASECUE_DECADE &&
                          rxc_casework_before(&w->lines[l], i, RXC_CASECUE_PRONOUN, 1) != STR_NONE;
            if (!decade && (hit->class != RXC_CASECUE_AGE_GROUP || l)) continue;
            rxc_casework_add(w, RXC_CASE_AGE, hit->value, hit->span);
            return;
        }
}

/* The word for the patient that stands with the age. */
static bool find_noun(rxc_casework *w)
{
    enum { NEAR = 8 };
    const rxc_case_fact *age = rxc_case_find(w->out, RXC_CASE_AGE);
    for (size_t l = 0; l < w->n; l++) {
        const rxc_caseline *line = &w->lines[l];
        if (age && age->span.e <= line->span.b) break;
        if (age && age->span.b >= line->span.e) continue;
        for (size_t i = 0; i < line->n; i++) {
            if (line->hits[i].class != RXC_CASECUE_SEX || (age && line->hits[i].span.e + 60 < age->span.b)) continue;
            rxc_casework_add(w, RXC_CASE_SEX, line->hits[i].value, line->hits[i].span);
            return true;
        }
    }
    return false;
}

/* He or she: what the story says more often. Pronouns of a sentence that speaks of a relative do not count. */
static void find_pronoun(rxc_casework *w)
{
    const rxc_casehit *first[2] = { 0 };
    size_t count[2] = { 0 };
    for (size_t l = 0; l < w->n; l++) {
        const rxc_caseline *line = &w->lines[l];
        if (rxc_casework_any(line, 0, RXC_CASECUE_OTHER) != STR_NONE) continue;
        for (size_t i = 0; i < line->n; i++) {
            if (line->hits[i].class != RXC_CASECUE_PRONOUN) continue;
            bool female = str_eq(line->hits[i].value, S("female"));
            if (!count[female]++) first[female] = &line->hits[i];
        }
    }
    const rxc_casehit *hit = first[count[1] > count[0]];
    if (hit) rxc_casework_add(w, RXC_CASE_SEX, hit->value, hit->span);
}

void rxc_caseperson_find(rxc_casework *w)
{
    if (!find_age(w, true) && !find_age(w, false)) find_group(w);
    if (!find_noun(w)) find_pronoun(w);
}
