/* test_buf.c: bytes that grow, and are given away. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"

static void check_given(size_t n)
{
    Arena arena = { 0 };
    Buf buf = { .max = n };
    char *before = arena_cstr(&arena, S("before"));
    for (size_t i = 0; i < n; i++) buf_char(&buf, (char)('a' + i % 26));
    Str given = buf_give(&buf, &arena);
    assert_int_equal(given.n, n);
    assert_int_equal(given.p[n], '\0');
    for (size_t i = 0; i < n; i++) assert_int_equal(given.p[i], 'a' + i % 26);
    assert_null(buf.p);
    assert_int_equal(buf.n + buf.cap, 0);
    assert_int_equal(buf.max, n);
    assert_string_equal(before, "before");
    assert_string_equal(arena_cstr(&arena, S("behind")), "behind");
    arena_clear(&arena);
}

static void test_buf__gives_its_bytes_to_an_arena(void **state)
{
    (void)state;
    check_given(0);
    check_given(1000);
    check_given(300000);
}

static void test_buf__an_arena_may_own_memory_first(void **state)
{
    (void)state;
    Arena arena = { 0 };
    arena_own(&arena, malloc(10), 10);
    assert_string_equal(arena_cstr(&arena, S("behind")), "behind");
    arena_clear(&arena);
}

static void test_buf__drops_what_is_beyond_its_maximum(void **state)
{
    (void)state;
    Buf buf = { .max = 5 };
    buf_add(&buf, S("four"));
    buf_add(&buf, S("more"));
    assert_str(buf_str(&buf), "four");
    assert_true(buf.full);
    buf_clear(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_buf__gives_its_bytes_to_an_arena),
        cmocka_unit_test(test_buf__an_arena_may_own_memory_first),
        cmocka_unit_test(test_buf__drops_what_is_beyond_its_maximum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
