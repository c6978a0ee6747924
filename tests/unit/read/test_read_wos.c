/* test_read_wos.c: entries of Web of Science's plain text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"
#include "read/source.h"

static void test_read_wos__names_in_full_and_groups(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("FN Clarivate\nVR 1.0\nPT J\nAU Wu, L\n   Roe, J\nAF Wu, Li\n   Roe, Jane\nCA A Grp\nTI A title\nSO J TEST\n"
                                       "DT Correction\nPD NOV 8\nPY 2019\nAR 12\nUT WOS:0001\nNR 3\nCR Roe J, 2001, J TEST, V1\n   *WHO, 2002, REP\nER\n\nEF\n"), "a.txt");
    assert_str(doc->format, "wos");
    assert_int_equal(doc->work.authors.n, 3);
    assert_str(doc->work.authors.v[1].given, "Jane");
    assert_str(doc->work.authors.v[2].literal, "A Grp");
    assert_int_equal(doc->work.issued.day, 8);
    assert_str(doc->work.page, "12");
    assert_str(doc->work.database_id, "wos:0001");
    assert_int_equal(doc->references_stated, 3);
    assert_int_equal(doc->entries.n, 2);
    assert_true(doc->entries.v[1].complete);
    assert_int_equal(doc->blocks.v[doc->entries.v[1].block].line, 18);
    assert_int_equal(doc->notices.n, 1);
    assert_true(doc->notices.v[0].by_this);
    assert_int_equal(doc->diags.n, 0);
    arena_clear(&arena);
}

static void test_read_wos__the_table_for_excel(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("Publication Type;Authors;Author Full Names;Article Title;Source Title;Document Type;Cited References;Cited Reference Count;Publication Year;"
                                       "Volume;Start Page;End Page;DOI;Pubmed Id;UT (Unique WOS ID);Web of Science Record\n"
                                       "J;\"Wu, L; Roe, J\";\"Wu, Li; Roe, Jane\";A title;J TEST;Article;\"Roe J, 2001, J TEST, V1; *WHO, 2002, REP\";2;2019;8;1;9;10.1/x;31693077;WOS:0001;0\n"), "savedrecs.csv");
    assert_str(doc->format, "wostab");
    assert_str(doc->work.title, "A title");
    assert_str(doc->work.authors.v[1].given, "Jane");
    assert_str(doc->work.page, "1-9");
    assert_str(doc->work.pmid, "31693077");
    assert_str(doc->work.database_id, "wos:0001");
    assert_int_equal(doc->references_stated, 2);
    assert_int_equal(doc->entries.n, 2);
    assert_int_equal(doc->diags.n, 0);
    arena_clear(&arena);
}

static void test_read_wos__what_is_cut_off_is_told(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("FN Clarivate\nVR 1.0\nPT J\nAU Wu, L\nTI A title\nCR Roe J, 2001, J TE"), "a.txt");
    assert_non_null(diag_of(doc, "wos.end"));
    arena_clear(&arena);
}

/* Of all entries of a file: references stated, references read. */
static void count_shared(Arena *arena, const char *path, size_t *entries, size_t *stated, size_t *read)
{
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    rxc_stream stream;
    rxc_source source;
    rxc_err err = { 0 };
    Str whole = arena_printf(arena, "%s/../shared/data/%s", RXCITE_SOURCE_DIR, path);
    *entries = *stated = *read = 0;
    if (rxc_stream_file(whole.p, &stream, &err)) {
        print_message("%s is not here\n", path);
        skip();
    }
    rxc_sources *sources = rxc_sources_open(stream, str_from(path), &limits);
    while (rxc_sources_next(sources, arena, &source, &err)) {
        rxc_doc *doc;
        if (rxc_read_source(&source, &limits, arena, &doc, &err)) fail_msg("%s", err.text);
        ++*entries, *stated += doc->references_stated, *read += doc->entries.n;
    }
    rxc_sources_close(sources);
}

static void test_read_wos__every_reference_of_a_real_file(void **state)
{
    Arena arena = { 0 };
    size_t entries, stated, read;
    (void)state;
    count_shared(&arena, "exports/wos_sample.txt", &entries, &stated, &read);
    assert_int_equal(entries, 8);
    assert_int_equal(stated, 252);
    assert_int_equal(read, 252);
    count_shared(&arena, "exports/TwoPaper.isi", &entries, &stated, &read);
    assert_int_equal(entries, 2);
    assert_int_equal(read, stated);
    arena_clear(&arena);
}

static void test_read_wos__rows_with_tabs_say_the_same(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("\xEF\xBB\xBFPT\tAU\tTI\tSO\tCR\tNR\tUT\r\nJ\tWu, L; Roe, J\tA title\tJ TEST\tA B, 2018, J, V7, DOI [10.3390/x; 10.3390/y]; C D, 2001, K, V1\t2\tWOS:0001\r\n"), "a.txt");
    assert_str(doc->format, "wostab");
    assert_int_equal(doc->work.authors.n, 2);
    assert_int_equal(doc->entries.n, 2);
    assert_str(doc->work.database_id, "wos:0001");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_wos__names_in_full_and_groups),
        cmocka_unit_test(test_read_wos__the_table_for_excel),
        cmocka_unit_test(test_read_wos__what_is_cut_off_is_told),
        cmocka_unit_test(test_read_wos__every_reference_of_a_real_file),
        cmocka_unit_test(test_read_wos__rows_with_tabs_say_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
