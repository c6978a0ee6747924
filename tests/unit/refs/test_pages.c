/* test_pages.c: printed pages become plain ones, short ranges whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "refs/pages.h"

static void assert_read(const char *printed, const char *page, const char *first)
{
    Arena arena = { 0 };
    Str read = rxc_pages_read(&arena, str_from(printed));
    assert_str(read, page);
    assert_str(rxc_pages_first(read), first);
    arena_clear(&arena);
}

static void test_pages__short_ranges_are_completed(void **state)
{
    (void)state;
    assert_read("843-8.", "843-848", "843");
    assert_read("pp. 908\xe2\x80\x93" "19", "908-919", "908");
    assert_read("2335-48", "2335-2348", "2335");
    assert_read("44-56", "44-56", "44");
    assert_read("1-19", "1-19", "1");
}

static void test_pages__other_ranges_stay_as_printed(void **state)
{
    (void)state;
    assert_read("711-21.e7", "711-21.e7", "711");
    assert_read("998-02", "998-02", "998");
    assert_read("S12-8", "S12-8", "S12");
    assert_read("adv00743", "adv00743", "adv00743");
    assert_read("45-", "45", "45");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages__short_ranges_are_completed),
        cmocka_unit_test(test_pages__other_ranges_stay_as_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
