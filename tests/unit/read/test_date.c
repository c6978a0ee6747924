/* test_date.c: printed dates in the orders that people use. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/date.h"

#include "unit.h"

static void check(const char *text, int year, int month, int day)
{
    size_t used;
    rxc_date date = rxc_date_parse(str_from(text), &used);
    if (date.year != year || date.month != month || date.day != day)
        fail_msg("%s: %d-%d-%d", text, date.year, date.month, date.day);
}

static void test_date__orders(void **state)
{
    (void)state;
    check("12 December 2024", 2024, 12, 12);
    check("August 2019 in", 2019, 8, 0);
    check("Aug. 5, 2019", 2019, 8, 5);
    check("5th May 2020", 2020, 5, 5);
    check("2019-08-12", 2019, 8, 12);
    check("2019/08", 2019, 8, 0);
    check("2018 Dec 6;5(1)", 2018, 12, 6);
    check("2019;30", 2019, 0, 0);
}

static void test_date__what_is_none(void **state)
{
    (void)state;
    check("", 0, 0, 0);
    check("30 patients", 0, 0, 0);
    check("12345", 0, 0, 0);
    check("31 31 2019", 0, 0, 0);
    check("March of patients", 0, 0, 0);
}

static void test_date__bytes_used(void **state)
{
    (void)state;
    size_t used;
    rxc_date_parse(S("August 2019 in Dermatitis"), &used);
    assert_int_equal(used, 11);
    rxc_date_parse(S("in August"), &used);
    assert_int_equal(used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_date__orders),
        cmocka_unit_test(test_date__what_is_none),
        cmocka_unit_test(test_date__bytes_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
