/* test_tagger.c: training the tagger from tagged references, and parsing with what was trained. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"

#include "refs/gold.h"
#include "refs/refs.h"
#include "refs/train.h"

/* Facts from PubMed; three styles. */
static const char examples[] =
    "{\"raw\":\"Simpson EL, Bieber T. Two phase 3 trials of dupilumab. N Engl J Med. 2016;375(24):2335-48.\",\"gold\":"
    "{\"author\":[{\"family\":\"Simpson\",\"given\":\"EL\"},{\"family\":\"Bieber\",\"given\":\"T\"}],"
    "\"title\":\"Two phase 3 trials of dupilumab\",\"container-title\":\"N Engl J Med\",\"year\":\"2016\","
    "\"volume\":\"375\",\"issue\":\"24\",\"page\":\"2335-48\"}}\n"
    "{\"raw\":\"Wollenberg, A., & Beck, L. A. (2018). Conjunctivitis in dupilumab trials. British Journal of Dermatology, "
    "182, 1120.\",\"gold\":{\"author\":[{\"family\":\"Wollenberg\",\"given\":\"A.\"},{\"family\":\"Beck\",\"given\":"
    "\"L. A.\"}],\"title\":\"Conjunctivitis in dupilumab trials\",\"container-title\":\"British Journal of Dermatology\","
    "\"year\":\"2018\",\"volume\":\"182\",\"page\":\"1120\"}}\n"
    "{\"raw\":\"Blauvelt A, et al. Long-term management. Lancet 2017;389:2287.\",\"gold\":{\"author\":[{\"family\":"
    "\"Blauvelt\",\"given\":\"A\"}],\"et_al\":true,\"title\":\"Long-term management\",\"container-title\":\"Lancet\","
    "\"year\":\"2017\",\"volume\":\"389\",\"page\":\"2287\"}}\n";

static void write_temporary(char path[32], const char *text)
{
    strcpy(path, "/tmp/rxcite_test_XXXXXX");
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), (ssize_t)strlen(text));
    close(file);
}

static void test_gold__aligns_fields_with_tokens(void **state)
{
    (void)state;
    char path[32];
    Arena arena = { 0 };
    rxc_golds golds = { 0 };
    rxc_tokens tokens;
    write_temporary(path, examples);
    assert_int_equal(rxc_gold_read(path, &arena, &golds, NULL), RXC_OK);
    unlink(path);
    assert_int_equal(golds.n, 3);
    rxc_token_split(&arena, golds.v[2].raw, &tokens);
    uint64_t *allowed = rxc_gold_align(&golds.v[2], &tokens, &arena);
    static const rxc_state expected[] = {
        RXC_STATE_family,      RXC_STATE_given,         RXC_STATE_name_sep, RXC_STATE_et_al,  RXC_STATE_et_al,
        RXC_STATE_et_al,       RXC_STATE_title_begin,   RXC_STATE_title,    RXC_STATE_title,  RXC_STATE_title,
        RXC_STATE_title_end,   RXC_STATE_container_begin, RXC_STATE_date,   RXC_STATE_date_end, RXC_STATE_volume,
        RXC_STATE_volume_end,  RXC_STATE_page,          RXC_STATE_page_end,
    };
    assert_int_equal(tokens.n, sizeof expected / sizeof *expected);
    for (size_t t = 0; t < tokens.n; t++) assert_int_equal(allowed[t], UINT64_C(1) << expected[t]);
    arena_clear(&arena);
}

static void test_gold__names_file_and_line_of_what_is_no_gold(void **state)
{
    (void)state;
    char path[32];
    Arena arena = { 0 };
    rxc_golds golds = { 0 };
    rxc_err err = { 0 };
    write_temporary(path, "{\"raw\":\"a\",\"gold\":{}}\n\n{\"raw\":1}\n");
    assert_int_equal(rxc_gold_read(path, &arena, &golds, &err), RXC_DATA);
    assert_non_null(strstr(err.text, ":3: "));
    unlink(path);
    arena_clear(&arena);
}

static void train(const char *input, const char *model)
{
    rxc_err err = { 0 };
    rxc_refs_training training = { .inputs = &input, .n_inputs = 1, .model_path = model, .epochs = 30, .min_count = 1 };
    assert_int_equal(rxc_refs_train(&training, &err), RXC_OK);
    assert_int_equal(training.references, 3);
}

static void test_tagger__parses_after_training(void **state)
{
    (void)state;
    char input[32], model[32];
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    Arena arena = { 0 };
    rxc_reference ref = { 0 };
    write_temporary(input, examples);
    write_temporary(model, "");
    train(input, model);
    assert_int_equal(rxc_refs_open(model, &parser, &err), RXC_OK);
    rxc_refs_parse(parser, &arena, S("Paller AS, Kabashima K. Dupilumab in children. Lancet. 2021;398(3):908-19."), &ref);
    assert_int_equal(ref.work.authors.n, 2);
    assert_str(ref.work.authors.v[1].family, "Kabashima");
    assert_str(ref.work.title, "Dupilumab in children");
    assert_str(ref.work.container, "Lancet");
    assert_int_equal(ref.work.issued.year, 2021);
    assert_str(ref.work.volume, "398");
    rxc_refs_close(parser);
    unlink(input), unlink(model);
    arena_clear(&arena);
}

static void test_tagger__refuses_a_damaged_model(void **state)
{
    (void)state;
    char input[32], model[32];
    rxc_refs_parser *parser = NULL;
    rxc_err err = { 0 };
    write_temporary(input, examples);
    write_temporary(model, "");
    train(input, model);
    FILE *file = fopen(model, "r+b");
    assert_non_null(file);
    fseek(file, 3000, SEEK_SET);
    fputs("damage", file);
    fclose(file);
    assert_int_equal(rxc_refs_open(model, &parser, &err), RXC_DATA);
    assert_non_null(strstr(err.text, "damaged"));
    unlink(input), unlink(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gold__aligns_fields_with_tokens),
        cmocka_unit_test(test_gold__names_file_and_line_of_what_is_no_gold),
        cmocka_unit_test(test_tagger__parses_after_training),
        cmocka_unit_test(test_tagger__refuses_a_damaged_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
