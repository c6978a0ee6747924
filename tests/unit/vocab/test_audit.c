/* test_audit.c: what the audit of vocabularies finds, and that the shipped ones are sound. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fmemopen */
#include "unit.h"

#include "flow/vocab.h"

#define HEADER "id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource\n"

static void look(rxc_audit *audit, const char *name, const char *text)
{
    rxc_feed feed;
    char *copy = arena_cstr(audit->arena, str_from(text));
    rxc_feed_init(&feed, fmemopen(copy, strlen(text), "rb"), name);
    rxc_audit_file(audit, &feed);
    rxc_feed_close(&feed, NULL);
}

/* The first finding in one file, or "". */
static void expect(const char *text, const char *finding)
{
    Arena arena = { 0 };
    rxc_audit audit = { .arena = &arena };
    look(&audit, "v.tsv", text);
    rxc_audit_end(&audit);
    assert_str(audit.findings.n ? audit.findings.v[0].text : S(""), finding);
    arena_clear(&arena);
}

static void test_audit__a_sound_file_has_no_findings(void **state)
{
    (void)state;
    expect(HEADER "disorder:rash\tdisorder\trash\tskin rash|eruption\t\tRS\tskin\trxcite\n"
                  "drug:fictolol\tdrug\tfictolol\t\tFictopress\tFL?\tbeta blocking agents\trxcite\n",
           "");
    expect("id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource\tcodes\n"
           "disorder:rash\tdisorder\trash\t\t\t\tskin\trxcite\tMeSH:D005076|MedDRA:10037844\n",
           "");
}

static void test_audit__header_and_columns(void **state)
{
    (void)state;
    expect("", "v.tsv:1: empty: not even a header");
    expect("id\ttype\tname\tsynonyms\tbrands\tshort\tklass\tsource\n", "v.tsv:1: no column class");
    expect("id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource\tcolour\n", "v.tsv:1: unknown column \"colour\"");
    expect("id\tname\ttype\tsynonyms\tbrands\tshort\tclass\tsource\n",
           "v.tsv:1: column name is not in its place: it is number 2, not 3");
    expect(HEADER "disorder:rash\tdisorder\trash\n", "v.tsv:2: 3 columns, but the header has 8");
    expect(HEADER "disorder:rash\tdisorder\tr\xC3\t\t\t\tskin\trxcite\n", "v.tsv:2: invalid UTF-8 at byte 25");
}

static void test_audit__ids(void **state)
{
    (void)state;
    expect(HEADER "drug:rash\tdisorder\trash\t\t\t\tskin\trxcite\n",
           "v.tsv:2: the id drug:rash does not begin with its type, disorder:");
    expect(HEADER "disorder:Rash_x\tdisorder\trash\t\t\t\tskin\trxcite\n",
           "v.tsv:2: the id disorder:Rash_x is not made of small letters, digits and single hyphens");
    expect(HEADER "plant:oak\tplant\toak\t\t\t\ttrees\trxcite\n", "v.tsv:2: unknown type \"plant\"");
    expect(HEADER "drug:a\tdrug\taa\t\t\t\tx\trxcite\ndrug:a\tdrug\tbb\t\t\t\tx\trxcite\n",
           "v.tsv:3: the id drug:a is also in v.tsv:2");
    expect(HEADER "drug:b\tdrug\tbb\t\t\t\tx\trxcite\ndrug:a\tdrug\taa\t\t\t\tx\trxcite\n",
           "v.tsv:3: the row is not sorted: drug:a goes before drug:b");
    expect(HEADER "drug:a\tdrug\taa\t\t\t\t\trxcite\n", "v.tsv:2: drug:a has no class");
    expect(HEADER "drug:a\tdrug\t\t\t\t\tx\trxcite\n", "v.tsv:2: drug:a has no name");
}

static void test_audit__wordings_of_two_concepts(void **state)
{
    (void)state;
    expect(HEADER
           "disorder:a\tdisorder\toedema\t\t\t\tx\trxcite\ndisorder:b\tdisorder\tswelling\tEdemas\t\t\tx\trxcite\n",
           "v.tsv:3: the wording \"Edemas\" is also that of disorder:a (v.tsv:2)");
    expect(HEADER "drug:a\tdrug\tbeta-blocker\t\t\t\tx\trxcite\ndrug:b\tdrug\tbetablockers\t\t\t\tx\trxcite\n",
           "v.tsv:3: the wording \"betablockers\" is also that of drug:a (v.tsv:2)");
    expect(HEADER "drug:a\tdrug\taa\t!\t\t\tx\trxcite\n", "v.tsv:2: the wording \"!\" has no word, or more than 16");
    expect(HEADER "drug:a\tdrug\taa\tbb||cc\t\t\tx\trxcite\n", "v.tsv:2: an empty item among the synonyms");
}

static void test_audit__wordings_of_two_files(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_audit audit = { .arena = &arena };
    look(&audit, "one.tsv", HEADER "drug:a\tdrug\tinsulin\t\t\t\tx\trxcite\n");
    look(&audit, "two.tsv", HEADER "disorder:a\tdisorder\tinsulin\t\t\t\tx\trxcite\n");
    rxc_audit_end(&audit);
    assert_int_equal(audit.findings.n, 1);
    assert_str(audit.findings.v[0].text, "two.tsv:2: the wording \"insulin\" is also that of drug:a (one.tsv:2)");
    arena_clear(&arena);
}

static void test_audit__short_forms(void **state)
{
    (void)state;
    expect(HEADER "disorder:a\tdisorder\taa\t\t\tMS\tx\trxcite\ndisorder:b\tdisorder\tbb\t\t\tMS\tx\trxcite\n",
           "v.tsv:3: the short form MS is also that of disorder:a (v.tsv:2); mark the weaker one with a ?");
    expect(HEADER "disorder:a\tdisorder\taa\t\t\tMS\tx\trxcite\ndisorder:b\tdisorder\tbb\t\t\tMS?|Ms\tx\trxcite\n", "");
    expect(HEADER "disorder:a\tdisorder\taa\t\t\tPAIN\tx\trxcite\ndisorder:b\tdisorder\tPAIN\t\t\t\tx\trxcite\n",
           "v.tsv:2: the short form PAIN is a wording of disorder:b (v.tsv:3)");
    expect("id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource\tcodes\n"
           "disorder:a\tdisorder\taa\t\t\t\tx\trxcite\tD005076\n",
           "v.tsv:2: the code \"D005076\" is not SYSTEM:CODE");
}

static void test_audit__the_shipped_vocabularies_are_sound(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_vocab_paths paths = { 0 };
    rxc_audit audit;
    rxc_err err = { 0 };
    *vec_push(&arena, &paths) = RXCITE_SOURCE_DIR "/data/vocab/disorders.tsv";
    *vec_push(&arena, &paths) = RXCITE_SOURCE_DIR "/data/vocab/drugs.tsv";
    assert_int_equal(rxc_vocab_check(&arena, &paths, &audit, &err), RXC_OK);
    for (size_t i = 0; i < audit.findings.n; i++) print_error("%.*s\n", STR_ARG(audit.findings.v[i].text));
    assert_int_equal(audit.findings.n, 0);
    assert_true(audit.concepts.n > 6500);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_audit__a_sound_file_has_no_findings),
        cmocka_unit_test(test_audit__header_and_columns),
        cmocka_unit_test(test_audit__ids),
        cmocka_unit_test(test_audit__wordings_of_two_concepts),
        cmocka_unit_test(test_audit__wordings_of_two_files),
        cmocka_unit_test(test_audit__short_forms),
        cmocka_unit_test(test_audit__the_shipped_vocabularies_are_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
