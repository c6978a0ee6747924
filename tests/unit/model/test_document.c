/* test_document.c: places in a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "model/document.h"

static void test_document__a_short_sentence_is_quoted_whole(void **state)
{
    (void)state;
    rxc_doc doc = { .text = S("One. Two three. Four.") };
    assert_str(rxc_doc_excerpt(&doc, (rxc_span){ 5, 15 }, 9), "Two three.");
    assert_str(rxc_doc_excerpt(&doc, (rxc_span){ 5, 100 }, 9), "Two three. Four.");
    assert_str(rxc_doc_excerpt(&doc, (rxc_span){ 0, 0 }, 9), "");
}

static void test_document__of_an_endless_sentence_what_is_near_is_quoted(void **state)
{
    (void)state;
    enum { SIZE = 6000 };
    Arena arena = { 0 };
    char *text = arena_alloc(&arena, SIZE);
    for (size_t i = 0; i < SIZE; i += 2) text[i] = '\xC3', text[i + 1] = '\xA9'; /* é */
    rxc_doc doc = { .text = { text, SIZE } };
    const size_t places[] = { 0, 1, 499, 501, 3001, 5999 };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Str quoted = rxc_doc_excerpt(&doc, (rxc_span){ 0, SIZE }, places[i]);
        assert_in_range(quoted.n, 2, RXC_EXCERPT_MAX);
        assert_int_equal(quoted.n % 2, 0);
        assert_true(quoted.p <= text + places[i] && text + places[i] <= quoted.p + quoted.n);
        assert_int_equal((unsigned char)quoted.p[0], 0xC3);
    }
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_document__a_short_sentence_is_quoted_whole),
                                        cmocka_unit_test(test_document__of_an_endless_sentence_what_is_near_is_quoted) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
