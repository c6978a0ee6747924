/* casefacts.c: takes the cases of a document apart, one after the other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/casefacts.h"

#include <stdlib.h>

#include "concept/casework.h"

struct rxc_casefacts {
    Arena arena;
    rxc_casecues cues;
};

rxc_status rxc_casefacts_open(const char *data_dir, rxc_casefacts **out, rxc_err *err)
{
    rxc_casefacts *facts = calloc(1, sizeof *facts);
    if (!facts) rxc_err_memory(sizeof *facts);
    const char *path = arena_printf(&facts->arena, "%s/cues/casefacts.tsv", data_dir).p;
    rxc_status status = rxc_casecue_load(&facts->cues, path, &facts->arena, err);
    if (status) rxc_casefacts_close(facts);
    else *out = facts;
    return status;
}

void rxc_casefacts_close(rxc_casefacts *facts)
{
    if (!facts) return;
    arena_clear(&facts->arena);
    free(facts);
}

/* By field; facts of one field stay in the order in which they were found. */
static void sort_facts(rxc_case *c, Arena *scratch)
{
    rxc_case_fact *sorted = arena_array(scratch, rxc_case_fact, c->facts.n + 1);
    size_t n = 0;
    for (int f = 0; f < RXC_CASE_FIELD_COUNT; f++)
        for (size_t i = 0; i < c->facts.n; i++)
            if (c->facts.v[i].field == (rxc_case_field)f) sorted[n++] = c->facts.v[i];
    if (n) memcpy(c->facts.v, sorted, n * sizeof *sorted);
}

static void find_one(rxc_record *record, const rxc_casetext *text, const rxc_casepart *part, Arena *scratch,
                     rxc_case *out)
{
    const rxc_caseline *lines = text->narrative.v + part->b;
    *out = (rxc_case){ .label = part->label };
    rxc_casework w = { .record = record,
                       .lines = lines,
                       .n = part->e - part->b,
                       .only = text->parts.n == 1,
                       .arena = record->doc->arena,
                       .scratch = scratch,
                       .out = out };
    if (w.n) out->span = (rxc_span){ lines[0].span.b, lines[w.n - 1].span.e };
    rxc_casedrug_find(&w);
    rxc_caseperson_find(&w);
    rxc_caseonset_find(&w);
    rxc_casecourse_find(&w);
    rxc_caseremedy_find(&w);
    rxc_caseorigin_find(&w, &text->front);
    sort_facts(out, scratch);
}

void rxc_casefacts_find(const rxc_casefacts *facts, rxc_record *record)
{
    Arena scratch = { 0 };
    rxc_casetext text;
    rxc_casetext_split(&facts->cues, record, &scratch, &text);
    for (size_t i = 0; i < text.parts.n; i++) {
        if (record->cases.n == RXC_CASEFACTS_CASES) {
            rxc_span span = text.narrative.v[text.parts.v[i].b].span;
            rxc_ledger_lose(record->doc->arena, &record->ledger, S("case"), S("too-many"),
                            str_take(rxc_span_of(record->doc->text, span), 80), rxc_doc_line_at(record->doc, span.b));
            continue;
        }
        rxc_case found;
        find_one(record, &text, &text.parts.v[i], &scratch, &found);
        *vec_push(record->doc->arena, &record->cases) = found;
    }
    arena_clear(&scratch);
}
