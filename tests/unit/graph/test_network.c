/* test_network.c: derived networks of small graphs, counted by hand and by looking at all pairs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small_graph.h"

static rxc_graph *derive(Arena *arena, const rxc_graph *full, const char *name)
{
    rxc_err err = { 0 };
    rxc_graph *out = NULL;
    const rxc_network *network = rxc_network_find(str_from(name));
    assert_non_null(network);
    assert_int_equal(network->derive(arena, full, &out, &err), RXC_OK);
    assert_str(out->name, name);
    assert_int_equal(out->directed, network->directed);
    return out;
}

static double weight_between(const rxc_graph *graph, Str a, Str b)
{
    size_t from = rxc_graph_find(graph, a), to = rxc_graph_find(graph, b);
    for (size_t i = 0; i < graph->edges.n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if ((edge->from == from && edge->to == to) || (edge->from == to && edge->to == from)) return edge->weight;
    }
    return 0;
}

/* 0 cites 2, 3, 4; 1 cites 3, 4; 4 cites nothing */
static void test_network__cocitation_counts_common_citers(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph full = small_graph_of(&arena, 6, true, "0-2 0-3 0-4 1-3 1-4");
    rxc_graph *net = derive(&arena, &full, "cocitation");
    assert_int_equal(net->nodes.n, 3);
    assert_int_equal(net->edges.n, 3);
    assert_true(weight_between(net, S("w03"), S("w04")) == 2);
    assert_true(weight_between(net, S("w02"), S("w04")) == 1);
    arena_clear(&arena);
}

static void test_network__coupling_counts_common_references(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph full = small_graph_of(&arena, 6, true, "0-2 0-3 0-4 1-3 1-4 5-2");
    rxc_graph *net = derive(&arena, &full, "coupling");
    assert_int_equal(net->nodes.n, 3);
    assert_int_equal(net->edges.n, 2);
    assert_true(weight_between(net, S("w00"), S("w01")) == 2);
    assert_true(weight_between(net, S("w00"), S("w05")) == 1);
    arena_clear(&arena);
}

static size_t common_citers(const rxc_graph *full, size_t a, size_t b)
{
    size_t common = 0;
    for (size_t g = 0; g < full->nodes.n; g++) {
        bool cites_a = false, cites_b = false;
        for (size_t i = 0; i < full->edges.n; i++) {
            cites_a |= full->edges.v[i].from == g && full->edges.v[i].to == a;
            cites_b |= full->edges.v[i].from == g && full->edges.v[i].to == b;
        }
        common += cites_a && cites_b;
    }
    return common;
}

static void test_network__cocitation_agrees_with_all_pairs(void **state)
{
    (void)state;
    enum { NODES = 12, ROUNDS = 20 };
    uint32_t random = 7;
    for (int round = 0; round < ROUNDS; round++) {
        Arena arena = { 0 };
        rxc_err err = { 0 };
        rxc_graph full = small_graph(&arena, NODES, true);
        for (size_t i = 0; i < 40; i++) {
            random = random * 1664525u + 1013904223u;
            small_edge(&full, (random >> 8) % NODES, (random >> 20) % NODES, RXC_EDGE_CITES);
        }
        assert_int_equal(rxc_graph_finish(&full, &err), RXC_OK);
        rxc_graph *net = derive(&arena, &full, "cocitation");
        for (size_t a = 0; a < NODES; a++)
            for (size_t b = a + 1; b < NODES; b++)
                assert_true(weight_between(net, full.nodes.v[a].id, full.nodes.v[b].id) ==
                            (double)common_citers(&full, a, b));
        assert_int_equal(rxc_graph_finish(net, &err), RXC_OK); /* is in its order already */
        arena_clear(&arena);
    }
}

static void test_network__coauthors_share_works(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_graph full = small_graph(&arena, 4, true);
    full.nodes.v[2].kind = full.nodes.v[3].kind = RXC_NODE_AUTHOR;
    small_edge(&full, 2, 0, RXC_EDGE_WROTE);
    small_edge(&full, 3, 0, RXC_EDGE_WROTE);
    small_edge(&full, 3, 1, RXC_EDGE_WROTE);
    small_edge(&full, 0, 1, RXC_EDGE_CITES);
    assert_int_equal(rxc_graph_finish(&full, &err), RXC_OK);
    rxc_graph *net = derive(&arena, &full, "coauthor");
    assert_int_equal(net->nodes.n, 2);
    assert_int_equal(net->edges.n, 1);
    assert_int_equal(net->edges.v[0].kind, RXC_EDGE_COAUTHOR);
    assert_true(net->edges.v[0].weight == 1);
    arena_clear(&arena);
}

static void test_network__concept_leaves_out_what_is_denied(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_graph full = small_graph(&arena, 4, true);
    full.nodes.v[0].kind = RXC_NODE_DRUG;
    full.nodes.v[1].kind = full.nodes.v[2].kind = full.nodes.v[3].kind = RXC_NODE_DISORDER;
    small_edge(&full, 0, 1, RXC_EDGE_ADVERSE_EFFECT)->certainty = RXC_SPECULATED;
    small_edge(&full, 0, 2, RXC_EDGE_ADVERSE_EFFECT)->certainty = RXC_NEGATED;
    small_edge(&full, 0, 3, RXC_EDGE_TREATS);
    assert_int_equal(rxc_graph_finish(&full, &err), RXC_OK);
    rxc_graph *net = derive(&arena, &full, "concept");
    assert_int_equal(net->nodes.n, 2);
    assert_int_equal(net->edges.n, 1);
    arena_clear(&arena);
}

static void test_network__citation_has_no_concepts(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph full = small_graph_of(&arena, 3, true, "0-1");
    full.nodes.v[2].kind = RXC_NODE_DRUG;
    small_edge(&full, 0, 2, RXC_EDGE_MENTIONS);
    assert_int_equal(derive(&arena, &full, "citation")->edges.n, 1);
    assert_int_equal(derive(&arena, &full, "full")->edges.n, 2);
    assert_null(rxc_network_find(S("friends")));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_network__cocitation_counts_common_citers),
        cmocka_unit_test(test_network__coupling_counts_common_references),
        cmocka_unit_test(test_network__cocitation_agrees_with_all_pairs),
        cmocka_unit_test(test_network__coauthors_share_works),
        cmocka_unit_test(test_network__concept_leaves_out_what_is_denied),
        cmocka_unit_test(test_network__citation_has_no_concepts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
