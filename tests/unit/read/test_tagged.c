/* test_tagged.c: lines that begin with a tag, and the entries that they make up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/tagged.h"
#include "unit.h"

static size_t split(Str line, Str *tag)
{
    *tag = str_take(line, 2);
    return line.n >= 3 && chr_upper(line.p[0]) && line.p[2] == ' ' ? 3 : 0;
}

static rxc_tagged_mark mark(Str line)
{
    Str tag;
    if (str_eq(line, S("ER "))) return RXC_TAGGED_END;
    if (!split(line, &tag)) return RXC_TAGGED_NONE;
    return str_eq(tag, S("TY")) ? RXC_TAGGED_BEGIN : RXC_TAGGED_FIELD;
}

static void test_tagged__lines_end_in_three_ways(void **state)
{
    Str rest = S("a\r\nb\rc\n\nd"), line;
    const char *const expected[] = { "a", "b", "c", "", "d" };
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        assert_true(rxc_tagged_line(&rest, &line));
        assert_str(line, expected[i]);
    }
    assert_false(rxc_tagged_line(&rest, &line));
}

static void test_tagged__a_field_goes_on_over_lines(void **state)
{
    Arena arena = { 0 };
    rxc_tagged tagged = { .rest = S("junk\r\nAB one\r\n   two\r\n\r\nthree\r\nTI \r\n   late\r\nKW"), .split = split, .indent = 3 };
    rxc_tagged_field field;
    (void)state;
    assert_true(rxc_tagged_next(&tagged, &field));
    assert_str(field.tag, "");
    assert_str(field.value, "junk");
    assert_true(rxc_tagged_next(&tagged, &field));
    assert_str(field.tag, "AB");
    assert_int_equal(field.line, 2);
    assert_int_equal(field.odd, 5);
    assert_str(rxc_tagged_join(&arena, field.value), "one two\nthree");
    assert_true(rxc_tagged_next(&tagged, &field));
    assert_int_equal(field.line, 6);
    assert_str(rxc_tagged_join(&arena, field.value), "late KW");
    assert_false(rxc_tagged_next(&tagged, &field));
    arena_clear(&arena);
}

/* The pieces that cut makes of a whole input, a bar between them. */
static Str cut_all(Arena *arena, Str bytes)
{
    Str out = { 0 };
    for (rxc_cut cut = { 0 }; rxc_tagged_cut(mark, bytes, true, &cut) == RXC_CUT_ENTRY; cut = (rxc_cut){ 0 }) {
        out = arena_printf(arena, "%.*s%.*s|", STR_ARG(out), STR_ARG(str_sub(bytes, cut.b, cut.e)));
        bytes = str_drop(bytes, cut.used);
    }
    return out;
}

static void test_tagged__entries_are_cut(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(cut_all(&arena, S("\nTY 1\nTI a\nER \n\nTY 2\nER \n\x1A")), "TY 1\nTI a\nER \n|TY 2\nER \n|");
    assert_str(cut_all(&arena, S("TY 1\nTY 2\nAU x")), "TY 1\n|TY 2\nAU x|"); /* the end is missing */
    assert_str(cut_all(&arena, S("TY 1\nER \nER \nAU x\nER \n")), "TY 1\nER \n|AU x\nER \n|"); /* the beginning is */
    assert_str(cut_all(&arena, S("Provider\nTY 1\nER \n")), "Provider\nTY 1\nER \n|");
    assert_str(cut_all(&arena, S("\n \n")), "");
    arena_clear(&arena);
}

static void test_tagged__a_part_of_an_entry_waits_for_more(void **state)
{
    Str whole = S("TY 1\r\nTI a\r\nER \r\n");
    (void)state;
    for (size_t n = 0; n < whole.n; n++) {
        rxc_cut cut = { 0 };
        assert_int_equal(rxc_tagged_cut(mark, str_take(whole, n), false, &cut), RXC_CUT_MORE);
    }
}

static void test_tagged__lists_are_joined(void **state)
{
    Buf list = { 0 };
    (void)state;
    rxc_tagged_list(&list, "; ", S("one\n  two\n\n"));
    rxc_tagged_list(&list, "; ", S("three"));
    assert_str(buf_str(&list), "one; two; three");
    buf_clear(&list);
    assert_true(rxc_tagged_known("AB CD", S("CD")));
    assert_false(rxc_tagged_known("AB CD", S("C")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tagged__lines_end_in_three_ways),
        cmocka_unit_test(test_tagged__a_field_goes_on_over_lines),
        cmocka_unit_test(test_tagged__entries_are_cut),
        cmocka_unit_test(test_tagged__a_part_of_an_entry_waits_for_more),
        cmocka_unit_test(test_tagged__lists_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
