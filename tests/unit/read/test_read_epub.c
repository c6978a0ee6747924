/* test_read_epub.c: EPUB documents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"
#include "zip.h"

#define CONTAINER "<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>"
#define PAGE(text) "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" text "</body></html>"
#define ITEM(id, href) "<item id=\"" id "\" href=\"" href "\" media-type=\"application/xhtml+xml\"/>"

static Str book(Arena *arena, const char *package, const char *a, const char *b)
{
    const zip_member members[] = { { "mimetype", "application/epub+zip" }, { "META-INF/container.xml", CONTAINER }, { "book.opf", package },
                                   { "a.xhtml", a }, { "b.xhtml", b } };
    return zip_make(arena, members, 5, 0);
}

#define PACKAGE "<package><manifest>" ITEM("a", "a.xhtml") ITEM("b", "b.xhtml") "</manifest><spine><itemref idref=\"b\"/><itemref idref=\"a\"/></spine></package>"

static void test_read_epub__reads_chapters_in_their_order(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, book(&arena, PACKAGE, PAGE("<p>Second.</p>"), PAGE("<p>First.</p>")), "x.epub");
    assert_str(doc->text, "First.\nSecond.");
    arena_clear(&arena);
}

static void test_read_epub__without_an_order_goes_by_names(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, book(&arena, "<package/>", PAGE("<p>First.</p>"), PAGE("<p>Second.</p>")), "x.epub");
    assert_str(doc->text, "First.\nSecond.");
    assert_non_null(diag_of(doc, "epub.order"));
    arena_clear(&arena);
}

static void test_read_epub__tells_equal_ids_of_chapters_apart(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, book(&arena, PACKAGE, PAGE("<h2>References</h2><ol><li id=\"x\">Wu L. Eyes. Lancet 2019;3:4.</li></ol>"),
                                          PAGE("<h1 id=\"x\">A title of it</h1><p>Seen before <a href=\"a.xhtml#x\">[1]</a>.</p>")), "x.epub");
    const rxc_mark *mark = mark_on(doc, RXC_MARK_CITATION, "[1]");
    assert_non_null(mark);
    assert_str(mark->target, "c2-x");
    arena_clear(&arena);
}

static void test_read_epub__reads_a_chapter_that_is_no_xml(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, book(&arena, PACKAGE, "<html><body><p>Second<br>line & more.</body></html>", PAGE("<p>First.</p>")), "x.epub");
    assert_str(doc->text, "First.\nSecond line & more.");
    arena_clear(&arena);
}

static void test_read_epub__passes_over_a_chapter_without_any_element(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, book(&arena, PACKAGE, "<!-- nothing -->", PAGE("<p>First.</p>")), "x.epub");
    assert_str(doc->text, "First.");
    assert_non_null(diag_of(doc, "epub.chapter"));
    arena_clear(&arena);
}

static void test_read_epub__refuses_one_without_chapters(void **state)
{
    Arena arena = { 0 };
    rxc_doc *doc;
    rxc_err err = { 0 };
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    const zip_member members[] = { { "mimetype", "application/epub+zip" } };
    (void)state;
    assert_int_equal(rxc_read(zip_make(&arena, members, 1, 0), S("x.epub"), &limits, &arena, &doc, &err), RXC_INPUT);
    assert_string_equal(err.text, "x.epub: holds no chapter that can be read");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_epub__reads_chapters_in_their_order),
        cmocka_unit_test(test_read_epub__without_an_order_goes_by_names),
        cmocka_unit_test(test_read_epub__tells_equal_ids_of_chapters_apart),
        cmocka_unit_test(test_read_epub__reads_a_chapter_that_is_no_xml),
        cmocka_unit_test(test_read_epub__passes_over_a_chapter_without_any_element),
        cmocka_unit_test(test_read_epub__refuses_one_without_chapters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
