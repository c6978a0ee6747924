/* test_read_pubmedtext.c: PubMed's texts for people. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"
#include "read/source.h"

/* Lines at which the entries begin: "1 9 " */
static Str lines(Arena *arena, Str bytes)
{
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    rxc_sources *sources = rxc_sources_open(rxc_stream_bytes(bytes), S("a.txt"), &limits);
    rxc_source source;
    rxc_err err = { 0 };
    Str out = { 0 };
    while (rxc_sources_next(sources, arena, &source, &err)) out = arena_printf(arena, "%.*s%zu ", STR_ARG(out), source.line);
    rxc_sources_close(sources);
    return out;
}

static void test_read_pubmedtext__entries_begin_with_the_next_number(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(lines(&arena, S("7. J A. 2019;1:2.\n\nTitle.\n\n8. is no entry.\n\n\n8 x\n\n\n12. no\n\nPMID: 12345\n\n\n8. J B. 2018;1:2.\n\nTitle.\n\nPMID: 12346\n")), "1 16 ");
    assert_str(lines(&arena, S("\r\n1: Wu L. A title of some words. J A. 2019;1:2. PMID: 12345.\r\n\r\n2: Roe J. B. J A. 2018;1:2.\r\n3: x")), "2 4 ");
    arena_clear(&arena);
}

static void test_read_pubmedtext__titles_end_as_they_do(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("1: Wu L, Roe J. Rash in 2019. A review? J A. 2020 May;1(2):3-4. doi:\n10.1000/x. Epub 2019 May 1. PMID: 12345.\n"), "a.txt");
    assert_str(doc->format, "pubmedtext");
    assert_str(doc->work.title, "Rash in 2019. A review?");
    assert_str(doc->work.container, "J A");
    assert_int_equal(doc->work.issued.year, 2020);
    assert_int_equal(doc->work.authors.n, 2);
    assert_str(doc->work.doi, "10.1000/x");
    arena_clear(&arena);
}

static void test_read_pubmedtext__links_are_references_and_notices(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("1. J A. 2019;1:2.\n\nA letter.\n\nWu L(1).\n\nComment on\n    J A. 2018;1:9.\n    J A. 2017;1:\n8.\n\nRetraction in\n    J A. 2020;1:2.\n\n"
                                       "Comment in\n    J A. 2020;1:3.\n\nWe comment on this: it is good.\n\nPMID: 12345\n"), "a.txt");
    assert_int_equal(doc->entries.n, 2);
    assert_str(doc->entries.v[1].work.page, "8");
    assert_int_equal(doc->blocks.v[doc->entries.v[0].block].line, 8);
    assert_int_equal(doc->notices.n, 1);
    assert_non_null(diag_of(doc, "citations.passed"));
    assert_str(doc->work.abstract, "We comment on this: it is good.");
    arena_clear(&arena);
}

static void test_read_pubmedtext__other_texts_are_not_its(void **state)
{
    static const char *const others[] = { "1. Introduction\n\nWords.\n\nPMID: none\n", "1: one\n2: two\n", "References\n\n1. Wu L. A. J A. 2019;1:2. PMID: 12345.\n", "1. \n", "1: PMID:\n" };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(str_eq(read_text(&arena, str_from(others[i]), "a.txt")->format, S("pubmedtext")));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_pubmedtext__entries_begin_with_the_next_number),
        cmocka_unit_test(test_read_pubmedtext__titles_end_as_they_do),
        cmocka_unit_test(test_read_pubmedtext__links_are_references_and_notices),
        cmocka_unit_test(test_read_pubmedtext__other_texts_are_not_its),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
