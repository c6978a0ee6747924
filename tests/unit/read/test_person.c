/* test_person.c: names as databases state them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/person.h"
#include "unit.h"

static Str shown(Arena *arena, const char *text)
{
    rxc_name name = rxc_person_read(arena, str_from(text));
    return arena_printf(arena, "%.*s|%.*s|%.*s|%.*s", STR_ARG(name.family), STR_ARG(name.given), STR_ARG(name.suffix),
                        STR_ARG(name.literal));
}

static void test_person__names_with_a_comma_are_taken_as_they_stand(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "Wu, Li-Ping"), "Wu|Li-Ping||");
    assert_str(shown(&arena, "March, John"), "March|John||");
    assert_str(shown(&arena, "van der Berg, J."), "van der Berg|J.||");
    assert_str(shown(&arena, "King, Martin Luther Jr"), "King|Martin Luther|Jr|");
    assert_str(shown(&arena, "King, M. L., Jr."), "King|M. L.|Jr.|");
    assert_str(shown(&arena, "King Jr, M. L."), "King|M. L.|Jr|");
    assert_str(shown(&arena, "King, Jr., M. L."), "King|M. L.|Jr.|");
    assert_str(shown(&arena, "World Health Organization,"), "|||World Health Organization");
    arena_clear(&arena);
}

static void test_person__names_without_a_comma(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "G. Kalbe"), "Kalbe|G.||");
    assert_str(shown(&arena, "Wu LP"), "Wu|LP||");
    assert_str(shown(&arena, "World Health Organization"), "|||World Health Organization");
    assert_str(shown(&arena, "European Medicines Agency"), "|||European Medicines Agency");
    assert_str(shown(&arena, "WHO"), "|||WHO");
    arena_clear(&arena);
}

static void test_person__no_author_is_no_name(void **state)
{
    Arena arena = { 0 };
    rxc_names names = { 0 };
    bool et_al = false;
    (void)state;
    rxc_person_add(&arena, &names, &et_al, S("[No authors listed]"));
    rxc_person_add(&arena, &names, &et_al, S(" "));
    assert_int_equal(names.n, 0);
    rxc_person_add(&arena, &names, &et_al, S("Wu L"));
    rxc_person_add(&arena, &names, &et_al, S("et al."));
    assert_int_equal(names.n, 1);
    assert_true(et_al);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_person__names_with_a_comma_are_taken_as_they_stand),
        cmocka_unit_test(test_person__names_without_a_comma),
        cmocka_unit_test(test_person__no_author_is_no_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
