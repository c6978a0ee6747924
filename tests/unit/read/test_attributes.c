/* test_attributes.c: too many attributes are blanked out, nothing else is touched. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "read/attributes.h"

enum { MANY = 300 };

static Str many(Arena *arena, const char *before, const char *after)
{
    Str out = str_from(before);
    for (int i = 0; i < MANY; i++) out = arena_printf(arena, "%.*s a%d='>%d'", STR_ARG(out), i, i);
    return arena_printf(arena, "%.*s%s", STR_ARG(out), after);
}

static void test_attributes__the_first_ones_stay(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc doc = { .arena = &arena };
    Str source = many(&arena, "<p>x</p>\n<a", "/>\n<b c=d>text</b>");
    Str bound = rxc_attributes_bound(source, &doc);
    assert_int_equal(bound.n, source.n);
    assert_true(str_find(bound, S(" a199='>199' ")) != STR_NONE);
    assert_true(str_find(bound, S("a200=")) == STR_NONE);
    assert_true(str_ends(bound, S(" />\n<b c=d>text</b>")));
    assert_int_equal(doc.diags.n, 1);
    assert_str(doc.diags.v[0].code, "attributes.dropped");
    assert_str(doc.diags.v[0].text, "100 attributes beyond the first 200 of an element were dropped");
    arena_clear(&arena);
}

static void test_attributes__scripts_comments_and_ordinary_tags_are_left_alone(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc doc = { .arena = &arena };
    Str sources[] = { many(&arena, "<script>if (x <y", "</script><p>"), many(&arena, "<!-- <y", "--><p>"),
                      many(&arena, "<![CDATA[ <y", "]]><p>"), many(&arena, "1 < 2", ""),
                      S("<a b=\"<c\" d='"), S("<a =\"x\"<b"), S("<"), S("") };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        assert_ptr_equal(rxc_attributes_bound(sources[i], &doc).p, sources[i].p);
    assert_int_equal(doc.diags.n, 0);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attributes__the_first_ones_stay),
        cmocka_unit_test(test_attributes__scripts_comments_and_ordinary_tags_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
