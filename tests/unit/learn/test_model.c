/* test_model.c: model files: refused when damaged, cut off, foreign, or of another version. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"

#include "base/file.h"
#include "learn/model.h"

static const char *const names[] = { "a", "b" };

static Str make_file(Arena *arena)
{
    char path[] = "/tmp/rxcite_test_XXXXXX";
    rxc_dataset data = { 0 };
    uint32_t begin[] = { 0, 100 }, key[100];
    uint64_t any = 3;
    rxc_err err = { 0 };
    Str bytes;
    close(mkstemp(path));
    for (uint32_t i = 0; i < 100; i++) key[i] = i * 977 + 5;
    rxc_dataset_add(&data, (rxc_sequence){ 1, begin, key }, &any);
    rxc_dataset_index(&data, 1);
    rxc_weights w = rxc_weights_new(&data, 2);
    for (size_t i = 0; i < w.rows; i++) w.state[i * w.stride] = (float)i / 100, w.state[i * w.stride + 1] = -1;
    assert_int_equal(rxc_model_write(path, "test", 1, &w, names, 0, &err), RXC_OK);
    assert_int_equal(rxc_file_read(path, 1 << 20, arena, &bytes, &err), RXC_OK);
    unlink(path);
    rxc_weights_clear(&w);
    rxc_dataset_clear(&data);
    return bytes;
}

static void test_model__keeps_weights_and_names(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_model *model = NULL;
    Str bytes = make_file(&arena);
    size_t known = 0;
    assert_int_equal(rxc_model_read(bytes, "x", "test", 1, &model, NULL), RXC_OK);
    assert_int_equal(rxc_model_label(model, "b"), 1);
    assert_int_equal(rxc_model_label(model, "c"), 2);
    for (uint32_t i = 0; i < 100; i++) {
        const int8_t *row = rxc_model_row(model, i * 977 + 5);
        known += row != NULL;
        if (row) assert_int_equal(row[1], -127);
        if (row) assert_int_equal(row[0], (int)((double)i * 1.27 + 0.5));
    }
    assert_true(known > 90);
    rxc_model_close(model);
    arena_clear(&arena);
}

static void test_model__refuses_any_changed_byte_and_any_other_length(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str bytes = make_file(&arena);
    rxc_model *model = NULL;
    char *copy = arena_alloc(&arena, bytes.n + 16);
    for (size_t i = 0; i < bytes.n; i++) {
        memcpy(copy, bytes.p, bytes.n);
        copy[i] = (char)(copy[i] ^ 0x41);
        rxc_err err = { 0 };
        assert_int_equal(rxc_model_read((Str){ copy, bytes.n }, "x", "test", 1, &model, &err), RXC_DATA);
    }
    memcpy(copy, bytes.p, bytes.n);
    for (size_t n = 0; n < bytes.n; n++)
        assert_int_equal(rxc_model_read((Str){ copy, n }, "x", "test", 1, &model, NULL), RXC_DATA);
    assert_int_equal(rxc_model_read((Str){ copy, bytes.n + 16 }, "x", "test", 1, &model, NULL), RXC_DATA);
    arena_clear(&arena);
}

static void test_model__says_what_is_wrong(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str bytes = make_file(&arena);
    rxc_model *model = NULL;
    rxc_err foreign = { 0 }, other = { 0 }, old = { 0 }, none = { 0 };
    assert_int_equal(rxc_model_read(S("GIF89a, which is quite something else than a model, however long it may be"), "x.bin",
                                    "test", 1, &model, &foreign), RXC_DATA);
    assert_string_equal(foreign.text, "x.bin: not a model file");
    assert_int_equal(rxc_model_read(bytes, "x.bin", "refs", 1, &model, &other), RXC_DATA);
    assert_string_equal(other.text, "x.bin: not a model of kind \"refs\"");
    assert_int_equal(rxc_model_read(bytes, "x.bin", "test", 2, &model, &old), RXC_DATA);
    assert_non_null(strstr(old.text, "train it anew"));
    assert_int_equal(rxc_model_open("/nonexistent/model.bin", "test", 1, &model, &none), RXC_DATA);
    assert_int_equal(rxc_model_open("/", "test", 1, &model, NULL), RXC_DATA);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_model__keeps_weights_and_names),
        cmocka_unit_test(test_model__refuses_any_changed_byte_and_any_other_length),
        cmocka_unit_test(test_model__says_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
