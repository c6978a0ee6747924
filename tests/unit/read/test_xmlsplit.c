/* test_xmlsplit.c: where entries are cut off a stream of XML. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cuts.h"
#include "read/xmlsplit.h"

static rxc_cut_result cut(void *state, Arena *arena, Str window, bool end, rxc_cut *out)
{
    (void)arena;
    return rxc_xmlsplit_cut(state, "set", "one two", window, end, out);
}

static void assert_cuts(Str source, const char *expected)
{
    const rxc_split split = { sizeof(rxc_xmlsplit), cut };
    assert_cuts_of(&split, source, expected);
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
