/* effect.c: what drugs are known to cause and to treat. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/effect.h"

#include <stdlib.h>

#include "concept/tsv.h"

static const Str HEADER = STR_INIT("subject\trelation\tdisorders");

static int compare(const void *a, const void *b)
{
    const rxc_effect *x = a, *y = b;
    if (x->disorder != y->disorder) return x->disorder < y->disorder ? -1 : 1;
    if (x->relation != y->relation) return x->relation < y->relation ? -1 : 1;
    return str_cmp(x->subject, y->subject);
}

static bool is_class(const rxc_vocab *vocab, Str name)
{
    for (size_t i = 0; i < vocab->terms.n; i++)
        if (vocab->terms.v[i].type == RXC_DRUG && str_eq(vocab->terms.v[i].group, name)) return true;
    return false;
}

static rxc_status add_row(rxc_effects *effects, const rxc_tsv *tsv, const Str *fields, const rxc_vocab *vocab,
                          const rxc_words *words, Arena *arena, rxc_err *err)
{
    rxc_effect e = { .subject = fields[0], .relation = str_eq(fields[1], S("treats")) ? RXC_TREATS : RXC_ADVERSE_EFFECT };
    if (e.relation != RXC_TREATS && !str_eq(fields[1], S("causes"))) return rxc_tsv_refuse(tsv, err, "unknown relation", fields[1]);
    if (!is_class(vocab, e.subject)) {
        uint32_t term = rxc_vocab_lookup(vocab, words, e.subject, RXC_DRUG);
        if (term == RXC_NO_TERM) return rxc_tsv_refuse(tsv, err, "unknown drug", e.subject);
        e.subject = vocab->terms.v[term].id;
    }
    Str rest = fields[2], name;
    while (rest.n && str_cut(&rest, '|', &name)) {
        e.disorder = rxc_vocab_lookup(vocab, words, name, RXC_DISORDER);
        if (e.disorder == RXC_NO_TERM) return rxc_tsv_refuse(tsv, err, "unknown disorder", name);
        *vec_push(arena, &effects->list) = e;
    }
    return RXC_OK;
}

rxc_status rxc_effect_load(rxc_effects *effects, const char *path, const rxc_vocab *vocab, const rxc_words *words, Arena *arena,
                           rxc_err *err)
{
    *effects = (rxc_effects){ 0 };
    rxc_tsv tsv;
    Str fields[RXC_TSV_COLUMNS];
    bool more = true;
    RXC_TRY(rxc_tsv_open(&tsv, path, HEADER, arena, err));
    while (more) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (more) RXC_TRY(add_row(effects, &tsv, fields, vocab, words, arena, err));
    }
    if (effects->list.n) qsort(effects->list.v, effects->list.n, sizeof *effects->list.v, compare);
    return RXC_OK;
}

static bool holds(const rxc_effects *effects, const rxc_effect *wanted)
{
    return effects->list.n && bsearch(wanted, effects->list.v, effects->list.n, sizeof *wanted, compare);
}

bool rxc_effect_known(const rxc_effects *effects, const rxc_vocab *vocab, uint32_t drug, uint32_t disorder, rxc_relation relation)
{
    if (drug == RXC_NO_TERM || disorder == RXC_NO_TERM) return false;
    const rxc_term *term = &vocab->terms.v[drug];
    rxc_effect of_drug = { term->id, disorder, relation }, of_class = { term->group, disorder, relation };
    return holds(effects, &of_drug) || (term->group.n && holds(effects, &of_class));
}
