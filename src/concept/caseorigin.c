/* caseorigin.c: who reports a case, and from which country. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casework.h"

static const rxc_casehit *country_in(const rxc_caseline *lines, size_t n)
{
    for (size_t l = 0; l < n; l++) {
        size_t i = rxc_casework_any(&lines[l], 0, RXC_CASECUE_COUNTRY);
        if (i != STR_NONE) return &lines[l].hits[i];
    }
    return NULL;
}

/* Affiliations and correspondence come first, then what the story says of the place. */
static void find_country(rxc_casework *w, const rxc_caselines *front)
{
    const rxc_casehit *hit = NULL;
    for (size_t l = 0; l < front->n && !hit; l++)
        if (front->v[l].block->kind == RXC_BLOCK_FRONT) hit = country_in(&front->v[l], 1);
    if (!hit) hit = country_in(w->lines, w->n);
    if (hit) rxc_casework_add(w, RXC_CASE_COUNTRY, hit->value, hit->span);
}

static void find_reporter(rxc_casework *w)
{
    enum { FRONT_MAX = 4000 }; /* bytes in which the authors are looked for */
    const rxc_work *work = &w->record->doc->work;
    if (!work->authors.n) return;
    const rxc_name *name = &work->authors.v[0];
    Str family = name->family.n ? name->family : name->literal;
    bool more = work->authors.n > 1 || work->et_al;
    Str value = arena_printf(w->arena, "%.*s%s", STR_ARG(family), more ? " et al." : "");
    size_t at = str_find(str_take(w->record->doc->text, FRONT_MAX), family);
    rxc_case_fact *fact = rxc_casework_add(w, RXC_CASE_REPORTER, value,
                                           at == STR_NONE ? (rxc_span){ 0 } : (rxc_span){ at, at + family.n });
    if (at == STR_NONE) fact->text = family;
}

void rxc_caseorigin_find(rxc_casework *w, const rxc_caselines *front)
{
    find_country(w, front);
    find_reporter(w);
}
