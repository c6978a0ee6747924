/* test_pick.c: small graphs are drawn whole, large ones are cut to what matters, and the cut is counted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include "export/pick.h"
#include "sample_graph.h"

static size_t drawn(const rxc_graph *graph, const rxc_pick *pick, rxc_node_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < graph->nodes.n; i++) count += graph->nodes.v[i].kind == kind && pick->node[i];
    return count;
}

static void test_pick__a_small_graph_is_drawn_whole(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_pick pick;
    rxc_export_input input = { .graph = sample_graph(&arena) };
    rxc_pick_choose(&arena, &input, &pick);
    for (size_t i = 0; i < input.graph->nodes.n; i++) assert_true(pick.node[i]);
    for (size_t i = 0; i < input.graph->edges.n; i++) assert_true(pick.edge[i]);
    assert_true(pick.layered);
    assert_int_equal(pick.edges_left_out, 0);
    arena_clear(&arena);
}

/* documents that each cite one work of their own and one that all cite */
static rxc_graph *many_works(Arena *arena, size_t documents)
{
    rxc_graph *g = arena_new(arena, rxc_graph);
    *g = (rxc_graph){ .name = S("full"), .directed = true, .arena = arena };
    for (size_t i = 0; i < documents; i++)
        sample_node(g, RXC_NODE_DOCUMENT, arena_printf(arena, "d%zu", i).p, "Doe 2020", 2020);
    for (size_t i = 0; i < documents; i++)
        sample_node(g, RXC_NODE_WORK, arena_printf(arena, "w%zu", i).p, "Roe 2010", 2010);
    size_t shared = sample_node(g, RXC_NODE_WORK, "z", "Zoe 2000", 2000);
    g->nodes.v[shared].documents = documents;
    for (size_t i = 0; i < documents; i++) {
        sample_edge(g, RXC_EDGE_CITES, i, documents + i);
        sample_edge(g, RXC_EDGE_CITES, i, shared);
    }
    return g;
}

static void test_pick__a_large_graph_keeps_what_documents_share(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_pick pick;
    rxc_graph *graph = many_works(&arena, 500);
    rxc_export_input input = { .graph = graph };
    rxc_pick_choose(&arena, &input, &pick);
    size_t documents = drawn(graph, &pick, RXC_NODE_DOCUMENT), works = drawn(graph, &pick, RXC_NODE_WORK);
    assert_in_range(documents, 5, 40);
    assert_in_range(works, 1, 40);
    assert_true(pick.node[1000]);
    assert_int_equal(pick.left_out[RXC_NODE_DOCUMENT], 500 - documents);
    assert_int_equal(pick.left_out[RXC_NODE_WORK], 501 - works);
    arena_clear(&arena);
}

static void test_pick__documents_that_speak_of_what_is_drawn_come_first(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_pick pick;
    rxc_graph *graph = many_works(&arena, 500);
    size_t hubs[2] = { sample_node(graph, RXC_NODE_WORK, "h1", "Hub 2001", 2001),
                       sample_node(graph, RXC_NODE_WORK, "h2", "Hub 2002", 2002) };
    graph->nodes.v[hubs[0]].documents = graph->nodes.v[hubs[1]].documents = 5;
    for (size_t i = 495; i < 500; i++)
        for (size_t k = 0; k < 2; k++) sample_edge(graph, RXC_EDGE_CITES, i, hubs[k]);
    rxc_export_input input = { .graph = graph };
    rxc_pick_choose(&arena, &input, &pick);
    for (size_t i = 495; i < 500; i++) assert_true(pick.node[i]);
    arena_clear(&arena);
}

static void test_pick__concepts_in_passing_give_way_to_statements(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_pick pick;
    rxc_graph *g = sample_graph(&arena);
    size_t before = g->nodes.n;
    for (size_t i = 0; i < 20; i++) {
        size_t node = sample_node(g, RXC_NODE_DISORDER, arena_printf(&arena, "disorder:%zu", i).p, "fever", 0);
        sample_edge(g, RXC_EDGE_MENTIONS, 0, node);
    }
    rxc_export_input input = { .graph = g };
    rxc_pick_choose(&arena, &input, &pick);
    for (size_t i = 0; i < g->nodes.n; i++) assert_int_equal(pick.node[i], i < before);
    assert_int_equal(pick.left_out[RXC_NODE_DISORDER], 20);
    arena_clear(&arena);
}

static void test_pick__a_network_of_equals_is_no_layers(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_pick pick;
    rxc_graph g = { .name = S("cocitation"), .arena = &arena };
    size_t a = sample_node(&g, RXC_NODE_WORK, "a", "A", 0), b = sample_node(&g, RXC_NODE_WORK, "b", "B", 0);
    sample_edge(&g, RXC_EDGE_COCITED, a, b);
    rxc_export_input input = { .graph = &g };
    rxc_pick_choose(&arena, &input, &pick);
    assert_false(pick.layered);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pick__a_small_graph_is_drawn_whole),
        cmocka_unit_test(test_pick__a_large_graph_keeps_what_documents_share),
        cmocka_unit_test(test_pick__documents_that_speak_of_what_is_drawn_come_first),
        cmocka_unit_test(test_pick__concepts_in_passing_give_way_to_statements),
        cmocka_unit_test(test_pick__a_network_of_equals_is_no_layers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
