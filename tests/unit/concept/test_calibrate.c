/* test_calibrate.c: curves are read, fitted, and keep the order of scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* mkstemp */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "concept/calibrate.h"

static rxc_status load(const char *rows, rxc_curve *curves, rxc_err *err)
{
    Arena arena = { 0 };
    char path[] = "/tmp/rxcite-curves-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    fprintf(file, "model\tslope\toffset\n%s", rows);
    fclose(file);
    rxc_status status = rxc_calibrate_load(curves, path, &arena, err);
    unlink(path);
    arena_clear(&arena);
    return status;
}

static void test_calibrate__a_curve_is_read_and_applied(void **state)
{
    (void)state;
    rxc_curve curves[RXC_CURVES];
    rxc_err err = { 0 };
    assert_int_equal(load("treats\t0.5\t0\n", curves, &err), RXC_OK);
    assert_float_equal(rxc_calibrate_score(curves[RXC_CURVE_TREATS], 0.9f), 0.75f, 1e-4f); /* odds 9 to 3 */
    assert_float_equal(rxc_calibrate_score(curves[RXC_CURVE_TREATS], 0.5f), 0.5f, 1e-4f);
    assert_float_equal(rxc_calibrate_score(curves[RXC_CURVE_DOCUMENT], 0.9f), 0.9f, 0);
    assert_true(rxc_calibrate_score(curves[RXC_CURVE_TREATS], 1) < 1 && rxc_calibrate_score(curves[RXC_CURVE_TREATS], 0) > 0);
}

static void test_calibrate__a_wrong_row_is_refused_with_its_line(void **state)
{
    (void)state;
    rxc_curve curves[RXC_CURVES];
    rxc_err err = { 0 };
    assert_int_equal(load("treats\t0.5\t0\nverb\t1\t0\n", curves, &err), RXC_DATA);
    assert_non_null(strstr(err.text, ":3: "));
    assert_int_equal(load("treats\tsteep\t0\n", curves, &err), RXC_DATA);
    assert_int_equal(load("treats\t-1\t0\n", curves, &err), RXC_DATA);
    assert_int_equal(load("treats\t1\tnan\n", curves, &err), RXC_DATA);
}

static void test_calibrate__a_few_that_all_hold_give_a_curve_all_the_same(void **state)
{
    (void)state;
    const float chance[] = { 0.6f, 0.8f, 0.9f };
    const bool held[] = { true, true, true };
    rxc_curve curve = rxc_calibrate_fit(chance, held, 3);
    assert_true(curve.slope > 0 && curve.slope < 10 && curve.offset > 0 && curve.offset < 10);
}

static void test_calibrate__the_fit_makes_scores_hold(void **state)
{
    (void)state;
    enum { N = 400 };
    float chance[N];
    bool held[N];
    for (size_t i = 0; i < N; i++) { /* of those at 0.9 three in four hold, of those at 0.2 two in five */
        chance[i] = i % 2 ? 0.9f : 0.2f;
        held[i] = i % 2 ? (i / 2) % 4 != 0 : (i / 2) % 5 < 2;
    }
    rxc_curve curve = rxc_calibrate_fit(chance, held, N);
    assert_float_equal(rxc_calibrate_score(curve, 0.9f), 0.75f, 0.01f);
    assert_float_equal(rxc_calibrate_score(curve, 0.2f), 0.4f, 0.01f);
    curve = rxc_calibrate_fit(chance, held, 0);
    assert_float_equal(rxc_calibrate_score(curve, 0.3f), 0.3f, 0.01f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calibrate__a_curve_is_read_and_applied),
        cmocka_unit_test(test_calibrate__a_wrong_row_is_refused_with_its_line),
        cmocka_unit_test(test_calibrate__a_few_that_all_hold_give_a_curve_all_the_same),
        cmocka_unit_test(test_calibrate__the_fit_makes_scores_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
