/* test_diagram.c: the diagram says what it should, links only where a click is safe, and is the same every time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include "export/diagram_text.h"
#include "sample_graph.h"

static Str drawn_as(Arena *arena, const char *format, const rxc_graph *graph)
{
    Str out;
    rxc_export_input input = { .graph = graph };
    const rxc_exporter *exporter = rxc_exporter_find(str_from(format));
    written(arena, exporter, &input, &out);
    return out;
}

static void test_diagram__kinds_differ_in_shape_and_colour(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str dot = drawn_as(&arena, "dot", sample_graph(&arena));
    static const Str wanted[] = { STR_INIT("rankdir=LR"),
                                  STR_INIT("shape=octagon"),
                                  STR_INIT("shape=hexagon"),
                                  STR_INIT("shape=ellipse"),
                                  STR_INIT("label=\"Wu 2022\""),
                                  STR_INIT("\"#C8471A\""),
                                  STR_INIT("Giorgio 2025\\nletter"),
                                  STR_INIT("https://doi.org/10.2340/actadv.v102.2014"),
                                  STR_INIT("cluster_legend"),
                                  STR_INIT("kind=adverse_effect") };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) assert_has(dot, wanted[i]);
    assert_has_not(dot, S("Left out"));
    arena_clear(&arena);
}

static void test_diagram__hostile_text_is_shown_and_nothing_else(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str svg = drawn_as(&arena, "svg", sample_hostile(&arena));
    assert_has(svg, S(">a &quot;b&quot; &lt;c&gt; &amp; d \\ e&#39;s &amp;lt;"));
    assert_has(svg, S(">&amp;#45; \\N é</text>"));
    assert_has(svg, S("&lt;b&gt;not bold&lt;/b&gt;"));
    assert_has(svg, S(">lines\\</text>"));
    assert_has_not(svg, S("javascript:"));
    assert_has_not(svg, S("<script"));
    assert_has_not(svg, S("<b>"));
    arena_clear(&arena);
}

static void test_diagram__svg_is_the_same_every_time_and_names_no_program(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str one = drawn_as(&arena, "svg", sample_graph(&arena));
    drawn_as(&arena, "dot", sample_hostile(&arena));
    Str two = drawn_as(&arena, "svg", sample_graph(&arena));
    assert_true(str_eq(one, two));
    assert_has_not(one, S("graphviz"));
    assert_has_not(one, S("<!--"));
    assert_has(one, S("AGEP came two days after the first dose of dupilumab. (letter.md:12)"));
    assert_has(one, S("role=\"img\""));
    arena_clear(&arena);
}

static void test_diagram__an_empty_graph_is_a_picture_too(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph none = { .name = S("full"), .directed = true, .arena = &arena };
    assert_has(drawn_as(&arena, "dot", &none), S("digraph full {"));
    assert_has(drawn_as(&arena, "svg", &none), S("This network has no nodes."));
    arena_clear(&arena);
}

static void test_diagram__a_citation_between_documents_bends_out(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph *graph = sample_graph(&arena);
    assert_has_not(drawn_as(&arena, "dot", graph), S(":w"));
    size_t other = sample_node(graph, RXC_NODE_DOCUMENT, "doe2024other", "Doe 2024", 2024);
    sample_edge(graph, RXC_EDGE_CITES, other, 0);
    assert_has(drawn_as(&arena, "dot", graph), S("doe2024other:w -> giorgio2025acute:w"));
    arena_clear(&arena);
}

static void test_diagram__labels_wrap_and_end(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_node node = { .kind = RXC_NODE_DISORDER, .label = S("acute generalized exanthematous pustulosis") };
    assert_str(rxc_diagram_label(&arena, &node), "acute generalized\nexanthematous pustulosis");
    node.label = S("a word and a word and a word and a word and a word and a word and a word and a word");
    assert_str(rxc_diagram_label(&arena, &node), "a word and a word and a\nword and a word and a word\nand a word…");
    node = (rxc_node){ .kind = RXC_NODE_WORK, .label = S("Wu 2022"), .status = S("retracted") };
    assert_str(rxc_diagram_label(&arena, &node), "Wu 2022\n✕ retracted");
    node.status = S("corrected"); /* may be cited */
    assert_str(rxc_diagram_label(&arena, &node), "Wu 2022");
    arena_clear(&arena);
}

static void test_diagram__only_web_links_are_followed(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_node node = { .url = S("javascript:alert(1)") };
    assert_str(rxc_diagram_url(&arena, &node), "");
    node.url = S("https://example.org/a b");
    assert_str(rxc_diagram_url(&arena, &node), "");
    node.url = S("https://example.org/a?b=c&d");
    assert_str(rxc_diagram_url(&arena, &node), "https://example.org/a?b=c&d");
    node.doi = S("10.1000/a<b>\"c");
    assert_str(rxc_diagram_url(&arena, &node), "https://doi.org/10.1000/a%3Cb%3E%22c");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_diagram__kinds_differ_in_shape_and_colour),
        cmocka_unit_test(test_diagram__hostile_text_is_shown_and_nothing_else),
        cmocka_unit_test(test_diagram__svg_is_the_same_every_time_and_names_no_program),
        cmocka_unit_test(test_diagram__an_empty_graph_is_a_picture_too),
        cmocka_unit_test(test_diagram__a_citation_between_documents_bends_out),
        cmocka_unit_test(test_diagram__labels_wrap_and_end),
        cmocka_unit_test(test_diagram__only_web_links_are_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
