/* test_measure.c: measures have the values of closed forms on stars, paths, cliques and cycles, and agree with plain
 * definitions on all graphs of up to five nodes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/measure.h"

#include <math.h>

#include "small_graph.h"

static const double PI = 3.14159265358979323846;

static const double *run(Arena *arena, const rxc_graph *graph, const char *name)
{
    rxc_columns columns = { 0 };
    rxc_err err = { 0 };
    assert_int_equal(rxc_measure_all(arena, graph, str_from(name), &columns, &err), RXC_OK);
    assert_int_equal(columns.n, 1);
    return columns.v[0].values;
}

#define assert_near(actual, expected)                                                                                  \
    do {                                                                                                               \
        double near_a = (actual), near_b = (expected);                                                                 \
        if (isnan(near_b) ? !isnan(near_a) : !(fabs(near_a - near_b) < 1e-9))                                          \
            fail_msg("%.12g is not %.12g", near_a, near_b);                                                            \
    } while (0)

/* --- closed forms --------------------------------------------------------------------------------------------- */

static const char *const star = "1-0 2-0 3-0 4-0"; /* all cite 0 */

static void test_measure__star(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 5, true, star);
    assert_near(run(&arena, &graph, "in_degree")[0], 4);
    assert_near(run(&arena, &graph, "out_degree")[0], 0);
    assert_near(run(&arena, &graph, "degree")[1], 1);
    assert_near(run(&arena, &graph, "betweenness")[0], 6); /* (V-1)(V-2)/2 */
    assert_near(run(&arena, &graph, "betweenness")[1], 0);
    assert_near(run(&arena, &graph, "closeness")[0], 1);
    assert_near(run(&arena, &graph, "closeness")[1], 4.0 / 7);
    assert_near(run(&arena, &graph, "harmonic")[1], (1 + 3 * 0.5) / 4);
    assert_near(run(&arena, &graph, "eigenvector")[0], 1);
    assert_near(run(&arena, &graph, "eigenvector")[2], 0.5); /* 1 / sqrt(V-1) */
    assert_near(run(&arena, &graph, "authority")[0], 1);
    assert_near(run(&arena, &graph, "authority")[1], 0);
    assert_near(run(&arena, &graph, "hub")[3], 1);
    assert_near(run(&arena, &graph, "hub")[0], 0);
    assert_near(run(&arena, &graph, "coreness")[0], 1);
    arena_clear(&arena);
}

/* leaf p, centre q = p (1 + 4 d) without what dead ends give back, which all get alike */
static void test_measure__pagerank_of_a_star(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 5, true, star);
    const double *rank = run(&arena, &graph, "pagerank");
    double leaf = 1 / (4 + (1 + 4 * 0.85));
    assert_near(rank[1], leaf);
    assert_near(rank[0], leaf * (1 + 4 * 0.85));
    assert_near(rank[0] + rank[1] + rank[2] + rank[3] + rank[4], 1);
    arena_clear(&arena);
}

static void test_measure__path(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 5, true, "0-1 1-2 2-3 3-4");
    const double between[] = { 0, 3, 4, 3, 0 };
    for (size_t i = 0; i < 5; i++) assert_near(run(&arena, &graph, "betweenness")[i], between[i]);
    assert_near(run(&arena, &graph, "closeness")[0], 4.0 / 10);
    assert_near(run(&arena, &graph, "eigenvector")[1], sin(2 * PI / 6) / sin(3 * PI / 6));
    assert_near(run(&arena, &graph, "coreness")[2], 1);
    arena_clear(&arena);
}

static void test_measure__clique_and_cycle(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph clique = small_graph_of(&arena, 4, true, "0-1 0-2 0-3 1-2 1-3 2-3");
    rxc_graph cycle = small_graph_of(&arena, 6, true, "0-1 1-2 2-3 3-4 4-5 5-0");
    for (size_t i = 0; i < 4; i++) {
        assert_near(run(&arena, &clique, "coreness")[i], 3);
        assert_near(run(&arena, &clique, "closeness")[i], 1);
        assert_near(run(&arena, &clique, "harmonic")[i], 1);
        assert_near(run(&arena, &clique, "eigenvector")[i], 1);
        assert_near(run(&arena, &clique, "betweenness")[i], 0);
        assert_near(run(&arena, &clique, "community")[i], 1);
    }
    for (size_t i = 0; i < 6; i++) {
        assert_near(run(&arena, &cycle, "pagerank")[i], 1.0 / 6);
        assert_near(run(&arena, &cycle, "betweenness")[i], 2); /* (V-2)²/8 for even V */
        assert_near(run(&arena, &cycle, "coreness")[i], 2);
    }
    arena_clear(&arena);
}

/* --- plain definitions ---------------------------------------------------------------------------------------- */

enum { MOST = 5, FAR = 1000 };

typedef struct plain {
    size_t n;
    int distance[MOST][MOST];
    double ways[MOST][MOST]; /* number of shortest paths */
} plain;

static plain plain_of(const rxc_graph *graph)
{
    plain p = { .n = graph->nodes.n };
    bool tie[MOST][MOST] = { { false } };
    for (size_t i = 0; i < graph->edges.n; i++)
        tie[graph->edges.v[i].from][graph->edges.v[i].to] = tie[graph->edges.v[i].to][graph->edges.v[i].from] = true;
    for (size_t s = 0; s < p.n; s++) {
        for (size_t t = 0; t < p.n; t++) p.distance[s][t] = s == t ? 0 : FAR;
        p.ways[s][s] = 1;
        for (int d = 1; d < MOST; d++)
            for (size_t t = 0; t < p.n; t++)
                for (size_t u = 0; u < p.n; u++)
                    if (tie[u][t] && p.distance[s][u] == d - 1 && p.distance[s][t] >= d) {
                        p.distance[s][t] = d;
                        p.ways[s][t] += p.ways[s][u];
                    }
    }
    return p;
}

static double plain_betweenness(const plain *p, size_t v)
{
    double sum = 0;
    for (size_t s = 0; s < p->n; s++)
        for (size_t t = s + 1; t < p->n; t++)
            if (s != v && t != v && p->distance[s][t] < FAR &&
                p->distance[s][v] + p->distance[v][t] == p->distance[s][t])
                sum += p->ways[s][v] * p->ways[v][t] / p->ways[s][t];
    return sum;
}

static double plain_closeness(const plain *p, size_t v)
{
    double others = 0, sum = 0;
    for (size_t t = 0; t < p->n; t++)
        if (t != v && p->distance[v][t] < FAR) others++, sum += p->distance[v][t];
    return others > 0 ? others / sum * others / (double)(p->n - 1) : NAN;
}

static double plain_harmonic(const plain *p, size_t v)
{
    double sum = 0;
    for (size_t t = 0; t < p->n; t++)
        if (t != v && p->distance[v][t] < FAR) sum += 1.0 / p->distance[v][t];
    return p->n > 1 ? sum / (double)(p->n - 1) : NAN;
}

static void check(const rxc_graph *graph)
{
    Arena arena = { 0 };
    rxc_columns columns = { 0 };
    rxc_err err = { 0 };
    plain p = plain_of(graph);
    assert_int_equal(rxc_measure_all(&arena, graph, S("betweenness,closeness,harmonic,pagerank,component,community"),
                                     &columns, &err),
                     RXC_OK);
    double total = 0;
    for (size_t v = 0; v < p.n; v++) {
        assert_near(rxc_column_find(&columns, S("betweenness"))->values[v], plain_betweenness(&p, v));
        assert_near(rxc_column_find(&columns, S("closeness"))->values[v], plain_closeness(&p, v));
        assert_near(rxc_column_find(&columns, S("harmonic"))->values[v], plain_harmonic(&p, v));
        total += rxc_column_find(&columns, S("pagerank"))->values[v];
        const double *part = rxc_column_find(&columns, S("component"))->values;
        const double *group = rxc_column_find(&columns, S("community"))->values;
        for (size_t u = 0; u < p.n; u++) {
            assert_int_equal(part[u] == part[v], p.distance[u][v] < FAR);
            if (p.distance[u][v] == FAR) assert_true(group[u] != group[v]);
        }
    }
    assert_near(total, 1);
    arena_clear(&arena);
}

/* Every undirected graph of n nodes: one bit for each pair. */
static void test_measure__all_small_graphs_agree_with_the_definitions(void **state)
{
    (void)state;
    for (size_t n = 1; n <= MOST; n++)
        for (unsigned bits = 0; bits < 1u << (n * (n - 1) / 2); bits++) {
            Arena arena = { 0 };
            rxc_err err = { 0 };
            rxc_graph graph = small_graph(&arena, n, true);
            unsigned left = bits;
            for (size_t a = 0; a < n; a++)
                for (size_t b = a + 1; b < n; b++, left >>= 1)
                    if (left & 1u) small_edge(&graph, a, b, RXC_EDGE_CITES);
            assert_int_equal(rxc_graph_finish(&graph, &err), RXC_OK);
            check(&graph);
            arena_clear(&arena);
        }
}

/* --- what is undefined, numbered, refused --------------------------------------------------------------------- */

static void test_measure__undefined_values_are_nan(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph lonely = small_graph_of(&arena, 1, true, ""), loose = small_graph_of(&arena, 2, false, "");
    rxc_graph nothing = small_graph_of(&arena, 0, true, "");
    rxc_columns columns = { 0 };
    rxc_err err = { 0 };
    assert_near(run(&arena, &lonely, "closeness")[0], NAN);
    assert_near(run(&arena, &lonely, "harmonic")[0], NAN);
    assert_near(run(&arena, &lonely, "eigenvector")[0], NAN);
    assert_near(run(&arena, &lonely, "pagerank")[0], 1);
    assert_near(run(&arena, &loose, "in_degree")[0], NAN);
    assert_near(run(&arena, &loose, "degree")[0], 0);
    assert_int_equal(rxc_measure_all(&arena, &nothing, S(""), &columns, &err), RXC_OK);
    assert_int_equal(columns.n, 13);
    arena_clear(&arena);
}

static void test_measure__groups_are_numbered_by_size_then_first_node(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 8, true, "0-1 2-3 3-4 6-7");
    const double part[] = { 2, 2, 1, 1, 1, 4, 3, 3 };
    for (size_t i = 0; i < 8; i++) {
        assert_near(run(&arena, &graph, "component")[i], part[i]);
        assert_near(run(&arena, &graph, "community")[i], part[i]);
    }
    arena_clear(&arena);
}

static void test_measure__two_cliques_are_two_communities(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 8, true, "0-1 0-2 0-3 1-2 1-3 2-3 4-5 4-6 4-7 5-6 5-7 6-7 3-4");
    const double *group = run(&arena, &graph, "community");
    for (size_t i = 0; i < 8; i++) assert_near(group[i], i < 4 ? 1 : 2);
    arena_clear(&arena);
}

static void test_measure__parallel_edges_are_one_link(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 4, true, "0-1 0-2 1-3 2-3");
    small_edge(&graph, 0, 1, RXC_EDGE_TREATS);
    assert_near(run(&arena, &graph, "degree")[0], 2);
    assert_near(run(&arena, &graph, "betweenness")[1], 0.5);
    arena_clear(&arena);
}

static void test_measure__names_choose_columns_in_table_order(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph graph = small_graph_of(&arena, 2, true, "0-1");
    rxc_columns columns = { 0 };
    rxc_err err = { 0 };
    assert_int_equal(rxc_measure_all(&arena, &graph, S("pagerank, degree"), &columns, &err), RXC_OK);
    assert_int_equal(columns.n, 2);
    assert_string_equal(columns.v[0].name, "degree");
    assert_int_equal(rxc_measure_all(&arena, &graph, S("degree,fame"), &columns, &err), RXC_USAGE);
    assert_string_equal(err.text, "unknown measure \"fame\"; see: rxcite list measures");
    graph.edges.v[0].to = 9;
    err = (rxc_err){ 0 };
    assert_int_equal(rxc_measure_all(&arena, &graph, S("degree"), &columns, &err), RXC_DATA);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measure__star),
        cmocka_unit_test(test_measure__pagerank_of_a_star),
        cmocka_unit_test(test_measure__path),
        cmocka_unit_test(test_measure__clique_and_cycle),
        cmocka_unit_test(test_measure__all_small_graphs_agree_with_the_definitions),
        cmocka_unit_test(test_measure__undefined_values_are_nan),
        cmocka_unit_test(test_measure__groups_are_numbered_by_size_then_first_node),
        cmocka_unit_test(test_measure__two_cliques_are_two_communities),
        cmocka_unit_test(test_measure__parallel_edges_are_one_link),
        cmocka_unit_test(test_measure__names_choose_columns_in_table_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
