/* test_effect.c: what is known of drugs and of their classes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* mkstemp */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "concept/effect.h"

typedef struct Known {
    Arena arena;
    rxc_words *words;
    rxc_vocab vocab;
    rxc_effects effects;
} Known;

static void open_vocab(Known *k)
{
    rxc_err err = { 0 };
    *k = (Known){ 0 };
    k->words = rxc_words_new(&k->arena);
    assert_int_equal(rxc_vocab_load(&k->vocab, RXCITE_SOURCE_DIR "/data/vocab", NULL, k->words, &k->arena, &err), RXC_OK);
}

static rxc_status load(Known *k, const char *rows, rxc_err *err)
{
    char path[] = "/tmp/rxcite-effects-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    fprintf(file, "subject\trelation\tdisorders\n%s", rows);
    fclose(file);
    rxc_status status = rxc_effect_load(&k->effects, path, &k->vocab, k->words, &k->arena, err);
    unlink(path);
    return status;
}

static uint32_t term(const Known *k, const char *id) { return rxc_vocab_term(&k->vocab, str_from(id)); }

static unsigned knows(const Known *k, const char *drug, const char *disorder)
{
    return rxc_effect_known(&k->effects, term(k, drug), term(k, disorder));
}

static void test_effect__of_a_drug_or_of_its_class(void **state)
{
    (void)state;
    Known k;
    rxc_err err = { 0 };
    open_vocab(&k);
    assert_int_equal(load(&k, "bleomycin\tcauses\tpneumonitis|pulmonary fibrosis\naminoglycosides\tcauses\tnephrotoxicity\n"
                              "aminoglycosides\ttreats\tpneumonia\n", &err), RXC_OK);
    assert_int_equal(knows(&k, "drug:bleomycin", "disorder:pneumonitis"), RXC_KNOWN_CAUSES);
    assert_int_equal(knows(&k, "drug:gentamicin", "disorder:nephrotoxicity"), RXC_KNOWN_CAUSES);
    assert_int_equal(knows(&k, "drug:gentamicin", "disorder:pneumonia"), RXC_KNOWN_TREATS);
    assert_int_equal(knows(&k, "drug:bleomycin", "disorder:nephrotoxicity"), 0);
    assert_int_equal(rxc_effect_known(&k.effects, RXC_NO_TERM, RXC_NO_TERM), 0);
    arena_clear(&k.arena);
}

static void test_effect__of_the_narrower_kinds_of_a_disorder(void **state)
{
    (void)state;
    Known k;
    rxc_err err = { 0 };
    open_vocab(&k);
    assert_int_equal(load(&k, "azathioprine\tcauses\tpancreatitis\n", &err), RXC_OK);
    assert_int_equal(knows(&k, "drug:azathioprine", "disorder:acute-pancreatitis"), RXC_KNOWN_CAUSES);
    assert_int_equal(rxc_effect_nature(&k.effects, term(&k, "disorder:acute-pancreatitis")), RXC_NATURE_REACTION);
    arena_clear(&k.arena);
}

static void test_effect__what_a_disorder_mostly_is(void **state)
{
    (void)state;
    Known k;
    rxc_err err = { 0 };
    open_vocab(&k);
    assert_int_equal(load(&k, "bleomycin\tcauses\tfever|rash\ngentamicin\tcauses\tfever|rash\nphenytoin\tcauses\tfever\n"
                              "ibuprofen\ttreats\tfever|gout\nphenytoin\ttreats\tepilepsy\nvalproate\tcauses\tepilepsy\n", &err), RXC_OK);
    assert_int_equal(rxc_effect_nature(&k.effects, term(&k, "disorder:rash")), RXC_NATURE_REACTION);
    assert_int_equal(rxc_effect_nature(&k.effects, term(&k, "disorder:fever")), RXC_NATURE_RATHER_REACTION);
    assert_int_equal(rxc_effect_nature(&k.effects, term(&k, "disorder:epilepsy")), RXC_NATURE_BOTH);
    assert_int_equal(rxc_effect_nature(&k.effects, term(&k, "disorder:gout")), RXC_NATURE_TREATED);
    assert_int_equal(rxc_effect_nature(&k.effects, term(&k, "disorder:asthma")), RXC_NATURE_UNKNOWN);
    assert_int_equal(rxc_effect_nature(&k.effects, RXC_NO_TERM), RXC_NATURE_UNKNOWN);
    arena_clear(&k.arena);
}

static void test_effect__unknown_names_are_refused_with_their_line(void **state)
{
    (void)state;
    Known k;
    rxc_err err = { 0 };
    open_vocab(&k);
    assert_int_equal(load(&k, "bleomycin\tcauses\tpneumonitis\nbleomycin\tcauses\tzorbosis\n", &err), RXC_DATA);
    assert_non_null(strstr(err.text, ":3: "));
    assert_int_equal(load(&k, "zorvanidine\tcauses\tpneumonitis\n", &err), RXC_DATA);
    assert_int_equal(load(&k, "bleomycin\tlikes\tpneumonitis\n", &err), RXC_DATA);
    arena_clear(&k.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_effect__of_a_drug_or_of_its_class),
        cmocka_unit_test(test_effect__of_the_narrower_kinds_of_a_disorder),
        cmocka_unit_test(test_effect__what_a_disorder_mostly_is),
        cmocka_unit_test(test_effect__unknown_names_are_refused_with_their_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
