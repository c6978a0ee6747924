/* test_graph_data.c: the data exporters write every attribute and measure, and nothing for what is not known. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include <math.h>

#include "export/exporter.h"
#include "sample_graph.h"

static Str exported(Arena *arena, const char *format, const rxc_graph *graph)
{
    Str out;
    double *values = arena_array(arena, double, graph->nodes.n);
    for (size_t i = 0; i < graph->nodes.n; i++) values[i] = i ? 0.25 * (double)i : (double)NAN;
    rxc_columns columns = { 0 };
    *vec_push(arena, &columns) = (rxc_column){ .name = "pagerank", .unit = "share", .help = "", .values = values };
    rxc_export_input input = { .graph = graph, .columns = &columns };
    const rxc_exporter *exporter = rxc_exporter_find(str_from(format));
    written(arena, exporter, &input, &out);
    return out;
}

static void test_graph_data__graphml_declares_what_it_uses(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str out = exported(&arena, "graphml", sample_graph(&arena));
    assert_has(out, S("xmlns=\"http://graphml.graphdrawing.org/xmlns\""));
    assert_has(out, S("<key id=\"m_pagerank\" for=\"node\" attr.name=\"pagerank\" attr.type=\"double\"/>"));
    assert_has(out, S("<graph edgedefault=\"directed\">"));
    assert_has(out, S("<data key=\"n_year\">2022</data>"));
    assert_has(out, S("<data key=\"n_reaction\">true</data>"));
    assert_has(out,
               S("<data key=\"e_places\">letter.md:12 AGEP came two days after the first dose of dupilumab.</data>"));
    assert_has_not(out, S("nan"));
    assert_has_not(out, S("\"n_year\">0"));
    arena_clear(&arena);
}

static void test_graph_data__edge_table_names_both_ends(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str out = exported(&arena, "csv", sample_graph(&arena));
    assert_has(out, S("Source,Target,Type,Id,kind,weight,count,documents,certainty,independent,places\n"
                      "giorgio2025acute,szatkowski2015acute,Directed,0,cites,1,1,1,,,\n"));
    assert_has(out, S("drug:dupilumab,disorder:atopic-dermatitis,Directed,4,treats,1,1,1,asserted,1,\n"));
    arena_clear(&arena);
}

static void test_graph_data__places_keep_their_file_where_documents_are_no_nodes(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_graph *concepts = NULL;
    assert_int_equal(rxc_network_find(S("concept"))->derive(&arena, sample_graph(&arena), &concepts, &err), RXC_OK);
    assert_has(exported(&arena, "csv", concepts), S(",letter.md:12 AGEP came two days after the first dose of dupilumab.\n"));
    arena_clear(&arena);
}

static void test_graph_data__node_table_leaves_unknown_values_empty(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str out = exported(&arena, "csv-nodes", sample_graph(&arena));
    assert_has(
        out,
        S("Id,kind,label,title,authors,journal,year,doi,pmid,url,status,group,file,reaction,documents,codes,pagerank\n"));
    assert_has(out, S("letter,letter.md,,1,,\n"));
    assert_has(
        out, S("wu2022dupilumab,work,Wu 2022,Wu 2022,,Acta Derm Venereol,2022,10.2340/actadv.v102.2014,,,,,,,1,,0.5\n"));
    arena_clear(&arena);
}

static void test_graph_data__codes_of_other_terminologies_are_everywhere(void **state)
{
    (void)state;
    static const char *const formats[] = { "graphml", "gexf", "cyjs", "csv-nodes", "dot" };
    Arena arena = { 0 };
    rxc_graph *graph = sample_graph(&arena);
    for (size_t i = 0; i < graph->nodes.n; i++)
        if (graph->nodes.v[i].kind == RXC_NODE_DRUG) graph->nodes.v[i].codes = S("ATC:D11AH05|MeSH:C582203");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        assert_has(exported(&arena, formats[i], graph), S("ATC:D11AH05|MeSH:C582203"));
    arena_clear(&arena);
}

static void test_graph_data__hostile_labels_stay_inside_their_fields(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph *graph = sample_hostile(&arena);
    Str label = S("a &quot;b&quot; &lt;c&gt; &amp; d \\ e&#39;s &amp;lt; &amp;#45; \\N é");
    assert_has(exported(&arena, "graphml", graph), label);
    assert_has(exported(&arena, "gexf", graph), label);
    assert_has(exported(&arena, "cyjs", graph), S("a \\\"b\\\" <c> & d \\\\ e's &lt; &#45; \\\\N é"));
    assert_has(exported(&arena, "csv-nodes", graph), S("\"a \"\"b\"\" <c> & d \\ e's &lt; &#45; \\N é\""));
    assert_has(exported(&arena, "csv-nodes", graph), S("\"two\nlines\\\""));
    arena_clear(&arena);
}

static void test_graph_data__exporters_are_found_by_name(void **state)
{
    (void)state;
    assert_non_null(rxc_exporter_find(S("gexf")));
    assert_null(rxc_exporter_find(S("nothing")));
    for (size_t i = 0; rxc_exporters[i]; i++) {
        assert_ptr_equal(rxc_exporter_find(str_from(rxc_exporters[i]->name)), rxc_exporters[i]);
        assert_true(rxc_exporters[i]->extension[0] == '.');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_graph_data__graphml_declares_what_it_uses),
        cmocka_unit_test(test_graph_data__edge_table_names_both_ends),
        cmocka_unit_test(test_graph_data__places_keep_their_file_where_documents_are_no_nodes),
        cmocka_unit_test(test_graph_data__node_table_leaves_unknown_values_empty),
        cmocka_unit_test(test_graph_data__codes_of_other_terminologies_are_everywhere),
        cmocka_unit_test(test_graph_data__hostile_labels_stay_inside_their_fields),
        cmocka_unit_test(test_graph_data__exporters_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
