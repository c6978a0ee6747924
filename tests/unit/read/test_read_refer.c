/* test_read_refer.c: entries of EndNote's tagged files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"
#include "read/source.h"

static size_t count(Arena *arena, Str bytes)
{
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    rxc_sources *sources = rxc_sources_open(rxc_stream_bytes(bytes), S("a.enw"), &limits);
    rxc_source source;
    rxc_err err = { 0 };
    size_t n = 0;
    while (rxc_sources_next(sources, arena, &source, &err)) n++;
    rxc_sources_close(sources);
    assert_int_equal(err.status, RXC_OK);
    return n;
}

static void test_read_refer__entries_end_at_types_or_blank_lines(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_int_equal(count(&arena, S("%0 Journal Article\n%T One\n%X a\n\nb\n\n%A Wu, L\n%0 Book\n%T Two\n")), 2);
    assert_int_equal(count(&arena, S("\r\n%T One\r\n%A Wu, L\r\n\r\n\r\n%T Two\r\n%A Roe\r\n%D 2001")), 2);
    assert_int_equal(count(&arena, S("%0 Journal Article\n%T One\n")), 1);
    arena_clear(&arena);
}

static void test_read_refer__what_a_field_says_depends_on_the_type(void **state)
{
    Arena arena = { 0 };
    (void)state;
    const rxc_work *work = &read_text(&arena, S("%A Wu, Li\n%T Rash\n%B Reactions\n%E Roe, J\n%D 1998\n%P 5-\n"), "a")->work;
    assert_int_equal(work->type, RXC_WORK_CHAPTER);
    assert_str(work->container, "Reactions");
    assert_int_equal(work->editors.n, 1);
    work = &read_text(&arena, S("%0 Journal Article\n%T Rash\n%J J Test\n%D 2019\n%8 Nov 6\n%7 2019/10/01\n%M 12\n%U https://doi.org/10.1000/x\n"), "a")->work;
    assert_int_equal(work->issued.month, 11);
    assert_int_equal(work->issued.day, 6);
    assert_str(work->edition, "");
    assert_str(work->pmid, "12");
    assert_str(work->doi, "10.1000/x");
    work = &read_text(&arena, S("%0 Journal Article\n%T Rash\n%W Scopus\n%M 12\n"), "a")->work;
    assert_str(work->pmid, "");
    arena_clear(&arena);
}

static void test_read_refer__other_files_are_not_its(void **state)
{
    static const char *const others[] = { "%!PS-Adobe\n%%Title: x\n", "% A comment\n% T\n", "Text\n%T A\n%A B\n", "100 %\n" };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) assert_false(str_eq(read_text(&arena, str_from(others[i]), "a.txt")->format, S("refer")));
    rxc_doc *doc = read_text(&arena, S("%0 Journal Article\n%T Rash\n%_ x\n"), "a");
    assert_int_equal(diag_of(doc, "refer.tag")->line, 3);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_refer__entries_end_at_types_or_blank_lines),
        cmocka_unit_test(test_read_refer__what_a_field_says_depends_on_the_type),
        cmocka_unit_test(test_read_refer__other_files_are_not_its),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
