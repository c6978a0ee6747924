/* test_normal.c: spellings of one word have one normal form; tokens know their bytes and what parts them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "concept/normal.h"

static void same(const char *a, const char *b)
{
    rxc_word x, y;
    rxc_normal_word(str_from(a), &x);
    rxc_normal_word(str_from(b), &y);
    assert_string_equal(x.p, y.p);
    assert_int_equal(x.hash, y.hash);
}

static void differ(const char *a, const char *b)
{
    rxc_word x, y;
    rxc_normal_word(str_from(a), &x);
    rxc_normal_word(str_from(b), &y);
    assert_string_not_equal(x.p, y.p);
}

static void test_normal__case_plural_and_spelling_do_not_count(void **state)
{
    (void)state;
    same("Oedema", "edema");
    same("anaemias", "ANEMIA");
    same("diarrhoea", "diarrhea");
    same("tumours", "tumor");
    same("thromboses", "thrombosis");
    same("diseases", "disease");
    same("rashes", "rash");
    same("allergies", "allergy");
    same("sulphasalazine", "sulfasalazine");
    same("generalised", "generalized");
    same("leucocytosis", "leukocytosis");
    same("bullae", "bulla");
    same("dermatitides", "dermatitis");
    same("nævus", "naevus");
    same("Sjögren", "Sjogren");
}

static void test_normal__greek_letters_are_spelt_out(void **state)
{
    (void)state;
    same("\u03B1", "alpha");
    same("\u0392", "beta");
    same("4R\u03B1", "4Ralpha");
}

static void test_normal__other_words_stay_apart(void **state)
{
    (void)state;
    differ("virus", "viru");
    differ("HIV", "hives");
    differ("pus", "pu");
    differ("gas", "ga");
}

static void test_normal__long_words_are_cut_not_overrun(void **state)
{
    (void)state;
    char p[300];
    memset(p, 'x', sizeof p);
    rxc_word word;
    rxc_normal_word((Str){ p, sizeof p }, &word);
    assert_int_equal(word.n, RXC_WORD_MAX);
    memset(p, '\xCE', sizeof p);
    rxc_normal_word((Str){ p, sizeof p }, &word);
    assert_true(word.n <= RXC_WORD_MAX);
    rxc_normal_word((Str){ 0 }, &word);
    assert_int_equal(word.n, 0);
}

static void test_normal__tokens_know_bytes_gaps_and_shapes(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_tokens t = { 0 };
    Str text = S("Crohn's disease, IL\u20114 (dupilumab1)");
    assert_int_equal(rxc_normal_tokens(&arena, text, 0, text.n, 100, &t), text.n);
    assert_int_equal(t.n, 6);
    assert_str(str_sub(text, t.v[0].b, t.v[0].e), "Crohn");
    assert_str(str_sub(text, t.v[1].b, t.v[1].e), "disease");
    assert_int_equal(t.v[1].gap, RXC_GAP_SPACE);
    assert_int_equal(t.v[2].gap, RXC_GAP_COMMA | RXC_GAP_SPACE);
    assert_true(t.v[2].shape & RXC_SHAPE_CAPITALS);
    assert_int_equal(t.v[3].gap, RXC_GAP_HYPHEN);
    assert_str(str_sub(text, t.v[4].b, t.v[4].e), "dupilumab");
    assert_int_equal(t.v[5].gap, RXC_GAP_GLUED);
    assert_int_equal(t.v[5].shape, RXC_SHAPE_DIGIT | RXC_SHAPE_NUMBER);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_normal__case_plural_and_spelling_do_not_count),
        cmocka_unit_test(test_normal__greek_letters_are_spelt_out),
        cmocka_unit_test(test_normal__other_words_stay_apart),
        cmocka_unit_test(test_normal__long_words_are_cut_not_overrun),
        cmocka_unit_test(test_normal__tokens_know_bytes_gaps_and_shapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
