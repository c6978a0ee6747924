/* test_read_csljson.c: CSL-JSON: dates, names and identifiers as programs write them; formats that resemble it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

#define ITEM(more) "[{\"id\":1,\"type\":\"article-journal\",\"title\":\"A work\"" more "}]"

static void test_read_csljson__dates_of_all_forms(void **state)
{
    static const struct {
        const char *source;
        int year, month, day;
    } cases[] = {
        { ITEM(",\"issued\":{\"date-parts\":[[2019,3,4]]}"), 2019, 3, 4 },
        { ITEM(",\"issued\":{\"date-parts\":[[\"2019\",\"3\"]]}"), 2019, 3, 0 },
        { ITEM(",\"issued\":{\"raw\":\"4 March 2019\"}"), 2019, 3, 4 },
        { ITEM(",\"issued\":\"2019-03-04\""), 2019, 3, 4 },
        { ITEM(",\"issued\":2019"), 2019, 0, 0 },
        { ITEM(",\"issued\":{\"literal\":\"circa 1900\"}"), 0, 0, 0 },
        { ITEM(",\"issued\":{\"date-parts\":[]}"), 0, 0, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = { 0 };
        rxc_doc *doc = read_text(&arena, str_from(cases[i].source), "a.json");
        assert_str(doc->format, "csljson");
        assert_int_equal(doc->work.issued.year, cases[i].year);
        assert_int_equal(doc->work.issued.month, cases[i].month);
        assert_int_equal(doc->work.issued.day, cases[i].day);
        arena_clear(&arena);
    }
}

static void test_read_csljson__names_and_notes(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(ITEM(",\"author\":[{\"literal\":\"WHO\"},\"Jane Roe\",{},{\"family\":\"Doe\",\"dropping-particle\":\"de\"}],\"note\":\"tex.x: y\\nPMID: 12\"")), "a.json");
    assert_int_equal(doc->work.authors.n, 3);
    assert_str(doc->work.authors.v[0].literal, "WHO");
    assert_str(doc->work.authors.v[1].family, "Roe");
    assert_str(doc->work.authors.v[2].particle, "de");
    assert_str(doc->work.pmid, "12");
    arena_clear(&arena);
}

static void test_read_csljson__others_are_told_apart(void **state)
{
    static const struct {
        const char *source, *format;
    } cases[] = {
        { "[{\"type\":\"journal-article\",\"DOI\":\"10.1/a\",\"title\":\"A\",\"reference-count\":3}]", "crossref" },
        { "{\"paperId\":\"a1\",\"title\":\"A\",\"externalIds\":null}", "semanticscholar" },
        { "{\"results\":[{\"safetyreportid\":\"1\",\"patient\":{\"reaction\":[{\"reactionmeddrapt\":\"Rash\"}]}}]}", "openfda" },
        { "{\"type\":\"book\",\"title\":\"A\"}\n{\"type\":\"book\",\"title\":\"B\"}\n", "csljson" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = { 0 };
        assert_str(read_text(&arena, str_from(cases[i].source), "a.json")->format, cases[i].format);
        arena_clear(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_csljson__dates_of_all_forms),
        cmocka_unit_test(test_read_csljson__names_and_notes),
        cmocka_unit_test(test_read_csljson__others_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
