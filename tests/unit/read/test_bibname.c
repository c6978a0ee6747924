/* test_bibname.c: names as BibTeX writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/bibname.h"
#include "unit.h"

/* "particle family, given, suffix" or "=literal", a bar behind each */
static Str shown(Arena *arena, const char *list)
{
    rxc_names names = { 0 };
    bool et_al = false;
    Str out = { 0 };
    rxc_bibname_list(arena, str_from(list), &names, &et_al);
    for (size_t i = 0; i < names.n; i++) {
        const rxc_name *n = &names.v[i];
        if (n->literal.n) out = arena_printf(arena, "%.*s=%.*s|", STR_ARG(out), STR_ARG(n->literal));
        else out = arena_printf(arena, "%.*s%.*s/%.*s/%.*s/%.*s|", STR_ARG(out), STR_ARG(n->particle), STR_ARG(n->family), STR_ARG(n->given), STR_ARG(n->suffix));
    }
    return et_al ? arena_printf(arena, "%.*s+", STR_ARG(out)) : out;
}

static void test_bibname__the_three_forms(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "Wu, Li-Ping and Ludwig van Beethoven and King, Jr, Martin L. and Donald E. Knuth"),
               "/Wu/Li-Ping/|van/Beethoven/Ludwig/|/King/Martin L./Jr|/Knuth/Donald E./|");
    assert_str(shown(&arena, "van der Berg, Jan AND\nCharles Louis Xavier Joseph de la Vall{\\'e}e Poussin"),
               "van der/Berg/Jan/|de la/Vallée Poussin/Charles Louis Xavier Joseph/|");
    assert_str(shown(&arena, "Ortega y Gasset, Jos{\\'e}"), "/Ortega y Gasset/José/|");
    assert_str(shown(&arena, "Smith Jr., Bob"), "/Smith/Bob/Jr.|");
    assert_str(shown(&arena, "{\\'E}mile Zola"), "/Zola/Émile/|");
    arena_clear(&arena);
}

static void test_bibname__groups_and_others(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "{Barnes and Noble, Inc.} and Roe, J. and others"), "=Barnes and Noble, Inc.|/Roe/J./|+");
    assert_str(shown(&arena, "World Health Organization"), "=World Health Organization|");
    assert_str(shown(&arena, "given=Hans, family=Harman, prefix=von"), "von/Harman/Hans/|");
    assert_str(shown(&arena, "{Anderson}, Sandy and WHO"), "/Anderson/Sandy/|=WHO|");
    arena_clear(&arena);
}

static void test_bibname__odd_lists_do_no_harm(void **state)
{
    const char *const odd[] = { "", "and", " and ", "a and", "{", "}", ",", ",,", "{a} and {", "a, b, c, d", "~", " , and , " };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) shown(&arena, odd[i]);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bibname__the_three_forms),
        cmocka_unit_test(test_bibname__groups_and_others),
        cmocka_unit_test(test_bibname__odd_lists_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
