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
    rxc_status status = rxc_vocab_load(&f->vocab, folder, f->words, &f->arena, &f->err);
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
    refused(HEADER "drug:a\tdrug\ta\t\t\t\tc\tx\nd:b\tdrug\tb\t\t\t\tc\tx\ndrug:a\tdrug\tc\t\t\t\tc\tx\n", "drug:a", "twice");
}

static void test_vocab__a_folder_without_tables_is_refused(void **state)
{
    (void)state;
    fixture f = { 0 };
    f.words = rxc_words_new(&f.arena);
    assert_int_equal(rxc_vocab_load(&f.vocab, "/nonexistent", f.words, &f.arena, &f.err), RXC_DATA);
    assert_non_null(strstr(f.err.text, "/nonexistent"));
    arena_clear(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vocab__every_form_names_its_term),
        cmocka_unit_test(test_vocab__wrong_tables_are_refused_with_their_line),
        cmocka_unit_test(test_vocab__a_folder_without_tables_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
