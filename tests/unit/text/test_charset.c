/* test_charset.c: bytes of any encoding become UTF-8, and what is wrong is said with its line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/charset.h"
#include "unit.h"

static Str decode(Arena *arena, Str bytes, rxc_diags *diags)
{
    *diags = (rxc_diags){ 0 };
    return rxc_charset_decode(arena, bytes, diags);
}

static void test_charset__utf8_stays_as_it_is(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_diags diags;
    Str source = S("na\xC3\xAFve \xE2\x80\x93 \xCE\xB2");
    Str text = decode(&arena, source, &diags);
    assert_ptr_equal(text.p, source.p);
    assert_int_equal(diags.n, 0);
    assert_str(decode(&arena, S("\xEF\xBB\xBFmark"), &diags), "mark");
    assert_int_equal(diags.n, 0);
    arena_clear(&arena);
}

static void test_charset__windows_1252_is_known_by_its_bytes(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_diags diags;
    assert_str(decode(&arena,
                      S("one\ntwo M\xFCller\x92s \x93"
                        "case\x94 \x80"),
                      &diags),
               "one\ntwo Müller’s “case” €");
    assert_int_equal(diags.n, 1);
    assert_str(diags.v[0].code, "encoding.guessed");
    assert_int_equal(diags.v[0].line, 2);
    arena_clear(&arena);
}

static void test_charset__a_wrong_byte_among_utf8_is_replaced(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_diags diags;
    assert_str(decode(&arena, S("\xC3\xA9\xC3\xA9\n\xFF\xC3\xA9"), &diags), "éé\n\uFFFDé");
    assert_int_equal(diags.n, 1);
    assert_str(diags.v[0].code, "encoding.invalid");
    assert_int_equal(diags.v[0].line, 2);
    arena_clear(&arena);
}

static void test_charset__utf16_with_and_without_mark(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_diags diags;
    assert_str(decode(&arena,
                      S("\xFF\xFE"
                        "A\0\xE9\0\x3D\xD8\x00\xDE"),
                      &diags),
               "Aé😀");
    assert_str(decode(&arena, S("\xFE\xFF\0A\0\xE9"), &diags), "Aé");
    assert_str(decode(&arena, S("T\0i\0t\0l\0e\0"), &diags), "Title");
    assert_str(decode(&arena,
                      S("\xFF\xFE"
                        "A\0\x3D\xD8"),
                      &diags),
               "A\uFFFD"); /* half a pair */
    arena_clear(&arena);
}

static void test_charset__nul_bytes_are_dropped_and_counted(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_diags diags;
    assert_str(decode(&arena, S("a patient\nwith\0 ec\0zema"), &diags), "a patient\nwith eczema");
    assert_int_equal(diags.n, 1);
    assert_str(diags.v[0].code, "encoding.nul");
    assert_int_equal(diags.v[0].line, 2);
    arena_clear(&arena);
}

static void test_charset__what_is_no_text_is_named(void **state)
{
    (void)state;
    assert_string_equal(rxc_charset_binary(S("%PDF-1.7\n")), "a PDF");
    assert_string_equal(rxc_charset_binary(S("\x01\x02\x03\x04 abc \x05\x06")), "binary data");
    assert_null(rxc_charset_binary(S("A title\n\nand text")));
    assert_null(rxc_charset_binary(S("A\0 \0t\0i\0t\0l\0e\0")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_charset__utf8_stays_as_it_is),
        cmocka_unit_test(test_charset__windows_1252_is_known_by_its_bytes),
        cmocka_unit_test(test_charset__a_wrong_byte_among_utf8_is_replaced),
        cmocka_unit_test(test_charset__utf16_with_and_without_mark),
        cmocka_unit_test(test_charset__nul_bytes_are_dropped_and_counted),
        cmocka_unit_test(test_charset__what_is_no_text_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
