/* test_ids.c: identifiers are found whole, and nothing around them is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "text/ids.h"

/* The n-th identifier (from 0) of text must be this one. */
static void expect(const char *text, size_t n, rxc_id_kind kind, const char *span, const char *value)
{
    Arena arena = { 0 };
    Str s = str_from(text);
    rxc_id id = { 0 };
    size_t at = 0;
    for (size_t i = 0; i <= n; i++) assert_true(rxc_ids_next(s, &at, &id));
    assert_int_equal(id.kind, kind);
    assert_str(str_sub(s, id.b, id.e), span);
    assert_str(rxc_ids_normal(&arena, id.kind, str_sub(s, id.value_b, id.value_e)), value);
    arena_clear(&arena);
}

static void expect_none(const char *text)
{
    size_t at = 0;
    rxc_id id;
    assert_false(rxc_ids_next(str_from(text), &at, &id));
}

static void test_ids__a_doi_ends_before_the_punctuation_of_its_sentence(void **state)
{
    (void)state;
    expect("28. doi: 10.1136/hrt.2011.224410.", 0, RXC_ID_DOI, "doi: 10.1136/hrt.2011.224410", "10.1136/hrt.2011.224410");
    expect("(https://doi.org/10.1002/JOR.22345), x", 0, RXC_ID_DOI, "https://doi.org/10.1002/JOR.22345", "10.1002/jor.22345");
    expect("(10.1016/S0031-9422(02)00116-4)", 0, RXC_ID_DOI, "10.1016/S0031-9422(02)00116-4", "10.1016/s0031-9422(02)00116-4");
    expect("e0141613 10.1371/journal.pone.0141613", 0, RXC_ID_DOI, "10.1371/journal.pone.0141613", "10.1371/journal.pone.0141613");
    expect("doi: nrn2947 [pii]; 10.1038/nrn2947[doi]", 0, RXC_ID_DOI, "10.1038/nrn2947", "10.1038/nrn2947");
    expect("doi:10.1016/j.x.2010.01.001;PMID: 20356775", 0, RXC_ID_DOI, "doi:10.1016/j.x.2010.01.001", "10.1016/j.x.2010.01.001");
    expect("DOI:10.1111/j.1365\xE2\x80\x90" "2486.2010", 0, RXC_ID_DOI, "DOI:10.1111/j.1365\xE2\x80\x90" "2486.2010", "10.1111/j.1365-2486.2010");
}

static void test_ids__a_sici_doi_is_whole(void **state)
{
    (void)state;
    expect("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.", 0, RXC_ID_DOI,
           "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
           "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2");
    expect("10.1002/(SICI)1097-4636(1997)34:3&lt;291::AID-JBM3&gt;3.0.CO;2-P", 0, RXC_ID_DOI,
           "10.1002/(SICI)1097-4636(1997)34:3&lt;291::AID-JBM3&gt;3.0.CO;2-P", "10.1002/(sici)1097-4636(1997)34:3<291::aid-jbm3>3.0.co;2-p");
    expect("10.1890/0012-9658(2006)87[2465:ATDM]2.0.CO;2 x", 0, RXC_ID_DOI, "10.1890/0012-9658(2006)87[2465:ATDM]2.0.CO;2",
           "10.1890/0012-9658(2006)87[2465:atdm]2.0.co;2");
    expect("10.1000/182</a>", 0, RXC_ID_DOI, "10.1000/182", "10.1000/182");
}

static void test_ids__numbers_of_databases_are_read_with_their_labels(void **state)
{
    (void)state;
    expect("PMID: 31693077; PMCID: PMC6865141", 0, RXC_ID_PMID, "PMID: 31693077", "31693077");
    expect("PMID: 31693077; PMCID: PMC6865141", 1, RXC_ID_PMCID, "PMCID: PMC6865141", "PMC6865141");
    expect("[PubMed: 9872980]", 0, RXC_ID_PMID, "PubMed: 9872980", "9872980");
    expect("https://pubmed.ncbi.nlm.nih.gov/31693077/", 0, RXC_ID_PMID, "https://pubmed.ncbi.nlm.nih.gov/31693077/", "31693077");
    expect("[arXiv:1408.4342v2 [hep-ex]]", 0, RXC_ID_ARXIV, "arXiv:1408.4342v2", "1408.4342");
    expect("3650 [hep-lat/9505001].", 0, RXC_ID_ARXIV, "hep-lat/9505001", "hep-lat/9505001");
    expect("arXiv:gr-qc/0308033", 0, RXC_ID_ARXIV, "arXiv:gr-qc/0308033", "gr-qc/0308033");
}

static void test_ids__books_and_serials_are_read_with_hyphens_or_without(void **state)
{
    (void)state;
    expect("2016. ISBN 978-0-19-995864-1", 0, RXC_ID_ISBN, "ISBN 978-0-19-995864-1", "9780199958641");
    expect("ISBN: 0-306-40615-2.", 0, RXC_ID_ISBN, "ISBN: 0-306-40615-2", "0306406152");
    expect("9780306406157", 0, RXC_ID_ISBN, "9780306406157", "9780306406157");
    expect("ISSN 0028-0836 (print)", 0, RXC_ID_ISSN, "ISSN 0028-0836", "0028-0836");
    expect_none("9780306406158 has a wrong check digit");
}

static void test_ids__addresses_leave_brackets_and_stops_outside(void **state)
{
    (void)state;
    expect("(see http://www.cdc.gov/x_(y).)", 0, RXC_ID_URL, "http://www.cdc.gov/x_(y)", "http://www.cdc.gov/x_(y)");
    expect("www.who.int, accessed", 0, RXC_ID_URL, "www.who.int", "www.who.int");
    expect("\xE2\x80\x9Chttp://a.org/b\xE2\x80\x9D", 0, RXC_ID_URL, "http://a.org/b", "http://a.org/b");
}

static void test_ids__doses_pages_and_years_are_no_identifiers(void **state)
{
    (void)state;
    expect_none("10.5 mg/kg, pages 10.1-10.3, 2010.1234/5, PMC, doi:, http://, www., arXiv, ISBN 12, PMID");
    expect_none("");
    expect_none("\xFF\xFE 10.");
}

static void test_ids__a_long_run_of_openings_is_read_in_linear_time(void **state)
{
    (void)state;
    enum { N = 1 << 20 };
    Arena arena = { 0 };
    char *text = arena_alloc(&arena, N);
    for (size_t i = 0; i < N; i++) text[i] = "10.1000/("[i % 9];
    size_t at = 0, found = 0;
    rxc_id id;
    while (rxc_ids_next((Str){ text, N }, &at, &id)) found++;
    assert_true(found < N);
    for (size_t i = 0; i < N; i++) text[i] = "http://"[i % 7];
    for (at = 0; rxc_ids_next((Str){ text, N }, &at, &id);) found++;
    for (size_t i = 0; i < N; i++) text[i] = "PMID "[i % 5];
    for (at = 0; rxc_ids_next((Str){ text, N }, &at, &id);) found++;
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids__a_doi_ends_before_the_punctuation_of_its_sentence),
        cmocka_unit_test(test_ids__a_sici_doi_is_whole),
        cmocka_unit_test(test_ids__numbers_of_databases_are_read_with_their_labels),
        cmocka_unit_test(test_ids__books_and_serials_are_read_with_hyphens_or_without),
        cmocka_unit_test(test_ids__addresses_leave_brackets_and_stops_outside),
        cmocka_unit_test(test_ids__doses_pages_and_years_are_no_identifiers),
        cmocka_unit_test(test_ids__a_long_run_of_openings_is_read_in_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
