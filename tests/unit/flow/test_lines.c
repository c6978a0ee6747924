/* test_lines.c: every line is answered once, in order, whatever the number of threads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "unit.h"

#include <stdlib.h>

#include "flow/lines.h"

static void number_and_length(const void *context, Str line, size_t number, Arena *arena, Buf *out)
{
    (void)context;
    arena_alloc(arena, 100);
    buf_printf(out, "%zu:%zu\n", number, line.n);
}

/* Answers to the text, to be freed. */
static char *answers(Str text, long jobs, size_t *lines)
{
    char *out = NULL;
    size_t size = 0;
    FILE *in = tmpfile(), *to = open_memstream(&out, &size);
    fwrite(text.p, 1, text.n, in);
    rewind(in);
    assert_int_equal(rxc_lines_each(in, to, jobs, number_and_length, NULL, lines, NULL), RXC_OK);
    fclose(in);
    fclose(to);
    return out;
}

static void expect(Str text, const char *expected)
{
    for (long jobs = 1; jobs <= 3; jobs++) {
        char *out = answers(text, jobs, NULL);
        assert_string_equal(out, expected);
        free(out);
    }
}

static void test_lines__the_last_line_needs_no_end(void **state)
{
    (void)state;
    expect(S("ab\n\nabc"), "1:2\n2:0\n3:3\n");
    expect(S("ab\r\nx\n"), "1:2\n2:1\n");
    expect(S(""), "");
}

static void test_lines__many_lines_come_back_in_order(void **state)
{
    (void)state;
    enum { LINES = 200000 };
    Buf text = { 0 };
    for (size_t i = 0; i < LINES; i++) buf_printf(&text, "%0*d\n", (int)(i % 37) + 1, 0);
    size_t lines = 0;
    char *one = answers(buf_str(&text), 1, &lines), *four = answers(buf_str(&text), 4, NULL);
    assert_int_equal(lines, LINES);
    assert_string_equal(one, four);
    assert_true(str_ends(str_from(one), S("\n200000:15\n")));
    free(one), free(four);
    buf_clear(&text);
}

static void test_lines__a_line_longer_than_a_batch_stays_whole(void **state)
{
    (void)state;
    enum { LONG = 3 << 20 };
    Buf text = { 0 };
    buf_add(&text, S("a\n"));
    for (size_t i = 0; i < LONG; i++) buf_char(&text, 'x');
    buf_add(&text, S("\nb"));
    char *out = answers(buf_str(&text), 2, NULL);
    assert_string_equal(out, "1:1\n2:3145728\n3:1\n");
    free(out);
    buf_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines__the_last_line_needs_no_end),
        cmocka_unit_test(test_lines__many_lines_come_back_in_order),
        cmocka_unit_test(test_lines__a_line_longer_than_a_batch_stays_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
