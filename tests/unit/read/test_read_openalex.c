/* test_read_openalex.c: OpenAlex's JSON: ids, abstracts from their index, what is retracted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"
#include "unit/read/document.h"

#define WORK(more) "{\"id\":\"https://openalex.org/W1\",\"title\":\"A work\"" more "}"

static void test_read_openalex__references_are_ids(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(WORK(",\"referenced_works\":[\"https://openalex.org/W2\",\"W3\",7,null,\"https://openalex.org/A3\"],\"referenced_works_count\":4")), "a.json");
    assert_str(doc->format, "openalex");
    assert_str(doc->work.database_id, "openalex:W1");
    assert_int_equal(doc->entries.n, 2);
    assert_str(doc->entries.v[1].work.database_id, "openalex:W3");
    assert_int_equal(doc->references_stated, 4);
    arena_clear(&arena);
}

static void test_read_openalex__abstracts_survive_odd_places(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(WORK(",\"abstract_inverted_index\":{\"b\":[2],\"a\":[0,5,-1,1e300,\"x\"],\"c\":7}")), "a.json");
    assert_str(doc->work.abstract, "a b a");
    assert_int_equal(doc->diags.n, 1);
    arena_clear(&arena);
}

static void test_read_openalex__a_long_word_in_many_places_stays_bounded(void **state)
{
    (void)state;
    Arena arena = { 0 };
    enum { LONG = 100000 };
    char *word = arena_alloc(&arena, LONG + 1);
    memset(word, 'x', LONG);
    Buf source = { 0 };
    buf_printf(&source, "{\"id\":\"https://openalex.org/W1\",\"title\":\"A work\",\"abstract_inverted_index\":{\"%s\":[0", word);
    for (int i = 1; i < 50000; i++) buf_printf(&source, ",%d", i);
    buf_add(&source, S("]}}"));
    rxc_doc *doc = read_text(&arena, buf_str(&source), "a.json");
    assert_true(doc->work.abstract.n > 0 && doc->work.abstract.n < 2 << 20);
    buf_clear(&source);
    arena_clear(&arena);
}

static void test_read_openalex__what_is_retracted_and_what_retracts(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(WORK(",\"is_retracted\":true,\"type\":\"article\"")), "a.json");
    assert_int_equal(doc->notices.n, 1);
    assert_false(doc->notices.v[0].by_this);
    doc = read_text(&arena, S(WORK(",\"is_retracted\":true,\"type\":\"retraction\"")), "a.json");
    assert_true(doc->notices.v[0].by_this);
    doc = read_text(&arena, S(WORK(",\"is_retracted\":false")), "a.json");
    assert_int_equal(doc->notices.n, 0);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_openalex__references_are_ids),
        cmocka_unit_test(test_read_openalex__abstracts_survive_odd_places),
        cmocka_unit_test(test_read_openalex__a_long_word_in_many_places_stays_bounded),
        cmocka_unit_test(test_read_openalex__what_is_retracted_and_what_retracts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
