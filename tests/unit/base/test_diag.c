/* test_diag.c: diagnostics are bounded in number, and UTF-8 whatever they quote. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "base/diag.h"

static void test_diag__a_quotation_that_is_cut_within_a_character_stays_utf8(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_diags diags = { 0 };
    Str quoted = str_take(S("caf\xC3\xA9"), 4);
    rxc_diag_add(&arena, &diags, RXC_NOTE, "test.quoted", 3, 0, "passed over: %.*s, as said", STR_ARG(quoted));
    assert_int_equal(diags.n, 1);
    assert_str(diags.v[0].text, "passed over: caf, as said");
    arena_clear(&arena);
}

static void test_diag__further_ones_are_counted(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_diags diags = { 0 };
    for (int i = 0; i < RXC_DIAGS_MAX + 7; i++) rxc_diag_add(&arena, &diags, RXC_NOTE, "test.many", 0, 0, "%d", i);
    assert_int_equal(diags.n, RXC_DIAGS_MAX);
    assert_int_equal(diags.more, 7);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_diag__a_quotation_that_is_cut_within_a_character_stays_utf8),
        cmocka_unit_test(test_diag__further_ones_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
