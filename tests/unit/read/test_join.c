/* test_join.c: words broken over lines are joined, words with a hyphen keep it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/join.h"
#include "unit.h"

static rxc_join_how how(const char *source, const char *before, const char *after)
{
    Arena arena = { 0 };
    rxc_join join = { .arena = &arena, .source = str_from(source) };
    rxc_join_how result = rxc_join_find(&join, str_from(before), str_from(after));
    arena_clear(&arena);
    return result;
}

static void test_join__a_broken_word_loses_its_hyphen(void **state)
{
    (void)state;
    assert_int_equal(how("", "given, as re-", "challenge with"), RXC_JOIN_HYPHEN);
    assert_int_equal(how("", "atopic dermati-", "tis."), RXC_JOIN_HYPHEN);
    assert_int_equal(how("", "du\xE2\x80\x90", "pilumab"), RXC_JOIN_HYPHEN);
}

static void test_join__the_hyphen_of_a_compound_stays(void **state)
{
    (void)state;
    assert_int_equal(how("", "interleukin IL-", "4 and"), RXC_JOIN_KEEP);
    assert_int_equal(how("", "a dupilumab-", "induced rash"), RXC_JOIN_KEEP);
    assert_int_equal(how("", "pages 44-", "56"), RXC_JOIN_KEEP);
    assert_int_equal(how("", "Castelo-", "Soccio"), RXC_JOIN_KEEP);
}

static void test_join__other_places_of_the_text_decide(void **state)
{
    (void)state;
    assert_int_equal(how("a follow-up and anti-inflammatory drugs", "an anti-", "inflammatory"), RXC_JOIN_KEEP);
    assert_int_equal(how("the longterm outcome", "the long-", "term"), RXC_JOIN_HYPHEN);
}

static void test_join__dashes_and_lists_are_no_broken_words(void **state)
{
    (void)state;
    assert_int_equal(how("", "the patient -", "a man"), RXC_JOIN_SPACE);
    assert_int_equal(how("", "pre-", "and postnatal"), RXC_JOIN_SPACE);
    assert_int_equal(how("", "no hyphen", "here"), RXC_JOIN_SPACE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_join__a_broken_word_loses_its_hyphen),
        cmocka_unit_test(test_join__the_hyphen_of_a_compound_stays),
        cmocka_unit_test(test_join__other_places_of_the_text_decide),
        cmocka_unit_test(test_join__dashes_and_lists_are_no_broken_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
