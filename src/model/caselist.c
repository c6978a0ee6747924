/* caselist.c: the line listing: one row per case. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/caselist.h"

const char *const rxc_caselist_columns[RXC_CASELIST_COLUMNS + 1] = {
    "document",    "case",      "age",        "sex",      "country", "reporter",    "drug",
    "dose",        "route",     "indication", "reaction", "onset",   "seriousness", "dechallenge",
    "rechallenge", "treatment", "outcome",    "criteria", "missing", NULL,
};

void rxc_caselist_fill(Arena *arena, Str document, size_t index, const rxc_case *c, Str cells[RXC_CASELIST_COLUMNS])
{
    size_t n = 0;
    cells[n++] = document;
    cells[n++] = c->label.n ? c->label : arena_printf(arena, "%zu", index + 1);
    for (int f = 0; f < RXC_CASE_FIELD_COUNT; f++) {
        Str value = rxc_case_join(arena, c, (rxc_case_field)f);
        bool challenge = f == RXC_CASE_DECHALLENGE || f == RXC_CASE_RECHALLENGE;
        cells[n++] = challenge && !value.n ? S("unknown") : value;
    }
    cells[n++] = arena_printf(arena, "%zu/%d", rxc_case_met(c), RXC_CASE_CRITERIA);
    cells[n] = rxc_case_missing(arena, c);
}
