/* casework.c: look-ups among the hits of a sentence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casework.h"

Str rxc_casework_key(const rxc_mention *mention) { return mention->concept.n ? mention->concept : mention->name; }

bool rxc_casework_has(const rxc_caseconcepts *concepts, Str key)
{
    for (size_t i = 0; i < concepts->n; i++)
        if (str_eq_nocase(concepts->v[i].key, key)) return true;
    return false;
}

bool rxc_casework_is(const rxc_casework *w, const rxc_casehit *hit, const rxc_caseconcepts *concepts)
{
    return hit->mention != STR_NONE &&
           rxc_casework_has(concepts, rxc_casework_key(&w->record->mentions.v[hit->mention]));
}

rxc_case_fact *rxc_casework_add(rxc_casework *w, rxc_case_field field, Str value, rxc_span span)
{
    rxc_case_fact *fact = vec_push(w->arena, &w->out->facts);
    *fact = (rxc_case_fact){
        .field = field, .value = value, .span = span, .text = rxc_span_of(w->record->doc->text, span)
    };
    return fact;
}

size_t rxc_casework_before(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t near)
{
    for (size_t k = i; k-- > 0;) {
        if (line->hits[k].te > line->hits[i].tb) continue;
        if (line->hits[i].tb - line->hits[k].te > near) break;
        if (line->hits[k].class == class) return k;
    }
    return STR_NONE;
}

size_t rxc_casework_after(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t near)
{
    for (size_t k = i + 1; k < line->n; k++) {
        if (line->hits[k].tb < line->hits[i].te) continue;
        if (line->hits[k].tb - line->hits[i].te > near) break;
        if (line->hits[k].class == class) return k;
    }
    return STR_NONE;
}

size_t rxc_casework_any(const rxc_caseline *line, size_t i, rxc_casecue_class class)
{
    while (i < line->n && line->hits[i].class != class) i++;
    return i < line->n ? i : STR_NONE;
}

size_t rxc_casework_nearest(const rxc_caseline *line, size_t i, rxc_casecue_class class, size_t near)
{
    size_t before = rxc_casework_before(line, i, class, near), after = rxc_casework_after(line, i, class, near);
    if (before == STR_NONE) return after;
    if (after == STR_NONE) return before;
    return line->hits[i].tb - line->hits[before].te < line->hits[after].tb - line->hits[i].te ? before : after;
}

bool rxc_casework_suspect(const rxc_casework *w, const rxc_caseline *line, size_t i)
{
    enum { NAMED = 8, OTHER = 5 };
    size_t nearest = rxc_casework_nearest(line, i, RXC_CASECUE_DRUG, NAMED);
    if (nearest == STR_NONE) return true;
    if (rxc_casework_is(w, &line->hits[nearest], &w->drugs)) return true;
    return rxc_casework_nearest(line, i, RXC_CASECUE_DRUG, OTHER) == STR_NONE;
}
