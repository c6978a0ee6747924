/* test_medcite.c: how MEDLINE names another article. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/medcite.h"
#include "unit.h"

static void test_medcite__all_parts_are_read(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_work work = rxc_medcite_read(&arena, S("Lancet. 2020 Jan 11;395(10218):104-9. doi: 10.1000/x(20)1. PMID: 31668728"));
    assert_str(work.container, "Lancet");
    assert_int_equal(work.issued.year, 2020);
    assert_int_equal(work.issued.day, 11);
    assert_str(work.volume, "395");
    assert_str(work.issue, "10218");
    assert_str(work.page, "104-109");
    assert_str(work.doi, "10.1000/x(20)1");
    assert_str(work.pmid, "31668728");
    work = rxc_medcite_read(&arena, S("Roe J, Ali K. Hautarzt Test. 2018;12:45."));
    assert_int_equal(work.authors.n, 2);
    assert_str(work.authors.v[1].family, "Ali");
    assert_str(work.container, "Hautarzt Test");
    assert_str(work.page, "45");
    arena_clear(&arena);
}

static void test_medcite__odd_lines_do_no_harm(void **state)
{
    const char *const odd[] = { "", "2020", ". 2020", "x 2020;", "J. 2020;):(", "PMID:", "J. 2020 ;1(2", "a. 1999. ;:" };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) rxc_medcite_read(&arena, str_from(odd[i]));
    arena_clear(&arena);
}

static void test_medcite__either_side_is_known(void **state)
{
    rxc_notice notice;
    (void)state;
    assert_int_equal(rxc_medcite_side_of(S("RIN"), &notice), RXC_MEDCITE_NOTICE);
    assert_int_equal(notice.kind, RXC_NOTICE_RETRACTION);
    assert_false(notice.by_this);
    assert_int_equal(rxc_medcite_side_of(S("ErratumFor"), &notice), RXC_MEDCITE_NOTICE);
    assert_int_equal(notice.kind, RXC_NOTICE_CORRECTION);
    assert_true(notice.by_this);
    assert_int_equal(rxc_medcite_side_of(S("CIN"), &notice), RXC_MEDCITE_CITING);
    assert_int_equal(rxc_medcite_side_of(S("CommentOn"), &notice), RXC_MEDCITE_CITED);
    assert_int_equal(rxc_medcite_side_of(S("QQ"), &notice), RXC_MEDCITE_NONE);
    assert_int_equal(rxc_medcite_side_of(S(""), &notice), RXC_MEDCITE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_medcite__all_parts_are_read),
        cmocka_unit_test(test_medcite__odd_lines_do_no_harm),
        cmocka_unit_test(test_medcite__either_side_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
