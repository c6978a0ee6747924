/* test_train_concepts.c: what the models of concepts learn of texts in which not everything is marked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* mkstemp */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "flow/train_concepts.h"

static void take_loss(void *context, size_t epoch, double loss)
{
    (void)epoch;
    *(double *)context = loss;
}

/* How badly a model fits these lines after one round; what may be labelled in several ways fits better. */
static double loss_of(rxc_concept_model model, const char *lines)
{
    char input[] = "/tmp/rxcite-texts-XXXXXX", output[] = "/tmp/rxcite-model-XXXXXX";
    const char *const inputs[] = { input };
    int in = mkstemp(input), out = mkstemp(output);
    double loss = -1;
    rxc_err err = { 0 };
    assert_true(in >= 0 && out >= 0);
    assert_int_equal(write(in, lines, strlen(lines)), strlen(lines));
    close(in), close(out);
    rxc_concepts_training training = { .model = model, .data_dir = RXCITE_SOURCE_DIR "/data", .inputs = inputs, .n_inputs = 1, .model_path = output,
                                       .except = { RXC_NO_FOLD, RXC_NO_FOLD }, .epochs = 1, .progress = take_loss, .context = &loss };
    rxc_status status = rxc_concepts_train(&training, &err);
    unlink(input), unlink(output);
    if (status) fail_msg("%s", err.text);
    assert_true(loss >= 0);
    return loss;
}

#define TEXT "\"text\": \"Dupilumab caused conjunctivitis in a man with asthma.\""
#define MARKED "\"entities\": [{\"type\": \"drug\", \"start\": 0, \"end\": 9}, {\"type\": \"reaction\", \"start\": 17, \"end\": 31}]"
#define RELATED "\"relations\": [{\"type\": \"adverse_effect\", \"drug\": 0, \"reaction\": 1}]"
#define TWICE(line) line "\n" line "\n" /* features that stand once are left out */

static void test_train_concepts__treated_disorders_may_be_unmarked(void **state)
{
    (void)state;
    double closed = loss_of(RXC_TRAIN_EVENT, TWICE("{" TEXT ", " MARKED "}")),
           open = loss_of(RXC_TRAIN_EVENT, TWICE("{" TEXT ", " MARKED ", \"open\": \"treated\"}"));
    assert_true(open < closed);
}

static void test_train_concepts__a_text_without_marks_is_closed(void **state)
{
    (void)state;
    double closed = loss_of(RXC_TRAIN_EVENT, TWICE("{" TEXT "}")), open = loss_of(RXC_TRAIN_EVENT, TWICE("{" TEXT ", \"open\": \"treated\"}"));
    assert_true(open == closed);
}

static void test_train_concepts__what_lists_name_may_be_unmarked(void **state)
{
    (void)state;
    double closed = loss_of(RXC_TRAIN_MENTION, TWICE("{" TEXT ", \"entities\": []}")),
           open = loss_of(RXC_TRAIN_MENTION, TWICE("{" TEXT ", \"entities\": [], \"open\": \"listed\"}"));
    assert_true(open < closed);
}

static void test_train_concepts__what_no_list_names_is_not_open(void **state)
{
    (void)state;
    double closed = loss_of(RXC_TRAIN_MENTION, TWICE("{\"text\": \"The ship left the harbour.\"}")),
           open = loss_of(RXC_TRAIN_MENTION, TWICE("{\"text\": \"The ship left the harbour.\", \"open\": \"listed\"}"));
    assert_true(open == closed);
}

static void test_train_concepts__an_unmarked_pair_may_be_of_treatment(void **state)
{
    (void)state;
    double closed = loss_of(RXC_TRAIN_PAIR, TWICE("{" TEXT ", " MARKED "}")),
           open = loss_of(RXC_TRAIN_PAIR, TWICE("{" TEXT ", " MARKED ", \"open\": \"treated\"}"));
    assert_true(open < closed);
}

static void test_train_concepts__relations_are_learnt(void **state)
{
    (void)state;
    double none = loss_of(RXC_TRAIN_PAIR, TWICE("{" TEXT ", " MARKED "}")), adverse = loss_of(RXC_TRAIN_PAIR, TWICE("{" TEXT ", " MARKED ", " RELATED "}"));
    assert_true(none != adverse);
}

static void test_train_concepts__a_bad_line_is_told(void **state)
{
    (void)state;
    char input[] = "/tmp/rxcite-texts-XXXXXX";
    const char *const inputs[] = { input };
    int in = mkstemp(input);
    rxc_err err = { 0 };
    static const char lines[] = "{\"text\": \"Fever.\"}\n{\"words\": 1}\n";
    assert_int_equal(write(in, lines, sizeof lines - 1), sizeof lines - 1);
    close(in);
    rxc_concepts_training training = { .model = RXC_TRAIN_EVENT, .data_dir = RXCITE_SOURCE_DIR "/data", .inputs = inputs, .n_inputs = 1,
                                       .model_path = "/dev/null", .except = { RXC_NO_FOLD, RXC_NO_FOLD } };
    assert_int_equal(rxc_concepts_train(&training, &err), RXC_INPUT);
    unlink(input);
    assert_non_null(strstr(err.text, ":2: no JSON object with a text"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_train_concepts__treated_disorders_may_be_unmarked),
        cmocka_unit_test(test_train_concepts__a_text_without_marks_is_closed),
        cmocka_unit_test(test_train_concepts__what_lists_name_may_be_unmarked),
        cmocka_unit_test(test_train_concepts__what_no_list_names_is_not_open),
        cmocka_unit_test(test_train_concepts__an_unmarked_pair_may_be_of_treatment),
        cmocka_unit_test(test_train_concepts__relations_are_learnt),
        cmocka_unit_test(test_train_concepts__a_bad_line_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
