/* test_groups.c: which statements speak of one work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "resolve/resolve.h"
#include "unit.h"

enum { MOST = 200 };

/* Statements as "doi:1 page:k; page:k"; a key "y:2020" gives the year. Groups as "0 0 2". */
static void check(const char *text, const char *expected, bool expect_contested)
{
    Arena arena = { 0 };
    rxc_statement statements[MOST] = { 0 };
    size_t group[MOST], n = 0;
    Str rest = str_from(text), part, key;
    while (str_cut(&rest, ';', &part)) {
        Str *keys = arena_array(&arena, Str, 8);
        statements[n].keys = keys;
        while (str_cut(&part, ' ', &key)) {
            size_t year = 0;
            if (str_starts(key, S("y:")) && str_to_size(str_drop(key, 2), &year)) statements[n].year = (int)year;
            else if (key.n) keys[statements[n].key_count++] = key;
        }
        n++;
    }
    bool contested = false;
    Buf out = { 0 };
    rxc_resolve_groups(statements, n, group, &contested);
    for (size_t i = 0; i < n; i++) buf_printf(&out, i ? " %zu" : "%zu", group[i]);
    assert_str(buf_str(&out), expected);
    assert_int_equal(contested, expect_contested);
    buf_clear(&out);
    arena_clear(&arena);
}

static void test_groups__a_shared_key_joins_over_several_steps(void **state)
{
    (void)state;
    check("doi:1; doi:2; page:k doi:1; page:k title:t; title:t", "0 1 0 0 0", false);
    check("page:a; page:b", "0 1", false);
    check("", "0", false); /* no key, nobody to join */
}

static void test_groups__identifiers_keep_apart(void **state)
{
    (void)state;
    check("doi:1 page:k; doi:2 page:k", "0 1", true);
    check("pmid:1 title:t; pmid:2 title:t", "0 1", true);
    check("doi:1 pmid:1; doi:1 pmid:2", "0 0", false); /* the stronger one joins */
    check("doi:1 pmid:1; doi:2 pmid:1", "0 1", true);
    check("doi:1 page:k; pmid:2 page:k", "0 0", false); /* these say different things, they do not contradict */
}

static void test_groups__the_undecided_go_to_the_larger_group(void **state)
{
    (void)state;
    check("doi:1 page:k; doi:2 page:k; doi:2 page:k; page:k", "0 1 1 1", true);
    check("page:k; doi:2 page:k; doi:1 page:k; doi:1", "0 1 0 0", true);
}

static void test_groups__years_far_apart_keep_apart(void **state)
{
    (void)state;
    check("name:n y:2019; name:n y:2020", "0 0", false);
    check("name:n y:2015; name:n y:2020", "0 1", true);
    check("name:n; name:n y:2020", "0 0", false);
}

static void test_groups__a_key_of_everybody_joins_nobody(void **state)
{
    (void)state;
    char text[4096] = "title:editorial";
    Buf expected = { 0 };
    buf_add(&expected, S("0"));
    for (int i = 1; i <= RXC_CONTESTED_MAX + 1; i++) {
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, ";title:editorial doi:%d", i);
        buf_printf(&expected, " %d", i);
    }
    buf_char(&expected, '\0');
    check(text, expected.p, true);
    buf_clear(&expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups__a_shared_key_joins_over_several_steps),
        cmocka_unit_test(test_groups__identifiers_keep_apart),
        cmocka_unit_test(test_groups__the_undecided_go_to_the_larger_group),
        cmocka_unit_test(test_groups__years_far_apart_keep_apart),
        cmocka_unit_test(test_groups__a_key_of_everybody_joins_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
