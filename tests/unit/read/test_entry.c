/* test_entry.c: what entries of all exports have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "read/entry.h"

static void test_entry__pages_are_completed_by_digits_only(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last, *pages;
    } cases[] = {
        { "711", "721", "711-721" }, { "711", "21", "711-721" },   { "e711", "21", "e711-e721" },
        { " 711 ", "", "711" },      { "", "21", "21" },           { "711", "711", "711" },
        { "S12", "e4", "S12-e4" },   { "1\u00ED7", "21", "1\u00ED7-21" }, { "\u00ED\u00ED", "711", "\u00ED\u00ED-711" },
    };
    Arena arena = { 0 };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(rxc_entry_pages(&arena, str_from(cases[i].first), str_from(cases[i].last)), cases[i].pages);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_entry__pages_are_completed_by_digits_only) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
