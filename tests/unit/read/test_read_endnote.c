/* test_read_endnote.c: EndNote's XML: types, names, dates, identifiers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

#define RECORD(more) "<xml><records><record><titles><title><style>A </style><style>work</style></title></titles>" more "</record></records></xml>"

static void test_read_endnote__texts_in_pieces_of_style(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(RECORD("<ref-type>17</ref-type><contributors><authors><author><style>Roe, </style><style>Jane</style></author><author>Duct Group,</author></authors></contributors>")), "a.xml");
    assert_str(doc->format, "endnote");
    assert_str(doc->work.title, "A work");
    assert_int_equal(doc->work.type, RXC_WORK_ARTICLE);
    assert_str(doc->work.authors.v[0].given, "Jane");
    assert_str(doc->work.authors.v[1].literal, "Duct Group");
    arena_clear(&arena);
}

static void test_read_endnote__dates_from_year_and_day(void **state)
{
    static const struct {
        const char *source;
        int year, month;
    } cases[] = {
        { RECORD("<dates><year>2019</year><pub-dates><date>Mar 4</date></pub-dates></dates>"), 2019, 3 },
        { RECORD("<dates><year>2019</year><pub-dates><date>2019/03/04</date></pub-dates></dates>"), 2019, 3 },
        { RECORD("<dates><year>2019</year><pub-dates><date>Spring</date></pub-dates></dates>"), 2019, 0 },
        { RECORD("<dates><year>in press</year></dates>"), 0, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = { 0 };
        rxc_doc *doc = read_text(&arena, str_from(cases[i].source), "a.xml");
        assert_int_equal(doc->work.issued.year, cases[i].year);
        assert_int_equal(doc->work.issued.month, cases[i].month);
        arena_clear(&arena);
    }
}

static void test_read_endnote__a_number_is_a_pmid_only_where_the_database_says_so(void **state)
{
    (void)state;
    Arena arena = { 0 };
    assert_str(read_text(&arena, S(RECORD("<accession-num>39000001</accession-num><remote-database-name>Medline</remote-database-name>")), "a.xml")->work.pmid, "39000001");
    assert_str(read_text(&arena, S(RECORD("<accession-num>39000001</accession-num><remote-database-name>Embase</remote-database-name>")), "a.xml")->work.pmid, "");
    assert_str(read_text(&arena, S(RECORD("<accession-num>WOS:000123456700001</accession-num>")), "a.xml")->work.database_id, "wos:000123456700001");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_endnote__texts_in_pieces_of_style),
        cmocka_unit_test(test_read_endnote__dates_from_year_and_day),
        cmocka_unit_test(test_read_endnote__a_number_is_a_pmid_only_where_the_database_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
