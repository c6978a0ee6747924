/* test_read_markdown.c: Markdown with HTML in it: marks, lists with their numbers, tables, the head. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

static void test_read_markdown__marks_keep_their_place(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("# A rash\n\nA patient had a rash.<sup>1,2</sup> Doe *et al.* saw **no** "
                               "other\n[case](/r3) with IL&#8209;4 &amp; H<sub>2</sub>.\n"),
                             "a.md");
    assert_str(doc->format, "markdown");
    assert_str(block_text(doc, 1), "A patient had a rash.1,2 Doe et al. saw no other case with IL‑4 & H2.");
    assert_non_null(mark_on(doc, RXC_MARK_SUPERSCRIPT, "1,2"));
    assert_non_null(mark_on(doc, RXC_MARK_ITALIC, "et al."));
    assert_non_null(mark_on(doc, RXC_MARK_BOLD, "no"));
    assert_non_null(mark_on(doc, RXC_MARK_SUBSCRIPT, "2"));
    assert_str(mark_on(doc, RXC_MARK_LINK, "case")->target, "/r3");
    for (size_t i = 1; i < doc->marks.n; i++) assert_true(doc->marks.v[i - 1].span.b <= doc->marks.v[i].span.b);
    arena_clear(&arena);
}

static void test_read_markdown__references_are_items_with_numbers(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("# A rash\n\nText.\n\n## References\n\n4. Doe J. On hair. *Lancet* 2019;30:1-2.\n5. Roe "
                               "J. More. *BMJ* 2020;1:2.\n\nReceived: 1 May 2020.\n\nAnd so on.\n"),
                             "a.md");
    const rxc_block *first = block_with(doc, "Doe J");
    assert_int_equal(first->kind, RXC_BLOCK_ITEM);
    assert_int_equal(first->section, RXC_SECTION_REFERENCES);
    assert_int_equal(first->line, 7);
    assert_str(first->label, "4");
    assert_str(first[1].label, "5");
    assert_int_equal(block_with(doc, "Received")->section, RXC_SECTION_BACK);
    assert_int_equal(block_with(doc, "And so on")->section, RXC_SECTION_BACK);
    arena_clear(&arena);
}

static void test_read_markdown__bracketed_entries_on_lines_are_blocks(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("# A rash\n\nText [1].\n\n## References\n\n[1] Doe J. On hair and\non its loss. Lancet "
                               "2019.\n[2] Roe J. More. BMJ 2020.\n"),
                             "a.md");
    assert_str(rxc_span_of(doc->text, block_with(doc, "[1] Doe")->span),
               "[1] Doe J. On hair and on its loss. Lancet 2019.");
    assert_int_equal(block_with(doc, "[2] Roe")->section, RXC_SECTION_REFERENCES);
    arena_clear(&arena);
}

static void test_read_markdown__tables_are_rows_of_cells(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S("# A rash\n\n| Drug | Rash |\n|------|------|\n| one | yes |\n"), "a.md");
    assert_int_equal(count_kind(doc, RXC_BLOCK_CELL), 2);
    assert_int_equal(block_with(doc, "one\tyes")->kind, RXC_BLOCK_CELL);
    arena_clear(&arena);
}

static void test_read_markdown__the_head_says_what_the_work_is(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("---\ntitle: \"A rash: two cases\"\nauthor:\n  - Jane Doe\n  - John Roe\njournal: "
                               "Skin\ndate: 2018-10-26\ndoi: 10.1000/x.1\n---\n\n# A rash: two cases\n\nText.\n"),
                             "a.md");
    assert_str(doc->work.title, "A rash: two cases");
    assert_int_equal(doc->work.authors.n, 2);
    assert_str(doc->work.container, "Skin");
    assert_int_equal(doc->work.issued.day, 26);
    assert_str(doc->work.doi, "10.1000/x.1");
    assert_int_equal(doc->blocks.v[0].kind, RXC_BLOCK_TITLE);
    assert_int_equal(doc->blocks.v[0].line, 11);
    arena_clear(&arena);
}

static void test_read_markdown__tags_that_nobody_closes_end_with_their_block(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S("# A rash\n\nOne <sup>two\n\nthree </sup></sup> <sup>4</sup>\n"), "a.md");
    assert_non_null(mark_on(doc, RXC_MARK_SUPERSCRIPT, "two"));
    assert_non_null(mark_on(doc, RXC_MARK_SUPERSCRIPT, "4"));
    arena_clear(&arena);
}

static void test_read_markdown__links_on_words_that_lead_nowhere_are_text(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *dead = read_text(&arena, S("# A rash\n\nSeen ([Wu et al., 2022](#B1); [3](#B3)).\n"), "a.md");
    assert_null(mark_on(dead, RXC_MARK_LINK, "Wu et al., 2022"));
    assert_non_null(mark_on(dead, RXC_MARK_LINK, "3"));
    rxc_doc *alive =
        read_text(&arena, S("# A rash\n\nSeen ([Wu et al., 2022](#B1)).\n\n<p id='B1'>Wu L.</p>\n"), "a.md");
    assert_non_null(mark_on(alive, RXC_MARK_LINK, "Wu et al., 2022"));
    assert_str(block_with(alive, "Wu L.")->anchor, "B1");
    arena_clear(&arena);
}

static void test_read_markdown__seed_letter(void **state)
{
    (void)state;
    static const char *const families[] = { "Giorgio", "Licata", "Argenziano", "Tancredi", "Balato", "Di Brizzi" };
    Arena arena = { 0 };
    rxc_doc *doc = read_shared(&arena, "seeds/000_dec781b5e833e4a2.txt");
    assert_str(doc->format, "markdown");
    assert_str(doc->work.title, "Acute generalized exanthematous pustulosis triggered by dupilumab");
    assert_int_equal(doc->work.authors.n, 6);
    for (size_t i = 0; i < 6; i++) assert_str(doc->work.authors.v[i].family, families[i]);
    assert_str(doc->work.authors.v[5].given, "Eugenia Veronica");
    assert_str(doc->work.container, "");
    assert_int_equal(doc->work.issued.year, 0);
    assert_int_equal(doc->kind, RXC_DOC_LETTER);
    assert_true(str_find(doc->text, S("as rechallenge with dupilumab")) != STR_NONE);
    assert_int_equal(block_with(doc, "Figure 1.")->kind, RXC_BLOCK_CAPTION);
    assert_int_equal(block_with(doc, "Correspondence")->kind, RXC_BLOCK_FRONT);
    assert_str(block_with(doc, "Wu L, Ali K")->label, "4");
    assert_int_equal(block_with(doc, "Received")->section, RXC_SECTION_BACK);
    assert_int_equal(block_with(doc, "This work is licensed")->section, RXC_SECTION_BACK);
    arena_clear(&arena);
}

static void test_read_markdown__blocks_of_tags_around_it_give_anchors(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<div class=\"masthead\">\n\nLancet\n\n</div>\n\n# A rash\n\nSeen ([Doe, 2019](#B1)), as in [Table](#T).\n\n<table>\n<tr>\n<td>a</td>\n"
                               "<td>b</td>\n</tr>\n</table>\n\n## References\n\n<div id=\"B1\" class=\"ref\">\n\nDoe J. On hair. *Lancet* 2019;30:1-2.\n\n</div>\n"),
                             "a.md");
    assert_str(doc->format, "markdown");
    assert_str(doc->work.title, "A rash");
    assert_str(block_with(doc, "Doe J.")->anchor, "B1");
    assert_int_equal(block_with(doc, "a\tb")->kind, RXC_BLOCK_CELL);
    rxc_doc *page = read_text(&arena, S("<div><h1># 1 of all</h1><p>See [this](x) <a href=x>y</a></p></div>"), "a.html");
    assert_str(page->format, "html");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_markdown__marks_keep_their_place),
        cmocka_unit_test(test_read_markdown__references_are_items_with_numbers),
        cmocka_unit_test(test_read_markdown__bracketed_entries_on_lines_are_blocks),
        cmocka_unit_test(test_read_markdown__tables_are_rows_of_cells),
        cmocka_unit_test(test_read_markdown__the_head_says_what_the_work_is),
        cmocka_unit_test(test_read_markdown__tags_that_nobody_closes_end_with_their_block),
        cmocka_unit_test(test_read_markdown__links_on_words_that_lead_nowhere_are_text),
        cmocka_unit_test(test_read_markdown__seed_letter),
        cmocka_unit_test(test_read_markdown__blocks_of_tags_around_it_give_anchors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
