/* test_read_ris.c: entries of RIS files in the dialects of their writers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

static void test_read_ris__zotero(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("TY  - JOUR\nTI  - A title\nAU  - Wu, Li\nT2  - Journal of Tests\nJ2  - J Tests\nPY  - 2019\nDA  - 2019/11/08/\n"
                                       "SP  - 1\nEP  - 9\nN1  - PMID: 31693077 PMCID: PMC6865141\nER  - \n"), "a.ris");
    assert_str(doc->work.container, "Journal of Tests");
    assert_int_equal(doc->work.issued.month, 11);
    assert_str(doc->work.page, "1-9");
    assert_str(doc->work.pmid, "31693077");
    assert_str(doc->work.pmcid, "PMC6865141");
    assert_int_equal(doc->diags.n, 0);
    arena_clear(&arena);
}

static void test_read_ris__endnote(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("TY  - JOUR\r\nAN  - 31693077\r\nAU  - Wu, L.\r\nDA  - Nov 8\r\nDP  - NLM\r\nET  - 2019/11/07\r\nKW  - Adult\r\nHumans\r\n"
                                       "SN  - 1083-3668 (Electronic)\r\n1083-0000 (Linking)\r\nSP  - 711-21\r\nPY  - 2019\r\nTI  - A title\r\nID  - 42\r\nER  - \r\n"), "a.ris");
    assert_str(doc->work.pmid, "31693077");
    assert_int_equal(doc->work.issued.day, 8);
    assert_str(doc->work.issn, "1083-3668");
    assert_str(doc->work.page, "711-721");
    assert_str(doc->work.edition, "");
    assert_str(block_text(doc, 2), "Adult; Humans");
    arena_clear(&arena);
}

static void test_read_ris__embase_and_scopus_keep_numbers_apart(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("TY  - JOUR\nT1  - A title\nC5  - 31693077\nU2  - L619203231\nDB  - Embase\nM3  - Article\nER  - \n"), "a.ris");
    assert_str(doc->work.pmid, "31693077");
    doc = read_text(&arena, S("TY  - JOUR\nTI  - A title\nC2  - 31693077\nM3  - Retracted\nDB  - Scopus\n"
                              "UR  - https://www.scopus.com/inward/record.uri?eid=2-s2.0-85091&doi=10.1000%2fx\nER  - \n"), "a.ris");
    assert_str(doc->work.pmid, "31693077");
    assert_str(doc->work.database_id, "scopus:2-s2.0-85091");
    assert_int_equal(doc->notices.n, 1);
    doc = read_text(&arena, S("TY  - JOUR\nTI  - A title\nAN  - 31693077\nDB  - PsycINFO\nC2  - 7\nER  - \n"), "a.ris");
    assert_str(doc->work.pmid, "");
    arena_clear(&arena);
}

static void test_read_ris__books_and_their_series(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("TY  - BOOK\nTI  - A book\nT2  - A series\nSN  - 9783161484100\nER  - \n"), "a.ris");
    assert_str(doc->work.title, "A book");
    assert_str(doc->work.collection, "A series");
    assert_str(doc->work.isbn, "9783161484100");
    doc = read_text(&arena, S("TY  - BOOK\nBT  - A book\nER  - \n"), "a.ris");
    assert_str(doc->work.title, "A book");
    arena_clear(&arena);
}

static void test_read_ris__one_space_before_the_hyphen(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("TY - JOUR\nTI - A title\nAU - Wu, L.\nER -\n"), "a.ris");
    assert_str(doc->work.title, "A title");
    assert_int_equal(doc->work.authors.n, 1);
    doc = read_text(&arena, S("TY  - JOUR\nTI  - A title\nAB  - Imaging was\nCT - guided.\nER  - \n"), "a.ris");
    assert_str(doc->work.abstract, "Imaging was CT - guided.");
    arena_clear(&arena);
}

static void test_read_ris__what_is_not_understood_is_reported(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("Provider: Somebody\nOdd\nTY  - JOUR\nTI  - A title\nQ9  - x\nER  - \n"), "a.ris");
    assert_int_equal(diag_of(doc, "ris.line")->line, 2);
    assert_int_equal(diag_of(doc, "ris.tag")->line, 5);
    assert_int_equal(doc->diags.n, 2);
    arena_clear(&arena);
}

static void test_read_ris__a_hundred_thousand_keywords_take_no_time(void **state)
{
    Arena arena = { 0 };
    (void)state;
    Str many = repeat(&arena, "KW  - word\nAU  - Wu, L.\n", 100000);
    Str text = arena_printf(&arena, "TY  - JOUR\nTI  - A title\n%.*sER  - \n", STR_ARG(many));
    rxc_doc *doc = read_text(&arena, text, "a.ris");
    assert_int_equal(doc->work.authors.n, 100000);
    assert_int_equal(block_text(doc, 2).n, 100000 * 6 - 2);
    arena_clear(&arena);
}

static void test_read_ris__ieee_file(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_shared(&arena, "exports/example.ris");
    assert_str(doc->work.title, "The European Approach to the Exascale Challenge");
    assert_str(doc->work.authors.v[0].family, "Kalbe");
    assert_str(doc->work.page, "42-47");
    arena_clear(&arena);
}

/* Ovid names each author as A1 and as AU. */
static void test_read_ris__authors_named_twice_are_one(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("TY  - JOUR\nT1  - [A title].\nA1  - Wu, Li\nAU  - Wu L\nA1  - Ali, Kim B\nAU  - Ali KB\nLG  - English\nPT  - Case Reports\nXT  - x\nER  - \n"), "a.ris");
    assert_int_equal(doc->work.authors.n, 2);
    assert_str(doc->work.authors.v[1].given, "Kim B");
    assert_str(doc->work.title, "A title");
    assert_str(doc->work.language, "English");
    assert_int_equal(doc->kind, RXC_DOC_CASE_REPORT);
    assert_int_equal(doc->diags.n, 0);
    doc = read_text(&arena, S("TY  - JOUR\nT1  - A\nA1  - Wu L\nAU  - Roe J\nER  - \n"), "a.ris"); /* others */
    assert_int_equal(doc->work.authors.n, 2);
    arena_clear(&arena);
}

static void test_read_ris__what_is_cut_off_is_told(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("TY  - JOUR\nT1  - A\nAB  - Some of the abs"), "a.ris");
    assert_non_null(diag_of(doc, "ris.end"));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_ris__zotero),
        cmocka_unit_test(test_read_ris__endnote),
        cmocka_unit_test(test_read_ris__embase_and_scopus_keep_numbers_apart),
        cmocka_unit_test(test_read_ris__books_and_their_series),
        cmocka_unit_test(test_read_ris__one_space_before_the_hyphen),
        cmocka_unit_test(test_read_ris__what_is_not_understood_is_reported),
        cmocka_unit_test(test_read_ris__a_hundred_thousand_keywords_take_no_time),
        cmocka_unit_test(test_read_ris__ieee_file),
        cmocka_unit_test(test_read_ris__authors_named_twice_are_one),
        cmocka_unit_test(test_read_ris__what_is_cut_off_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
