/* test_tablework.c: rows of the CSV exports of Dimensions, The Lens and OpenAlex. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

static void test_tablework__dimensions(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("\"About the data: exported\"\r\nPublication ID,DOI,Title,PubYear,Authors,Cited references\r\n"
                                       "pub.1,10.1000/x,A title,2020,\"Wu, L\",\"[Roe, J; Ali, K|A [b];c|J Test|2001|5|2|7-9|10.1000/y|pub.2|3];[X, Y||K|1999|||||pub.3|]\"\r\n"), "a.csv");
    assert_str(doc->format, "dimensions");
    assert_str(doc->work.database_id, "dimensions:pub.1");
    assert_int_equal(doc->entries.n, 2);
    const rxc_work *first = &doc->entries.v[0].work;
    assert_int_equal(first->authors.n, 2);
    assert_str(first->title, "A [b];c");
    assert_str(first->container, "J Test");
    assert_str(first->page, "7-9");
    assert_str(first->doi, "10.1000/y");
    assert_str(first->database_id, "dimensions:pub.2");
    assert_int_equal(doc->entries.v[1].work.issued.year, 1999);
    arena_clear(&arena);
}

static void test_tablework__lens(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_shared(&arena, "exports/lens_sample.csv");
    assert_str(doc->format, "lens");
    assert_str(doc->work.database_id, "lens:000-360-106-493-122");
    assert_str(doc->work.pmcid, "PMC7680653");
    assert_int_equal(doc->work.issued.day, 22);
    assert_true(doc->entries.n > 4);
    assert_str(doc->entries.v[0].work.database_id, "lens:000-928-794-577-264");
    arena_clear(&arena);
}

static void test_tablework__openalex(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_shared(&arena, "exports/openalex_sample.csv");
    assert_str(doc->format, "openalexcsv");
    assert_str(doc->work.database_id, "openalex:W2755950973");
    assert_str(doc->work.doi, "10.1016/j.joi.2017.08.007");
    assert_str(doc->work.authors.v[1].family, "Cuccurullo");
    arena_clear(&arena);
}

static void test_tablework__other_tables_are_not_claimed(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(read_text(&arena, S("id,title\n1,Some\n"), "a.csv")->format, "text");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tablework__dimensions),
        cmocka_unit_test(test_tablework__lens),
        cmocka_unit_test(test_tablework__openalex),
        cmocka_unit_test(test_tablework__other_tables_are_not_claimed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
