/* test_notice.c: what titles and words say of retractions and corrections. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "unit.h"

static void test_notice__titles_say_it_of_themselves_or_of_others(void **state)
{
    static const struct {
        const char *title;
        rxc_notice_kind kind;
        bool by_this;
        const char *rest;
    } cases[] = {
        { "RETRACTED: Ducts of water", RXC_NOTICE_RETRACTION, false, "Ducts of water" },
        { "Retracted article: Ducts of water", RXC_NOTICE_RETRACTION, false, "Ducts of water" },
        { "[RETRACTED] Ducts of water", RXC_NOTICE_RETRACTION, false, "Ducts of water" },
        { "WITHDRAWN: Ducts of water", RXC_NOTICE_RETRACTION, false, "Ducts of water" },
        { "Ducts of water (Retracted article. See vol. 370, pg. 1020, 2010)", RXC_NOTICE_RETRACTION, false, "Ducts of water" },
        { "Ducts of water [retracted].", RXC_NOTICE_RETRACTION, false, "Ducts of water" },
        { "Retraction: Ducts of water", RXC_NOTICE_RETRACTION, true, "Ducts of water" },
        { "Retraction Note to: Ducts of water", RXC_NOTICE_RETRACTION, true, "Ducts of water" },
        { "Retraction.", RXC_NOTICE_RETRACTION, true, "" },
        { "Erratum to: Ducts of water", RXC_NOTICE_CORRECTION, true, "Ducts of water" },
        { "Expression of Concern: Ducts of water", RXC_NOTICE_CONCERN, true, "Ducts of water" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rxc_notice_kind kind;
        bool by_this;
        Str rest;
        if (!rxc_notice_of_title(str_from(cases[i].title), &kind, &by_this, &rest)) fail_msg("%s", cases[i].title);
        assert_int_equal(kind, cases[i].kind);
        assert_int_equal(by_this, cases[i].by_this);
        assert_str(rest, cases[i].rest);
    }
}

static void test_notice__other_titles_say_nothing(void **state)
{
    static const char *const titles[] = { "Retraction of the iris", "Retracted eyelids in thyroid disease", "Removed", "Correction of hyponatremia",
                                          "Withdrawal syndrome after baclofen", "Why articles are retracted", "", "(retracted)", "[", ")", "Withdrawn" };
    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        rxc_notice_kind kind;
        bool by_this;
        Str rest;
        if (rxc_notice_of_title(str_from(titles[i]), &kind, &by_this, &rest)) fail_msg("%s", titles[i]);
    }
}

static void test_notice__words_of_sources(void **state)
{
    rxc_notice_kind kind;
    (void)state;
    assert_true(rxc_notice_kind_find(S("expression_of_concern"), &kind));
    assert_int_equal(kind, RXC_NOTICE_CONCERN);
    assert_true(rxc_notice_kind_find(S(" Withdrawal"), &kind));
    assert_int_equal(kind, RXC_NOTICE_RETRACTION);
    assert_true(rxc_notice_kind_find(S("ExpressionOfConcern"), &kind));
    assert_false(rxc_notice_kind_find(S("new_version"), &kind));
    assert_false(rxc_notice_kind_find(S(""), &kind));
}

static void test_notice__the_worse_status_wins_whichever_comes_first(void **state)
{
    (void)state;
    assert_str(rxc_notice_worse(S("corrected"), S("retracted")), "retracted");
    assert_str(rxc_notice_worse(S("retracted"), S("corrected")), "retracted");
    assert_str(rxc_notice_worse(S("expression of concern"), S("corrected")), "expression of concern");
    assert_str(rxc_notice_worse(S(""), S("corrected")), "corrected");
    assert_str(rxc_notice_worse(S("in press"), S("")), "in press");
    assert_str(rxc_notice_worse(S("in press"), S("corrected")), "corrected");
}

static void test_notice__marks_within_references_are_taken_out(void **state)
{
    static const struct {
        const char *raw, *unmarked, *status;
    } cases[] = {
        { "Doe P. RETRACTED: Ducts of milk. J Water. 2012;5:17.", "Doe P. Ducts of milk. J Water. 2012;5:17.", "retracted" },
        { "Doe P. Ducts of milk [retracted]. J Water. 2012;5:17.", "Doe P. Ducts of milk. J Water. 2012;5:17.", "retracted" },
        { "Doe P. (Retracted) Ducts of milk.", "Doe P. Ducts of milk.", "retracted" },
        { "Doe P. Why papers were retracted: a survey. J Water. 2012;5:17.", "Doe P. Why papers were retracted: a survey. J Water. 2012;5:17.", "" },
        { "Doe P. Unretracted: a novel.", "Doe P. Unretracted: a novel.", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = { 0 };
        Str status = { 0 };
        assert_str(rxc_notice_in_reference(&arena, str_from(cases[i].raw), &status), cases[i].unmarked);
        assert_str(status, cases[i].status);
        arena_clear(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notice__titles_say_it_of_themselves_or_of_others),
        cmocka_unit_test(test_notice__other_titles_say_nothing),
        cmocka_unit_test(test_notice__words_of_sources),
        cmocka_unit_test(test_notice__marks_within_references_are_taken_out),
        cmocka_unit_test(test_notice__the_worse_status_wins_whichever_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
