/* test_pandoc.c: what pandoc adds to Markdown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"
#include "read/pandoc.h"
#include "unit.h"

static void expect(const char *source, const char *expected)
{
    Arena arena = { 0 };
    assert_str(rxc_pandoc_plain(&arena, str_from(source)), expected);
    arena_clear(&arena);
}

static void test_pandoc__superscripts_become_tags(void **state)
{
    (void)state;
    expect("Seen.^2,3^ H~2~O", "Seen.<sup>2,3</sup> H<sub>2</sub>O");
    expect("Seen.^[4](#R4)^ and 9 ^10\\ 11^", "Seen.<sup>[4](#R4)</sup> and 9 <sup>10\xC2\xA0" "11</sup>");
    expect("A note[^1] and x^2 + y^2, ~/home and \\^a^", "A note[^1] and x^2 + y^2, ~/home and \\^a^");
    expect("~~gone~~", "~~gone~~");
}

static void test_pandoc__attributes_leave_anchors(void **state)
{
    (void)state;
    expect("# References {#refs .x}\n", "# References <a id=\"refs\"></a>\n");
    expect("1.  [Wu L. *On* [rash](u).]{#R1}\n", "1.  \x01Wu L. *On* [rash](u).<a id=\"R1\"></a>\n");
    expect("::: {#R2 .ref}\n[2.]{.label} Lee.\n:::\n", "\n<a id=\"R2\"></a>\x01" "2. Lee.\n\n");
}

static void test_pandoc__dashes_are_dashes_where_there_are_attributes(void **state)
{
    (void)state;
    expect("[1]{.x} 3--5 --- so [a--b](http://x--y)", "\x01" "1 3–5 — so [a–b](http://x--y)");
    expect("3--5^2^", "3--5<sup>2</sup>");
    expect("[1]{.x}\n\n---\n\n```\na--b\n```\n", "\x01" "1\n\n---\n\n```\na--b\n```\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pandoc__superscripts_become_tags),
        cmocka_unit_test(test_pandoc__attributes_leave_anchors),
        cmocka_unit_test(test_pandoc__dashes_are_dashes_where_there_are_attributes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
