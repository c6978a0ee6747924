/* test_automaton.c: the longest phrase is found, hyphens or not, and never over a comma. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>

#include "concept/automaton.h"

typedef struct fixture {
    Arena arena;
    rxc_words *words;
    rxc_automaton *automaton;
} fixture;

static int make(void **state)
{
    fixture *f = test_calloc(1, sizeof *f);
    f->words = rxc_words_new(&f->arena);
    f->automaton = rxc_automaton_new(&f->arena, f->words);
    static const char *const phrases[] = { "renal failure", "acute renal failure", "beta-blocker", "antidepressant" };
    for (uint32_t i = 0; i < 4; i++) assert_true(rxc_automaton_add(f->automaton, str_from(phrases[i]), i));
    *state = f;
    return 0;
}

static int drop(void **state)
{
    fixture *f = *state;
    arena_clear(&f->arena);
    test_free(f);
    return 0;
}

/* The value of the longest phrase at token b, or -1. */
static int at(fixture *f, const char *text, size_t b, size_t *tokens)
{
    Arena arena = { 0 };
    rxc_tokens t = { 0 };
    Str s = str_from(text);
    rxc_normal_tokens(&arena, s, 0, s.n, 100, &t);
    rxc_words_number(f->words, s, t.v, t.n);
    rxc_match found[RXC_PHRASE_TOKENS];
    size_t n = rxc_automaton_at(f->automaton, s, t.v, t.n, b, found);
    int value = n ? (int)rxc_automaton_next(f->automaton, &found[0].first) : -1;
    *tokens = n ? found[0].e - found[0].b : 0;
    arena_clear(&arena);
    return value;
}

static void test_automaton__longest_phrase_first(void **state)
{
    size_t tokens;
    assert_int_equal(at(*state, "Acute renal failures again", 0, &tokens), 1);
    assert_int_equal(tokens, 3);
    assert_int_equal(at(*state, "Acute renal failures again", 1, &tokens), 0);
    assert_int_equal(at(*state, "acute renal pain", 0, &tokens), -1);
}

static void test_automaton__hyphens_join_or_part(void **state)
{
    size_t tokens;
    assert_int_equal(at(*state, "beta blockers", 0, &tokens), 2);
    assert_int_equal(at(*state, "betablockers", 0, &tokens), 2);
    assert_int_equal(at(*state, "\u03B2\u2010blocker", 0, &tokens), 2);
    assert_int_equal(at(*state, "anti-depressants", 0, &tokens), 3);
    assert_int_equal(tokens, 2);
}

static void test_automaton__no_phrase_over_a_comma_or_bracket(void **state)
{
    size_t tokens;
    assert_int_equal(at(*state, "renal, failure", 0, &tokens), -1);
    assert_int_equal(at(*state, "renal (failure)", 0, &tokens), -1);
    assert_int_equal(at(*state, "renal. Failure", 0, &tokens), -1);
}

static void test_automaton__several_values_of_one_phrase_are_all_kept(void **state)
{
    fixture *f = *state;
    assert_true(rxc_automaton_add(f->automaton, S("renal failure"), 7));
    assert_true(rxc_automaton_add(f->automaton, S("renal failure"), 7));
    Arena arena = { 0 };
    rxc_tokens t = { 0 };
    Str s = S("renal failure");
    rxc_normal_tokens(&arena, s, 0, s.n, 100, &t);
    rxc_words_number(f->words, s, t.v, t.n);
    rxc_match found[RXC_PHRASE_TOKENS];
    assert_int_equal(rxc_automaton_at(f->automaton, s, t.v, t.n, 0, found), 1);
    uint32_t entry = found[0].first;
    assert_int_equal(rxc_automaton_next(f->automaton, &entry), 0);
    assert_int_equal(rxc_automaton_next(f->automaton, &entry), 7);
    assert_int_equal(entry, 0);
    arena_clear(&arena);
}

static void test_automaton__grows_and_refuses_what_has_no_words(void **state)
{
    fixture *f = *state;
    assert_false(rxc_automaton_add(f->automaton, S("--"), 9));
    char p[32];
    for (unsigned i = 0; i < 40000; i++) {
        Str s = { p, (size_t)snprintf(p, sizeof p, "w%u v%u", i, i * 7) };
        assert_true(rxc_automaton_add(f->automaton, s, i));
    }
    size_t tokens;
    assert_int_equal(at(f, "w39999 v279993", 0, &tokens), 39999);
    assert_int_equal(at(f, "renal failure", 0, &tokens), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_automaton__longest_phrase_first, make, drop),
        cmocka_unit_test_setup_teardown(test_automaton__hyphens_join_or_part, make, drop),
        cmocka_unit_test_setup_teardown(test_automaton__no_phrase_over_a_comma_or_bracket, make, drop),
        cmocka_unit_test_setup_teardown(test_automaton__several_values_of_one_phrase_are_all_kept, make, drop),
        cmocka_unit_test_setup_teardown(test_automaton__grows_and_refuses_what_has_no_words, make, drop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
