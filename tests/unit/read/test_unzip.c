/* test_unzip.c: the parts of a document that is a ZIP archive. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/unzip.h"

#include "unit.h"
#include "zip.h"

static bool is_xml(Str name) { return str_ends(name, S(".xml")); }

static const zip_member members[] = { { "b.xml", "second" }, { "a.xml", "first" }, { "c.png", "no" }, { "a.xml", "repeated" } };

static rxc_status unzip(Arena *arena, Str zip, size_t most, rxc_doc *doc, rxc_unzip_parts *parts, rxc_err *err)
{
    rxc_read_limits limits = { .max_bytes = most, .max_depth = 256 };
    *doc = (rxc_doc){ .arena = arena, .name = S("x.docx") };
    return rxc_unzip_read(zip, is_xml, &limits, doc, parts, err);
}

static void test_unzip__finds_wanted_parts_by_name(void **state)
{
    Arena arena = { 0 };
    rxc_unzip_parts parts = { 0 };
    rxc_err err = { 0 };
    rxc_doc doc;
    (void)state;
    assert_int_equal(unzip(&arena, zip_make(&arena, members, 4, 0), 1000, &doc, &parts, &err), RXC_OK);
    assert_int_equal(parts.list.n, 2);
    assert_str(rxc_unzip_find(&parts, S("a.xml"))->bytes, "first");
    assert_str(rxc_unzip_find(&parts, S("b.xml"))->bytes, "second");
    assert_null(rxc_unzip_find(&parts, S("c.png")));
    rxc_unzip_clear(&parts);
    arena_clear(&arena);
}

static void test_unzip__names_are_composed_utf8(void **state)
{
    static const zip_member odd[] = { { "\xFF.xml", "first" }, { "u\u0308.xml", "second" } };
    Arena arena = { 0 };
    rxc_unzip_parts parts = { 0 };
    rxc_err err = { 0 };
    rxc_doc doc;
    (void)state;
    assert_int_equal(unzip(&arena, zip_make(&arena, odd, 2, 0), 1000, &doc, &parts, &err), RXC_OK);
    assert_int_equal(parts.list.n, 2);
    assert_str(rxc_unzip_find(&parts, S("\u00FC.xml"))->bytes, "second");
    assert_str(rxc_unzip_find(&parts, S("\uFFFD.xml"))->bytes, "first");
    rxc_unzip_clear(&parts);
    arena_clear(&arena);
}

static void test_unzip__refuses_more_than_the_limit(void **state)
{
    Arena arena = { 0 };
    rxc_unzip_parts parts = { 0 };
    rxc_err err = { 0 };
    rxc_doc doc;
    (void)state;
    assert_int_equal(unzip(&arena, zip_make(&arena, members, 4, 0), 8, &doc, &parts, &err), RXC_LIMIT);
    assert_string_equal(err.text, "x.docx: a.xml: unpacks to more than the limit of 8 bytes");
    rxc_unzip_clear(&parts);
    arena_clear(&arena);
}

static void test_unzip__says_that_parts_are_encrypted(void **state)
{
    Arena arena = { 0 };
    rxc_unzip_parts parts = { 0 };
    rxc_err err = { 0 };
    rxc_doc doc;
    (void)state;
    assert_int_equal(unzip(&arena, zip_make(&arena, members, 1, 1), 1000, &doc, &parts, &err), RXC_INPUT);
    assert_string_equal(err.text, "x.docx: is encrypted");
    rxc_unzip_clear(&parts);
    arena_clear(&arena);
}

static void test_unzip__gives_what_a_torn_zip_still_holds(void **state)
{
    Arena arena = { 0 };
    rxc_unzip_parts parts = { 0 };
    rxc_err err = { 0 };
    rxc_doc doc;
    (void)state;
    Str zip = zip_make(&arena, members, 2, 0);
    assert_int_equal(unzip(&arena, str_take(zip, 60), 1000, &doc, &parts, &err), RXC_OK);
    assert_non_null(rxc_unzip_find(&parts, S("b.xml")));
    assert_int_equal(doc.diags.n, 1);
    rxc_unzip_clear(&parts);
    assert_int_equal(unzip(&arena, S("no zip at all"), 1000, &doc, &parts, &err), RXC_OK);
    assert_int_equal(parts.list.n, 0);
    rxc_unzip_clear(&parts);
    arena_clear(&arena);
}

static void test_unzip__peeks_at_names(void **state)
{
    Arena arena = { 0 };
    size_t at = 0;
    Str name, zip = zip_make(&arena, members, 3, 0);
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_true(rxc_unzip_peek(zip, &at, &name));
        assert_str(name, members[i].name);
    }
    assert_false(rxc_unzip_peek(zip, &at, &name));
    at = 0;
    assert_false(rxc_unzip_peek(str_take(zip, 32), &at, &name)); /* the name is cut off */
    arena_clear(&arena);
}

static void test_unzip__resolves_paths(void **state)
{
    static const struct {
        const char *from, *path, *whole;
    } cases[] = { { "EPUB/content.opf", "text/ch1.xhtml", "EPUB/text/ch1.xhtml" },
                  { "EPUB/content.opf", "../a%20b.xhtml#x", "a b.xhtml" },
                  { "content.opf", "../../../etc/passwd", "etc/passwd" },
                  { "EPUB/content.opf", "/word/document.xml", "word/document.xml" },
                  { "a/b/c.xml", "./../d//e.xml", "a/d/e.xml" },
                  { "", "100%", "100%" } };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(rxc_unzip_path(&arena, str_from(cases[i].from), str_from(cases[i].path)), cases[i].whole);
    arena_clear(&arena);
}

static void test_unzip__knows_office_files_that_are_not_read(void **state)
{
    static const zip_member sheet[] = { { "[Content_Types].xml", "" }, { "xl/workbook.bin", "" } };
    static const zip_member text[] = { { "mimetype", "application/vnd.oasis.opendocument.text" } };
    Arena arena = { 0 };
    (void)state;
    assert_string_equal(rxc_unzip_office(zip_make(&arena, sheet, 2, 0)), "a binary Excel workbook (save it as XLSX or CSV)");
    assert_string_equal(rxc_unzip_office(zip_make(&arena, text, 1, 0)), "an OpenDocument text (save it as DOCX)");
    assert_null(rxc_unzip_office(zip_make(&arena, members, 4, 0)));
    assert_null(rxc_unzip_office(S("")));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unzip__finds_wanted_parts_by_name),
        cmocka_unit_test(test_unzip__refuses_more_than_the_limit),
        cmocka_unit_test(test_unzip__says_that_parts_are_encrypted),
        cmocka_unit_test(test_unzip__gives_what_a_torn_zip_still_holds),
        cmocka_unit_test(test_unzip__names_are_composed_utf8),
        cmocka_unit_test(test_unzip__peeks_at_names),
        cmocka_unit_test(test_unzip__resolves_paths),
        cmocka_unit_test(test_unzip__knows_office_files_that_are_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
