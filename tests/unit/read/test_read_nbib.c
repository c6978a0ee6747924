/* test_read_nbib.c: entries of PubMed's nbib files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

static void test_read_nbib__names_and_ids(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena,
                             S("PMID- 12\r\nTI  - A title\r\n      on two lines.\r\nFAU - Wu, Li\r\nAU  - Wu L\r\nAU  - Roe J\r\nCN  - A Group"
                               "\r\nAID - S1(2) [pii]\r\nAID - 10.1000/x [doi]\r\nPMC - PMC7\r\nMH  - Eczema/*drug therapy\r\n"),
                             "a.nbib");
    assert_str(doc->format, "nbib");
    assert_str(doc->work.title, "A title on two lines");
    assert_int_equal(doc->work.authors.n, 3);
    assert_str(doc->work.authors.v[0].given, "Li");
    assert_str(doc->work.authors.v[1].family, "Roe");
    assert_str(doc->work.authors.v[2].literal, "A Group");
    assert_str(doc->work.doi, "10.1000/x");
    assert_str(doc->work.pmid, "12");
    assert_str(doc->work.pmcid, "PMC7");
    assert_str(block_text(doc, 2), "Eczema/drug therapy");
    assert_int_equal(doc->diags.n, 0);
    arena_clear(&arena);
}

static void test_read_nbib__notices_of_either_side(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("PMID- 12\nTI  - A.\nPT  - Retracted Publication\nRIN - J Test. 2020;1:2. PMID: 31693077\nEFR - J Test. 2019;1:1. PMID: 9\n"), "a.nbib");
    assert_int_equal(doc->notices.n, 2);
    assert_int_equal(doc->notices.v[0].kind, RXC_NOTICE_RETRACTION);
    assert_false(doc->notices.v[0].by_this);
    assert_str(doc->notices.v[0].work.pmid, "31693077");
    assert_true(doc->notices.v[1].by_this);
    doc = read_text(&arena, S("PMID- 12\nTI  - A.\nPT  - Retracted Publication\n"), "a.nbib"); /* it does not say by what */
    assert_int_equal(doc->notices.n, 1);
    arena_clear(&arena);
}

/* A letter cites what it comments on; who comments on an article is not among its references. */
static void test_read_nbib__comments(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("PMID- 12\nTI  - A.\nCON - J Test. 2019 Mar;1(2):3-9. doi: 10.1000/x. PMID: 9\nUOF - J Test. 2012;(4):CD1. PMID: 8\n"
                                       "CIN - J Test. 2020;1:2. PMID: 31693077\nUIN - J Test. 2021;1:2. PMID: 31693078\n"), "a.nbib");
    assert_int_equal(doc->entries.n, 2);
    assert_str(doc->entries.v[0].work.pmid, "9");
    assert_str(doc->entries.v[0].work.doi, "10.1000/x");
    assert_str(doc->entries.v[0].work.page, "3-9");
    assert_true(doc->entries.v[0].complete);
    assert_int_equal(doc->blocks.v[doc->entries.v[1].block].line, 4);
    assert_int_equal(doc->notices.n, 0);
    assert_int_equal(doc->diags.n, 1);
    assert_non_null(strstr(diag_of(doc, "citations.passed")->text.p, "(2)"));
    arena_clear(&arena);
}

static void test_read_nbib__odd_lines_are_reported(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("PMID- 12\nTI  - A\nB\nQQ  - x\n"), "a.nbib");
    assert_str(doc->work.title, "A B");
    assert_int_equal(diag_of(doc, "nbib.line")->line, 3);
    assert_int_equal(diag_of(doc, "nbib.tag")->line, 4);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_nbib__names_and_ids),
        cmocka_unit_test(test_read_nbib__notices_of_either_side),
        cmocka_unit_test(test_read_nbib__comments),
        cmocka_unit_test(test_read_nbib__odd_lines_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
