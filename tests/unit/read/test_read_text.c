/* test_read_text.c: plain text: lines become paragraphs, the head is told from the text, asides from both. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

static void test_read_text__set_lines_become_paragraphs(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("Rash after a new medicine in two patients\n\nThe first patient was a woman of forty "
                               "years who had taken the me-\n"
                               "dicine for a week. She had a rash on both arms, which was gone when\nthe medicine was "
                               "stopped.\n   The second patient was a man. He had no\n"
                               "rash but fever.\n"),
                             "a.txt");
    assert_str(doc->format, "text");
    assert_str(doc->work.title, "Rash after a new medicine in two patients");
    assert_int_equal(doc->blocks.n, 3);
    assert_str(block_text(doc, 1), "The first patient was a woman of forty years who had taken the medicine for a "
                                   "week. She had a rash on both arms, which was gone "
                                   "when the medicine was stopped.");
    assert_str(block_text(doc, 2), "The second patient was a man. He had no rash but fever.");
    assert_int_equal(doc->blocks.v[2].line, 6);
    assert_int_equal(doc->blocks.v[2].column, 4);
    arena_clear(&arena);
}

static void test_read_text__a_word_broken_by_a_page_is_joined(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("A title of a report\n\nThe patient was well with other medicines for the whole of the "
                               "following year, as re-\n\n"
                               "challenge was not advisable. The end.\n"),
                             "a.txt");
    assert_int_equal(doc->blocks.n, 2);
    assert_true(str_ends(block_text(doc, 1), S("as rechallenge was not advisable. The end.")));
    arena_clear(&arena);
}

static void test_read_text__numbers_of_pages_do_not_part_words(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("A title of a report\n\nThe patient was well with other medicines for the whole of the "
                               "following year, as re-\n\n12\n\n\fchallenge was not advisable.\n\nPage 3 of 10\n"),
                             "a.txt");
    assert_int_equal(doc->blocks.n, 2);
    assert_true(str_ends(block_text(doc, 1), S("as rechallenge was not advisable.")));
    assert_non_null(diag_of(doc, "text.page-number"));
    arena_clear(&arena);
}

static void test_read_text__head_gives_authors_source_and_identifiers(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("CASE REPORT\n\nHair loss after a new medicine\n\nJane Doe, MD,1 and John A. "
                               "Roe2*\n1Department of Dermatology, University of Nowhere\n\n"
                               "Journal of Hair. 2019 Dec 6;5(1):54-56\ndoi: 10.1000/hair.2019.01\nPMID: "
                               "30000001\n\nCase\n\nA man of 27 lost his hair.\n"),
                             "a.txt");
    assert_str(doc->work.title, "Hair loss after a new medicine");
    assert_int_equal(doc->work.authors.n, 2);
    assert_str(doc->work.authors.v[1].family, "Roe");
    assert_str(doc->work.authors.v[1].given, "John A.");
    assert_str(doc->work.container, "Journal of Hair");
    assert_int_equal(doc->work.issued.year, 2019);
    assert_int_equal(doc->work.issued.month, 12);
    assert_str(doc->work.volume, "5");
    assert_str(doc->work.issue, "1");
    assert_str(doc->work.page, "54-56");
    assert_str(doc->work.doi, "10.1000/hair.2019.01");
    assert_str(doc->work.pmid, "30000001");
    assert_int_equal(doc->kind, RXC_DOC_CASE_REPORT);
    assert_int_equal(block_with(doc, "1Department")->kind, RXC_BLOCK_FRONT);
    assert_int_equal(block_with(doc, "A man of 27")->section, RXC_SECTION_CASE);
    arena_clear(&arena);
}

static void test_read_text__no_journal_is_invented(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("Hair loss after a new medicine\n\nJane Doe and John Roe\n\nDear Editor,\n\nIn 2019, 30 "
                               "patients were seen in Naples. The rest is known.\n\n"
                               "References\n\n1. Doe J. On hair. Lancet 2019;30:1-2.\n\nReceived: 12 December 2024.\n"),
                             "a.txt");
    assert_str(doc->work.container, "");
    assert_int_equal(doc->work.issued.year, 0);
    assert_int_equal(doc->kind, RXC_DOC_LETTER);
    arena_clear(&arena);
}

static void test_read_text__each_line_of_the_references_is_a_block(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc =
        read_text(&arena,
                  S("A title of a report\n\nText of the report.\n\nREFERENCES\n\n1. Doe J. On hair and on what is "
                    "known of it.\n   Lancet. 2019;30:1-\n"
                    "   2.\n2. Roe J. More on hair. BMJ\n   2020. Doi.\n\nConflict of interest: none.\n\nThe end.\n"),
                  "a.txt");
    const rxc_block *first = block_with(doc, "Doe J");
    assert_int_equal(first->kind, RXC_BLOCK_ITEM);
    assert_str(first->label, "1");
    assert_int_equal(first->section, RXC_SECTION_REFERENCES);
    assert_int_equal(first[1].kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(first[1].indent, 3);
    assert_str(first[3].label, "2");
    assert_str(first[4].label, ""); /* 2020 is no number of an entry */
    assert_int_equal(block_with(doc, "Conflict")->section, RXC_SECTION_BACK);
    assert_int_equal(block_with(doc, "The end")->section, RXC_SECTION_BACK);
    arena_clear(&arena);
}

static void test_read_text__words_of_headings_within_text_are_no_headings(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("A title of a report\n\nThe gene was taken from the strain that we had used as "
                               "a\nreference.\nThe strain was grown on plates of what had been found in\nResults\n"
                               "and in other places as well, for the whole of that week.\n"),
                             "a.txt");
    assert_int_equal(count_kind(doc, RXC_BLOCK_HEADING), 0);
    arena_clear(&arena);
}

static void test_read_text__authors_over_several_lines(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(
        &arena,
        S("A title of a report\n\nJane Doe\xC2\xB9, John Roe\xC2\xB2, Mary Poe\xC2\xB9, Ann Moe\xC2\xB9,\nJim "
          "Noe\xC2\xB2, Joe Alexander Zoe\xC2\xB9, Cecilia\nLoe\xC2\xB2 and Tim Foe\n\nText.\n"),
        "a.txt");
    assert_int_equal(doc->work.authors.n, 8);
    assert_str(doc->work.authors.v[6].family, "Loe");
    assert_str(doc->work.authors.v[6].given, "Cecilia");
    arena_clear(&arena);
}

static void test_read_text__stars_of_significance_are_no_markdown(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S("A title\n\n* p<0.05 ** p<0.01 and *** p<0.001, **p<0.01\n"), "a.txt");
    assert_str(doc->format, "text");
    arena_clear(&arena);
}

static void test_read_text__indented_lines_are_text_and_lists_are_kept(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("How a medicine works\n\n    It acts on the skin.\n    - It helps\n    - It heals the "
                               "skin\n      of the arms\n    1. First\n    2. Second\n"),
                             "a.txt");
    assert_int_equal(block_with(doc, "It acts")->kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(block_with(doc, "It heals the skin of the arms")->kind, RXC_BLOCK_ITEM);
    assert_str(block_with(doc, "Second")->label, "2");
    arena_clear(&arena);
}

static void test_read_text__counters_and_posts_are_aside(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("Hair loss after a new medicine\n\n    August 2019 in “ Dermatitis\n    Jane Doe, John "
                               "Roe\n    A man lost his hair after the medicine.\n\n"
                               "    5 / 5 results\n\n    Related Community Posts Join\n\n    6 / 1000+ results\n\n    "
                               "A user asks about other medicines.\n"),
                             "a.txt");
    assert_str(doc->work.container, "Dermatitis");
    assert_int_equal(doc->work.issued.month, 8);
    assert_int_equal(block_with(doc, "A man")->kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(block_with(doc, "5 / 5")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "A user")->kind, RXC_BLOCK_ASIDE);
    arena_clear(&arena);
}

static void test_read_text__seed_web_summary(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_shared(&arena, "seeds/001_203cb4c55c5ddc2d.txt");
    assert_str(doc->format, "text");
    assert_str(doc->work.title, "Reactivation of Alopecia Areata After Dupilumab Therapy for Atopic Dermatitis");
    assert_int_equal(doc->work.authors.n, 3);
    assert_str(doc->work.authors.v[0].family, "Carnicle");
    assert_str(doc->work.authors.v[2].given, "Vivian Y.");
    assert_str(doc->work.container, "Dermatitis");
    assert_int_equal(doc->work.issued.year, 2019);
    assert_int_equal(doc->work.issued.month, 8);
    assert_int_equal(doc->kind, RXC_DOC_WEB_SUMMARY);
    assert_int_equal(block_with(doc, "In the document")->kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(block_with(doc, "6 / 1000+")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "A 19-year-old")->kind, RXC_BLOCK_ASIDE);
    arena_clear(&arena);
}

static void test_read_text__seed_medicine_page(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_shared(&arena, "seeds/002_96f909c397dade81.txt");
    assert_str(doc->work.title, "How DUPIXENT works");
    assert_int_equal(doc->kind, RXC_DOC_LABEL);
    assert_int_equal(doc->work.authors.n, 0);
    assert_int_equal(count_kind(doc, RXC_BLOCK_ITEM), 4);
    assert_true(str_find(doc->text, S("the results of actual treatment")) != STR_NONE);
    assert_true(str_find(doc->text, S("inflammation.1,2,13,14")) != STR_NONE);
    arena_clear(&arena);
}

static void test_read_text__superscripts_tables_and_titles_below_a_section(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("Global Health\n\nA rash after dupilumab in two children of one family\n\nJane Doe^(1,2), John Roe¹\n\n"
                               "It was seen.^(2,3) H_(2)O f(x)\n\n  Drug        Cases\n  ----------- -------\n  dupilumab   3^(2)\n\nThe end.\n"),
                             "a.txt");
    assert_str(doc->work.title, "A rash after dupilumab in two children of one family");
    assert_int_equal(doc->work.authors.n, 2);
    assert_str(doc->work.authors.v[1].family, "Roe");
    assert_non_null(mark_on(doc, RXC_MARK_SUPERSCRIPT, "2,3"));
    assert_true(str_find(doc->text, S("H2O f(x)")) != STR_NONE);
    const rxc_block *row = block_with(doc, "dupilumab");
    assert_int_equal(row->kind, RXC_BLOCK_CELL);
    assert_int_equal(row->line, 11);
    assert_str(rxc_span_of(doc->text, row->span), "dupilumab\t32");
    assert_int_equal(block_with(doc, "The end")->line, 13);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_text__set_lines_become_paragraphs),
        cmocka_unit_test(test_read_text__a_word_broken_by_a_page_is_joined),
        cmocka_unit_test(test_read_text__numbers_of_pages_do_not_part_words),
        cmocka_unit_test(test_read_text__head_gives_authors_source_and_identifiers),
        cmocka_unit_test(test_read_text__no_journal_is_invented),
        cmocka_unit_test(test_read_text__each_line_of_the_references_is_a_block),
        cmocka_unit_test(test_read_text__words_of_headings_within_text_are_no_headings),
        cmocka_unit_test(test_read_text__authors_over_several_lines),
        cmocka_unit_test(test_read_text__stars_of_significance_are_no_markdown),
        cmocka_unit_test(test_read_text__indented_lines_are_text_and_lists_are_kept),
        cmocka_unit_test(test_read_text__counters_and_posts_are_aside),
        cmocka_unit_test(test_read_text__seed_web_summary),
        cmocka_unit_test(test_read_text__seed_medicine_page),
        cmocka_unit_test(test_read_text__superscripts_tables_and_titles_below_a_section),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
