/* test_section.c: headings, run-in headings, captions and genres by their words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/section.h"

#include "unit.h"

static void test_section__headings_with_numbers_and_colons(void **state)
{
    (void)state;
    assert_int_equal(rxc_section_find(S("3. Case presentation")), RXC_SECTION_CASE);
    assert_int_equal(rxc_section_find(S("IV. DISCUSSION")), RXC_SECTION_DISCUSSION);
    assert_int_equal(rxc_section_find(S("References (25)")), RXC_SECTION_REFERENCES);
    assert_int_equal(rxc_section_find(S("REFERENCES:")), RXC_SECTION_REFERENCES);
    assert_int_equal(rxc_section_find(S("2.1 Materials and Methods")), RXC_SECTION_METHODS);
    assert_int_equal(rxc_section_find(S("Acknowledgements")), RXC_SECTION_BACK);
    assert_int_equal(rxc_section_find(S("Referenced works of others")), RXC_SECTION_NONE);
    assert_int_equal(rxc_section_find(S("")), RXC_SECTION_NONE);
}

static void test_section__paragraphs_with_their_own_heading(void **state)
{
    (void)state;
    assert_int_equal(rxc_section_run_in(S("Conflict of interest: none.")), RXC_SECTION_BACK);
    assert_int_equal(rxc_section_run_in(S("Received: 12 December 2024; Accepted: 20 July 2026.")), RXC_SECTION_BACK);
    assert_int_equal(rxc_section_run_in(S("Publisher's note: all claims are those of the authors.")), RXC_SECTION_BACK);
    assert_int_equal(rxc_section_run_in(S("Abstract: a rash.")), RXC_SECTION_ABSTRACT);
    assert_int_equal(rxc_section_run_in(S("The patient received dupilumab.")), RXC_SECTION_NONE);
}

static void test_section__front_matter_that_names_itself(void **state)
{
    (void)state;
    assert_true(rxc_section_is_front(S("Key words: rash; skin")));
    assert_true(rxc_section_is_front(S("E-mail: jane@nowhere.org")));
    assert_true(rxc_section_is_front(S("https://doi.org/10.1000/x")));
    assert_false(rxc_section_is_front(S("Published data show that the rash is rare.")));
}

static void test_section__captions_but_not_sentences(void **state)
{
    (void)state;
    assert_true(rxc_section_is_caption(S("Figure 1. A rash.")));
    assert_true(rxc_section_is_caption(S("FIGURE 2 Subcorneal pustule")));
    assert_true(rxc_section_is_caption(S("Table S3: Drugs")));
    assert_false(rxc_section_is_caption(S("Figure 1 shows a rash.")));
    assert_false(rxc_section_is_caption(S("Figures of speech")));
}

static void test_section__genres(void **state)
{
    (void)state;
    assert_true(rxc_section_is_genre(S("CASE REPORT")));
    assert_true(rxc_section_is_genre(S("Letter to the Editor:")));
    assert_false(rxc_section_is_genre(S("Case report of a rash")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_section__headings_with_numbers_and_colons),
        cmocka_unit_test(test_section__paragraphs_with_their_own_heading),
        cmocka_unit_test(test_section__front_matter_that_names_itself),
        cmocka_unit_test(test_section__captions_but_not_sentences),
        cmocka_unit_test(test_section__genres),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
