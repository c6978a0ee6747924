/* test_wording.c: wordings with one key are those that the finder takes for one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fmemopen */
#include "unit.h"

#include "vocab/census.h"
#include "vocab/wording.h"

static bool same(const char *a, const char *b)
{
    Arena arena = { 0 };
    rxc_wording x = rxc_wording_of(&arena, str_from(a)), y = rxc_wording_of(&arena, str_from(b));
    bool is =
        str_eq(x.key, y.key) || (x.joined.n && str_eq(x.joined, y.key)) || (y.joined.n && str_eq(x.key, y.joined));
    arena_clear(&arena);
    return is;
}

static void test_wording__spellings_of_one_wording_share_a_key(void **state)
{
    (void)state;
    assert_true(same("Oedemas", "edema"));
    assert_true(same("beta-blocker", "betablockers"));
    assert_true(same("β-blocker", "beta blocker"));
    assert_true(same("Crohn's disease", "Crohn disease"));
    assert_false(same("edema", "eczema"));
    assert_false(same("liver failure", "failure liver"));
}

static void test_wording__no_word_or_too_many_have_no_key(void **state)
{
    (void)state;
    Arena arena = { 0 };
    assert_int_equal(rxc_wording_of(&arena, S("!?")).key.n, 0);
    assert_int_equal(rxc_wording_of(&arena, S("a b c d e f g h i j k l m n o p q")).key.n, 0);
    assert_true(rxc_wording_of(&arena, S("a b c d e f g h i j k l m n o p")).key.n > 0);
    assert_str(rxc_wording_clean(&arena, S("  two \t words ")), "two words");
    arena_clear(&arena);
}

static void test_wording__abbreviations_are_told_by_their_capitals(void **state)
{
    (void)state;
    assert_true(rxc_wording_is_short(S("AGEP")));
    assert_true(rxc_wording_is_short(S("5-FU")));
    assert_true(rxc_wording_is_short(S("MRNAs")));
    assert_false(rxc_wording_is_short(S("Rash")));
    assert_false(rxc_wording_is_short(S("ASPIRIN")));
    assert_false(rxc_wording_is_short(S("A")));
    assert_false(rxc_wording_is_short(S("QT PR")));
}

static void test_census__counts_by_type_and_class(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_feed feed;
    rxc_census census;
    char text[] = "id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource\tcodes\n"
                  "drug:b\tdrug\tb\tb1|b2\tB\tBB?\tx\to\tATC:1|ATC:2\n"
                  "drug:c\tdrug\tc\t\t\t\tx\to\t\n"
                  "disorder:a\tdisorder\ta\t\t\t\ty\to\t\n";
    rxc_feed_init(&feed, fmemopen(text, sizeof text - 1, "rb"), "t");
    assert_int_equal(rxc_census_file(&feed, &arena, &census, NULL), RXC_OK);
    rxc_feed_close(&feed, NULL);
    assert_int_equal(census.n, 2);
    assert_str(census.v[0].type, "disorder");
    assert_str(census.v[1].group, "x");
    assert_int_equal(census.v[1].concepts, 2);
    assert_int_equal(census.v[1].names, 5);
    assert_int_equal(census.v[1].shorts, 1);
    assert_int_equal(census.v[1].codes, 2);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wording__spellings_of_one_wording_share_a_key),
        cmocka_unit_test(test_wording__no_word_or_too_many_have_no_key),
        cmocka_unit_test(test_wording__abbreviations_are_told_by_their_capitals),
        cmocka_unit_test(test_census__counts_by_type_and_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
