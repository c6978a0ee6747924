/* test_vocab.c: vocabularies are loaded whole or refused with the line; forms stand for their term as they should. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "concept/vocab.h"

#define HEADER "id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource\n"

typedef struct fixture {
    Arena arena;
    rxc_words *words;
    rxc_vocab vocab;
    rxc_err err;
} fixture;

/* Load a folder with one file of these bytes. */
static rxc_status load(fixture *f, const char *bytes)
{
    *f = (fixture){ 0 };
    char folder[] = "/tmp/rxcite-vocab-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t.tsv", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
    f->words = rxc_words_new(&f->arena);
    rxc_status status = rxc_vocab_load(&f->vocab, folder, NULL, f->words, &f->arena, &f->err);
    remove(path);
    rmdir(folder);
    return status;
}

static void refused(const char *bytes, const char *place, const char *reason)
{
    fixture f;
    assert_int_equal(load(&f, bytes), RXC_DATA);
    assert_non_null(strstr(f.err.text, place));
    assert_non_null(strstr(f.err.text, reason));
    arena_clear(&f.arena);
}

static Str name_of(fixture *f, const char *text)
{
    uint32_t term = rxc_vocab_lookup(&f->vocab, f->words, str_from(text), RXC_PHRASE);
    return term == RXC_NO_TERM ? S("-") : f->vocab.terms.v[term].name;
}

/* Load a folder with one file, and one more beside it. */
static rxc_status load_more(fixture *f, const char *bytes, const char *more)
{
    *f = (fixture){ 0 };
    char folder[] = "/tmp/rxcite-vocab-XXXXXX", paths[2][64], list[160];
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 2; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s", folder, i ? "more.txt" : "t.tsv");
        FILE *file = fopen(paths[i], "w");
        assert_non_null(file);
        fputs(i ? more : bytes, file);
        fclose(file);
    }
    snprintf(list, sizeof list, "%s:", paths[1]);
    f->words = rxc_words_new(&f->arena);
    rxc_status status = rxc_vocab_load(&f->vocab, folder, list, f->words, &f->arena, &f->err);
    remove(paths[0]);
    remove(paths[1]);
    rmdir(folder);
    return status;
}

#define HEADER_CODES "id\ttype\tname\tsynonyms\tbrands\tshort\tclass\tsource\tcodes\n"

static void test_vocab__more_files_add_wordings_codes_and_concepts(void **state)
{
    (void)state;
    fixture f;
    assert_int_equal(load_more(&f, HEADER "drug:a\tdrug\tfictolol\t\t\t\tx\tx\n",
                               HEADER_CODES "drug:a\tdrug\tfictolol\told fictolol\t\t\tx\ty\tATC:C07\n"
                                            "drug:b\tdrug\texemplomycin\t\t\t\tx\ty\tMeSH:D1|ATC:J01\n"),
                     RXC_OK);
    assert_int_equal(f.vocab.terms.n, 2);
    assert_str(name_of(&f, "old fictolol"), "fictolol");
    assert_str(f.vocab.terms.v[rxc_vocab_term(&f.vocab, S("drug:a"))].codes, "ATC:C07");
    assert_str(f.vocab.terms.v[rxc_vocab_term(&f.vocab, S("drug:b"))].codes, "MeSH:D1|ATC:J01");
    arena_clear(&f.arena);
}

static void test_vocab__an_id_of_another_type_is_refused(void **state)
{
    (void)state;
    fixture f;
    assert_int_equal(load_more(&f, HEADER "drug:a\tdrug\taa\t\t\t\tx\tx\n", HEADER "drug:a\tdisorder\tbb\t\t\t\tx\tx\n"), RXC_DATA);
    assert_non_null(strstr(f.err.text, "more.txt:2: the id is that of a concept of another type"));
    arena_clear(&f.arena);
}

static void test_vocab__a_short_form_goes_before_a_wording(void **state)
{
    (void)state;
    fixture f;
    assert_int_equal(load(&f, HEADER "disorder:pain\tdisorder\tpain\taches\t\t\tx\tx\n"
                                     "drug:acetylcholine\tdrug\tacetylcholine\t\t\tACh\tx\tx\n"),
                     RXC_OK);
    assert_str(name_of(&f, "ACh"), "acetylcholine");
    assert_str(name_of(&f, "aches"), "pain");
    arena_clear(&f.arena);
}

static void test_vocab__every_form_names_its_term(void **state)
{
    (void)state;
    fixture f;
    assert_int_equal(load(&f, HEADER "drug:dupilumab\tdrug\tdupilumab\tREGN668\tDupixent\t\tinterleukin inhibitors\tx\n"
                                     "disorder:ad\tdisorder\tatopic dermatitis\tatopic eczema\t\tAD?\tskin\tx\n"
                                     "disorder:aids\tdisorder\tAIDS-related complex\t\t\tARC|AIDS\timmune\tx\r\n"),
                     RXC_OK);
    assert_str(name_of(&f, "Dupixent"), "dupilumab");
    assert_str(name_of(&f, "DUPIXENT"), "dupilumab");
    assert_str(name_of(&f, "Atopic Eczemas"), "atopic dermatitis");
    assert_str(name_of(&f, "AD"), "-");
    assert_str(name_of(&f, "AIDS"), "AIDS-related complex");
    assert_str(name_of(&f, "aids"), "-");
    assert_str(name_of(&f, "dupilumab therapy"), "-");
    assert_int_equal(rxc_vocab_term(&f.vocab, S("disorder:ad")), 1);
    assert_true(rxc_vocab_term(&f.vocab, S("disorder:none")) == RXC_NO_TERM);
    arena_clear(&f.arena);
}

static void test_vocab__wrong_tables_are_refused_with_their_line(void **state)
{
    (void)state;
    refused("id\tname\n", "t.tsv:1", "header");
    refused("", "t.tsv:1", "header");
    refused(HEADER "drug:a\tdrug\ta\n", "t.tsv:2", "columns");
    refused(HEADER "\n# note\ndrug:a\tgas\ta\t\t\t\tc\tx\n", "t.tsv:4", "unknown type: gas");
    refused(HEADER "\tdrug\ta\t\t\t\tc\tx\n", "t.tsv:2", "no id");
    refused(HEADER "drug:a\tdrug\t\t\t\t\tc\tx\n", "t.tsv:2", "no name");
    refused(HEADER "drug:a\tdrug\ta\t\t\t\tc\tx\nd:b\tdrug\tb\t\t\t\tc\tx\ndrug:a\tdrug\tc\t\t\t\tc\tx\n", "t.tsv:4",
            "the id drug:a is there twice, first in");
    refused(HEADER "drug:a\tdrug\tM\xE9ni\t\t\t\tc\tx\n", "t.tsv:2", "invalid UTF-8");
}

static void test_vocab__a_folder_without_tables_is_refused(void **state)
{
    (void)state;
    fixture f = { 0 };
    f.words = rxc_words_new(&f.arena);
    assert_int_equal(rxc_vocab_load(&f.vocab, "/nonexistent", NULL, f.words, &f.arena, &f.err), RXC_DATA);
    assert_non_null(strstr(f.err.text, "/nonexistent"));
    arena_clear(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vocab__every_form_names_its_term),
        cmocka_unit_test(test_vocab__more_files_add_wordings_codes_and_concepts),
        cmocka_unit_test(test_vocab__an_id_of_another_type_is_refused),
        cmocka_unit_test(test_vocab__a_short_form_goes_before_a_wording),
        cmocka_unit_test(test_vocab__wrong_tables_are_refused_with_their_line),
        cmocka_unit_test(test_vocab__a_folder_without_tables_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
