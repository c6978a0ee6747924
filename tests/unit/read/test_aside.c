/* test_aside.c: what stands on a page but is not the document, and what only looks so. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/aside.h"

#include "unit/read/document.h"

static void test_aside__regions_end_with_the_next_heading_of_the_document(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc =
        read_text(&arena,
                  S("# A rash\n\nText of it.\n\n## Related articles\n\nAnother rash of others.\n\n### A third "
                    "one\n\nOf others too.\n\n## References\n\n1. Doe J. On hair. Lancet 2019;1:2.\n"),
                  "a.md");
    assert_int_equal(block_with(doc, "Another rash")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "Of others")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "Doe J")->section, RXC_SECTION_REFERENCES);
    assert_int_equal(block_with(doc, "Doe J")->kind, RXC_BLOCK_ITEM);
    arena_clear(&arena);
}

static void test_aside__furniture_of_pages(void **state)
{
    (void)state;
    static const char *const lines[] = { "5 / 5 results",
                                         "6 / 1000+ results",
                                         "12 comments",
                                         "Skip to main content",
                                         "Sign in",
                                         "Home | How it works | Dosing | Contact",
                                         "We use cookies to improve your experience on this page." };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        Arena arena = { 0 };
        Str source = arena_printf(&arena, "## A rash\n\nText **of** it.\n\n%s\n\nMore of it.\n", lines[i]);
        rxc_doc *doc = read_text(&arena, source, "a.md");
        assert_int_equal(block_with(doc, lines[i])->kind, RXC_BLOCK_ASIDE);
        assert_int_equal(block_with(doc, "More of it")->kind, RXC_BLOCK_PARAGRAPH);
        arena_clear(&arena);
    }
}

static void test_aside__headings_of_labels_and_papers_stay(void **state)
{
    (void)state;
    static const char *const headings[] = { "Recommended dosage", "Related adverse events", "Search strategy",
                                            "Comments" };
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        Arena arena = { 0 };
        Str source = arena_printf(&arena, "# A medicine\n\nText.\n\n## %s\n\nMore of it.\n", headings[i]);
        rxc_doc *doc = read_text(&arena, source, "a.md");
        assert_int_equal(block_with(doc, headings[i])->kind, RXC_BLOCK_HEADING);
        assert_int_equal(block_with(doc, "More of it")->kind, RXC_BLOCK_PARAGRAPH);
        arena_clear(&arena);
    }
}

static void test_aside__words_of_classes(void **state)
{
    (void)state;
    assert_true(rxc_aside_is_class(S("site-nav")));
    assert_true(rxc_aside_is_class(S("relatedPosts")));
    assert_true(rxc_aside_is_class(S("box cookie_banner")));
    assert_false(rxc_aside_is_class(S("navigator article-body")));
    assert_false(rxc_aside_is_class(S("footnotes")));
    assert_true(rxc_aside_is_class(S("widget")));
    assert_true(rxc_aside_is_class(S("toc")));
    assert_false(rxc_aside_is_class(S("section toc-section")));
    assert_false(rxc_aside_is_class(S("widget publicationContentWidget")));
    assert_true(rxc_aside_is_class(S("sidebar-content")));
    assert_false(rxc_aside_is_class(S("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_aside__regions_end_with_the_next_heading_of_the_document),
        cmocka_unit_test(test_aside__furniture_of_pages),
        cmocka_unit_test(test_aside__headings_of_labels_and_papers_stay),
        cmocka_unit_test(test_aside__words_of_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
