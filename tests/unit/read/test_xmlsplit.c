/* test_xmlsplit.c: where entries are cut off a stream of XML. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/xmlsplit.h"
#include "unit.h"

/* All entries of a source as "entry|entry!problem|", seen through a window of so many bytes at a time. */
static Str cut_all(Arena *arena, Str source, size_t window)
{
    rxc_xmlsplit state = { 0 };
    Str out = { 0 };
    for (size_t size = window;;) {
        rxc_cut cut = { 0 };
        bool end = size >= source.n;
        rxc_cut_result result = rxc_xmlsplit_cut(&state, "set", "one two", str_take(source, size), end, &cut);
        if (result == RXC_CUT_END) return out;
        if (result == RXC_CUT_MORE) {
            assert_false(end);
            size += window;
            continue;
        }
        out = arena_printf(arena, "%.*s%.*s%s%.*s|", STR_ARG(out), STR_ARG(str_sub(source, cut.b, cut.e)),
                           cut.problem.n ? "!" : "", STR_ARG(cut.problem));
        source = str_drop(source, cut.used);
        size = window;
    }
}

static void assert_cuts(Str source, const char *expected)
{
    Arena arena = { 0 };
    assert_str(cut_all(&arena, source, SIZE_MAX / 2), expected);
    assert_str(cut_all(&arena, source, 1), expected);
    assert_str(cut_all(&arena, source, 7), expected);
    arena_clear(&arena);
}

static void test_xmlsplit__entries_are_cut_whatever_the_window(void **state)
{
    (void)state;
    assert_cuts(S("<set><one>1</one> <two a='1'>2</two><one/></set>"), "<one>1</one>|<two a='1'>2</two>|<one/>|");
    assert_cuts(S("<set></set>"), "");
    assert_cuts(S("<one>alone</one>"), "<one>alone</one>|");
}

static void test_xmlsplit__what_looks_like_markup_is_none(void **state)
{
    (void)state;
    assert_cuts(S("<?xml version='1.0'?><!DOCTYPE set [<!ENTITY a \"<one>]>\"> <!-- it's ]> <one> -->]>"
                  "<set><!-- <one> --><one a=\"1>2\"><![CDATA[</one>]]><!-- </one> --><?p </one>?></one></set>"),
                "<one a=\"1>2\"><![CDATA[</one>]]><!-- </one> --><?p </one>?></one>|");
}

static void test_xmlsplit__a_cut_input_is_told(void **state)
{
    (void)state;
    assert_cuts(S("<set><one>1</one><two>2"), "<one>1</one>|<two>2!the input ends within this entry|");
    assert_cuts(S("<set><one>1</one>"), "<one>1</one>|!the input ends before its last tag: entries may be missing|");
    assert_cuts(S("<set><one>1<one>2</one></set>"), "<one>1!this entry has no end|<one>2</one>|");
    assert_cuts(S("<set><one>1</set><two>2</two>"), "<one>1!this entry has no end|<two>2</two>|");
    assert_cuts(S("<set><one a=\"x>1</one><two>2</two></set>"), "<one a=\"x>1</one>|<two>2</two>|");
}

static void test_xmlsplit__the_root_is_behind_the_prolog(void **state)
{
    (void)state;
    assert_str(rxc_xmlsplit_root(S("\n<?xml version='1.0'?>\n<!-- <no> -->\n<!DOCTYPE set [ <!ELEMENT no ANY> ]><set a='1'>")), "set");
    assert_str(rxc_xmlsplit_root(S("Text with <b>bold</b>")), "");
    assert_str(rxc_xmlsplit_root(S("<!-- without end")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xmlsplit__entries_are_cut_whatever_the_window),
        cmocka_unit_test(test_xmlsplit__what_looks_like_markup_is_none),
        cmocka_unit_test(test_xmlsplit__a_cut_input_is_told),
        cmocka_unit_test(test_xmlsplit__the_root_is_behind_the_prolog),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
