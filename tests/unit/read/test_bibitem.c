/* test_bibitem.c: the items of a BibTeX file and their fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/bibitem.h"
#include "unit.h"

/* "name=value;" of all fields of the first item */
static Str fields(Arena *arena, const char *text, const rxc_bibmap *strings)
{
    rxc_bibitem item;
    rxc_bibfield field;
    Str out = { 0 };
    if (!rxc_bibitem_next(str_from(text), 0, &item)) return out;
    out = arena_printf(arena, "%.*s:%.*s:", STR_ARG(item.type), STR_ARG(item.key));
    for (Str body = item.body; rxc_bibitem_field(arena, &body, strings, &field);)
        out = arena_printf(arena, "%.*s%.*s=%.*s;", STR_ARG(out), STR_ARG(field.name), STR_ARG(field.value));
    return out;
}

static void test_bibitem__values_in_all_forms(void **state)
{
    Arena arena = { 0 };
    rxc_bibmap strings = { 0 };
    (void)state;
    rxc_bibmap_put(&arena, &strings, S("jcd"), S("J Clin"));
    assert_str(fields(&arena, "text a@b.c @Article { k1 , a = {x {y}}, b=\"p {\"}q\", c = 12, d = JCD # { D} # \".\", month = May }", &strings),
               "Article:k1:a=x {y};b=p {\"}q;c=12;d=J Clin D.;month=may;");
    assert_str(fields(&arena, "@book(k, a = {)}, b = 1)", &strings), "book:k:a=);b=1;");
    assert_str(fields(&arena, "@misc{a = {no key}}", &strings), "misc::a=no key;");
    assert_str(fields(&arena, "@misc{k, lonely, a = 1,, }", &strings), "misc:k:lonely=;a=1;");
    arena_clear(&arena);
}

static void test_bibitem__an_open_item_ends_at_the_next(void **state)
{
    Arena arena = { 0 };
    rxc_bibitem item;
    Str text = S("@misc{a, t = {x\n  @ home\n@book{b, t = {y}}\n");
    (void)state;
    assert_true(rxc_bibitem_next(text, 0, &item));
    assert_false(item.closed);
    assert_true(rxc_bibitem_next(text, item.e, &item));
    assert_true(item.closed);
    assert_str(item.key, "b");
    assert_false(rxc_bibitem_next(text, item.e, &item));
    arena_clear(&arena);
}

static void test_bibitem__odd_items_do_no_harm(void **state)
{
    const char *const odd[] = { "@", "@a", "@a{", "@a{}", "@a{,", "@a{k,=", "@a{k,a=", "@a{k,a={", "@a{k,a=\"", "@a{k,a=#", "@a{k,a=b#", "@a(", "@a{k,a=}" };
    Arena arena = { 0 };
    rxc_bibmap none = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) fields(&arena, odd[i], &none);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bibitem__values_in_all_forms),
        cmocka_unit_test(test_bibitem__an_open_item_ends_at_the_next),
        cmocka_unit_test(test_bibitem__odd_items_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
