/* test_crf.c: training by each method, decoding against brute force, confidence. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"

#include "learn/crf.h"
#include "learn/linear.h"
#include "learn/train.h"

static const char *const names[] = { "low", "high", "end" };

/* A little language: values below 5 are "low", others "high"; what follows a "high" is "end", whatever its value. */
static void add_sequence(rxc_dataset *data, const unsigned *value, size_t n)
{
    uint32_t begin[64], key[128];
    uint64_t allowed[64];
    unsigned label = 0;
    for (size_t t = 0; t < n; t++) {
        begin[t] = (uint32_t)t * 2;
        key[t * 2] = value[t] * 7919u + 13, key[t * 2 + 1] = 4242;
        label = label == 1 ? 2 : value[t] >= 5;
        allowed[t] = UINT64_C(1) << label;
    }
    begin[n] = (uint32_t)n * 2;
    rxc_dataset_add(data, (rxc_sequence){ n, begin, key }, allowed);
}

static rxc_dataset make_data(void)
{
    rxc_dataset data = { 0 };
    unsigned state = 1, value[12];
    for (int s = 0; s < 200; s++) {
        for (size_t t = 0; t < 12; t++) state = state * 1103515245u + 12345, value[t] = state >> 16 & 7;
        add_sequence(&data, value, 12);
    }
    rxc_dataset_index(&data, 1);
    return data;
}

static void temporary(char path[32])
{
    strcpy(path, "/tmp/rxcite_test_XXXXXX");
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
}

static rxc_model *train(const rxc_dataset *data, rxc_train_method method)
{
    char path[32];
    rxc_model *model = NULL;
    rxc_err err = { 0 };
    rxc_train_options options = { .method = method, .labels = 3, .epochs = 20, .rate = 0.2f, .l2 = 0.01f, .seed = 7 };
    rxc_weights w = rxc_train(data, &options);
    temporary(path);
    assert_int_equal(rxc_model_write(path, "test", 3, &w, names, 0, &err), RXC_OK);
    assert_int_equal(rxc_model_open(path, "test", 3, &model, &err), RXC_OK);
    unlink(path);
    rxc_weights_clear(&w);
    return model;
}

static void test_crf__learns_states_and_transitions_by_every_method(void **state)
{
    (void)state;
    rxc_dataset data = make_data();
    for (rxc_train_method method = 0; method < RXC_TRAIN_METHODS; method++) {
        rxc_model *model = train(&data, method);
        uint32_t begin[] = { 0, 2, 4, 6, 8 };
        uint32_t key[] = { 1 * 7919 + 13, 4242, 7 * 7919 + 13, 4242, 2 * 7919 + 13, 4242, 6 * 7919 + 13, 4242 };
        uint8_t label[4];
        float confidence[4];
        Arena scratch = { 0 };
        rxc_crf_decode(model, &scratch, (rxc_sequence){ 4, begin, key }, NULL, label, confidence);
        assert_int_equal(label[0], 0);
        assert_int_equal(label[1], 1);
        assert_int_equal(label[2], 2);
        assert_int_equal(label[3], 1);
        for (size_t t = 0; t < 4; t++) assert_true(confidence[t] > 0 && confidence[t] <= 1);
        arena_clear(&scratch);
        rxc_model_close(model);
    }
    rxc_dataset_clear(&data);
}

/* --- against brute force ---------------------------------------------------------------------------------------- */

static rxc_weights random_weights(unsigned *state, uint32_t rows)
{
    rxc_dataset data = { 0 };
    uint32_t begin[] = { 0, rows }, key[64];
    uint64_t any = 7;
    for (uint32_t i = 0; i < rows; i++) key[i] = i * 2654435761u;
    rxc_dataset_add(&data, (rxc_sequence){ 1, begin, key }, &any);
    rxc_dataset_index(&data, 1);
    rxc_weights w = rxc_weights_new(&data, 3);
    for (size_t i = 0; i < w.rows * w.stride; i++)
        if (i % w.stride < 3) *state = *state * 1103515245u + 12345, w.state[i] = (float)(*state >> 16 & 255) / 64 - 2;
    for (size_t i = 0; i < 3 * w.stride; i++)
        if (i % w.stride < 3) *state = *state * 1103515245u + 12345, w.transition[i] = (float)(*state >> 16 & 255) / 64 - 2;
    rxc_dataset_clear(&data);
    return w;
}

static int score_of(const rxc_model *model, rxc_sequence q, const uint8_t *label)
{
    int sum = 0;
    for (size_t t = 0; t < q.tokens; t++) {
        for (uint32_t i = q.begin[t]; i < q.begin[t + 1]; i++) {
            const int8_t *row = rxc_model_row(model, q.key[i]);
            if (row) sum += row[label[t]];
        }
        if (t) sum += model->transition[label[t - 1] * model->stride + label[t]];
    }
    return sum;
}

static int best_by_trying(const rxc_model *model, rxc_sequence q, const uint64_t *allowed)
{
    int best = INT32_MIN;
    for (unsigned code = 0; code < 243; code++) {
        uint8_t label[5];
        bool ok = true;
        unsigned rest = code;
        for (size_t t = 0; t < 5; t++, rest /= 3) label[t] = (uint8_t)(rest % 3), ok = ok && (allowed[t] >> label[t] & 1);
        int score = score_of(model, q, label);
        if (ok && score > best) best = score;
    }
    return best;
}

static void test_crf__decodes_what_trying_all_finds(void **unused)
{
    (void)unused;
    unsigned state = 99;
    for (int round = 0; round < 50; round++) {
        char path[32];
        rxc_model *model = NULL;
        rxc_err err = { 0 };
        Arena scratch = { 0 };
        rxc_weights w = random_weights(&state, 10);
        temporary(path);
        assert_int_equal(rxc_model_write(path, "test", 1, &w, names, 0, &err), RXC_OK);
        assert_int_equal(rxc_model_open(path, "test", 1, &model, &err), RXC_OK);
        unlink(path);
        uint32_t begin[] = { 0, 2, 4, 6, 8, 10 }, key[10];
        uint64_t allowed[5];
        uint8_t label[5];
        for (size_t i = 0; i < 10; i++) state = state * 1103515245u + 12345, key[i] = (state >> 16) % 12 * 2654435761u;
        for (size_t t = 0; t < 5; t++) state = state * 1103515245u + 12345, allowed[t] = (state >> 16) % 7 + 1;
        rxc_sequence q = { 5, begin, key };
        rxc_crf_decode(model, &scratch, q, allowed, label, NULL);
        for (size_t t = 0; t < 5; t++) assert_true(allowed[t] >> label[t] & 1);
        assert_int_equal(score_of(model, q, label), best_by_trying(model, q, allowed));
        arena_clear(&scratch);
        rxc_model_close(model);
        rxc_weights_clear(&w);
    }
}

static void test_crf__partly_known_labels_are_learnt_as_far_as_known(void **unused)
{
    (void)unused;
    rxc_dataset data = { 0 };
    uint32_t begin[] = { 0, 1, 2 }, a[] = { 1, 2 }, b[] = { 2, 1 };
    uint64_t known[] = { 1, 2 }, vague[] = { 7, 1 };
    for (int i = 0; i < 30; i++) {
        rxc_dataset_add(&data, (rxc_sequence){ 2, begin, a }, known);
        rxc_dataset_add(&data, (rxc_sequence){ 2, begin, b }, vague);
    }
    rxc_dataset_index(&data, 1);
    rxc_model *model = train(&data, RXC_TRAIN_SGD);
    uint8_t label[2];
    Arena scratch = { 0 };
    rxc_crf_decode(model, &scratch, (rxc_sequence){ 2, begin, b }, NULL, label, NULL);
    assert_int_equal(label[1], 0);
    arena_clear(&scratch);
    rxc_model_close(model);
    rxc_dataset_clear(&data);
}

static void test_linear__tells_examples_apart(void **unused)
{
    (void)unused;
    rxc_dataset data = { 0 };
    uint32_t begin[] = { 0, 2 }, a[] = { 10, 30 }, b[] = { 20, 30 };
    uint64_t first = 1, second = 2;
    for (int i = 0; i < 20; i++) {
        rxc_dataset_add(&data, (rxc_sequence){ 1, begin, a }, &first);
        rxc_dataset_add(&data, (rxc_sequence){ 1, begin, b }, &second);
    }
    rxc_dataset_index(&data, 1);
    rxc_model *model = train(&data, RXC_TRAIN_SGD);
    float p[3];
    assert_int_equal(rxc_linear_classify(model, a, 2, p), 0);
    assert_true(p[0] > 0.9f);
    assert_int_equal(rxc_linear_classify(model, b, 2, p), 1);
    assert_true(p[0] + p[1] + p[2] > 0.999f && p[0] + p[1] + p[2] < 1.001f);
    rxc_model_close(model);
    rxc_dataset_clear(&data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_crf__learns_states_and_transitions_by_every_method),
        cmocka_unit_test(test_crf__decodes_what_trying_all_finds),
        cmocka_unit_test(test_crf__partly_known_labels_are_learnt_as_far_as_known),
        cmocka_unit_test(test_linear__tells_examples_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
