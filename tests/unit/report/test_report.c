/* test_report.c: the reports say what was read, found and lost, and the account adds up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written.h"

#include <cjson/cJSON.h>

#include "sample_report.h"

static Str report(Arena *arena, const char *name)
{
    Str out;
    const rxc_report *row = rxc_report_find(str_from(name));
    written(arena, row, sample_report(arena), &out);
    return out;
}

static void test_report__evidence_names_whose_evidence_it_is(void **state)
{
    (void)state;
    Arena arena = { 0 };
    assert_str(
        report(&arena, "evidence"),
        "drug,reaction,relation,certainty,attribution,attributed_to,sentence,document,place,rule,score,drug_id,"
        "reaction_id,"
        "attributed_to_id,drug_codes,reaction_codes\n"
        "dupilumab,acute generalized exanthematous pustulosis,adverse_effect,asserted,own,Giorgio 2025,"
        "AGEP came two days after the first dose of dupilumab.,Giorgio 2025,letter.md:12,after,0.9,drug:dupilumab,"
        "disorder:acute-generalized-exanthematous-pustulosis,giorgio2025acute,,\n"
        "dupilumab,acute generalized exanthematous pustulosis,adverse_effect,asserted,cited,Wu 2022,"
        "Wu et al. saw AGEP after dupilumab as well.2,Giorgio 2025,letter.md:14,after,0.9,drug:dupilumab,"
        "disorder:acute-generalized-exanthematous-pustulosis,wu2022dupilumab,,\n"
        "dupilumab,atopic dermatitis,treats,asserted,own,Giorgio 2025,\"It calms inflammation.1,9\",Giorgio "
        "2025,letter.md:15,"
        "after,0.9,drug:dupilumab,disorder:atopic-dermatitis,giorgio2025acute,,\n");
    arena_clear(&arena);
}

static void test_report__csv_counts_own_and_cited_sources(void **state)
{
    (void)state;
    Arena arena = { 0 };
    assert_has(report(&arena, "csv"),
               S("\ndupilumab,acute generalized exanthematous pustulosis,adverse_effect,asserted,1,1,2,"));
    arena_clear(&arena);
}

static void test_report__centrality_has_a_row_per_node(void **state)
{
    (void)state;
    Arena arena = { 0 };
    assert_has(report(&arena, "centrality-csv"), S("id,kind,label,year,pagerank\n"
                                                   "giorgio2025acute,document,Giorgio 2025,2025,\n"
                                                   "szatkowski2015acute,work,Szatkowski 2015,2015,0.1\n"));
    Str json = report(&arena, "centrality-json");
    assert_has(json, S("\"pagerank\": null"));
    assert_has(json, S("\"help\": \"cited by what is itself cited\""));
    arena_clear(&arena);
}

static long number(const cJSON *object, const char *a, const char *b)
{
    const cJSON *inner = cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(object, a), b);
    assert_true(cJSON_IsNumber(inner));
    return (long)inner->valuedouble;
}

static void test_report__the_ledger_adds_up(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str text = report(&arena, "ledger");
    cJSON *json = cJSON_ParseWithLength(text.p, text.n);
    assert_non_null(json);
    const cJSON *inputs = cJSON_GetObjectItemCaseSensitive(json, "inputs");
    const cJSON *letter = cJSON_GetArrayItem(inputs, 1), *total = cJSON_GetObjectItemCaseSensitive(json, "total");
    assert_string_equal(cJSON_GetObjectItemCaseSensitive(cJSON_GetArrayItem(inputs, 0), "status")->valuestring,
                        "failed");
    assert_int_equal(number(letter, "references", "parsed") + number(letter, "references", "unparsed"), 3);
    assert_int_equal(number(letter, "references", "resolved") + number(letter, "references", "unresolved"), 3);
    assert_int_equal(number(letter, "callouts", "resolved") + number(letter, "callouts", "unresolved"), 3);
    assert_int_equal(number(total, "callouts", "unresolved"), 1);
    double lost = 0;
    const cJSON *loss;
    cJSON_ArrayForEach(loss, cJSON_GetObjectItemCaseSensitive(letter, "losses")) lost +=
        cJSON_GetObjectItemCaseSensitive(loss, "count")->valuedouble;
    assert_int_equal((int)lost, 2); /* the reference without fields, and the call-out that no stage explained */
    cJSON_Delete(json);
    arena_clear(&arena);
}

static void test_report__pages_list_losses_with_their_place(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str md = report(&arena, "md"), html = report(&arena, "html");
    assert_has(md, S("| `letter.md:15` | 1,9 | 9 | It calms inflammation.1,9 |"));
    assert_has(md, S("| `broken.pdf` | not a document that can be read |"));
    assert_has(md, S("| **dupilumab** | acute generalized exanthematous pustulosis | asserted | 1 | 1 | "
                     "Giorgio 2025, Wu 2022 |"));
    assert_has(md, S("— **acute generalized exanthematous pustulosis** · Giorgio 2025, citing Wu 2022 `letter.md:14`"));
    assert_has(md, S("read as Windows-1252 \\<odd\\>"));
    assert_has(html, S("read as Windows-1252 &lt;odd&gt;"));
    assert_has(html, S("<th scope=\"col\">Reaction</th>"));
    assert_has(html, S("<html lang=\"en\">"));
    assert_has_not(html, S("<script"));
    arena_clear(&arena);
}

static void test_report__retracted_works_are_named_at_the_top(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_report_input *input = sample_report(&arena);
    rxc_graph *graph = sample_graph(&arena);
    graph->nodes.v[1].status = S("retracted");
    input->graph = graph;
    Str md;
    written(&arena, rxc_report_find(S("md")), input, &md);
    assert_has(md, S("**Take care:** Szatkowski 2015 is marked retracted. Who cites them is listed under "));
    assert_has(md, S("## Retracted and corrected works\n\nWorks with a status, the worst first:\n\n"));
    assert_has(md, S("| Szatkowski 2015"));
    Str json;
    written(&arena, rxc_report_find(S("json")), input, &json);
    assert_has(json, S("\"status\": \"retracted\""));
    arena_clear(&arena);
}

static void test_report__nothing_read_is_a_report_too(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_graph none = { .name = S("full"), .directed = true, .arena = &arena };
    rxc_report_input input = { .graph = &none };
    for (size_t i = 0; rxc_reports[i]; i++) {
        Str out;
        written(&arena, rxc_reports[i], &input, &out);
        assert_true(out.n > 0 && str_last(out) == '\n');
    }
    arena_clear(&arena);
}

static void test_report__hostile_labels_stay_text(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_report_input *input = sample_report(&arena);
    rxc_graph *graph = sample_graph(&arena);
    for (size_t i = 0; i < graph->nodes.n; i++)
        graph->nodes.v[i].label = graph->nodes.v[i].title = S("<script>|`x`[y](z)\n# h");
    graph->nodes.v[1].url = S("javascript:alert(1)");
    input->graph = graph;
    Str html, md;
    written(&arena, rxc_report_find(S("html")), input, &html);
    written(&arena, rxc_report_find(S("md")), input, &md);
    assert_has_not(html, S("<script"));
    assert_has_not(html, S("javascript:"));
    assert_has(md, S("\\<script\\>\\|\\`x\\`\\[y\\](z) \\# h"));
    assert_has_not(md, S("\n# h"));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report__evidence_names_whose_evidence_it_is),
        cmocka_unit_test(test_report__csv_counts_own_and_cited_sources),
        cmocka_unit_test(test_report__centrality_has_a_row_per_node),
        cmocka_unit_test(test_report__the_ledger_adds_up),
        cmocka_unit_test(test_report__pages_list_losses_with_their_place),
        cmocka_unit_test(test_report__retracted_works_are_named_at_the_top),
        cmocka_unit_test(test_report__nothing_read_is_a_report_too),
        cmocka_unit_test(test_report__hostile_labels_stay_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
