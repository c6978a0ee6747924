/* test_csv.c: records of comma-separated values, and the lines below them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fmemopen */
#include "unit.h"

#include "vocab/csv.h"

typedef struct Fixture {
    Arena arena;
    rxc_import import;
    rxc_feed feed;
    rxc_csv csv;
} Fixture;

static bool open_bytes(Fixture *f, const char *text)
{
    *f = (Fixture){ 0 };
    f->import.arena = &f->arena;
    char *copy = arena_cstr(&f->arena, str_from(text));
    rxc_feed_init(&f->feed, fmemopen(copy, strlen(text), "rb"), "x.csv");
    return rxc_csv_open(&f->csv, &f->import, &f->feed);
}

static void close_bytes(Fixture *f)
{
    rxc_csv_close(&f->csv);
    rxc_feed_close(&f->feed, NULL);
    arena_clear(&f->arena);
}

static void test_csv__quotes_hold_separators_quotes_and_line_ends(void **state)
{
    (void)state;
    Fixture f;
    assert_true(open_bytes(&f, "\xEF\xBB\xBF"
                               "Code,Name\r\n1,\"a, \"\"b\"\"\r\nc\"\n\n2, d \n"));
    assert_int_equal(rxc_csv_column(&f.csv, S("NAME")), 1);
    assert_true(rxc_csv_next(&f.csv));
    assert_str(rxc_csv_field(&f.csv, 1), "a, \"b\"\nc");
    assert_int_equal(f.csv.line, 2);
    assert_true(rxc_csv_next(&f.csv));
    assert_str(rxc_csv_field(&f.csv, 1), "d");
    assert_int_equal(f.csv.line, 5);
    assert_false(rxc_csv_next(&f.csv));
    assert_int_equal(f.import.fault_count, 0);
    close_bytes(&f);
}

static void test_csv__other_separators_are_seen_in_the_header(void **state)
{
    (void)state;
    Fixture f;
    assert_true(open_bytes(&f, "code;name\n1;a,b\n"));
    assert_true(rxc_csv_next(&f.csv));
    assert_str(rxc_csv_field(&f.csv, 1), "a,b");
    close_bytes(&f);
}

static void test_csv__an_open_quote_costs_few_records(void **state)
{
    (void)state;
    Fixture f;
    Buf text = { 0 };
    size_t records = 0;
    buf_add(&text, S("code,name\n1,\"a\n"));
    for (int i = 2; i < 200; i++) buf_printf(&text, "%d,x\n", i);
    buf_char(&text, '\0');
    assert_true(open_bytes(&f, text.p));
    while (rxc_csv_next(&f.csv)) records++;
    assert_int_equal(f.import.fault_count, 1);
    assert_str(f.import.faults.v[0], "x.csv:2: a quote is not closed; 64 lines are passed over");
    assert_int_equal(records, 199 - RXC_CSV_LINES);
    buf_clear(&text);
    close_bytes(&f);
}

static void test_csv__another_number_of_fields_is_a_fault(void **state)
{
    (void)state;
    Fixture f;
    assert_true(open_bytes(&f, "code,name\n1\n2,b\n"));
    assert_true(rxc_csv_next(&f.csv));
    assert_str(rxc_csv_field(&f.csv, 0), "2");
    assert_str(f.import.faults.v[0], "x.csv:2: 1 fields, but the header has 2");
    assert_int_equal(rxc_csv_field(&f.csv, RXC_CSV_COLUMNS).n, 0);
    close_bytes(&f);
}

static void test_csv__lines_over_chunks_are_whole(void **state)
{
    (void)state;
    Fixture f;
    Buf text = { 0 };
    buf_add(&text, S("code,name\n"));
    for (int i = 0; i < 20000; i++) buf_printf(&text, "%d,%0*d\n", i, i % 30 + 1, 7);
    buf_char(&text, '\0');
    assert_true(open_bytes(&f, text.p));
    for (int i = 0; i < 20000; i++) {
        assert_true(rxc_csv_next(&f.csv));
        assert_int_equal(rxc_csv_field(&f.csv, 1).n, i % 30 + 1);
    }
    assert_false(rxc_csv_next(&f.csv));
    buf_clear(&text);
    close_bytes(&f);
}

static void test_csv__lines_that_are_not_utf8_are_faults(void **state)
{
    (void)state;
    Fixture f;
    assert_true(open_bytes(&f, "code,name\n1,M\xE9ni\xE8re\n2,b\n"));
    assert_true(rxc_csv_next(&f.csv));
    assert_str(rxc_csv_field(&f.csv, 0), "2");
    assert_str(f.import.faults.v[0], "x.csv:2: invalid UTF-8 at byte 4");
    close_bytes(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv__quotes_hold_separators_quotes_and_line_ends),
        cmocka_unit_test(test_csv__other_separators_are_seen_in_the_header),
        cmocka_unit_test(test_csv__an_open_quote_costs_few_records),
        cmocka_unit_test(test_csv__another_number_of_fields_is_a_fault),
        cmocka_unit_test(test_csv__lines_over_chunks_are_whole),
        cmocka_unit_test(test_csv__lines_that_are_not_utf8_are_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
