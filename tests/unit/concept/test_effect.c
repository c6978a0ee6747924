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

static bool knows(const Known *k, const char *drug, const char *disorder, rxc_relation relation)
{
    return rxc_effect_known(&k->effects, &k->vocab, rxc_vocab_term(&k->vocab, str_from(drug)),
                            rxc_vocab_term(&k->vocab, str_from(disorder)), relation);
}

static void test_effect__of_a_drug_or_of_its_class(void **state)
{
    (void)state;
    Known k;
    rxc_err err = { 0 };
    open_vocab(&k);
    assert_int_equal(load(&k, "bleomycin\tcauses\tpneumonitis|pulmonary fibrosis\naminoglycosides\tcauses\tnephrotoxicity\n"
                              "aminoglycosides\ttreats\tpneumonia\n", &err), RXC_OK);
    assert_true(knows(&k, "drug:bleomycin", "disorder:pneumonitis", RXC_ADVERSE_EFFECT));
    assert_true(knows(&k, "drug:gentamicin", "disorder:nephrotoxicity", RXC_ADVERSE_EFFECT));
    assert_true(knows(&k, "drug:gentamicin", "disorder:pneumonia", RXC_TREATS));
    assert_false(knows(&k, "drug:gentamicin", "disorder:pneumonia", RXC_ADVERSE_EFFECT));
    assert_false(knows(&k, "drug:bleomycin", "disorder:nephrotoxicity", RXC_ADVERSE_EFFECT));
    assert_false(rxc_effect_known(&k.effects, &k.vocab, RXC_NO_TERM, RXC_NO_TERM, RXC_TREATS));
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
        cmocka_unit_test(test_effect__unknown_names_are_refused_with_their_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
