/* test_inputs.c: paths become files, folders in byte order; what cannot be followed says why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "flow/inputs.h"

static char root[] = "/tmp/rxcite-inputs-XXXXXX";

static const char *under(Arena *arena, const char *name) { return arena_printf(arena, "%s/%s", root, name).p; }

static int make_tree(void **state)
{
    (void)state;
    Arena arena = { 0 };
    static const char *const files[] = { "b.txt", "a.md", ".hidden", "sub/c.html" };
    if (!mkdtemp(root)) return -1;
    mkdir(under(&arena, "sub"), 0777);
    for (size_t i = 0; i < 4; i++) fclose(fopen(under(&arena, files[i]), "w"));
    int failed = symlink("..", under(&arena, "sub/up"));
    arena_clear(&arena);
    return failed;
}

static int remove_tree(void **state)
{
    (void)state;
    Arena arena = { 0 };
    static const char *const files[] = { "b.txt", "a.md", ".hidden", "sub/c.html", "sub/up" };
    for (size_t i = 0; i < 5; i++) unlink(under(&arena, files[i]));
    rmdir(under(&arena, "sub"));
    arena_clear(&arena);
    return rmdir(root);
}

static void test_inputs__folders_are_read_in_byte_order_without_loops(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_inputs inputs = { 0 };
    const char *paths[] = { root, "-" };
    rxc_inputs_find(&arena, paths, 2, &inputs);
    static const char *const names[] = { "a.md", "b.txt", "c.html", "standard input" };
    assert_int_equal(inputs.n, 4);
    for (size_t i = 0; i < 4; i++) assert_str(inputs.v[i].name, names[i]);
    arena_clear(&arena);
}

static void test_inputs__a_folder_can_leave_names_out(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_inputs inputs = { 0 };
    const char *list = under(&arena, RXC_INPUTS_IGNORE), *paths[] = { root, under(&arena, "b.txt") };
    FILE *file = fopen(list, "w");
    assert_non_null(file);
    fputs("# not these\n\n  b.*\r\n", file);
    fclose(file);
    rxc_inputs_find(&arena, paths, 2, &inputs);
    unlink(list);
    static const char *const names[] = { "a.md", "c.html", "b.txt" }; /* the last one was asked for by its name */
    assert_int_equal(inputs.n, 3);
    for (size_t i = 0; i < 3; i++) assert_str(inputs.v[i].name, names[i]);
    arena_clear(&arena);
}

static void test_inputs__a_link_to_nowhere_has_a_problem(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_inputs inputs = { 0 };
    const char *link = under(&arena, "sub/nowhere"), *path = under(&arena, "sub");
    assert_int_equal(symlink("missing", link), 0);
    rxc_inputs_find(&arena, &path, 1, &inputs);
    unlink(link);
    assert_int_equal(inputs.n, 2);
    assert_str(inputs.v[1].name, "nowhere");
    assert_str(inputs.v[1].problem, "No such file or directory");
    arena_clear(&arena);
}

static void test_inputs__a_missing_path_is_an_input_with_a_problem(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_inputs inputs = { 0 };
    const char *path = "/nonexistent/report.pdf";
    rxc_inputs_find(&arena, &path, 1, &inputs);
    assert_int_equal(inputs.n, 1);
    assert_str(inputs.v[0].name, "report.pdf");
    assert_str(inputs.v[0].problem, "No such file or directory");
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inputs__folders_are_read_in_byte_order_without_loops),
        cmocka_unit_test(test_inputs__a_folder_can_leave_names_out),
        cmocka_unit_test(test_inputs__a_link_to_nowhere_has_a_problem),
        cmocka_unit_test(test_inputs__a_missing_path_is_an_input_with_a_problem),
    };
    return cmocka_run_group_tests(tests, make_tree, remove_tree);
}
