/* report_evidence.c: one row per statement that relates a drug and a disorder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"
#include "report/facts.h"

extern const rxc_report rxc_report_evidence;

static void add_field(Buf *out, Str text)
{
    escape_csv(out, text);
    buf_char(out, ',');
}

static void add_joined(Buf *out, Arena *arena, const rxc_strs *parts)
{
    Buf joined = { 0 };
    for (size_t i = 0; i < parts->n; i++) {
        if (i) buf_add(&joined, S("; "));
        buf_add(&joined, parts->v[i]);
    }
    add_field(out, arena_str(arena, buf_str(&joined)));
    buf_clear(&joined);
}

/* What the graph knows of a concept's codes in other terminologies. */
static Str codes_of(const rxc_facts *facts, Str id)
{
    const rxc_graph *graph = facts->input->graph;
    size_t node = id.n ? rxc_graph_find(graph, id) : STR_NONE;
    return node == STR_NONE ? (Str){ 0 } : graph->nodes.v[node].codes;
}

static void add_row(Buf *out, const rxc_facts *facts, const rxc_statement *s)
{
    add_field(out, s->drug);
    add_field(out, s->disorder);
    add_field(out, str_from(rxc_relation_name(s->relation)));
    add_field(out, str_from(rxc_certainty_name(s->certainty)));
    add_field(out, str_from(rxc_attribution_name(s->attribution)));
    add_joined(out, facts->arena, &s->sources);
    add_field(out, s->text);
    add_field(out, s->document);
    add_field(out, s->place);
    add_field(out, s->rule);
    buf_printf(out, "%.3g,", (double)s->score);
    add_field(out, s->drug_id);
    add_field(out, s->disorder_id);
    add_joined(out, facts->arena, &s->keys);
    add_field(out, codes_of(facts, s->drug_id));
    add_field(out, codes_of(facts, s->disorder_id));
    out->p[out->n - 1] = '\n';
}

static rxc_status write_evidence(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_facts facts;
    rxc_facts_collect(&arena, input, &facts);
    buf_add(&out,
            S("drug,reaction,relation,certainty,attribution,attributed_to,sentence,document,place,rule,score,drug_id,"
              "reaction_id,attributed_to_id,drug_codes,reaction_codes\n"));
    for (size_t i = 0; i < facts.statements.n; i++) add_row(&out, &facts, &facts.statements.v[i]);
    rxc_status status = rxc_facts_flush(&out, file, err);
    buf_clear(&out);
    arena_clear(&arena);
    return status;
}

const rxc_report rxc_report_evidence = {
    .name = "evidence",
    .file = "evidence.csv",
    .help = "one row per drug-reaction statement: certainty, whose evidence, sentence, place",
    .write = write_evidence,
};
