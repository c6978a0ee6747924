/* test_str.c: views compare, search, cut and read numbers without a NUL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

static void test_str__cut_gives_every_part_and_the_last(void **state)
{
    (void)state;
    Str rest = S("a,,b"), part;
    assert_true(str_cut(&rest, ',', &part));
    assert_str(part, "a");
    assert_true(str_cut(&rest, ',', &part));
    assert_str(part, "");
    assert_true(str_cut(&rest, ',', &part));
    assert_str(part, "b");
    assert_false(str_cut(&rest, ',', &part));
}

static void test_str__find_stays_within_the_view(void **state)
{
    (void)state;
    Str whole = S("dupilumab and AGEP"), head = str_take(whole, 9);
    assert_int_equal(str_find(whole, S("AGEP")), 14);
    assert_true(str_find(head, S("AGEP")) == STR_NONE);
    assert_int_equal(str_find_nocase(whole, S("agep")), 14);
    assert_int_equal(str_rchr(whole, 'a'), 10);
}

static void test_str__numbers_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    size_t n = 7;
    double x = 0;
    assert_true(str_to_size(S("2023"), &n));
    assert_int_equal(n, 2023);
    assert_false(str_to_size(S("99999999999999999999999"), &n));
    assert_false(str_to_size(S("12a"), &n));
    assert_false(str_to_size(S(""), &n));
    assert_true(str_to_double(S("0.85"), &x) && x > 0.84 && x < 0.86);
    assert_false(str_to_double(S("0.85x"), &x));
}

static void test_str__order_puts_a_prefix_first(void **state)
{
    (void)state;
    assert_true(str_cmp(S("ab"), S("abc")) < 0);
    assert_true(str_cmp(S("b"), S("abc")) > 0);
    assert_int_equal(str_cmp(S("x"), S("x")), 0);
    assert_str(str_trim(S(" \t x y\n")), "x y");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_str__cut_gives_every_part_and_the_last),
        cmocka_unit_test(test_str__find_stays_within_the_view),
        cmocka_unit_test(test_str__numbers_that_do_not_fit_are_refused),
        cmocka_unit_test(test_str__order_puts_a_prefix_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
