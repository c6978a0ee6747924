/* test_repair.c: labels that the neighbours of a token settle. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "refs/repair.h"

/* Split raw and label its words and signs by a string with one letter for each: a(uthor) t(itle) p(age) o(ther). */
static void assert_repaired(const char *raw, const char *labels, const char *expected)
{
    static const struct { char letter; uint8_t label; } letters[] = {
        { 'a', RXC_LABEL_author }, { 't', RXC_LABEL_title }, { 'p', RXC_LABEL_page }, { 'o', RXC_LABEL_other } };
    Arena arena = { 0 };
    rxc_tokens tokens;
    char actual[64] = "";
    rxc_token_split(&arena, str_from(raw), &tokens);
    assert_int_equal(tokens.n, strlen(labels));
    for (size_t i = 0; i < tokens.n; i++)
        for (size_t k = 0; k < 4; k++)
            if (letters[k].letter == labels[i]) tokens.v[i].label = letters[k].label;
    rxc_repair_labels(str_from(raw), &tokens);
    for (size_t i = 0; i < tokens.n; i++)
        for (size_t k = 0; k < 4; k++)
            if (letters[k].label == tokens.v[i].label) actual[i] = letters[k].letter;
    assert_string_equal(actual, expected);
    arena_clear(&arena);
}

static void test_repair__a_supplement_belongs_to_its_page(void **state)
{
    (void)state;
    assert_repaired("711-21.e7.", "pppoooo", "ppppppo");
    assert_repaired("711-21. e7", "pppooo", "pppooo");
}

static void test_repair__investigators_behind_et_al_are_no_title(void **state)
{
    (void)state;
    assert_repaired("Paller AS, et al; participating investigators. Dupilumab.", "aaoaaottttt", "aaoaaoooott");
    assert_repaired("Paller AS, et al; participating investigators. Dupilumab.", "aaoaatttttt", "aaoaatooott");
    assert_repaired("Paller AS. Views of investigators. Lancet", "aaottttt", "aaottttt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repair__a_supplement_belongs_to_its_page),
        cmocka_unit_test(test_repair__investigators_behind_et_al_are_no_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
