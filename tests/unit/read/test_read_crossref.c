/* test_read_crossref.c: Crossref's JSON: works, references, updates; JSON that is hostile. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

/* One work with more members. */
#define WORK(more) "{\"message-type\":\"work\",\"message\":{\"DOI\":\"10.1/a\",\"title\":[\"A work\"]" more "}}"

static void test_read_crossref__references_in_both_forms(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S(WORK(",\"reference-count\":4,\"reference\":[{\"key\":\"1\",\"unstructured\":\"Roe J. Ducts. J Water. 2011;4:55.\",\"author\":\"Roe\",\"DOI\":\"10.1/b\"},"
                                    "{\"key\":\"2\",\"author\":\"van der Meer\",\"year\":\"2012a\",\"first-page\":\"17\",\"volume\":\"5\",\"journal-title\":\"J Water\"},{\"key\":\"3\"}]")),
                             "a.json");
    assert_str(doc->format, "crossref");
    assert_int_equal(doc->references_stated, 4);
    assert_int_equal(doc->entries.n, 2);
    assert_false(doc->entries.v[0].complete);
    assert_str(doc->entries.v[0].work.doi, "10.1/b");
    assert_int_equal(doc->entries.v[0].work.authors.n, 0);
    assert_true(doc->entries.v[1].complete);
    assert_str(doc->entries.v[1].work.authors.v[0].family, "van der Meer");
    assert_true(doc->entries.v[1].work.et_al);
    assert_int_equal(doc->entries.v[1].work.issued.year, 2012);
    assert_int_equal(doc->entries.v[1].work.type, RXC_WORK_ARTICLE);
    arena_clear(&arena);
}

static void test_read_crossref__updates_of_both_sides(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S(WORK(",\"update-to\":[{\"DOI\":\"10.1/b\",\"type\":\"correction\"},{\"DOI\":\"10.1/c\",\"type\":\"new_edition\"}],"
                                    "\"updated-by\":[{\"DOI\":\"10.1/d\",\"type\":\"expression_of_concern\"},{\"DOI\":\"10.1/e\",\"label\":\"Retraction\"},{\"DOI\":\"10.1/e\",\"type\":\"retraction\"}]")),
                             "a.json");
    assert_int_equal(doc->notices.n, 3);
    assert_int_equal(doc->notices.v[0].kind, RXC_NOTICE_CORRECTION);
    assert_true(doc->notices.v[0].by_this);
    assert_str(doc->notices.v[0].work.doi, "10.1/b");
    assert_int_equal(doc->notices.v[1].kind, RXC_NOTICE_CONCERN);
    assert_false(doc->notices.v[1].by_this);
    assert_int_equal(doc->notices.v[2].kind, RXC_NOTICE_RETRACTION);
    arena_clear(&arena);
}

static void test_read_crossref__tags_of_abstracts_go(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(WORK(",\"abstract\":\"<jats:title>Abstract</jats:title><jats:p>One &lt; two,<jats:sup>2</jats:sup> a<b.</jats:p>\\n <jats:sec><jats:title>Methods</jats:title><jats:p>Three</jats:p></jats:sec>\"")), "a.json");
    assert_str(doc->work.abstract, "One < two,2 a<b.\nMethods: Three");
    arena_clear(&arena);
}

static void test_read_crossref__dates_of_print_count_first(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(WORK(",\"issued\":{\"date-parts\":[[2018,12,30]]},\"published-print\":{\"date-parts\":[[2019]]}")), "a.json");
    assert_int_equal(doc->work.issued.year, 2019);
    doc = read_text(&arena, S(WORK(",\"issued\":{\"date-parts\":[[null]]},\"created\":{\"date-parts\":[[2017,1,2]]}")), "a.json");
    assert_int_equal(doc->work.issued.year, 2017);
    arena_clear(&arena);
}

static void test_read_crossref__odd_escapes_lose_one_character_only(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(WORK(",\"volume\":\"a\\ud83dz\\u0000\\udE00\\uD83D\\uDE00\\\\u0000\\uXY\",\"issue\":\"x\xFFy\",\"volume\":\"again\"")), "a.json");
    assert_str(doc->work.volume, "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\xF0\x9F\x98\x80\\u0000\xEF\xBF\xBDXY");
    assert_str(doc->work.issue, "x\xC3\xBFy");
    assert_int_equal(doc->diags.n, 2);
    arena_clear(&arena);
}

static rxc_status try_read(Arena *arena, Str source, rxc_err *err)
{
    rxc_doc *doc;
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    *err = (rxc_err){ 0 };
    return rxc_read(source, S("a.json"), &limits, arena, &doc, err);
}

static void test_read_crossref__deep_nesting_is_refused_with_its_place(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err;
    Str deep = arena_printf(&arena, "{\"message-type\":\"work\",\"message\":{\"DOI\":\"10.1/a\",\n\"x\":%0*d%0*d}}", 1000, 0, 1000, 0);
    char *bytes = arena_cstr(&arena, deep);
    size_t b = str_find(deep, S("\"x\":")) + 4;
    memset(bytes + b, '[', 1000), memset(bytes + b + 1000, ']', 1000);
    assert_int_equal(try_read(&arena, (Str){ bytes, deep.n }, &err), RXC_LIMIT);
    assert_string_equal(err.text, "a.json:2: nested deeper than the limit of 256");
    assert_int_equal(try_read(&arena, S(WORK(",\"x\":tru")), &err), RXC_INPUT);
    arena_clear(&arena);
}

static void test_read_crossref__a_comment_cites_its_article(void **state)
{
    Arena arena = { 0 };
    (void)state;
    rxc_doc *doc = read_text(&arena, S("{\"DOI\":\"10.1000/x\",\"type\":\"journal-article\",\"title\":[\"A letter\"],\"reference-count\":1,\"reference\":[{\"key\":\"1\",\"DOI\":\"10.1000/Y\"}],"
                                       "\"relation\":{\"is-comment-on\":[{\"id-type\":\"doi\",\"id\":\"10.1000/y\"},{\"id-type\":\"doi\",\"id\":\"10.1000/z\"}],"
                                       "\"has-review\":[{\"id-type\":\"doi\",\"id\":\"10.1000/w\"}]}}"), "a.json");
    assert_int_equal(doc->entries.n, 2);
    assert_int_equal(doc->references_stated, 2);
    assert_str(doc->entries.v[1].work.doi, "10.1000/z");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_crossref__references_in_both_forms),
        cmocka_unit_test(test_read_crossref__updates_of_both_sides),
        cmocka_unit_test(test_read_crossref__tags_of_abstracts_go),
        cmocka_unit_test(test_read_crossref__dates_of_print_count_first),
        cmocka_unit_test(test_read_crossref__odd_escapes_lose_one_character_only),
        cmocka_unit_test(test_read_crossref__deep_nesting_is_refused_with_its_place),
        cmocka_unit_test(test_read_crossref__a_comment_cites_its_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
