/* test_file.c: a file appears whole or not at all, and a fault names it and the system's reason. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

enum { ROOM = 4096 };

static char folder[] = "/tmp/rxcite-file-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state)
{
    (void)state;
    return rmdir(folder); /* fails when something was left behind */
}

/* Files larger than ROOM cannot be written, as on a full disk. */
static void limit_size(rlim_t bytes)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static rxc_status write_bytes(const char *path, size_t n, rxc_status said, rxc_err *err)
{
    rxc_output out;
    assert_int_equal(rxc_output_open(&out, path, false, err), RXC_OK);
    for (size_t i = 0; i < n; i++) putc('x', out.file);
    if (said) rxc_err_set(err, said, "the writer says so");
    return rxc_output_finish(&out, said, err);
}

static void test_file__what_was_written_whole_has_its_name(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    const char *path = arena_printf(&arena, "%s/whole", folder).p;
    assert_int_equal(write_bytes(path, 10, RXC_OK, &err), RXC_OK);
    assert_int_equal(unlink(path), 0);
    arena_clear(&arena);
}

static void test_file__a_full_disk_is_named_with_the_file_and_nothing_is_left(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    const char *path = arena_printf(&arena, "%s/full", folder).p;
    void (*before)(int) = signal(SIGXFSZ, SIG_IGN);
    limit_size(ROOM);
    assert_int_equal(write_bytes(path, 100 * ROOM, RXC_IO, &err), RXC_IO);
    limit_size(RLIM_INFINITY);
    signal(SIGXFSZ, before);
    assert_string_equal(err.text, arena_printf(&arena, "%s: File too large", path).p);
    assert_int_not_equal(access(path, F_OK), 0);
    arena_clear(&arena);
}

static void test_file__a_writer_that_fails_for_its_own_reason_is_heard(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    const char *path = arena_printf(&arena, "%s/none", folder).p;
    assert_int_equal(write_bytes(path, 10, RXC_DATA, &err), RXC_DATA);
    assert_string_equal(err.text, "the writer says so");
    assert_int_not_equal(access(path, F_OK), 0);
    arena_clear(&arena);
}

static void test_file__a_pipe_is_written_to_and_stays_one(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    struct stat info;
    char got[4] = { 0 };
    const char *path = arena_printf(&arena, "%s/pipe", folder).p;
    assert_int_equal(mkfifo(path, 0600), 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK);
    assert_int_equal(write_bytes(path, 3, RXC_OK, &err), RXC_OK);
    assert_int_equal(read(reader, got, sizeof got), 3);
    assert_string_equal(got, "xxx");
    assert_int_equal(stat(path, &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
    close(reader);
    unlink(path);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file__what_was_written_whole_has_its_name),
        cmocka_unit_test(test_file__a_full_disk_is_named_with_the_file_and_nothing_is_left),
        cmocka_unit_test(test_file__a_writer_that_fails_for_its_own_reason_is_heard),
        cmocka_unit_test(test_file__a_pipe_is_written_to_and_stays_one),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
