/* report_csv.c: which reactions for which drug, one row per pair. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"
#include "report/facts.h"

extern const rxc_report rxc_report_csv;

static void add_row(Buf *out, const rxc_facts *facts, const rxc_statement_group *group)
{
    const rxc_statement *first = &facts->statements.v[group->first];
    escape_csv(out, group->drug);
    buf_char(out, ',');
    escape_csv(out, group->disorder);
    buf_printf(out, ",%s,%s,%zu,%zu,%zu,", rxc_relation_name(group->relation), rxc_certainty_name(group->certainty),
               group->own, group->cited, group->count);
    escape_csv(out, first->drug_id);
    buf_char(out, ',');
    escape_csv(out, first->disorder_id);
    buf_char(out, '\n');
}

static rxc_status write_csv(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_facts facts;
    rxc_facts_collect(&arena, input, &facts);
    buf_add(&out, S("drug,reaction,relation,certainty,own_sources,cited_sources,statements,drug_id,reaction_id\n"));
    for (size_t i = 0; i < facts.groups.n; i++) add_row(&out, &facts, &facts.groups.v[i]);
    rxc_status status = rxc_facts_flush(&out, file, err);
    buf_clear(&out);
    arena_clear(&arena);
    return status;
}

const rxc_report rxc_report_csv = {
    .name = "csv",
    .help = "one row per drug and reaction: certainty, own and cited sources",
    .write = write_csv,
};
