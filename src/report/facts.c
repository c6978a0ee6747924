/* facts.c: collects the statements, groups and losses of a run. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/facts.h"

#include <stdlib.h>

Str rxc_facts_document(const rxc_facts *facts, size_t input)
{
    const rxc_report_input_row *row = &facts->input->inputs[input];
    const rxc_graph *graph = facts->input->graph;
    return row->node < graph->nodes.n ? graph->nodes.v[row->node].label : row->file;
}

Str rxc_facts_place(Arena *arena, const rxc_report_input_row *row, size_t at)
{
    const rxc_block *block = row->record ? rxc_doc_block_at(row->record->doc, at) : NULL;
    if (!block || !block->line) return row->file;
    return arena_printf(arena, "%.*s:%zu", STR_ARG(row->file), block->line);
}

Str rxc_facts_count(Arena *arena, size_t n, const char *one, const char *many)
{
    return arena_printf(arena, "%zu %s", n, n == 1 ? one : many);
}

rxc_status rxc_facts_flush(Buf *out, FILE *file, rxc_err *err)
{
    size_t n = out->n;
    bool whole = n == 0 || fwrite(out->p, 1, n, file) == n;
    buf_reset(out);
    return whole ? RXC_OK : rxc_err_set(err, RXC_IO, "the report could not be written");
}

static bool is_safe_url(Str url)
{
    if (!str_starts_nocase(url, S("https://")) && !str_starts_nocase(url, S("http://"))) return false;
    for (size_t i = 0; i < url.n; i++)
        if ((unsigned char)url.p[i] <= ' ' || strchr("\"<>\\^`{|}", url.p[i])) return false;
    return true;
}

Str rxc_facts_url(Arena *arena, const rxc_node *node)
{
    if (node->doi.n == 0) return is_safe_url(node->url) ? node->url : (Str){ 0 };
    Buf out = { 0 };
    buf_add(&out, S("https://doi.org/"));
    for (size_t i = 0; i < node->doi.n; i++) {
        char c = node->doi.p[i];
        if (chr_alnum(c) || (c && strchr("-._~/:;", c))) buf_char(&out, c);
        else buf_printf(&out, "%%%02X", (unsigned char)c);
    }
    Str url = arena_str(arena, buf_str(&out));
    buf_clear(&out);
    return url;
}

/* Name and id of a mention: the graph's name where the concept is in the graph. */
static void name_concept(const rxc_facts *facts, const rxc_record *record, size_t mention, Str *name, Str *id)
{
    if (mention >= record->mentions.n) return;
    const rxc_mention *m = &record->mentions.v[mention];
    size_t node = m->concept.n ? rxc_graph_find(facts->input->graph, m->concept) : STR_NONE;
    *id = m->concept;
    *name = node != STR_NONE ? facts->input->graph->nodes.v[node].label : m->name.n ? m->name : m->text;
}

static void add_source(rxc_facts *facts, rxc_statement *s, Str label, Str key)
{
    *vec_push(facts->arena, &s->sources) = label;
    *vec_push(facts->arena, &s->keys) = key;
}

/* Whose evidence a statement is: the document's own, or that of the works it cites there. */
static void name_sources(rxc_facts *facts, rxc_statement *s, const rxc_evidence *evidence)
{
    const rxc_report_input_row *row = &facts->input->inputs[s->input];
    const rxc_graph *graph = facts->input->graph;
    if (evidence->attribution == RXC_OWN) {
        add_source(facts, s, s->document, row->node < graph->nodes.n ? graph->nodes.v[row->node].id : row->file);
        return;
    }
    for (size_t i = 0; i < evidence->references.n; i++) {
        size_t reference = evidence->references.v[i];
        if (reference >= row->record->references.n) continue;
        size_t node = row->resolved ? row->resolved[reference] : STR_NONE;
        Str key =
            arena_printf(facts->arena, "%.*s#%d", STR_ARG(row->file), row->record->references.v[reference].number);
        if (node < graph->nodes.n) add_source(facts, s, graph->nodes.v[node].label, graph->nodes.v[node].id);
        else add_source(facts, s, rxc_work_label(facts->arena, &row->record->references.v[reference].work), key);
    }
}

static void collect_statements(rxc_facts *facts, size_t input)
{
    const rxc_report_input_row *row = &facts->input->inputs[input];
    const rxc_record *record = row->record;
    for (size_t i = 0; i < record->evidence.n; i++) {
        const rxc_evidence *evidence = &record->evidence.v[i];
        rxc_statement s = { .relation = evidence->relation,
                            .certainty = evidence->certainty,
                            .attribution = evidence->attribution,
                            .input = input,
                            .order = facts->statements.n,
                            .text = str_trim(evidence->text),
                            .document = rxc_facts_document(facts, input),
                            .place = rxc_facts_place(facts->arena, row, evidence->sentence.b),
                            .rule = evidence->rule,
                            .score = evidence->score };
        name_concept(facts, record, evidence->drug, &s.drug, &s.drug_id);
        name_concept(facts, record, evidence->disorder, &s.disorder, &s.disorder_id);
        name_sources(facts, &s, evidence);
        *vec_push(facts->arena, &facts->statements) = s;
    }
}

static Str join_missing(Arena *arena, const rxc_callout *callout)
{
    Buf out = { 0 };
    for (size_t i = 0; i < callout->unresolved.n; i++) {
        if (i) buf_add(&out, S(", "));
        if (callout->unresolved.v[i] >= 0) buf_printf(&out, "%d", callout->unresolved.v[i]);
        else buf_add(&out, callout->text);
    }
    Str joined = arena_str(arena, buf_str(&out));
    buf_clear(&out);
    return joined;
}

static void collect_lost(rxc_facts *facts, size_t input)
{
    const rxc_report_input_row *row = &facts->input->inputs[input];
    for (size_t i = 0; i < row->record->callouts.n; i++) {
        const rxc_callout *callout = &row->record->callouts.v[i];
        if (callout->unresolved.n == 0) continue;
        *vec_push(facts->arena, &facts->lost) =
            (rxc_lost_callout){ .input = input,
                                .text = callout->text,
                                .missing = join_missing(facts->arena, callout),
                                .sentence =
                                    str_trim(rxc_doc_excerpt(row->record->doc, callout->sentence, callout->span.b)),
                                .place = rxc_facts_place(facts->arena, row, callout->span.b) };
    }
}

static void add_sums(rxc_sums *sums, const rxc_report_input_row *row)
{
    const rxc_ledger *ledger = &row->record->ledger;
    sums->references += ledger->references_seen;
    sums->parsed += ledger->references_parsed;
    sums->callouts += ledger->callouts_seen;
    sums->callouts_resolved += ledger->callouts_resolved;
    sums->resolved += row->resolved_count;
}

static int by_subject(const void *a, const void *b)
{
    const rxc_statement *x = a, *y = b;
    if (x->relation != y->relation) return (int)x->relation - (int)y->relation;
    int order = str_cmp(x->drug, y->drug);
    if (!order) order = str_cmp(x->disorder, y->disorder);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static bool same_subject(const rxc_statement *a, const rxc_statement *b)
{
    return a->relation == b->relation && str_eq(a->drug, b->drug) && str_eq(a->disorder, b->disorder);
}

typedef struct sighting {
    Str key;
    bool own;
} sighting;

static int by_key(const void *a, const void *b)
{
    const sighting *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    return order ? order : (int)y->own - (int)x->own;
}

/* How many different documents and works stand behind a group; one that is both counts as a document. */
static void count_sources(rxc_facts *facts, rxc_statement_group *group)
{
    Arena scratch = { 0 };
    VEC(sighting) seen = { 0 };
    group->certainty = RXC_NEGATED;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        const rxc_statement *s = &facts->statements.v[i];
        if (s->certainty < group->certainty) group->certainty = s->certainty;
        for (size_t k = 0; k < s->keys.n && s->certainty != RXC_NEGATED; k++)
            *vec_push(&scratch, &seen) = (sighting){ s->keys.v[k], s->attribution == RXC_OWN };
    }
    if (seen.n) qsort(seen.v, seen.n, sizeof *seen.v, by_key);
    for (size_t i = 0; i < seen.n; i++) {
        if (i && str_eq(seen.v[i].key, seen.v[i - 1].key)) continue;
        if (seen.v[i].own) group->own++;
        else group->cited++;
    }
    arena_clear(&scratch);
}

static int by_weight(const void *a, const void *b)
{
    const rxc_statement_group *x = a, *y = b;
    if (x->relation != y->relation) return (int)x->relation - (int)y->relation;
    if (x->weight != y->weight) return x->weight < y->weight ? 1 : -1;
    int order = str_cmp(x->drug, y->drug);
    if (order) return order;
    size_t m = x->own + x->cited, n = y->own + y->cited;
    return m != n ? (m < n ? 1 : -1) : str_cmp(x->disorder, y->disorder);
}

/* A drug weighs what its groups of one relation weigh together. */
static void weigh_groups(rxc_facts *facts)
{
    rxc_statement_group *v = facts->groups.v;
    for (size_t b = 0, e; b < facts->groups.n; b = e) {
        size_t weight = 0;
        for (e = b; e < facts->groups.n && v[e].relation == v[b].relation && str_eq(v[e].drug, v[b].drug); e++)
            weight += v[e].own + v[e].cited;
        for (size_t i = b; i < e; i++) v[i].weight = weight;
    }
}

static void collect_groups(rxc_facts *facts)
{
    const rxc_statement *v = facts->statements.v;
    for (size_t b = 0, e; b < facts->statements.n; b = e) {
        for (e = b + 1; e < facts->statements.n && same_subject(&v[b], &v[e]);) e++;
        rxc_statement_group *group = vec_push(facts->arena, &facts->groups);
        *group = (rxc_statement_group){ v[b].relation, v[b].drug, v[b].disorder, .first = b, .count = e - b };
        count_sources(facts, group);
    }
    weigh_groups(facts);
    if (facts->groups.n) qsort(facts->groups.v, facts->groups.n, sizeof *facts->groups.v, by_weight);
}

void rxc_facts_collect(Arena *arena, const rxc_report_input *input, rxc_facts *facts)
{
    *facts = (rxc_facts){ .input = input, .arena = arena };
    for (size_t i = 0; i < input->graph->nodes.n; i++) {
        const rxc_node *node = &input->graph->nodes.v[i];
        facts->sums.nodes[node->kind]++;
        facts->sums.reactions += node->reaction;
    }
    facts->sums.inputs = input->input_count;
    for (size_t i = 0; i < input->input_count; i++) {
        if (!input->inputs[i].record) {
            facts->sums.failed++;
            continue;
        }
        facts->sums.read++;
        add_sums(&facts->sums, &input->inputs[i]);
        collect_statements(facts, i);
        collect_lost(facts, i);
    }
    if (facts->statements.n) qsort(facts->statements.v, facts->statements.n, sizeof *facts->statements.v, by_subject);
    collect_groups(facts);
}
