/* test_sentence.c: sentences end where a reader would say they end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdlib.h>

#include "text/sentence.h"

/* The sentences of text, joined by " | ". */
static Str cut(Arena *arena, Str text)
{
    Str all = { 0 };
    size_t at = 0, b, e, count = 0;
    while (rxc_sentence_next(text, &at, &b, &e)) {
        Str one = str_sub(text, b, e);
        all = arena_printf(arena, "%.*s%s%.*s", STR_ARG(all), count++ ? " | " : "", STR_ARG(one));
    }
    return all;
}

static void check(const char *text, const char *expected)
{
    Arena arena = { 0 };
    assert_str(cut(&arena, str_from(text)), expected);
    arena_clear(&arena);
}

static void test_sentence__plain_ones_are_cut_and_trimmed(void **state)
{
    (void)state;
    check("  One drug. Two rashes!  Three? ", "One drug. | Two rashes! | Three?");
    check("No stop at the end", "No stop at the end");
    check("", "");
    check("   ", "");
    check("Line one\nline two", "Line one | line two");
    check("He wrote \"it stopped.\" Then it (the rash) faded.) End", "He wrote \"it stopped.\" | Then it (the rash) faded.) | End");
}

static void test_sentence__glued_callouts_belong_to_the_sentence_before(void **state)
{
    (void)state;
    check("Skin inflammation.1,2,13 Watch the film.", "Skin inflammation.1,2,13 | Watch the film.");
    check("Cohorts alike.1 Despite this.2", "Cohorts alike.1 | Despite this.2");
    check("It was rare.[3] We saw it.\u00B9\u00B2 Now more.", "It was rare.[3] | We saw it.\u00B9\u00B2 | Now more.");
    check("It was rare. [3] We saw it.", "It was rare. [3] | We saw it.");
    check("Approved in 2019.3 The label", "Approved in 2019.3 | The label");
}

static void test_sentence__abbreviations_and_initials_do_not_end(void **state)
{
    (void)state;
    check("Wu et al. described it. Later, Wu et al. The end.", "Wu et al. described it. | Later, Wu et al. | The end.");
    check("Drugs (e.g. Xeljanz) helped Dr. Smith vs. Placebo.", "Drugs (e.g. Xeljanz) helped Dr. Smith vs. Placebo.");
    check("J. B. Smith gave 1.5 mg i.v. Dupilumab.", "J. B. Smith gave 1.5 mg i.v. Dupilumab.");
    check("She had hepatitis C. The drug stopped.", "She had hepatitis C. | The drug stopped.");
    check("See Fig. 2 and ref. 4. There was no. Yes.", "See Fig. 2 and ref. 4. | There was no. | Yes.");
    check("Culture grew S. aureus. Fine.", "Culture grew S. aureus. | Fine.");
}

static void test_sentence__decimals_and_lower_case_go_on(void **state)
{
    (void)state;
    check("A p of 0.05 and 3.2 mg. next is lower", "A p of 0.05 and 3.2 mg. next is lower");
    check("Wait... what? Yes", "Wait... what? | Yes");
    check("See www.example.org/A.html now", "See www.example.org/A.html now");
}

static void test_sentence__a_lost_space_is_seen(void **state)
{
    (void)state;
    check("treatment with DUPIXENT.DUPIXENT is the first", "treatment with DUPIXENT. | DUPIXENT is the first");
    check("the node.JS file and U.S.A. too", "the node.JS file and U.S.A. too");
}

static void test_sentence__long_lines_cost_linear_time(void **state)
{
    (void)state;
    enum { N = 8 << 20 };
    char *p = malloc(N);
    assert_non_null(p);
    for (int kind = 0; kind < 3; kind++) {
        for (size_t i = 0; i < N; i++) p[i] = kind == 0 ? '.' : kind == 1 ? ' ' : "a.1,[ "[i % 6];
        size_t at = 0, b, e, count = 0;
        while (rxc_sentence_next((Str){ p, N }, &at, &b, &e)) count++;
        assert_true(count <= N);
    }
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentence__plain_ones_are_cut_and_trimmed),
        cmocka_unit_test(test_sentence__glued_callouts_belong_to_the_sentence_before),
        cmocka_unit_test(test_sentence__abbreviations_and_initials_do_not_end),
        cmocka_unit_test(test_sentence__decimals_and_lower_case_go_on),
        cmocka_unit_test(test_sentence__a_lost_space_is_seen),
        cmocka_unit_test(test_sentence__long_lines_cost_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
