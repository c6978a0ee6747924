/* report_json.c: the findings of the report as data. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jsonw.h"
#include "model/notice.h"
#include "report/facts.h"

extern const rxc_report rxc_report_json;

static void write_sums(Jsonw *w, const rxc_sums *sums)
{
    static const char *const names[RXC_NODE_KIND_COUNT] = {
#define KIND(name, printed, plural) plural,
        RXC_NODE_KINDS(KIND)
#undef KIND
    };
    jsonw_key(w, "summary"), jsonw_object(w);
    jsonw_key_int(w, "inputs", (long long)sums->inputs);
    jsonw_key_int(w, "read", (long long)sums->read);
    jsonw_key_int(w, "failed", (long long)sums->failed);
    for (size_t kind = 0; kind < RXC_NODE_KIND_COUNT; kind++)
        if (kind <= RXC_NODE_DISORDER || sums->nodes[kind]) jsonw_key_int(w, names[kind], (long long)sums->nodes[kind]);
    jsonw_key_int(w, "reactions", (long long)sums->reactions);
    jsonw_end_object(w);
}

static void write_strings(Jsonw *w, const char *key, const rxc_strs *strs)
{
    jsonw_key(w, key), jsonw_array(w);
    for (size_t i = 0; i < strs->n; i++) jsonw_str(w, strs->v[i]);
    jsonw_end_array(w);
}

static void write_statement(Jsonw *w, const rxc_statement *s)
{
    jsonw_object(w);
    jsonw_key_str(w, "certainty", str_from(rxc_certainty_name(s->certainty)));
    jsonw_key_str(w, "attribution", str_from(rxc_attribution_name(s->attribution)));
    write_strings(w, "sources", &s->sources);
    jsonw_key_str(w, "sentence", s->text);
    jsonw_key_str(w, "document", s->document);
    jsonw_key_str(w, "place", s->place);
    jsonw_key_str(w, "rule", s->rule);
    jsonw_key(w, "score"), jsonw_num(w, (double)s->score, 3);
    jsonw_end_object(w);
}

static void write_group(Jsonw *w, const rxc_facts *facts, const rxc_statement_group *group)
{
    jsonw_object(w);
    jsonw_key_str(w, "drug", group->drug);
    jsonw_key_str(w, "reaction", group->disorder);
    jsonw_key_str(w, "relation", str_from(rxc_relation_name(group->relation)));
    jsonw_key_str(w, "certainty", str_from(rxc_certainty_name(group->certainty)));
    jsonw_key_int(w, "own_sources", (long long)group->own);
    jsonw_key_int(w, "cited_sources", (long long)group->cited);
    jsonw_key(w, "statements"), jsonw_array(w);
    for (size_t i = 0; i < group->count; i++) write_statement(w, &facts->statements.v[group->first + i]);
    jsonw_end_array(w);
    jsonw_end_object(w);
}

static void write_related(Jsonw *w, const rxc_report_input *input)
{
    jsonw_key(w, "related"), jsonw_array(w);
    for (size_t i = 0; i < input->related_count; i++) {
        const rxc_report_related *pair = &input->related[i];
        jsonw_object(w);
        jsonw_key_str(w, "a", input->graph->nodes.v[pair->a].id);
        jsonw_key_str(w, "b", input->graph->nodes.v[pair->b].id);
        jsonw_key(w, "score"), jsonw_num(w, pair->score, 6);
        jsonw_key_str(w, "reasons", pair->reasons);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

/* The citations of each node as lists, in the order of the edges. */
typedef struct Citing {
    size_t *first, *next; /* [nodes], [edges]: an edge, STR_NONE: no more */
} Citing;

static Citing list_citing(Arena *arena, const rxc_graph *graph)
{
    Citing citing = { arena_array(arena, size_t, graph->nodes.n), arena_array(arena, size_t, graph->edges.n) };
    for (size_t i = 0; i < graph->nodes.n; i++) citing.first[i] = STR_NONE;
    for (size_t i = graph->edges.n; i-- > 0;) {
        const rxc_edge *edge = &graph->edges.v[i];
        if (edge->kind != RXC_EDGE_CITES) continue;
        citing.next[i] = citing.first[edge->to];
        citing.first[edge->to] = i;
    }
    return citing;
}

static void write_citing(Jsonw *w, const rxc_graph *graph, const Citing *citing, size_t work)
{
    jsonw_key(w, "cited_by"), jsonw_array(w);
    for (size_t i = citing->first[work]; i != STR_NONE; i = citing->next[i]) {
        const rxc_edge *edge = &graph->edges.v[i];
        for (size_t p = 0; p < edge->places.n; p++) {
            jsonw_object(w);
            jsonw_key_str(w, "id", graph->nodes.v[edge->from].id);
            jsonw_key_str(w, "file", graph->nodes.v[edge->from].file);
            jsonw_key_int(w, "line", (long long)edge->places.v[p].line);
            jsonw_key_str(w, "text", edge->places.v[p].text);
            jsonw_end_object(w);
        }
    }
    jsonw_end_array(w);
}

/* Works that were retracted, corrected or are under concern. */
static void write_statuses(Jsonw *w, Arena *arena, const rxc_graph *graph)
{
    Citing citing = list_citing(arena, graph);
    jsonw_key(w, "statuses"), jsonw_array(w);
    for (size_t i = 0; i < graph->nodes.n; i++) {
        const rxc_node *node = &graph->nodes.v[i];
        if (!rxc_notice_is_status(node->status)) continue;
        jsonw_object(w);
        jsonw_key_str(w, "id", node->id);
        jsonw_key_str(w, "status", node->status);
        jsonw_key_str(w, "title", node->title);
        write_citing(w, graph, &citing, i);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

static rxc_status write_json(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    Jsonw w = { .out = &out, .indent = 2 };
    rxc_facts facts;
    rxc_facts_collect(&arena, input, &facts);
    jsonw_object(&w);
    jsonw_key_str(&w, "schema", S("rxcite/report/1"));
    write_sums(&w, &facts.sums);
    jsonw_key(&w, "evidence"), jsonw_array(&w);
    for (size_t i = 0; i < facts.groups.n; i++) write_group(&w, &facts, &facts.groups.v[i]);
    jsonw_end_array(&w);
    write_statuses(&w, &arena, input->graph);
    write_related(&w, input);
    jsonw_end_object(&w);
    buf_char(&out, '\n');
    rxc_status status = rxc_facts_flush(&out, file, err);
    buf_clear(&out);
    arena_clear(&arena);
    return status;
}

const rxc_report rxc_report_json = {
    .name = "json",
    .help = "the findings as data: sums, evidence with sentences, related reports",
    .write = write_json,
};
