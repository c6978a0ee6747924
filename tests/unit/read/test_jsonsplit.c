/* test_jsonsplit.c: where items are cut off a stream of JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cuts.h"
#include "read/jsonsplit.h"

static void assert_cuts(Str source, const char *expected) { assert_cuts_of(&rxc_jsonsplit_cuts, source, expected); }

static void test_jsonsplit__all_shapes_of_lists(void **state)
{
    (void)state;
    assert_cuts(S("[{\"a\":1}, {\"b\":[{}]}]\n"), "{\"a\":1}|{\"b\":[{}]}|");
    assert_cuts(S("{\"a\":1}\n{\"b\":2}\n"), "{\"a\":1}|{\"b\":2}|");
    assert_cuts(S("{\"a\":{\"items\":[{}]}}"), "{\"a\":{\"items\":[{}]}}|");
    assert_cuts(S("{\"status\":\"ok\",\"message\":{\"total\":2,\"items\":[{\"a\":1},{\"b\":2}],\"x\":{\"y\":[]}}}"), "{\"a\":1}|{\"b\":2}|");
    assert_cuts(S("{\"status\":\"ok\",\"message\":{\"DOI\":\"10.1/a\"}, \"z\":[1]}"), "{\"DOI\":\"10.1/a\"}|");
    assert_cuts(S("{\"meta\":{\"results\":{\"n\":1}},\"results\":[{\"a\":1}]}"), "{\"a\":1}|");
    assert_cuts(S("{\"offset\":0,\"data\":[{\"a\":1}]}{\"data\":[{\"b\":2}]}"), "{\"a\":1}|{\"b\":2}|");
    assert_cuts(S("{\"data\":[1,2],\"a\":\"}\"}"), "{\"data\":[1,2],\"a\":\"}\"}|");
    assert_cuts(S("[]"), "");
    assert_cuts(S("{\"results\":[]}"), "");
}

static void test_jsonsplit__brackets_within_texts_are_none(void **state)
{
    (void)state;
    assert_cuts(S("[{\"a\":\"]}\\\"{\\\\\"},{\"b\":2}]"), "{\"a\":\"]}\\\"{\\\\\"}|{\"b\":2}|");
}

static void test_jsonsplit__what_is_whole_before_a_cut_is_kept(void **state)
{
    (void)state;
    assert_cuts(S("[{\"a\":1},{\"b\":"), "{\"a\":1}|{\"b\":!the input ends within this entry|");
    assert_cuts(S("[{\"a\":1}"), "{\"a\":1}|!the input ends before its last bracket: entries may be missing|");
    assert_cuts(S("{\"message\":{\"items\":[{\"a\":1}]"), "{\"a\":1}|!the input ends before its last bracket: entries may be missing|");
    assert_cuts(S("{\"a\":1}\n{\"b\":\"x"), "{\"a\":1}|{\"b\":\"x!the input ends within this entry|");
}

static void test_jsonsplit__a_damaged_item_does_not_take_the_next_one(void **state)
{
    (void)state;
    assert_cuts(S("{\"a\":1\n{\"b\":2}\n"), "{\"a\":1\n!this entry has no end|{\"b\":2}|");
    assert_cuts(S("[{\"a\":[1,2 {\"b\":2}]"), "{\"a\":[1,2 !this entry has no end|{\"b\":2}|");
    assert_cuts(S("[{\"a\":1}, 7, \"x{\", [{}], {\"b\":2}]"), "{\"a\":1}|7, \"x{\", [{}], !this is no JSON object|{\"b\":2}|");
    assert_cuts(S("{\"x\":\"y\"{\"items\":[{\"b\":1}]}}"), "{\"x\":\"y\"!this entry has no end|{\"b\":1}|}!this is no JSON object|");
    assert_cuts(S("{\"a\":1}\nrubbish\n{\"b\":2}"), "{\"a\":1}|rubbish\n!this is no JSON object|{\"b\":2}|");
}

static void test_jsonsplit__keys_tell_formats_apart(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_json_keys keys = rxc_jsonsplit_keys(&arena, S("{\"status\":\"ok\",\"message\":{\"items\":[{\"DOI\":\"x\",\"title\":[{\"no\":1}],\"type\":\"y"));
    assert_str(keys.item, " DOI title type ");
    assert_str(keys.around, " status message ");
    assert_true(rxc_jsonsplit_has(keys.item, "other title"));
    assert_false(rxc_jsonsplit_has(keys.item, "tit no"));
    assert_str(rxc_jsonsplit_keys(&arena, S("{\"status\":\"ok\",\"message\":{\"DOI\":\"x\",\"refe")).item, " DOI ");
    assert_str(rxc_jsonsplit_keys(&arena, S("[1] Roe J. Ducts {of} water.")).item, "");
    assert_str(rxc_jsonsplit_keys(&arena, S("Text")).item, "");
    assert_str(rxc_jsonsplit_keys(&arena, S("")).item, "");
    arena_clear(&arena);
}

static void test_jsonsplit__a_hundred_thousand_brackets_are_passed(void **state)
{
    (void)state;
    enum { N = 100000 };
    Arena arena = { 0 };
    char *bytes = arena_alloc(&arena, N);
    memset(bytes, '[', N);
    memcpy(bytes, "[{\"a\":", 6);
    rxc_jsonsplit split = { 0 };
    rxc_cut cut = { 0 };
    assert_int_equal(rxc_jsonsplit_cuts.cut(&split, &arena, (Str){ bytes, N }, false, &cut), RXC_CUT_MORE);
    assert_int_equal(rxc_jsonsplit_cuts.cut(&split, &arena, (Str){ bytes, N }, true, &cut), RXC_CUT_ENTRY);
    assert_true(cut.problem.n > 0);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_jsonsplit__all_shapes_of_lists),
        cmocka_unit_test(test_jsonsplit__brackets_within_texts_are_none),
        cmocka_unit_test(test_jsonsplit__what_is_whole_before_a_cut_is_kept),
        cmocka_unit_test(test_jsonsplit__a_damaged_item_does_not_take_the_next_one),
        cmocka_unit_test(test_jsonsplit__keys_tell_formats_apart),
        cmocka_unit_test(test_jsonsplit__a_hundred_thousand_brackets_are_passed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
