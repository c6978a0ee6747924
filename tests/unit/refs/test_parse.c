/* test_parse.c: raw strings become the right fields: the cases of tests/unit/refs/cases, and hostile ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "refs/refs.h"

static rxc_refs_parser *open_rules(void)
{
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    assert_int_equal(rxc_refs_open(NULL, &parser, &err), RXC_OK);
    return parser;
}

/* "Simpson, EL; van den Berg, A B (Jr); WHO; +": how a case writes names; + for "et al." */
static void put_names(Buf *out, const rxc_names *names, bool et_al)
{
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        if (i) buf_add(out, S("; "));
        if (name->literal.n) buf_add(out, name->literal);
        if (name->particle.n) buf_printf(out, "%.*s ", STR_ARG(name->particle));
        buf_add(out, name->family);
        if (name->given.n) buf_printf(out, ", %.*s", STR_ARG(name->given));
        if (name->suffix.n) buf_printf(out, " (%.*s)", STR_ARG(name->suffix));
    }
    if (et_al) buf_add(out, S("; +"));
}

static void put_date(Buf *out, rxc_date date)
{
    if (date.year) buf_printf(out, "%d", date.year);
    if (date.month) buf_printf(out, "-%d", date.month);
    if (date.day) buf_printf(out, "-%d", date.day);
}

/* The value that a case names with this key. */
static void put_value(Buf *out, rxc_work *work, Str key)
{
    if (str_eq(key, S("author"))) put_names(out, &work->authors, work->et_al);
    else if (str_eq(key, S("editor"))) put_names(out, &work->editors, false);
    else if (str_eq(key, S("issued"))) put_date(out, work->issued);
    else if (str_eq(key, S("accessed"))) put_date(out, work->accessed);
    else if (str_eq(key, S("type"))) buf_add(out, str_from(rxc_work_type_name(work->type)));
    else
        for (size_t i = 0; i < RXC_FIELDS; i++)
            if (str_eq(key, str_from(rxc_work_field_name((rxc_work_field)i)))) buf_add(out, *rxc_work_field_of(work, (rxc_work_field)i));
}

/* Compare a work with "key=value | key=value". */
static size_t compare(const char *file, size_t line, rxc_work *work, Str expected)
{
    size_t faults = 0;
    while (expected.n) {
        size_t bar = str_find(expected, S(" | "));
        Str pair = str_trim(str_take(expected, bar == STR_NONE ? expected.n : bar));
        expected = bar == STR_NONE ? (Str){ 0 } : str_drop(expected, bar + 3);
        size_t equals = str_chr(pair, '=');
        assert_true(equals != STR_NONE);
        Buf value = { 0 };
        put_value(&value, work, str_take(pair, equals));
        if (!str_eq(buf_str(&value), str_drop(pair, equals + 1))) {
            print_error("%s:%zu: %.*s, not \"%.*s\"\n", file, line, STR_ARG(pair), (int)value.n, value.n ? value.p : "");
            faults++;
        }
        buf_clear(&value);
    }
    return faults;
}

/* A file of cases: a raw line, a line of what is expected, an empty line; lines with # are remarks. */
static void check_file(const char *name)
{
    char path[512], raw[4096], expected[4096];
    snprintf(path, sizeof path, "%s/tests/unit/refs/cases/%s.txt", RXCITE_SOURCE_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    rxc_refs_parser *parser = open_rules();
    size_t faults = 0, cases = 0;
    for (size_t line = 1; fgets(raw, sizeof raw, file); line++) {
        if (raw[0] == '#' || raw[0] == '\n') continue;
        assert_non_null(fgets(expected, sizeof expected, file));
        line++, cases++;
        Arena arena = { 0 };
        rxc_reference ref = { 0 };
        rxc_refs_parse(parser, &arena, str_trim(str_from(raw)), &ref);
        faults += compare(name, line, &ref.work, str_trim(str_from(expected)));
        arena_clear(&arena);
    }
    fclose(file);
    rxc_refs_close(parser);
    assert_true(cases > 0);
    assert_int_equal(faults, 0);
}

static void test_parse__medical_styles(void **state) { (void)state, check_file("medical"); }
static void test_parse__author_year_styles(void **state) { (void)state, check_file("author_year"); }
static void test_parse__physics_styles(void **state) { (void)state, check_file("physics"); }
static void test_parse__books_chapters_pages(void **state) { (void)state, check_file("books"); }
static void test_parse__cases_that_break_other_parsers(void **state) { (void)state, check_file("hard"); }

static void test_parse__any_bytes_give_one_result(void **state)
{
    (void)state;
    static const char *const lines[] = { "", " ", "\xFF\xFE\x80", "....,,,;;;", "((((((((", "1", "et al", "\xC2\xA0", "In:", "doi:", "&&&&", "\"\"\"" };
    rxc_refs_parser *parser = open_rules();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Arena arena = { 0 };
        rxc_reference ref = { 0 };
        rxc_refs_parse(parser, &arena, str_from(lines[i]), &ref);
        arena_clear(&arena);
    }
    rxc_refs_close(parser);
}

/* Lines made to be slow: each takes linear time or this test does not end. */
static void test_parse__a_line_of_a_megabyte_is_taken(void **state)
{
    (void)state;
    enum { N = 1 << 20 };
    static const char *const patterns[] = { "Smith J, ", "1(", "a", "2019;", "\"", "(", "et al", "\xF0\x9F\x98\x80", "In: ", "J. ", "van ", "A: ", "- " };
    rxc_refs_parser *parser = open_rules();
    char *line = malloc(N);
    assert_non_null(line);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        Str pattern = str_from(patterns[i]);
        for (size_t at = 0; at < N; at++) line[at] = pattern.p[at % pattern.n];
        Arena arena = { 0 };
        rxc_reference ref = { 0 };
        rxc_refs_parse(parser, &arena, (Str){ line, N }, &ref);
        assert_int_equal(ref.raw.n > N - 16, true);
        arena_clear(&arena);
    }
    free(line);
    rxc_refs_close(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse__medical_styles),
        cmocka_unit_test(test_parse__author_year_styles),
        cmocka_unit_test(test_parse__physics_styles),
        cmocka_unit_test(test_parse__books_chapters_pages),
        cmocka_unit_test(test_parse__cases_that_break_other_parsers),
        cmocka_unit_test(test_parse__any_bytes_give_one_result),
        cmocka_unit_test(test_parse__a_line_of_a_megabyte_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
