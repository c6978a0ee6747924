/* test_jsonw.c: JSON is valid whatever the strings hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "base/jsonw.h"

static void check(Str given, const char *expected)
{
    Buf buf = { 0 };
    jsonw_str(&(Jsonw){ .out = &buf }, given);
    assert_str(buf_str(&buf), expected);
    buf_clear(&buf);
}

static void test_jsonw__strings_are_escaped_where_they_must_be(void **state)
{
    (void)state;
    check(S("a\"b\\c/é\n\001\177"), "\"a\\\"b\\\\c/é\\n\\u0001\\u007f\"");
}

static void test_jsonw__what_readers_cannot_take_is_replaced(void **state)
{
    (void)state;
    check(S("a\0b"), "\"a\xEF\xBF\xBD"
                     "b\"");
    check(S("\xFF\xC3"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_jsonw__strings_are_escaped_where_they_must_be),
                                        cmocka_unit_test(test_jsonw__what_readers_cannot_take_is_replaced) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
