/* test_exchange.c: annotated texts as PubTator and BioC JSON, and PubTator back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped_concepts.h"

#include <cjson/cJSON.h>

#include "flow/annotate.h"
#include "flow/exchange.h"
#include "flow/points.h"

static const char SOURCE[] = "11|t|Jitters after dupilumab: a M\xC3\xBCller report\n"
                             "11|a|A man of 49 developed AGEP after dupilumab.\n"
                             "11\t0\t7\tJitters\tDisease\tD000\n\n"
                             "12|t|Lithium-induced tremor\n12|a|\nnonsense\n";

static bool collect(Buf *out, void *context)
{
    buf_add(context, buf_str(out));
    buf_reset(out);
    return true;
}

static rxc_annotate_count annotate(Str source, rxc_annotate_form form, Buf *all)
{
    Buf out = { 0 };
    rxc_annotate_count count = { 0 };
    assert_true(rxc_annotate_source(concepts, form, source, &out, &count, collect, all));
    buf_clear(&out);
    return count;
}

static void test_exchange__pubtator_is_told_by_content(void **state)
{
    (void)state;
    assert_true(rxc_pubtator_is(str_from(SOURCE)));
    assert_true(rxc_pubtator_is(S("\xEF\xBB\xBF\n7|t|A title\n")));
    assert_false(rxc_pubtator_is(S("A sentence with a | bar.\n7|t|A title\n")));
    assert_false(rxc_pubtator_is(S("7|a|An abstract\n")));
    assert_false(rxc_pubtator_is((Str){ 0 }));
}

static void test_exchange__pubtator_reads_documents(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str rest = str_from(SOURCE);
    rxc_exchange_text text;
    size_t given = 0, odd = 0;
    assert_true(rxc_pubtator_next(&rest, &arena, &text, &given, &odd));
    assert_str(text.id, "11");
    assert_str(str_drop(text.text, text.cut + 1), "A man of 49 developed AGEP after dupilumab.");
    assert_true(rxc_pubtator_next(&rest, &arena, &text, &given, &odd));
    assert_str(text.text, "Lithium-induced tremor");
    assert_false(rxc_pubtator_next(&rest, &arena, &text, &given, &odd));
    assert_int_equal(given, 1);
    assert_int_equal(odd, 1);
    arena_clear(&arena);
}

static void test_exchange__documents_without_an_empty_line_between(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str rest = S("1|t|One\n2|t|Two\r\n2|a|More");
    rxc_exchange_text text;
    size_t given = 0, odd = 0;
    assert_true(rxc_pubtator_next(&rest, &arena, &text, &given, &odd));
    assert_str(text.text, "One");
    assert_true(rxc_pubtator_next(&rest, &arena, &text, &given, &odd));
    assert_str(text.text, "Two\nMore");
    arena_clear(&arena);
}

static void test_exchange__pubtator_comes_back_as_it_went(void **state)
{
    (void)state;
    Buf once = { 0 }, twice = { 0 };
    rxc_annotate_count count = annotate(str_from(SOURCE), RXC_ANNOTATE_PUBTATOR, &once);
    assert_int_equal(count.texts, 2);
    annotate(buf_str(&once), RXC_ANNOTATE_PUBTATOR, &twice);
    assert_true(str_eq(buf_str(&once), buf_str(&twice)));
    assert_true(str_find(buf_str(&once), S("11\t63\t67\tAGEP\tDisease\t")) != STR_NONE); /* code points: ü is one */
    assert_true(str_find(buf_str(&once), S("12\tCID\t")) != STR_NONE);
    buf_clear(&once);
    buf_clear(&twice);
}

static void test_exchange__line_ends_in_a_text_do_not_break_pubtator(void **state)
{
    (void)state;
    Buf out = { 0 };
    Str rest, line;
    annotate(S("Tremor\tafter lithium.\nAnd fever\nafter\nlithium."), RXC_ANNOTATE_PUBTATOR, &out);
    rest = buf_str(&out);
    assert_true(str_cut(&rest, '\n', &line));
    assert_str(line, "1|t|Tremor after lithium.");
    assert_true(str_cut(&rest, '\n', &line));
    assert_str(line, "1|a|And fever after lithium.");
    buf_clear(&out);
}

static void test_exchange__bioc_is_a_collection(void **state)
{
    (void)state;
    Buf out = { 0 }, all = { 0 };
    annotate(str_from(SOURCE), RXC_ANNOTATE_BIOC, &out);
    buf_add(&all, str_from(rxc_bioc_head));
    buf_add(&all, buf_str(&out));
    buf_add(&all, str_from(rxc_bioc_tail));
    cJSON *root = cJSON_ParseWithLength(all.p, all.n);
    const cJSON *documents = cJSON_GetObjectItem(root, "documents");
    assert_int_equal(cJSON_GetArraySize(documents), 2);
    const cJSON *passages = cJSON_GetObjectItem(cJSON_GetArrayItem(documents, 0), "passages");
    assert_int_equal(cJSON_GetArraySize(passages), 2);
    assert_int_equal(cJSON_GetObjectItem(cJSON_GetArrayItem(passages, 1), "offset")->valueint, 41);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(cJSON_GetArrayItem(documents, 1), "relations")), 1);
    cJSON_Delete(root);
    buf_clear(&out);
    buf_clear(&all);
}

static void test_exchange__lines_that_are_no_json_are_answered_too(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_annotate_line_as(concepts, RXC_ANNOTATE_BIOC, S("no json"), 3, &arena, &out);
    assert_int_equal(out.p[0], ',');
    assert_true(str_find(buf_str(&out), S("\"id\":\"3\",\"infons\":{\"error\":\"no text\"}")) != STR_NONE);
    buf_clear(&out);
    arena_clear(&arena);
}

static void test_exchange__points_go_both_ways(void **state)
{
    (void)state;
    rxc_points points = { .text = S("a\xC3\xBC"
                                    "b\xE2\x82\xAC"
                                    "c") };
    assert_int_equal(rxc_points_of(&points, 3), 2);
    assert_int_equal(rxc_points_of(&points, 8), 5);
    assert_int_equal(rxc_points_of(&points, 1), 1);
    assert_int_equal(rxc_points_of(&points, 4), 3);
    assert_int_equal(rxc_points_of(&points, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exchange__pubtator_is_told_by_content),
        cmocka_unit_test(test_exchange__pubtator_reads_documents),
        cmocka_unit_test(test_exchange__documents_without_an_empty_line_between),
        cmocka_unit_test(test_exchange__pubtator_comes_back_as_it_went),
        cmocka_unit_test(test_exchange__line_ends_in_a_text_do_not_break_pubtator),
        cmocka_unit_test(test_exchange__bioc_is_a_collection),
        cmocka_unit_test(test_exchange__lines_that_are_no_json_are_answered_too),
        cmocka_unit_test(test_exchange__points_go_both_ways),
    };
    return cmocka_run_group_tests(tests, open_concepts, close_concepts);
}
