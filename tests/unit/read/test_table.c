/* test_table.c: rows of exports with a header. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/table.h"
#include "unit.h"

static void test_table__cells_are_found_by_name(void **state)
{
    Arena arena = { 0 };
    rxc_table t;
    (void)state;
    assert_true(rxc_table_open(&t, &arena, S("Id,Title,Note\r\n1,\"A \"\"b\"\", c\",\"two\nlines\"\r\n\r\n2,x\r\n")));
    assert_true(rxc_table_next(&t));
    assert_str(rxc_table_cell(&t, "title"), "A \"b\", c");
    assert_str(rxc_table_cell(&t, "nothing|NOTE"), "two\nlines");
    assert_int_equal(t.line, 2);
    assert_true(rxc_table_next(&t));
    assert_int_equal(t.line, 5);
    assert_str(rxc_table_cell(&t, "Note"), "");
    rxc_diags diags = { 0 };
    rxc_table_check(&t, &diags);
    assert_int_equal(diags.n, 1);
    assert_false(rxc_table_next(&t));
    arena_clear(&arena);
}

static void test_table__stray_quotes_are_text(void **state)
{
    Arena arena = { 0 };
    rxc_table t;
    (void)state;
    rxc_table_open(&t, &arena, S("a,b\n\"The \"best\" of\",5\" pipe\n\"open\nto the end,1"));
    assert_true(rxc_table_next(&t));
    assert_str(rxc_table_cell(&t, "a"), "The \"best\" of");
    assert_str(rxc_table_cell(&t, "b"), "5\" pipe");
    assert_true(rxc_table_next(&t));
    assert_true(t.torn);
    rxc_table_open(&t, &arena, S("a\tb\n\"open\tx\n")); /* a line is a row */
    assert_true(rxc_table_next(&t));
    assert_str(rxc_table_cell(&t, "b"), "x");
    arena_clear(&arena);
}

static void test_table__a_quote_that_is_missing_is_mended(void **state)
{
    Arena arena = { 0 };
    rxc_table t;
    rxc_diags diags = { 0 };
    (void)state;
    rxc_table_open(&t, &arena, S("a,b,c\n\"One,\"two, too\",\"3\"\n\"1,\"\"x\",2\n"));
    assert_true(rxc_table_next(&t));
    assert_str(rxc_table_cell(&t, "a"), "One");
    assert_str(rxc_table_cell(&t, "b"), "two, too");
    assert_str(rxc_table_cell(&t, "c"), "3");
    rxc_table_check(&t, &diags);
    assert_str(diags.v[0].code, "csv.quote");
    rxc_table_open(&t, &arena, S("a,b\n\"One,\"\"two\"\"\",3\n")); /* as it should be */
    assert_true(rxc_table_next(&t));
    assert_str(rxc_table_cell(&t, "a"), "One,\"two\"");
    assert_int_equal(t.mended, 0);
    arena_clear(&arena);
}

static void test_table__what_a_spreadsheet_cut_off_is_told(void **state)
{
    enum { MOST = 32767 };
    Arena arena = { 0 };
    (void)state;
    for (size_t n = MOST - 1; n <= MOST + 1; n++) {
        rxc_table t;
        rxc_diags diags = { 0 };
        char *bytes = arena_alloc(&arena, n + 8);
        memcpy(bytes, "T,R\nx,", 6);
        memset(bytes + 6, 'r', n);
        rxc_table_open(&t, &arena, (Str){ bytes, n + 6 });
        assert_true(rxc_table_next(&t));
        rxc_table_check(&t, &diags);
        assert_int_equal(diags.n, n == MOST);
    }
    arena_clear(&arena);
}

static void test_table__the_header_shows_what_separates(void **state)
{
    static const char *const files[] = { "Id;Title;Note\n1;a, b, c;\"x;y\"\n", "Id\tTitle\tNote\n1\ta, b, c\tx;y\n", "sep=,\r\nId,Title,Note\r\n1,\"a, b, c\",x;y\r\n",
                                         "sep=;\nId;\"Title\";Note\n1;a, b, c;\"x;y\"\n" };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Arena arena = { 0 };
        rxc_table t;
        assert_true(rxc_table_has(str_from(files[i]), "Id|Title|Note"));
        assert_true(rxc_table_open(&t, &arena, str_from(files[i])));
        assert_true(rxc_table_next(&t));
        assert_str(rxc_table_cell(&t, "Title"), "a, b, c");
        assert_str(rxc_table_cell(&t, "Note"), "x;y");
        arena_clear(&arena);
    }
}

static void test_table__lists_are_cut_outside_of_brackets(void **state)
{
    rxc_table_list list = { .rest = S("a; b [c; d]; e;f; [g; h"), .separator = ';' };
    const char *const parts[] = { "a", "b [c; d]", "e;f", "[g", "h" };
    Str part;
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        assert_true(rxc_table_part(&list, &part));
        assert_str(part, parts[i]);
    }
    assert_false(rxc_table_part(&list, &part));
    list = (rxc_table_list){ .rest = S("x||y"), .separator = '|' };
    for (size_t i = 0; i < 3; i++) assert_true(rxc_table_part(&list, &part));
    assert_str(part, "y");
}

static void test_table__each_row_comes_with_the_header(void **state)
{
    Arena arena = { 0 };
    Str all = S("\nId,T\r\n1,\"a\r\nb\"\r\n2,c");
    (void)state;
    for (size_t n = 0; n <= all.n; n++) { /* whatever the window shows first */
        rxc_table_cutter state_of = { 0 };
        rxc_cut cut = { 0 };
        if (rxc_table_cut(&state_of, &arena, NULL, str_take(all, n), false, &cut) == RXC_CUT_MORE)
            assert_int_equal(rxc_table_cut(&state_of, &arena, NULL, all, true, &cut), RXC_CUT_ENTRY);
        assert_str(cut.lead, "Id,T\n");
        assert_str(str_sub(all, cut.b, cut.e), "1,\"a\r\nb\"\r\n");
        Str rest = str_drop(all, cut.used);
        assert_int_equal(rxc_table_cut(&state_of, &arena, NULL, rest, true, &cut), RXC_CUT_ENTRY);
        assert_str(str_sub(rest, cut.b, cut.e), "2,c");
        assert_int_equal(rxc_table_cut(&state_of, &arena, NULL, str_drop(rest, cut.used), true, &cut), RXC_CUT_END);
    }
    arena_clear(&arena);
}

/* Files put one behind the other: the header of the second is no row, and counts from there on. */
static void test_table__a_header_within_is_no_row(void **state)
{
    Arena arena = { 0 };
    static const char *const leads[] = { "", "Id,T,U\n", "Id,T,U\n", "id,t,X\n" }, *const rows[] = { "", "1,a,b\n", "2,c,d\n", "3,e,f\n" };
    Str rest = S("sep=,\nId,T,U\n1,a,b\nId,T,U\n2,c,d\n\xEF\xBB\xBFid,t,X\n3,e,f\nId,T,U\n");
    rxc_table_cutter state_of = { 0 };
    rxc_cut cut;
    (void)state;
    for (size_t i = 1; i < 4; i++) {
        cut = (rxc_cut){ 0 };
        assert_int_equal(rxc_table_cut(&state_of, &arena, NULL, rest, true, &cut), RXC_CUT_ENTRY);
        assert_str(cut.lead, leads[i]);
        assert_str(str_sub(rest, cut.b, cut.e), rows[i]);
        rest = str_drop(rest, cut.used);
    }
    assert_int_equal(rxc_table_cut(&state_of, &arena, NULL, rest, true, &cut), RXC_CUT_END);
    arena_clear(&arena);
}

static void test_table__many_open_brackets_take_no_time(void **state)
{
    enum { N = 3000000 };
    Arena arena = { 0 };
    char *bytes = arena_alloc(&arena, N);
    (void)state;
    for (size_t i = 0; i < N; i++) bytes[i] = "[; "[i % 3];
    rxc_table_list list = { .rest = { bytes, N }, .separator = ';' };
    size_t n = 0;
    for (Str part; rxc_table_part(&list, &part);) n++;
    assert_int_equal(n, N / 3 + 1);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table__cells_are_found_by_name),
        cmocka_unit_test(test_table__stray_quotes_are_text),
        cmocka_unit_test(test_table__a_quote_that_is_missing_is_mended),
        cmocka_unit_test(test_table__what_a_spreadsheet_cut_off_is_told),
        cmocka_unit_test(test_table__the_header_shows_what_separates),
        cmocka_unit_test(test_table__lists_are_cut_outside_of_brackets),
        cmocka_unit_test(test_table__each_row_comes_with_the_header),
        cmocka_unit_test(test_table__a_header_within_is_no_row),
        cmocka_unit_test(test_table__many_open_brackets_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
