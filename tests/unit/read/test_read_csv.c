/* test_read_csv.c: tables of works whose columns say what they are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

static const rxc_work *work_of(Arena *arena, const char *table)
{
    rxc_doc *doc = read_text(arena, str_from(table), "a.csv");
    assert_str(doc->format, "csv");
    return &doc->work;
}

static Str names_of(Arena *arena, const char *cell)
{
    const rxc_work *work = work_of(arena, arena_printf(arena, "Title,Year,DOI,Authors\nA,2019,,\"%s\"\n", cell).p);
    Str out = { 0 };
    for (size_t i = 0; i < work->authors.n; i++) {
        const rxc_name *name = &work->authors.v[i];
        out = arena_printf(arena, "%.*s%.*s%.*s/%.*s ", STR_ARG(out), STR_ARG(name->literal), STR_ARG(name->family), STR_ARG(name->given));
    }
    return out;
}

static void test_read_csv__names_in_every_fashion(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(names_of(&arena, "Wu L, Ali KB, van der Berg C."), "Wu/L Ali/KB van der Berg/C ");
    assert_str(names_of(&arena, "Wu, Li; Roe, Jane; "), "Wu/Li Roe/Jane ");
    assert_str(names_of(&arena, "Wu, Li and Roe, Jane"), "Wu/Li Roe/Jane ");
    assert_str(names_of(&arena, "Li Wu, Jane A Roe"), "Wu/Li Roe/Jane A ");
    assert_str(names_of(&arena, "Wu, Li"), "Wu/Li ");
    assert_str(names_of(&arena, "Wu L."), "Wu/L ");
    assert_str(names_of(&arena, "World Health Organization"), "World Health Organization/ ");
    arena_clear(&arena);
}

static void test_read_csv__fields_under_their_many_names(void **state)
{
    Arena arena = { 0 };
    (void)state;
    const rxc_work *work = work_of(&arena, "Document Title;First author;Publication Title;Publication Year;Volume;Issue;Start Page;End Page;DOI;ISSN\n"
                                           "A title.;Wu;J Test;2019;3;4;711;21;https://doi.org/10.1000/x;1234-5679\n");
    assert_str(work->title, "A title");
    assert_true(work->et_al);
    assert_str(work->container, "J Test");
    assert_str(work->page, "711-721");
    assert_str(work->doi, "10.1000/x");
    assert_int_equal(work->type, RXC_WORK_ARTICLE);
    work = work_of(&arena, "Title,Citation,PMID,Publication Year,Journal/Book\nA,J Test. 2019 Nov 6;35(2):101-4. doi: 10.1000/x.,12,2019,J Tests\n");
    assert_int_equal(work->issued.day, 6);
    assert_str(work->issue, "2");
    assert_str(work->container, "J Tests");
    work = work_of(&arena, "Title,Year,Date,Author\nA,2019,2020-02-03,Wu L\n"); /* added, not published */
    assert_int_equal(work->issued.year, 2019);
    assert_int_equal(work->issued.month, 0);
    arena_clear(&arena);
}

static void test_read_csv__references_by_number_or_in_print(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("title,doi,references\nA,10.1000/x,11 22  33\n"), "a.csv");
    assert_int_equal(doc->entries.n, 3);
    assert_str(doc->entries.v[2].work.pmid, "33");
    assert_true(doc->entries.v[2].complete);
    doc = read_text(&arena, S("title,doi,references\nA,10.1000/x,\"Wu L. One. J Test. 2019;1:2.\nRoe J. Two. J Test. 2018;1:3.\"\n"), "a.csv");
    assert_int_equal(doc->entries.n, 2);
    assert_false(doc->entries.v[0].complete);
    arena_clear(&arena);
}

static void test_read_csv__other_tables_are_not_its(void **state)
{
    static const char *const others[] = { "Patient,Age,Sex\n1,2,f\n", "Title,Patient\nA,1\n", "Title of the paper, its authors, its year\nare told here.\n", "a\n" };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) assert_str(read_text(&arena, str_from(others[i]), "a.csv")->format, "text");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_csv__names_in_every_fashion),
        cmocka_unit_test(test_read_csv__fields_under_their_many_names),
        cmocka_unit_test(test_read_csv__references_by_number_or_in_print),
        cmocka_unit_test(test_read_csv__other_tables_are_not_its),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
