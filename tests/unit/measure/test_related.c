/* test_related.c: reports that share references and reactions are related, and say why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "measure/related.h"

/* Three documents (0, 1, 2), a work (3), a drug (4), two disorders (5, 6):
 * 0 cites the work and reports drug -> 5; 1 cites it and reports drug -> 6; 2 only mentions the drug. */
static rxc_graph *three_reports(Arena *arena)
{
    static const rxc_node nodes[] = {
        { .kind = RXC_NODE_DOCUMENT, .id = STR_INIT("a"), .label = STR_INIT("A 2020") },
        { .kind = RXC_NODE_DOCUMENT, .id = STR_INIT("b"), .label = STR_INIT("B 2021") },
        { .kind = RXC_NODE_DOCUMENT, .id = STR_INIT("c"), .label = STR_INIT("C 2022") },
        { .kind = RXC_NODE_WORK, .id = STR_INIT("wu2022"), .label = STR_INIT("Wu 2022") },
        { .kind = RXC_NODE_DRUG, .id = STR_INIT("drug:dupilumab"), .label = STR_INIT("dupilumab") },
        { .kind = RXC_NODE_DISORDER, .id = STR_INIT("disorder:agep"), .label = STR_INIT("AGEP") },
        { .kind = RXC_NODE_DISORDER, .id = STR_INIT("disorder:alopecia"), .label = STR_INIT("alopecia") },
    };
    rxc_graph *graph = arena_new(arena, rxc_graph);
    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) *vec_push(arena, &graph->nodes) = nodes[i];
    static const size_t edges[][3] = { { RXC_EDGE_CITES, 0, 3 },    { RXC_EDGE_CITES, 1, 3 },    { RXC_EDGE_MENTIONS, 0, 4 },
                                       { RXC_EDGE_MENTIONS, 1, 4 }, { RXC_EDGE_MENTIONS, 2, 4 }, { RXC_EDGE_ADVERSE_EFFECT, 4, 5 },
                                       { RXC_EDGE_ADVERSE_EFFECT, 4, 6 } };
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        rxc_edge *edge = vec_push(arena, &graph->edges);
        *edge = (rxc_edge){ .kind = (rxc_edge_kind)edges[i][0], .from = edges[i][1], .to = edges[i][2], .weight = 1 };
        if (edge->kind == RXC_EDGE_ADVERSE_EFFECT)
            *vec_push(arena, &edge->places) = (rxc_place){ .document = edge->to - 5 };
    }
    return graph;
}

static void test_related__shared_references_and_reactions_come_first_with_reasons(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph *graph = three_reports(&arena);
    rxc_related_list list = { 0 };
    rxc_related_find(&arena, graph, 0, 0, &list);
    assert_int_equal(list.n, 2);
    assert_int_equal(list.v[0].to, 1);
    assert_true(list.v[0].score > list.v[1].score && list.v[0].score < 1);
    assert_str(rxc_related_reasons(&arena, graph, &list.v[0], 9),
               "both cite Wu 2022; both report adverse effects of dupilumab");
    assert_str(rxc_related_reasons(&arena, graph, &list.v[1], 9), "both mention dupilumab");
    arena_clear(&arena);
}

static void test_related__pairs_agree_with_one_at_a_time(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph *graph = three_reports(&arena);
    rxc_related_list pairs = { 0 }, one = { 0 };
    rxc_related_pairs(&arena, graph, 0, &pairs);
    rxc_related_find(&arena, graph, 0, 1, &one);
    assert_int_equal(pairs.n, 3);
    assert_int_equal(one.n, 1);
    assert_true(pairs.v[0].from == 0 && pairs.v[0].to == 1);
    assert_true(pairs.v[0].score - one.v[0].score < 1e-12 && one.v[0].score - pairs.v[0].score < 1e-12);
    arena_clear(&arena);
}

/* Documents 0, 1, 2, a drug (3) and disorders: 0 reports drug -> 4; 1 reports drug -> 5 and drug -> 6; 2 reports none. All say that
 * the drug treats 7. */
static rxc_graph *two_reports_and_a_page(Arena *arena)
{
    static const size_t says[][3] = { { 0, 4 }, { 1, 5 }, { 1, 6 }, { 0, 7 }, { 1, 7 }, { 2, 7 } };
    rxc_graph *graph = arena_new(arena, rxc_graph);
    for (size_t i = 0; i < 8; i++) {
        rxc_node_kind kind = i < 3 ? RXC_NODE_DOCUMENT : i == 3 ? RXC_NODE_DRUG : RXC_NODE_DISORDER;
        *vec_push(arena, &graph->nodes) = (rxc_node){ .kind = kind, .id = arena_printf(arena, "n%zu", i) };
    }
    for (size_t i = 0; i < 3; i++) *vec_push(arena, &graph->edges) = (rxc_edge){ .kind = RXC_EDGE_MENTIONS, .from = i, .to = 3, .weight = 1 };
    for (size_t i = 0; i < sizeof says / sizeof *says; i++) {
        rxc_edge *edge = vec_push(arena, &graph->edges);
        *edge = (rxc_edge){ .kind = says[i][1] == 7 ? RXC_EDGE_TREATS : RXC_EDGE_ADVERSE_EFFECT, .from = 3, .to = says[i][1], .weight = 1 };
        *vec_push(arena, &edge->places) = (rxc_place){ .document = says[i][0] };
    }
    return graph;
}

static void test_related__reports_of_harm_are_nearer_than_a_page_without(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph *graph = two_reports_and_a_page(&arena);
    rxc_related_list list = { 0 };
    rxc_related_find(&arena, graph, 0, 0, &list);
    assert_int_equal(list.n, 2);
    assert_int_equal(list.v[0].to, 1);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_related__shared_references_and_reactions_come_first_with_reasons),
        cmocka_unit_test(test_related__reports_of_harm_are_nearer_than_a_page_without),
        cmocka_unit_test(test_related__pairs_agree_with_one_at_a_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
