/* test_wosref.c: cited references of Web of Science, with their oddities. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/wosref.h"
#include "unit.h"

static Str shown(Arena *arena, const char *line)
{
    rxc_work work = rxc_wosref_read(arena, str_from(line));
    rxc_name name = work.authors.n ? work.authors.v[0] : (rxc_name){ 0 };
    return arena_printf(arena, "%.*s%.*s/%.*s|%d|%.*s|%.*s|%.*s|%.*s|%.*s", STR_ARG(name.literal), STR_ARG(name.family), STR_ARG(name.given),
                        work.issued.year, STR_ARG(work.title), STR_ARG(work.container), STR_ARG(work.volume), STR_ARG(work.page), STR_ARG(work.doi));
}

static void test_wosref__plain_ones(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "Anselin L, 2006, GEOGR ANAL, V38, P5, DOI 10.1111/j.0016-7363"), "Anselin/L|2006||GEOGR ANAL|38|5|10.1111/j.0016-7363");
    assert_str(shown(&arena, "Kumar S., 2008, Proceedings of A, B and C, 28"), "Kumar/S.|2008|Proceedings of A, B and C, 28||||");
    assert_str(shown(&arena, "Crane Diana., 1972, INVISIBLE COLL"), "Crane/Diana.|1972|INVISIBLE COLL||||");
    assert_str(shown(&arena, "Li T, 2025, SPINE, V50, PE128"), "Li/T|2025||SPINE|50|E128|");
    arena_clear(&arena);
}

static void test_wosref__dois_in_all_forms(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "A B, 2018, J, V7, DOI [10.3390/x, 10.3390/y]"), "A/B|2018||J|7||10.3390/x");
    assert_str(shown(&arena, "A B, 2018, J, V7, DOI DOI 10.3390/x"), "A/B|2018||J|7||10.3390/x");
    assert_str(shown(&arena, "A B, 2024, J, V1, DOI [10.5281/zenodo.1,Zenodo, DOI 10.5281/ZENODO.1,ZENODO]"), "A/B|2024||J|1||10.5281/zenodo.1");
    assert_str(shown(&arena, "A B, 2009, CELEBRATION, DOI DOI 1458990/FILE"), "A/B|2009|CELEBRATION||||");
    arena_clear(&arena);
}

static void test_wosref__what_stands_behind_the_doi(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "A B, 2010, J, V5, DOI 10.1371/x, ARTN e001"), "A/B|2010||J|5|e001|10.1371/x");
    assert_str(shown(&arena, "A B, 2010, J, V5, DOI [10.1371/x, 10.1371/y], PMID 31693077"), "A/B|2010||J|5||10.1371/x");
    assert_str(rxc_wosref_read(&arena, S("A B, 2010, J, V5, DOI [10.1371/x, 10.1371/y], PMID 31693077")).pmid, "31693077");
    arena_clear(&arena);
}

/* An article that has not come out in print, or a journal by its words; a book otherwise. */
static void test_wosref__sources_without_volume(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "SMITH J, 2010, LANCET"), "SMITH/J|2010||LANCET|||");
    assert_str(shown(&arena, "Smith J, 2010, J BIOL CHEM"), "Smith/J|2010||J BIOL CHEM|||");
    assert_str(shown(&arena, "Smith J, 2021, DRUG SAF, DOI 10.1007/s40264-021-1"), "Smith/J|2021||DRUG SAF|||10.1007/s40264-021-1");
    assert_str(shown(&arena, "Smith J, 2015, PHARMACOVIGILANCE, DOI 10.1007/978-3-319-1"), "Smith/J|2015|PHARMACOVIGILANCE||||10.1007/978-3-319-1");
    assert_str(shown(&arena, "*WHO, 2009, REP"), "WHO/|2009|REP||||");
    assert_str(shown(&arena, "Smith J, 2020, MANUAL J METHODS"), "Smith/J|2020||MANUAL J METHODS|||");
    arena_clear(&arena);
}

static void test_wosref__not_yet_printed(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "Smith J, IN PRESS J BIOL CHEM"), "Smith/J|0||J BIOL CHEM|||");
    assert_str(shown(&arena, "Smith J, LANCET IN PRESS, DOI 10.1016/j.l.1"), "Smith/J|0||LANCET|||10.1016/j.l.1");
    assert_str(shown(&arena, "Smith J, IN PRESS"), "Smith/J|0|||||");
    assert_str(rxc_wosref_read(&arena, S("Smith J, IN PRESS J BIOL CHEM")).status, "in press");
    rxc_work preprint = rxc_wosref_read(&arena, S("Smith J, 2017, ARXIV171005941"));
    assert_str(preprint.arxiv, "1710.05941");
    assert_int_equal(preprint.type, RXC_WORK_PREPRINT);
    arena_clear(&arena);
}

static void test_wosref__years_and_numbers_of_all_kinds(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "A B, 2010a, J, V1, P1"), "A/B|2010||J|1|1|");
    assert_str(shown(&arena, "A B, 2010, J, V362, pe12"), "A/B|2010||J|362|e12|");
    assert_str(shown(&arena, "A B, 2010, J, V5 S1, P1"), "A/B|2010||J|5 S1|1|");
    assert_str(shown(&arena, "EUR MED AG, 2015, ASS REP"), "EUR MED AG/|2015|ASS REP||||");
    assert_str(shown(&arena, "SMITH J A, 2015, LANCET, V1"), "SMITH/J A|2015||LANCET|1||");
    arena_clear(&arena);
}

static void test_wosref__names_of_all_kinds(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "*WHO, 1999, TECHN REP"), "WHO/|1999|TECHN REP||||");
    assert_str(shown(&arena, "2024, J TEST, V9"), "/|2024||J TEST|9||");
    assert_str(shown(&arena, "[Anonymous], J AM SOC"), "/|0||J AM SOC|||");
    assert_str(shown(&arena, "de Moya-Anegón F, 2005, J, V1"), "de Moya-Anegón/F|2005||J|1||");
    assert_str(shown(&arena, "National Science Foundation (NSF), 2007, AS RIS"), "National Science Foundation (NSF)/|2007|AS RIS||||");
    assert_str(shown(&arena, "[刘则渊, Liu Zeyuan], 2005, [管理学报, Chinese J], V2"), "Liu/Zeyuan|2005||Chinese J|2||");
    arena_clear(&arena);
}

static void test_wosref__odd_lines_do_no_harm(void **state)
{
    const char *const odd[] = { "", ",", ", , ,", "2020", "[", "[, ], [, ]", "A, DOI ", "A, DOI [", "V1, P2", "V1", "*", "A, 2020", ", DOI 10.1/x", "[],1,2" };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) rxc_wosref_read(&arena, str_from(odd[i]));
    assert_str(shown(&arena, "WORD"), "/|0|WORD||||");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wosref__plain_ones),
        cmocka_unit_test(test_wosref__dois_in_all_forms),
        cmocka_unit_test(test_wosref__what_stands_behind_the_doi),
        cmocka_unit_test(test_wosref__sources_without_volume),
        cmocka_unit_test(test_wosref__not_yet_printed),
        cmocka_unit_test(test_wosref__years_and_numbers_of_all_kinds),
        cmocka_unit_test(test_wosref__names_of_all_kinds),
        cmocka_unit_test(test_wosref__odd_lines_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
