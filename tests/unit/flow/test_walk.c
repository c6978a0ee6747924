/* test_walk.c: shortest walks over a small graph. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "flow/walk.h"

/* 0 -> 1 -> 2, 3 -> 2, 4 alone */
static rxc_graph *small(Arena *arena)
{
    rxc_graph *graph = arena_new(arena, rxc_graph);
    for (int i = 0; i < 5; i++) *vec_push(arena, &graph->nodes) = (rxc_node){ .kind = RXC_NODE_WORK };
    static const size_t ends[][2] = { { 0, 1 }, { 1, 2 }, { 3, 2 } };
    for (size_t i = 0; i < 3; i++) *vec_push(arena, &graph->edges) = (rxc_edge){ .from = ends[i][0], .to = ends[i][1] };
    return graph;
}

static void test_walk__edges_are_taken_in_both_directions(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph *graph = small(&arena);
    rxc_walk walk = { 0 };
    assert_true(rxc_walk_shortest(&arena, graph, 3, 0, &walk));
    assert_int_equal(walk.n, 3);
    assert_int_equal(walk.v[0], 2);
    assert_int_equal(walk.v[2], 0);
    arena_clear(&arena);
}

static void test_walk__nothing_leads_to_a_lonely_node(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph *graph = small(&arena);
    rxc_walk walk = { 0 };
    assert_false(rxc_walk_shortest(&arena, graph, 0, 4, &walk));
    assert_true(rxc_walk_shortest(&arena, graph, 4, 4, &walk));
    assert_int_equal(walk.n, 0);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_walk__edges_are_taken_in_both_directions),
        cmocka_unit_test(test_walk__nothing_leads_to_a_lonely_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
