/* test_shipped.c: strings that break parsers, with the shipped model; and input that is no reference. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "refs/refs.h"

static rxc_refs_parser *parser;

static int open_parser(void **state)
{
    (void)state;
    return (int)rxc_refs_open(RXCITE_SOURCE_DIR "/data/models/refs.bin", &parser, NULL);
}

static int close_parser(void **state)
{
    (void)state;
    rxc_refs_close(parser);
    return 0;
}

typedef struct expected {
    const char *raw;
    size_t authors;
    const char *family, *given, *title, *container, *volume, *page, *doi; /* family, given: of the last author; NULL: not looked at */
    int year;
} expected;

static void check(const expected *x)
{
    Arena arena = { 0 };
    rxc_reference ref = { 0 };
    rxc_refs_parse(parser, &arena, str_from(x->raw), &ref);
    const rxc_work *work = &ref.work;
    assert_int_equal(work->authors.n, x->authors);
    if (x->family) assert_str(work->authors.v[x->authors - 1].family, x->family);
    if (x->given) assert_str(work->authors.v[x->authors - 1].given, x->given);
    if (x->title) assert_str(work->title, x->title);
    if (x->container) assert_str(work->container, x->container);
    if (x->volume) assert_str(work->volume, x->volume);
    if (x->page) assert_str(work->page_first, x->page);
    if (x->doi) assert_str(work->doi, x->doi);
    assert_int_equal(work->issued.year, x->year);
    arena_clear(&arena);
}

static void test_shipped__takes_dotted_initials_behind_the_family_name(void **state)
{
    (void)state;
    check(&(expected){ "Smith J., Otwinowski Z., Minor W. Processing of diffraction data. Methods Enzymol. 1997;276:307-326.", 3, "Minor",
                       NULL, "Processing of diffraction data", "Methods Enzymol", "276", "307", NULL, 1997 });
}

static void test_shipped__ends_authors_at_et_al_without_a_stop(void **state)
{
    (void)state;
    check(&(expected){ "Blauvelt A, Paller AS, Gooderham M, et al Long-term management of atopic dermatitis with dupilumab. Lancet 2017;389:2287-2303",
                       3, "Gooderham", "M", "Long-term management of atopic dermatitis with dupilumab", "Lancet", "389", "2287", NULL, 2017 });
}

static void test_shipped__keeps_dois_out_of_pages_and_years(void **state)
{
    (void)state;
    check(&(expected){ "Mateus N, Silva AMS. Anthocyanins in red grapes. Phytochemistry. 2002;59:8-12. 10.1016/S0031-9422(02)00116-4", 2, "Silva", "AMS",
                       "Anthocyanins in red grapes", "Phytochemistry", "59", "8", "10.1016/s0031-9422(02)00116-4", 2002 });
    check(&(expected){ "Shonkoff JP. Early experience. Child Dev 2000;71:180-188. doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
                       1, "Shonkoff", "JP", "Early experience", "Child Dev", "71", "180",
                       "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2", 2000 });
}

static void test_shipped__reads_references_without_a_title(void **state)
{
    (void)state;
    check(&(expected){ "M. Bordag, U. Mohideen, Prog. Part. Nucl. Phys. 47, 393 (2001).", 2, "Mohideen", "U.", "", NULL, "47", "393", NULL, 2001 });
}

static void test_shipped__reads_chapters(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_reference ref = { 0 };
    rxc_refs_parse(parser, &arena, S("Hughes CR, Wu L. Skin reactions to biologics. In: Bolognia JL, Schaffer JV, editors. Dermatology. 4th ed. "
                                     "Philadelphia: Elsevier; 2018. p. 348-375."), &ref);
    assert_int_equal(ref.work.authors.n, 2);
    assert_int_equal(ref.work.editors.n, 2);
    assert_str(ref.work.title, "Skin reactions to biologics");
    assert_str(ref.work.container, "Dermatology");
    assert_str(ref.work.publisher, "Elsevier");
    assert_int_equal(ref.work.type, RXC_WORK_CHAPTER);
    arena_clear(&arena);
}

static void test_shipped__reads_groups(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_reference ref = { 0 }, among = { 0 };
    rxc_refs_parse(parser, &arena, S("World Health Organization. Global report on psoriasis. Geneva: WHO; 2016."), &ref);
    assert_int_equal(ref.work.authors.n, 1);
    assert_str(ref.work.authors.v[0].literal, "World Health Organization");
    rxc_refs_parse(parser, &arena, S("Simpson EL, Bieber T; the Dupilumab Study Group. Two phase 3 trials of dupilumab. N Engl J Med 2016;375:2335-48."), &among);
    assert_int_equal(among.work.authors.n, 3);
    assert_str(among.work.authors.v[2].literal, "Dupilumab Study Group");
    arena_clear(&arena);
}

static void test_shipped__keeps_particles_and_initials_that_look_like_suffixes(void **state)
{
    (void)state;
    check(&(expected){ "de Boer A, van der Sluis JW, Stothard JR. Schistosomiasis in Africa. Trends Parasitol 2017;33(1):1-3.", 3, "Stothard", "JR",
                       "Schistosomiasis in Africa", "Trends Parasitol", "33", "1", NULL, 2017 });
}

static void test_shipped__takes_titles_with_numbers_years_and_colons(void **state)
{
    (void)state;
    check(&(expected){ "Kim JH, Özdemir Ö, Nguyễn TH. Serum levels of IL-17 in 2019: a study of 42 patients. J Korean Med Sci. 2020 May 4;35(17):e142.", 3,
                       "Nguyễn", "TH", "Serum levels of IL-17 in 2019: a study of 42 patients", "J Korean Med Sci", "35", "e142", NULL, 2020 });
}

static void test_shipped__answers_anything(void **state)
{
    (void)state;
    static const char *const odd[] = { "", " ", "?", "\xFF\xFE\x80", "12345", "see above", "((((((", "et al.", "10.1000/182", "\n\t", "Ibid." };
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        Arena arena = { 0 };
        rxc_reference ref = { 0 };
        rxc_refs_parse(parser, &arena, str_from(odd[i]), &ref);
        assert_true(ref.confidence_authors >= 0 && ref.confidence_authors <= 1);
        arena_clear(&arena);
    }
}

static void test_shipped__takes_a_megabyte_in_one_line(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_reference ref = { 0 };
    size_t n = 1 << 20;
    char *text = arena_alloc(&arena, n);
    for (size_t i = 0; i < n; i++) text[i] = "Smith J. (2001) a,b "[i % 20];
    rxc_refs_parse(parser, &arena, (Str){ text, n }, &ref);
    assert_true(ref.work.authors.n < n);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped__takes_dotted_initials_behind_the_family_name),
        cmocka_unit_test(test_shipped__ends_authors_at_et_al_without_a_stop),
        cmocka_unit_test(test_shipped__keeps_dois_out_of_pages_and_years),
        cmocka_unit_test(test_shipped__reads_references_without_a_title),
        cmocka_unit_test(test_shipped__reads_chapters),
        cmocka_unit_test(test_shipped__reads_groups),
        cmocka_unit_test(test_shipped__keeps_particles_and_initials_that_look_like_suffixes),
        cmocka_unit_test(test_shipped__takes_titles_with_numbers_years_and_colons),
        cmocka_unit_test(test_shipped__answers_anything),
        cmocka_unit_test(test_shipped__takes_a_megabyte_in_one_line),
    };
    return cmocka_run_group_tests(tests, open_parser, close_parser);
}
