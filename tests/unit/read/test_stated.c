/* test_stated.c: values of single fields of a database's entry. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/stated.h"
#include "unit.h"

static Str pages(Arena *arena, const char *printed)
{
    rxc_work work = { 0 };
    rxc_stated_pages(arena, &work, str_from(printed));
    return arena_printf(arena, "%.*s %.*s", STR_ARG(work.page_first), STR_ARG(work.page));
}

static void test_stated__pages_are_made_whole(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(pages(&arena, "711-21"), "711 711-721");
    assert_str(pages(&arena, "pp. E128-E139"), "E128 E128-E139");
    assert_str(pages(&arena, "711–721; discussion 722"), "711 711-721");
    assert_str(pages(&arena, "12"), "12 12");
    assert_str(pages(&arena, "12--19"), "12 12-19");
    assert_str(pages(&arena, "e12345"), "e12345 e12345");
    assert_str(pages(&arena, "99-9"), "99 99-99");
    assert_str(pages(&arena, ""), " ");
    arena_clear(&arena);
}

static Str date(Arena *arena, const char *printed)
{
    rxc_date d = rxc_stated_date(arena, str_from(printed));
    return arena_printf(arena, "%d-%d-%d", d.year, d.month, d.day);
}

static void test_stated__dates_of_all_dialects(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(date(&arena, "2019/11/08/"), "2019-11-8");
    assert_str(date(&arena, "2019///"), "2019-0-0");
    assert_str(date(&arena, "2019 Nov 6"), "2019-11-6");
    assert_str(date(&arena, "2019 Nov-Dec"), "2019-11-0");
    assert_str(date(&arena, "2019 Winter"), "2019-0-0");
    assert_str(date(&arena, "20191106"), "2019-11-6");
    assert_str(date(&arena, "24-27 Sept. 2019"), "2019-9-0");
    assert_str(date(&arena, "unknown"), "0-0-0");
    arena_clear(&arena);
}

static void test_stated__identifiers_are_found(void **state)
{
    Arena arena = { 0 };
    rxc_work work = { 0 };
    (void)state;
    assert_str(rxc_stated_doi(S("https://doi.org/10.1000/xyz.1")), "10.1000/xyz.1");
    assert_str(rxc_stated_doi(S("10.1000/xyz.1 [doi]")), "10.1000/xyz.1");
    assert_str(rxc_stated_doi(S("none")), "");
    assert_str(rxc_stated_pmid(S("PMID: 31693077 PMCID: PMC1"), false), "31693077");
    assert_str(rxc_stated_pmid(S("https://pubmed.ncbi.nlm.nih.gov/31693077/"), false), "31693077");
    assert_str(rxc_stated_pmid(S("31693077"), false), "");
    assert_str(rxc_stated_pmid(S("31693077"), true), "31693077");
    assert_str(rxc_stated_pmid(S("619203231"), true), "");
    rxc_stated_serial(&arena, &work, S("1083-3668 (Electronic)"));
    rxc_stated_serial(&arena, &work, S("978-3-16-148410-0"));
    assert_str(work.issn, "1083-3668");
    work.issn = (Str){ 0 };
    rxc_stated_serial(&arena, &work, S("8164622")); /* a spreadsheet took it for a number */
    assert_str(work.issn, "0816-4622");
    work.issn = (Str){ 0 };
    rxc_stated_serial(&arena, &work, S("8164623"));
    assert_str(work.issn, "");
    assert_str(work.isbn, "9783161484100");
    arena_clear(&arena);
}

static void test_stated__titles_lose_stop_and_brackets(void **state)
{
    (void)state;
    assert_str(rxc_stated_title(S("[A title in translation].")), "A title in translation");
    assert_str(rxc_stated_title(S("And so on...")), "And so on...");
    assert_str(rxc_stated_title(S("[1] and [2]")), "[1] and [2]");
    assert_str(rxc_stated_title(S(".")), ".");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stated__pages_are_made_whole),
        cmocka_unit_test(test_stated__dates_of_all_dialects),
        cmocka_unit_test(test_stated__identifiers_are_found),
        cmocka_unit_test(test_stated__titles_lose_stop_and_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
