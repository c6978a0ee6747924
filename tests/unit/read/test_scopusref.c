/* test_scopusref.c: lists of references as Scopus writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"
#include "read/scopusref.h"

static Str shown(Arena *arena, const char *text)
{
    rxc_work work;
    bool complete = rxc_scopusref_read(arena, str_from(text), &work);
    Str out = arena_printf(arena, "%d%s|", work.issued.year, complete ? "" : "?");
    for (size_t i = 0; i < work.authors.n; i++) {
        const rxc_name *name = &work.authors.v[i];
        out = arena_printf(arena, "%.*s%.*s%.*s/%.*s ", STR_ARG(out), STR_ARG(name->literal), STR_ARG(name->family), STR_ARG(name->given));
    }
    return arena_printf(arena, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s", STR_ARG(out), STR_ARG(work.title), STR_ARG(work.container), STR_ARG(work.volume),
                        STR_ARG(work.issue), STR_ARG(work.page));
}

static void test_scopusref__the_year_at_the_end(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "Aria M.; Cuccurullo C., bibliometrix: An R-tool, with maps, Journal of Informetrics, 11, 4, pp. 959-975, (2017)"),
               "2017|Aria/M. Cuccurullo/C. |bibliometrix: An R-tool, with maps|Journal of Informetrics|11|4|959-975");
    assert_str(shown(&arena, "Calin GA; van Eck N, A title., N Engl J Med, 353, pp. 1793-801, (2005)"), "2005|Calin/GA van Eck/N |A title|N Engl J Med|353||1793-1801");
    assert_str(shown(&arena, "Suber P., Ensuring open access for research, BMJ, 345, (2012)"), "2012|Suber/P. |Ensuring open access for research|BMJ|345||");
    assert_str(shown(&arena, "The global epidemic of low back pain, Lancet Rheumatol, 5, (2023)"), "2023||The global epidemic of low back pain|Lancet Rheumatol|5||");
    assert_str(shown(&arena, "World Health Organization, A report, WHO Tech Rep, 12, (1999)"), "1999|World Health Organization/ |A report|WHO Tech Rep|12||");
    assert_str(shown(&arena, "Stefani D., Deep Learning on Elk Audio OS, Proc (A, B), pp. 1-10, (2023)"), "2023|Stefani/D. |Deep Learning on Elk Audio OS|Proc (A, B)|||1-10");
    assert_str(shown(&arena, "Dewey J., How we think, (1910)"), "1910|Dewey/J. |How we think||||");
    arena_clear(&arena);
}

static void test_scopusref__numbers_and_sources_of_all_kinds(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "Doe A., A title, Lancet, 375, SUPPL. 1, pp. S1-S10, (2010)"), "2010|Doe/A. |A title|Lancet|375|SUPPL. 1|S1-S10");
    assert_str(shown(&arena, "Doe A., A title, Lancet, 375, 1 PART 2, (2010)"), "2010|Doe/A. |A title|Lancet|375|1 PART 2|");
    assert_str(shown(&arena, "Doe A., A title, PLoS ONE, 5, 1, e1234, (2010)"), "2010|Doe/A. |A title|PLoS ONE|5|1|e1234");
    assert_str(shown(&arena, "He H.; Liu C., A title: with, a comma, Nutrients, (2023)"), "2023|He/H. Liu/C. |A title: with, a comma|Nutrients|||");
    assert_str(shown(&arena, "He H.; Liu C., A title, Cancers (Basel), (2021)"), "2021|He/H. Liu/C. |A title|Cancers (Basel)|||");
    assert_str(shown(&arena, "He H., Diets, drugs, and more of them, (2021)"), "2021|He/H. |Diets, drugs, and more of them||||");
    assert_str(shown(&arena, "FDA Adverse Event Reporting System (FAERS) Public Dashboard, (2021)"), "2021||FDA Adverse Event Reporting System (FAERS) Public Dashboard||||");
    assert_str(shown(&arena, "Https://www.fda.gov/x, (2020)"), "2020?||||||");
    assert_str(shown(&arena, "Doe, A., A title (2010) BMJ, 5 (1), p. 3., https://doi.org/10.1136/x"), "2010|Doe/A. |A title|BMJ|5|1|3");
    assert_str(shown(&arena, "Doe, A., A title (2010) BMJ, , in press"), "2010|Doe/A. |A title|BMJ|||");
    arena_clear(&arena);
}

static void test_scopusref__names_of_all_kinds(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "van der Berg J.A., de Vries B., A title, BMJ, 5, (2010)"), "2010|van der Berg/J.A. de Vries/B. |A title|BMJ|5||");
    assert_str(shown(&arena, "Doe A., Jr., Roe B., A title, BMJ, 5, (2010)"), "2010|Doe/A. Roe/B. |A title|BMJ|5||");
    assert_str(shown(&arena, "Doe, A., Jr., A title (2010) BMJ, 5, p. 1"), "2010|Doe/A. |A title|BMJ|5||1");
    assert_str(shown(&arena, "Nguyen Thi A. K., Chr. M., A title, BMJ, 5, (2010)"), "2010|Nguyen Thi/A. K. Chr./M. |A title|BMJ|5||");
    arena_clear(&arena);
}

static void test_scopusref__the_year_in_the_middle(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(shown(&arena, "Aria, M., Cuccurullo, C., bibliometrix: An R-tool (2017) Journal of Informetrics, 11 (4), pp. 959-975."),
               "2017|Aria/M. Cuccurullo/C. |bibliometrix: An R-tool|Journal of Informetrics|11|4|959-975");
    assert_str(shown(&arena, "Dewey, J., (1910) How We Think, , Boston"), "1910?|Dewey/J. |||||");
    arena_clear(&arena);
}

static size_t count(Arena *arena, const char *list)
{
    rxc_doc doc = { .arena = arena };
    rxc_entry_parts parts = { 0 };
    rxc_scopusref_list(&doc, &parts, str_from(list), 1);
    return parts.references.n;
}

static void test_scopusref__lists_are_cut_at_references_only(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_int_equal(count(&arena, ""), 0);
    assert_int_equal(count(&arena, "A title, J, 5, (2023); Li T.; Yan J., Title a; title b, J, 7, (2025); Wu L., X, (2020)"), 3);
    assert_int_equal(count(&arena, "Li T.; Yan J., A title without a year, J; Wu L., X, J, 5, (2020)"), 2);
    assert_int_equal(count(&arena, "Aria, M., One (2017) J, 11, p. 9; Wu, L., Two; and more (2018) K, 1; Roe, J., Three (2019) L, 2"), 3);
    arena_clear(&arena);
}

static void test_scopusref__long_lists_take_no_time(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_int_equal(count(&arena, repeat(&arena, "Wu L.; Roe J., A title, J, 5, (2020); ", 100000).p), 100000);
    count(&arena, repeat(&arena, "a; ", 1000000).p);
    count(&arena, repeat(&arena, "(", 1000000).p);
    count(&arena, repeat(&arena, "A B, ", 1000000).p);
    arena_clear(&arena);
}

static void test_scopusref__a_real_export(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_shared(&arena, "exports/scopus_sample.csv");
    assert_str(doc->format, "scopus");
    assert_int_equal(doc->entries.n, 43);
    assert_str(doc->work.database_id, "scopus:2-s2.0-105030721984");
    assert_str(doc->entries.v[0].work.container, "Lancet Rheumatol");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scopusref__the_year_at_the_end),
        cmocka_unit_test(test_scopusref__numbers_and_sources_of_all_kinds),
        cmocka_unit_test(test_scopusref__names_of_all_kinds),
        cmocka_unit_test(test_scopusref__the_year_in_the_middle),
        cmocka_unit_test(test_scopusref__lists_are_cut_at_references_only),
        cmocka_unit_test(test_scopusref__long_lists_take_no_time),
        cmocka_unit_test(test_scopusref__a_real_export),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
