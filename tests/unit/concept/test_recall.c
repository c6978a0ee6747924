/* test_recall.c: names of drugs that a text has used are found again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/recall.h"
#include "unit.h"

/* A sentence of these words; its mentions are the drugs of one word from token b on, if any. */
static size_t recalled(rxc_recall *recall, rxc_words *words, Arena *arena, const char *sentence, size_t drug, rxc_find *out)
{
    Str text = str_from(sentence);
    rxc_tokens tokens = { 0 };
    rxc_finds finds = { 0 };
    rxc_normal_tokens(arena, text, 0, text.n, SIZE_MAX, &tokens);
    rxc_words_number(words, text, tokens.v, tokens.n);
    const rxc_unit unit = { text, { 0, text.n }, tokens.v, tokens.n };
    if (drug != SIZE_MAX)
        *vec_push(arena, &finds) = (rxc_find){ .b = drug, .e = drug + 1, .wide_b = drug, .wide_e = drug + 1, .type = RXC_DRUG,
                                               .term = RXC_NO_TERM, .score = 0.8f };
    rxc_recall_names(recall, &unit, arena, arena, &finds);
    if (finds.n) *out = finds.v[finds.n - 1];
    return finds.n;
}

static void test_recall__a_name_is_known_from_the_sentence_before(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_words *words = rxc_words_new(&arena);
    rxc_recall recall = { 0 };
    rxc_find f;
    assert_int_equal(recalled(&recall, words, &arena, "Zorvane was never used before", SIZE_MAX, &f), 0);
    assert_int_equal(recalled(&recall, words, &arena, "He took zorvane twice", 2, &f), 1);
    assert_int_equal(recalled(&recall, words, &arena, "Rash began with the Zorvane and went", SIZE_MAX, &f), 1);
    assert_true(f.b == 4 && f.e == 5 && f.type == RXC_DRUG);
    arena_clear(&arena);
}

static void test_recall__short_names_need_the_same_capitals(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_words *words = rxc_words_new(&arena);
    rxc_recall recall = { 0 };
    rxc_find f;
    assert_int_equal(recalled(&recall, words, &arena, "He took LEAD twice", 2, &f), 1);
    assert_int_equal(recalled(&recall, words, &arena, "drugs that lead to rash", SIZE_MAX, &f), 0);
    assert_int_equal(recalled(&recall, words, &arena, "with LEAD came rash", SIZE_MAX, &f), 1);
    arena_clear(&arena);
}

static void test_recall__a_word_that_is_mostly_no_drug_is_let_go(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_words *words = rxc_words_new(&arena);
    rxc_recall recall = { 0 };
    rxc_find f;
    assert_int_equal(recalled(&recall, words, &arena, "He took placebos twice", 2, &f), 1);
    size_t times = 0;
    for (int i = 0; i < 10; i++) times += recalled(&recall, words, &arena, "some placebos and more", SIZE_MAX, &f);
    assert_int_equal(times, 2);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recall__a_name_is_known_from_the_sentence_before),
        cmocka_unit_test(test_recall__short_names_need_the_same_capitals),
        cmocka_unit_test(test_recall__a_word_that_is_mostly_no_drug_is_let_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
