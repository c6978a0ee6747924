/* test_graph.c: the order of a graph does not depend on how it was made; parts of it keep their places. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small_graph.h"

static void add_node(rxc_graph *graph, rxc_node_kind kind, Str id)
{
    *vec_push(graph->arena, &graph->nodes) = (rxc_node){ .kind = kind, .id = id };
}

static void add_place(rxc_graph *graph, rxc_edge *edge, size_t document)
{
    *vec_push(graph->arena, &edge->places) = (rxc_place){ .document = document, .source = graph->nodes.v[document].id };
}

static void test_graph__finish_orders_nodes_by_kind_then_id(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_graph graph = { .name = S("full"), .directed = true, .arena = &arena };
    add_node(&graph, RXC_NODE_DRUG, S("drug:b"));
    add_node(&graph, RXC_NODE_WORK, S("wu2022"));
    add_node(&graph, RXC_NODE_DRUG, S("drug:a"));
    add_node(&graph, RXC_NODE_DOCUMENT, S("zhou2024"));
    add_place(&graph, small_edge(&graph, 3, 0, RXC_EDGE_MENTIONS), 3);
    small_edge(&graph, 3, 1, RXC_EDGE_CITES);
    assert_int_equal(rxc_graph_finish(&graph, &err), RXC_OK);
    assert_str(graph.nodes.v[0].id, "zhou2024");
    assert_str(graph.nodes.v[1].id, "wu2022");
    assert_str(graph.nodes.v[3].id, "drug:b");
    assert_int_equal(graph.edges.v[0].to, 1);
    assert_int_equal(graph.edges.v[1].to, 3);
    assert_int_equal(graph.edges.v[1].places.v[0].document, 0);
    assert_int_equal(rxc_graph_find(&graph, S("drug:b")), 3);
    assert_true(rxc_graph_find(&graph, S("drug:c")) == STR_NONE);
    arena_clear(&arena);
}

static void test_graph__equal_edges_join_and_loops_go(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_graph graph = small_graph(&arena, 3, true);
    rxc_edge *edge = small_edge(&graph, 0, 1, RXC_EDGE_ADVERSE_EFFECT);
    edge->certainty = RXC_SPECULATED;
    add_place(&graph, edge, 2);
    small_edge(&graph, 1, 1, RXC_EDGE_CITES);
    small_edge(&graph, 0, 1, RXC_EDGE_TREATS);
    edge = small_edge(&graph, 0, 1, RXC_EDGE_ADVERSE_EFFECT);
    edge->certainty = RXC_ASSERTED;
    add_place(&graph, edge, 2);
    assert_int_equal(rxc_graph_finish(&graph, &err), RXC_OK);
    assert_int_equal(graph.edges.n, 2);
    edge = &graph.edges.v[0];
    assert_int_equal(edge->kind, RXC_EDGE_ADVERSE_EFFECT);
    assert_int_equal(edge->count, 2);
    assert_int_equal(edge->documents, 1); /* the same document twice */
    assert_int_equal(edge->places.n, 2);
    assert_int_equal(edge->certainty, RXC_ASSERTED);
    arena_clear(&arena);
}

static void test_graph__undirected_edges_join_both_ways(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 2, false, "0-1 1-0");
    assert_int_equal(graph.edges.n, 1);
    assert_int_equal(graph.edges.v[0].from, 0);
    assert_true(graph.edges.v[0].weight > 1.5);
    arena_clear(&arena);
}

static void test_graph__faults_are_refused(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_graph graph = small_graph(&arena, 2, true);
    small_edge(&graph, 0, 7, RXC_EDGE_CITES);
    assert_int_equal(rxc_graph_finish(&graph, &err), RXC_DATA);
    err = (rxc_err){ 0 };
    graph = small_graph(&arena, 2, true);
    graph.nodes.v[1].id = graph.nodes.v[0].id;
    assert_int_equal(rxc_graph_finish(&graph, &err), RXC_DATA);
    arena_clear(&arena);
}

static void test_graph__a_part_keeps_places_of_documents_outside(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_graph graph = { .name = S("full"), .directed = true, .arena = &arena };
    add_node(&graph, RXC_NODE_DOCUMENT, S("wu2022"));
    add_node(&graph, RXC_NODE_DRUG, S("drug:dupilumab"));
    add_node(&graph, RXC_NODE_DISORDER, S("disorder:agep"));
    add_place(&graph, small_edge(&graph, 1, 2, RXC_EDGE_ADVERSE_EFFECT), 0);
    small_edge(&graph, 0, 1, RXC_EDGE_MENTIONS);
    assert_int_equal(rxc_graph_finish(&graph, &err), RXC_OK);
    rxc_graph *part = rxc_graph_select(&arena, &graph, 1u << RXC_NODE_DRUG | 1u << RXC_NODE_DISORDER);
    assert_int_equal(part->nodes.n, 2);
    assert_int_equal(part->edges.n, 1);
    assert_int_equal(part->edges.v[0].from, 0);
    assert_true(part->edges.v[0].places.v[0].document == STR_NONE);
    assert_str(part->edges.v[0].places.v[0].source, "wu2022");
    assert_int_equal(graph.edges.v[1].places.v[0].document, 0); /* the whole is as it was */
    arena_clear(&arena);
}

static void test_graph__kinds_have_names(void **state)
{
    (void)state;
    rxc_node_kind kind;
    assert_true(rxc_node_kind_find(S("works"), &kind) && kind == RXC_NODE_WORK);
    assert_true(rxc_node_kind_find(S("reactions"), &kind) && kind == RXC_NODE_DISORDER);
    assert_false(rxc_node_kind_find(S("people"), &kind));
    assert_string_equal(rxc_edge_kind_name(RXC_EDGE_PUBLISHED_IN), "published_in");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_graph__finish_orders_nodes_by_kind_then_id),
        cmocka_unit_test(test_graph__equal_edges_join_and_loops_go),
        cmocka_unit_test(test_graph__undirected_edges_join_both_ways),
        cmocka_unit_test(test_graph__faults_are_refused),
        cmocka_unit_test(test_graph__a_part_keeps_places_of_documents_outside),
        cmocka_unit_test(test_graph__kinds_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
