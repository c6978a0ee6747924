/* test_read_bibtex.c: entries of BibTeX files, with what they use of the rest of the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"
#include "read/source.h"

/* Read the n-th entry of a file. */
static rxc_doc *read_nth(Arena *arena, Str bytes, size_t n)
{
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    rxc_sources *sources = rxc_sources_open(rxc_stream_bytes(bytes), S("a.bib"), &limits);
    rxc_source source;
    rxc_err err = { 0 };
    rxc_doc *doc = NULL;
    while (n-- && rxc_sources_next(sources, arena, &source, &err)) {}
    if (err.status || rxc_read_source(&source, &limits, arena, &doc, &err)) fail_msg("%s", err.text);
    rxc_sources_close(sources);
    return doc;
}

static void test_read_bibtex__strings_of_the_file_are_known(void **state)
{
    Arena arena = { 0 };
    (void)state;
    Str file = S("@article{a, title={One}, journal=jcd}\n@string{jcd = {J Clin} # \" D\"}\n@article{b, title={Two}, journal=jcd # {.}}\n");
    assert_str(read_nth(&arena, file, 1)->work.container, "J Clin D");
    assert_str(read_nth(&arena, file, 2)->work.container, "J Clin D.");
    assert_int_equal(read_nth(&arena, file, 2)->diags.n, 0);
    arena_clear(&arena);
}

static void test_read_bibtex__parts_inherit(void **state)
{
    Arena arena = { 0 };
    (void)state;
    Str file = S("@xdata{press, publisher={A Press}}\n@inbook{a, title={A part}, author={Roe, J}, crossref={b}}\n"
                 "@book{b, title={The whole}, author={Wu, L}, year=2001, doi={10.1000/b}, xdata={press}}\n@misc{c, title={C}, crossref={none}}\n");
    rxc_doc *doc = read_nth(&arena, file, 1);
    assert_str(doc->work.container, "The whole");
    assert_int_equal(doc->work.issued.year, 2001);
    assert_str(doc->work.publisher, "A Press");
    assert_str(doc->work.doi, "");
    assert_int_equal(doc->work.authors.n, 1);
    assert_str(doc->work.authors.v[0].family, "Roe");
    assert_non_null(diag_of(read_nth(&arena, file, 3), "bibtex.crossref"));
    arena_clear(&arena);
}

static void test_read_bibtex__a_broken_entry_harms_no_other(void **state)
{
    Arena arena = { 0 };
    (void)state;
    Str file = S("@article{a, title={One}}, year={2001}}\n@article{b, title={Two, year={2002}\n@article{c, title={Three}}\n");
    assert_non_null(diag_of(read_nth(&arena, file, 1), "bibtex.text"));
    assert_non_null(diag_of(read_nth(&arena, file, 2), "bibtex.open"));
    assert_str(read_nth(&arena, file, 3)->work.title, "Three");
    assert_int_equal(read_nth(&arena, file, 3)->diags.n, 0);
    arena_clear(&arena);
}

static void test_read_bibtex__exports_of_databases(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("@article{ WOS:0001,\nAuthor = {Wu, L and Roe, J},\nTitle = {{A title}},\nCited-References = {{Eells E, 1991, PROBABILISTIC CAUSAL.\n"
                                       "   Kim J, 1997, J TEST, V11, P185, DOI 10.1000/x.}},\nNumber-of-Cited-References = {{2}},\nUnique-ID = {{WOS:0001}},\n}\n"), "a.bib");
    assert_int_equal(doc->entries.n, 2);
    assert_int_equal(doc->references_stated, 2);
    assert_str(doc->entries.v[1].work.doi, "10.1000/x");
    assert_str(doc->work.database_id, "wos:0001");
    doc = read_text(&arena, S("Scopus\nEXPORT DATE: 1 May 2020\n\n@ARTICLE{Wu2020,\nauthor={Wu, L.},\ntitle={A title},\nreferences={Aria, M., One (2017) J Test, 11, p. 9; Roe, J., Two (2018) K Test, 1, p. 5},\n"
                              "document_type={Article},\nsource={Scopus},\n}\n"), "a.bib");
    assert_str(doc->format, "bibtex");
    assert_int_equal(doc->entries.n, 2);
    arena_clear(&arena);
}

static void test_read_bibtex__addresses_in_other_fields(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("@misc{a, title={One}, howpublished={\\url{https://a.org/b\\_c}}, note={PMID: 31693077}}\n"), "a.bib");
    assert_str(doc->work.url, "https://a.org/b_c");
    assert_str(doc->work.pmid, "31693077");
    assert_str(doc->work.genre, "");
    arena_clear(&arena);
}

static void test_read_bibtex__prose_with_entries_is_no_bibliography(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("# How to cite\n\nWrite to a@b.org.\n\nOr so.\n\nPlease use:\n\n@article{a, title={One}}\n"), "a.md");
    assert_str(doc->format, "markdown");
    arena_clear(&arena);
}

static void test_read_bibtex__a_quote_that_is_not_closed_ends_with_its_line(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("@article{a,\n title = \"No closing,\n journal = {J Test},\n year = 2001\n}\n"), "a.bib");
    assert_str(doc->work.title, "No closing");
    assert_str(doc->work.container, "J Test");
    assert_int_equal(doc->work.issued.year, 2001);
    assert_int_equal(diag_of(doc, "bibtex.open")->line, 2);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_bibtex__strings_of_the_file_are_known),
        cmocka_unit_test(test_read_bibtex__parts_inherit),
        cmocka_unit_test(test_read_bibtex__a_broken_entry_harms_no_other),
        cmocka_unit_test(test_read_bibtex__exports_of_databases),
        cmocka_unit_test(test_read_bibtex__addresses_in_other_fields),
        cmocka_unit_test(test_read_bibtex__prose_with_entries_is_no_bibliography),
        cmocka_unit_test(test_read_bibtex__a_quote_that_is_not_closed_ends_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
