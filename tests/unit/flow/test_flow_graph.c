/* test_flow_graph.c: what a library's graph says, and whose evidence it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/flow.h"
#include "small_record.h"

typedef struct fixture {
    Arena arena;
    rxc_store *store;
    rxc_store_works works;
    rxc_graph *graph;
} fixture;

/* Two letters report dupilumab -> AGEP as their own; both cite Wu, one for the same; one denies psoriasis. */
static void make_library(fixture *f)
{
    Arena *arena = &f->arena;
    rxc_err err = { 0 };
    rxc_work wu = small_work(arena, "Wu", "Dupilumab-induced pustulosis in a patient", 2022);
    *vec_push(arena, &wu.authors) = (rxc_name){ .family = S("Ali"), .given = S("Karim") };
    wu.container = S("Acta Derm Venereol");
    wu.doi = S("10.2340/actadv.v102.1");
    rxc_work one = small_work(arena, "Giorgio", "Pustulosis triggered by dupilumab", 2026);
    rxc_work two = small_work(arena, "Ali", "Another letter about dupilumab", 2024);
    rxc_record *a = small_record(arena, "a.txt", &one), *b = small_record(arena, "b.txt", &two);
    for (int i = 0; i < 2; i++) {
        rxc_record *record = i ? b : a;
        small_reference(arena, record, wu, "Wu L, Ali K. Dupilumab-induced pustulosis. 2022");
        size_t drug = small_mention(arena, record, RXC_DRUG, "drug:dupilumab");
        size_t agep = small_mention(arena, record, RXC_DISORDER, "disorder:agep");
        size_t psoriasis = small_mention(arena, record, RXC_DISORDER, "disorder:psoriasis");
        small_mention(arena, record, RXC_DRUG, "drug:dupilumab");
        small_evidence(arena, record, drug, agep, i ? RXC_SPECULATED : RXC_ASSERTED, STR_NONE);
        small_evidence(arena, record, drug, agep, RXC_ASSERTED, 0);
        small_evidence(arena, record, drug, psoriasis, RXC_NEGATED, STR_NONE);
    }
    rxc_callout *callout = vec_push(arena, &a->callouts);
    callout->text = S("1");
    *vec_push(arena, &callout->references) = 0;
    bool added;
    assert_int_equal(rxc_store_open(":memory:", RXC_STORE_CREATE, &f->store, &err), RXC_OK);
    assert_int_equal(rxc_flow_add(f->store, a, &added, &err), RXC_OK);
    assert_int_equal(rxc_flow_add(f->store, b, &added, &err), RXC_OK);
}

static int set_up(void **state)
{
    static fixture f;
    rxc_err err = { 0 };
    f = (fixture){ 0 };
    make_library(&f);
    if (rxc_store_works_all(f.store, &f.arena, &f.works, &err)) fail_msg("%s", err.text);
    if (rxc_flow_graph(f.store, &f.works, NULL, NULL, NULL, &f.arena, &f.graph, &err)) fail_msg("%s", err.text);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    rxc_store_close(f->store);
    arena_clear(&f->arena);
    return 0;
}

static const rxc_edge *edge_of(const rxc_graph *graph, rxc_edge_kind kind, const char *from, const char *to)
{
    size_t a = rxc_graph_find(graph, str_from(from)), b = rxc_graph_find(graph, str_from(to));
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if (edge->kind == kind && edge->from == a && edge->to == b) return edge;
    }
    return NULL;
}

static void test_flow_graph__nodes_say_what_is_known(void **state)
{
    fixture *f = *state;
    assert_int_equal(f->graph->nodes.n, 6);
    const rxc_node *wu = &f->graph->nodes.v[rxc_graph_find(f->graph, S("wu2022dupilumab"))];
    assert_int_equal(wu->kind, RXC_NODE_WORK);
    assert_str(wu->label, "Wu 2022");
    assert_str(wu->authors, "Wu A; Ali K");
    assert_str(wu->url, "https://doi.org/10.2340/actadv.v102.1");
    assert_int_equal(wu->documents, 2);
    const rxc_node *letter = &f->graph->nodes.v[rxc_graph_find(f->graph, S("giorgio2026pustulosis"))];
    assert_int_equal(letter->kind, RXC_NODE_DOCUMENT);
    assert_str(letter->file, "a.txt");
    assert_str(letter->group, "letter");
    assert_true(f->graph->nodes.v[rxc_graph_find(f->graph, S("disorder:agep"))].reaction);
    assert_false(f->graph->nodes.v[rxc_graph_find(f->graph, S("disorder:psoriasis"))].reaction);
}

static void test_flow_graph__citations_count_callouts(void **state)
{
    fixture *f = *state;
    const rxc_edge *called = edge_of(f->graph, RXC_EDGE_CITES, "giorgio2026pustulosis", "wu2022dupilumab");
    const rxc_edge *listed = edge_of(f->graph, RXC_EDGE_CITES, "ali2024another", "wu2022dupilumab");
    assert_int_equal(called->count, 1);
    assert_str(called->places.v[0].text, "1");
    assert_str(called->places.v[0].file, "a.txt");
    assert_int_equal(listed->count, 0);
    assert_str(listed->places.v[0].text, "Wu L, Ali K. Dupilumab-induced pustulosis. 2022");
    assert_str(listed->places.v[0].file, "b.txt");
    assert_true(listed->weight > 0);
}

static void test_flow_graph__evidence_counts_its_sources_once(void **state)
{
    fixture *f = *state;
    const rxc_edge *edge = edge_of(f->graph, RXC_EDGE_ADVERSE_EFFECT, "drug:dupilumab", "disorder:agep");
    assert_int_equal(edge->count, 4);
    assert_int_equal(edge->documents, 2);
    assert_int_equal(edge->independent, 3); /* two letters, and Wu although both cite it */
    assert_int_equal(edge->certainty, RXC_ASSERTED);
    assert_int_equal(edge->places.n, 4);
    assert_int_equal(edge->places.v[1].attribution, RXC_CITED);
    edge = edge_of(f->graph, RXC_EDGE_ADVERSE_EFFECT, "drug:dupilumab", "disorder:psoriasis");
    assert_int_equal(edge->certainty, RXC_NEGATED);
    assert_int_equal(edge->independent, 2);
}

static void test_flow_graph__a_cited_work_is_a_source(void **state)
{
    fixture *f = *state;
    const rxc_edge *drug = edge_of(f->graph, RXC_EDGE_MENTIONS, "wu2022dupilumab", "drug:dupilumab");
    assert_non_null(drug);
    assert_int_equal(drug->count, 2);
    assert_int_equal(drug->documents, 2);
    assert_int_equal(drug->places.v[0].attribution, RXC_CITED);
    assert_non_null(edge_of(f->graph, RXC_EDGE_MENTIONS, "wu2022dupilumab", "disorder:agep"));
    assert_null(edge_of(f->graph, RXC_EDGE_MENTIONS, "wu2022dupilumab", "disorder:psoriasis"));
    assert_int_equal(edge_of(f->graph, RXC_EDGE_MENTIONS, "ali2024another", "drug:dupilumab")->count, 2);
}

static void test_flow_graph__people_come_on_demand(void **state)
{
    fixture *f = *state;
    rxc_graph *graph = NULL;
    rxc_err err = { 0 };
    unsigned kinds = RXC_NODES_USUAL | 1u << RXC_NODE_AUTHOR | 1u << RXC_NODE_JOURNAL;
    assert_int_equal(rxc_flow_people(f->graph, &f->works, kinds, &f->arena, &graph, &err), RXC_OK);
    assert_non_null(edge_of(graph, RXC_EDGE_WROTE, "author:ali-k", "wu2022dupilumab"));
    assert_non_null(edge_of(graph, RXC_EDGE_WROTE, "author:ali-a", "ali2024another"));
    assert_non_null(edge_of(graph, RXC_EDGE_PUBLISHED_IN, "wu2022dupilumab", "journal:acta-derm-venereol"));
    rxc_graph *net = NULL;
    assert_int_equal(rxc_network_find(S("coauthor"))->derive(&f->arena, graph, &net, &err), RXC_OK);
    assert_int_equal(net->edges.n, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_flow_graph__nodes_say_what_is_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_flow_graph__citations_count_callouts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_flow_graph__evidence_counts_its_sources_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_flow_graph__a_cited_work_is_a_source, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_flow_graph__people_come_on_demand, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
