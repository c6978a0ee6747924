/* test_column.c: values are printed alike everywhere, undefined ones not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "graph/column.h"
#include "unit.h"

static void test_column__prints_short_stable_numbers(void **state)
{
    (void)state;
    const double values[] = { 0.1, 1.0 / 3, NAN, INFINITY, -0.0, 12345678, 0.3 - 0.1 };
    const char *const printed[] = { "0.1", "0.333333", "", "", "0", "1.23457e+07", "0.2" };
    rxc_column column = { .name = "x", .values = values };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        Buf out = { 0 };
        rxc_column_print(&out, &column, i);
        assert_str(buf_str(&out), printed[i]);
        buf_clear(&out);
    }
}

static void test_column__whole_values_have_no_point(void **state)
{
    (void)state;
    const double values[] = { 12345678 };
    rxc_column column = { .name = "degree", .whole = true, .values = values };
    rxc_columns columns = { &column, 1, 1 };
    Buf out = { 0 };
    rxc_column_print(&out, rxc_column_find(&columns, S("degree")), 0);
    assert_str(buf_str(&out), "12345678");
    assert_null(rxc_column_find(&columns, S("deg")));
    buf_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_column__prints_short_stable_numbers),
        cmocka_unit_test(test_column__whole_values_have_no_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
