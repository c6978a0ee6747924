/* test_kind.c: what kind of document the words of its head and its sections make it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/kind.h"

#include "unit/read/document.h"

static void check(const char *source, rxc_doc_kind kind)
{
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, str_from(source), "a.txt");
    if (doc->kind != kind) fail_msg("%s, not %s: %.60s", rxc_doc_kind_name(doc->kind), rxc_doc_kind_name(kind), source);
    arena_clear(&arena);
}

static void test_kind__of_articles(void **state)
{
    (void)state;
    check("Rash after a medicine\n\nDear Editor,\n\nWe present a case of rash.\n", RXC_DOC_LETTER);
    check("LETTER TO THE EDITOR\n\nRash after a medicine\n\nText of it.\n", RXC_DOC_LETTER);
    check("Rash after a medicine: a case report\n\nText of it.\n", RXC_DOC_CASE_REPORT);
    check("Rash after a medicine\n\nA 40-year-old woman came with a rash.\n", RXC_DOC_CASE_REPORT);
    check("Rash after medicines: a case series\n\nText of it.\n", RXC_DOC_CASE_SERIES);
    check("Rash after medicines: a systematic review\n\nText of it.\n", RXC_DOC_REVIEW);
    check("A medicine for rash: a randomised trial\n\nText of it.\n", RXC_DOC_TRIAL);
    check("A medicine for rash\n\nMethods\n\nWe asked.\n\nResults\n\nThey said.\n", RXC_DOC_RESEARCH);
}

static void test_kind__of_pages(void **state)
{
    (void)state;
    check("How SKINOVA works\n\nSKINOVA heals, says the Prescribing Information. SKINOVA does.\n", RXC_DOC_LABEL);
    check("Rash after a medicine\n\nTLDR The medicine may cause a rash.\n\nDiscuss this study\n", RXC_DOC_WEB_SUMMARY);
    check("<html><body><h1>Rustdoc</h1><p>MAKEFLAGS and MAKEFLAGS, MAKEFLAGS MAKEFLAGS MAKEFLAGS MAKEFLAGS</p>",
          RXC_DOC_WEB_PAGE);
    check("A text of its own\n\nThat speaks of nothing.\n", RXC_DOC_UNKNOWN);
}

static void test_kind__of_types_that_sources_name(void **state)
{
    (void)state;
    assert_int_equal(rxc_kind_of_type(S("case-report")), RXC_DOC_CASE_REPORT);
    assert_int_equal(rxc_kind_of_type(S("Systematic Review")), RXC_DOC_REVIEW);
    assert_int_equal(rxc_kind_of_type(S("book-review")), RXC_DOC_UNKNOWN);
    assert_int_equal(rxc_kind_of_type(S("research-article")), RXC_DOC_RESEARCH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kind__of_articles),
        cmocka_unit_test(test_kind__of_pages),
        cmocka_unit_test(test_kind__of_types_that_sources_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
