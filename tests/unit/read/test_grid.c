/* test_grid.c: tables that are drawn with dashes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"
#include "read/grid.h"
#include "unit.h"

/* "3:a|b" for each row of the first table, line and cells; "" when there is none. */
static void expect(const char *source, const char *expected)
{
    Arena arena = { 0 };
    Buf got = { 0 };
    rxc_grid grid;
    rxc_grid_row row;
    rxc_grid_place place = { 0 };
    Str text = str_from(source);
    if (rxc_grid_find(text, 0, &grid))
        while (rxc_grid_next(&arena, text, &grid, &place, &row)) {
            buf_printf(&got, "%zu:", row.line);
            for (size_t k = 0; k < grid.columns; k++) buf_printf(&got, "%s%.*s", k ? "|" : "", STR_ARG(row.cells[k]));
            buf_char(&got, '\n');
        }
    assert_str(buf_str(&got), expected);
    buf_clear(&got);
    arena_clear(&arena);
}

static void test_grid__rows_of_one_line_end_with_a_blank_one(void **state)
{
    (void)state;
    expect("Text.\n\n  Drug        Cases\n  ----------- -------\n  dupilumab   3\n  µg μg       12\n\nMore.\n",
           "2:Drug|Cases\n4:dupilumab|3\n5:µg μg|12\n");
}

static void test_grid__cells_of_several_lines_are_joined(void **state)
{
    (void)state;
    expect("  ---------------------\n  Drug        Cases of\n              all\n  ----------- ---------\n  dupilumab   3 in two\n              years\n\n"
           "  adalimumab  12\n  ---------------------\n",
           "1:Drug|Cases of all\n4:dupilumab|3 in two years\n7:adalimumab|12\n");
}

static void test_grid__a_table_may_have_no_header(void **state)
{
    (void)state;
    expect("  ---- ----\n  a    b\n  c    d\n  ---- ----\n", "1:a|b\n2:c|d\n");
}

static void test_grid__rules_and_lists_are_no_tables(void **state)
{
    (void)state;
    expect("---\n\n  - one\n  - two\n\nA heading\n---------\n", "");
    expect("  ----------\n  a line\nText goes on.\n", "");
    expect("  ---- ----\n  a    b\nText goes on.\n", "");
    expect("  ---------- ----", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grid__rows_of_one_line_end_with_a_blank_one),
        cmocka_unit_test(test_grid__cells_of_several_lines_are_joined),
        cmocka_unit_test(test_grid__a_table_may_have_no_header),
        cmocka_unit_test(test_grid__rules_and_lists_are_no_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
