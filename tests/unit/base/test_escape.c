/* test_escape.c: hostile text stays harmless and readable in XML and CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "base/escape.h"

static void check(void (*escape)(Buf *, Str), Str given, const char *expected)
{
    Buf buf = { 0 };
    escape(&buf, given);
    assert_str(buf_str(&buf), expected);
    buf_clear(&buf);
}

static void test_escape__xml_keeps_every_character_it_can_hold(void **state)
{
    (void)state;
    check(escape_xml, S("a<b & \"c\" 'd'>\\"), "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&gt;\\");
    check(escape_xml, S("tab\tline\nend\r"), "tab&#9;line&#10;end&#13;");
    check(escape_xml, S("Müller β → 😀"), "Müller β → 😀");
}

static void test_escape__xml_replaces_what_it_cannot_hold(void **state)
{
    (void)state;
    check(escape_xml, S("a\001b\0c"), "a\xEF\xBF\xBD"
                                      "b\xEF\xBF\xBD"
                                      "c");
    check(escape_xml, S("\xFF\xC3"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    check(escape_xml, S("\xEF\xBF\xBF"), "\xEF\xBF\xBD"); /* U+FFFF is no XML character */
    check(escape_xml, S("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); /* a surrogate */
}

static void test_escape__csv_quotes_only_where_it_must(void **state)
{
    (void)state;
    check(escape_csv, S("plain \\ & < text"), "plain \\ & < text");
    check(escape_csv, S("a,b"), "\"a,b\"");
    check(escape_csv, S("say \"no\""), "\"say \"\"no\"\"\"");
    check(escape_csv, S("two\nlines"), "\"two\nlines\"");
    check(escape_csv, S(" led by a space"), "\" led by a space\"");
    check(escape_csv, S(""), "");
}

static void test_escape__clean_drops_what_is_no_utf8(void **state)
{
    (void)state;
    char text[] = "caf\xC3 \xFFM\xC3\xBCller \xE2\x82";
    Str cleaned = { text, escape_clean(text, sizeof text - 1) };
    assert_str(cleaned, "caf Müller ");
    assert_int_equal(escape_clean(text, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escape__xml_keeps_every_character_it_can_hold),
        cmocka_unit_test(test_escape__xml_replaces_what_it_cannot_hold),
        cmocka_unit_test(test_escape__csv_quotes_only_where_it_must),
        cmocka_unit_test(test_escape__clean_drops_what_is_no_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
