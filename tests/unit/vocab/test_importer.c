/* test_importer.c: every import format against its case in tests/golden/importers, whole and damaged.
 *
 * A case is a folder with the input files, out.tsv (what comes out) and said.txt (what is told about it). With
 * RXCITE_UPDATE=1 in the environment the expected files are written instead of compared. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fmemopen, open_memstream */
#include "unit.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "flow/vocab.h"
#include "vocab/settle.h"
#include "vocab/sheet.h"

#define CASES "tests/golden/importers"
enum { FILE_MAX = 1 << 20, MUTATIONS = 250 /* of each input file */ };

static void note(void *context, const char *sentence) { buf_printf(context, "%s\n", sentence); }

static void inputs_of(Arena *arena, const char *name, rxc_vocab_paths *out)
{
    glob_t files = { 0 };
    glob(arena_printf(arena, CASES "/%s/[0-9]*", name).p, 0, NULL, &files);
    for (size_t i = 0; i < files.gl_pathc; i++) *vec_push(arena, out) = arena_cstr(arena, str_from(files.gl_pathv[i]));
    globfree(&files);
}

static void write_file(const char *path, Str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    if (bytes.n) fwrite(bytes.p, 1, bytes.n, file);
    fclose(file);
}

static void compare_with(Arena *arena, const char *path, Str actual)
{
    Str expected = { 0 };
    if (getenv("RXCITE_UPDATE")) {
        write_file(path, actual);
        return;
    }
    assert_int_equal(rxc_file_read(path, FILE_MAX, arena, &expected, NULL), RXC_OK);
    if (!str_eq(expected, actual)) print_error("%s differs\n", path);
    assert_str(actual, arena_cstr(arena, expected));
}

static void run_case(Arena *arena, const char *name)
{
    char path[] = "/tmp/rxcite-import-XXXXXX";
    int fd = mkstemp(path);
    Buf said = { 0 };
    Str out;
    rxc_err err = { 0 };
    rxc_vocab_paths paths = { 0 };
    rxc_vocab_import job = { .output = path, .overwrite = true, .tell = note, .complain = note, .context = &said };
    assert_true(fd >= 0);
    inputs_of(arena, name, &paths);
    assert_true(paths.n > 0); /* each row of the table owns a case */
    rxc_status status = rxc_vocab_run_import(&job, &paths, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, RXC_OK);
    assert_int_equal(rxc_file_read(path, FILE_MAX, arena, &out, &err), RXC_OK);
    compare_with(arena, arena_printf(arena, CASES "/%s/out.tsv", name).p, out);
    compare_with(arena, arena_printf(arena, CASES "/%s/said.txt", name).p, buf_str(&said));
    buf_clear(&said);
    close(fd);
    unlink(path);
}

static void test_importer__each_row_gives_its_case(void **state)
{
    (void)state;
    for (size_t i = 0; rxc_importers[i]; i++) {
        Arena arena = { 0 };
        run_case(&arena, rxc_importers[i]->name);
        arena_clear(&arena);
    }
}

static void test_importer__content_tells_the_format(void **state)
{
    (void)state;
    for (size_t i = 0; rxc_importers[i]; i++) {
        Arena arena = { 0 };
        rxc_vocab_paths paths = { 0 };
        inputs_of(&arena, rxc_importers[i]->name, &paths);
        for (size_t k = 0; k < paths.n; k++) {
            Str head;
            assert_int_equal(rxc_file_read(paths.v[k], FILE_MAX, &arena, &head, NULL), RXC_OK);
            for (size_t j = 0; rxc_importers[j]; j++) assert_int_equal(rxc_importers[j]->part(head) > 0, i == j);
        }
        arena_clear(&arena);
    }
}

/* --- damaged input ----------------------------------------------------------------------------------------------- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Some bytes changed, a piece left out or said twice, or the end cut off. */
static Str mutate(Arena *arena, Str in, uint32_t seed)
{
    static const char odd[] = "|$\",:\t\n \"<>&[]=\\\x00\xC3\xFF-A1";
    uint32_t kind = next_random(&seed) % 4;
    size_t at = next_random(&seed) % in.n, n = next_random(&seed) % 40;
    Str head = str_take(in, at), rest = str_drop(in, at);
    if (kind == 1) return arena_printf(arena, "%.*s%.*s", STR_ARG(head), STR_ARG(str_drop(rest, n)));
    if (kind == 2) return arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(head), STR_ARG(str_take(rest, n)), STR_ARG(rest));
    if (kind == 3) return arena_str(arena, head);
    char *bytes = arena_cstr(arena, in);
    for (size_t i = 0; i < n % 8 + 1; i++)
        bytes[next_random(&seed) % in.n] = odd[next_random(&seed) % (sizeof odd - 1)];
    return (Str){ bytes, in.n };
}

/* Read as the format says, however it looks; what comes out passes the audit. */
static void import_bytes(const rxc_importer *importer, Str bytes, int part)
{
    Arena arena = { 0 };
    rxc_import import = { .arena = &arena };
    rxc_settle settle = { .arena = &arena };
    rxc_feed feed;
    char *out = NULL;
    size_t n = 0;
    FILE *in = bytes.n ? fmemopen(arena_cstr(&arena, bytes), bytes.n, "rb") : tmpfile();
    rxc_feed_init(&feed, in, "damaged");
    importer->read(&import, &feed, part);
    rxc_feed_close(&feed, NULL);
    if (importer->end) importer->end(&import);
    rxc_settle_add(&settle, &import, str_from(importer->source));
    rxc_settle_end(&settle);
    FILE *file = open_memstream(&out, &n);
    rxc_sheet_write_header(file);
    for (size_t i = 0; i < settle.entries.n; i++) rxc_sheet_write(file, settle.entries.v[i].p);
    fclose(file);
    rxc_audit audit = { .arena = &arena };
    rxc_feed_init(&feed, fmemopen(out, n, "rb"), "out");
    rxc_audit_file(&audit, &feed);
    rxc_audit_end(&audit);
    rxc_feed_close(&feed, NULL);
    if (audit.findings.n)
        print_error("%s, %.*s\n%.*s\n", importer->name, STR_ARG(audit.findings.v[0].text), STR_ARG(bytes));
    assert_int_equal(audit.findings.n, 0);
    free(out);
    arena_clear(&arena);
}

static void test_importer__damaged_input_gives_a_sound_vocabulary(void **state)
{
    (void)state;
    for (size_t i = 0; rxc_importers[i]; i++) {
        Arena arena = { 0 };
        rxc_vocab_paths paths = { 0 };
        inputs_of(&arena, rxc_importers[i]->name, &paths);
        for (size_t k = 0; k < paths.n; k++) {
            Str whole;
            assert_int_equal(rxc_file_read(paths.v[k], FILE_MAX, &arena, &whole, NULL), RXC_OK);
            for (uint32_t m = 0; m < MUTATIONS; m++)
                import_bytes(rxc_importers[i], mutate(&arena, whole, m * 7919 + 13), rxc_importers[i]->part(whole));
        }
        arena_clear(&arena);
    }
}

static void test_importer__a_huge_line_is_a_fault_and_the_rest_is_read(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_import import = { .arena = &arena };
    rxc_feed feed;
    FILE *in = tmpfile();
    fputs("*NEWRECORD\nMH = ", in);
    for (int i = 0; i < 3 << 20; i++) fputc('x', in);
    fputs("\nMH = Exemplary Ache\nMN = C23.888.999\nUI = D999900\n", in);
    rewind(in);
    rxc_feed_init(&feed, in, "huge");
    rxc_importer_find(S("mesh"))->read(&import, &feed, 1);
    rxc_feed_close(&feed, NULL);
    assert_int_equal(import.fault_count, 1);
    assert_str(import.faults.v[0], "huge:2: longer than 1048576 bytes");
    assert_int_equal(import.entries.n, 1);
    assert_str(import.entries.v[0].p->name, "Exemplary Ache");
    arena_clear(&arena);
}

static void test_importer__an_unknown_format_is_wrong_use(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_vocab_paths paths = { 0 };
    rxc_vocab_import job = { .format = "mash", .output = "-" };
    *vec_push(&arena, &paths) = CASES "/mesh/1.bin";
    assert_int_equal(rxc_vocab_run_import(&job, &paths, &err), RXC_USAGE);
    job.format = "obo";
    err = (rxc_err){ 0 };
    assert_int_equal(rxc_vocab_run_import(&job, &paths, &err), RXC_INPUT);
    job.format = NULL;
    paths.v[0] = "CMakeLists.txt";
    err = (rxc_err){ 0 };
    assert_int_equal(rxc_vocab_run_import(&job, &paths, &err), RXC_INPUT);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_importer__each_row_gives_its_case),
        cmocka_unit_test(test_importer__content_tells_the_format),
        cmocka_unit_test(test_importer__damaged_input_gives_a_sound_vocabulary),
        cmocka_unit_test(test_importer__a_huge_line_is_a_fault_and_the_rest_is_read),
        cmocka_unit_test(test_importer__an_unknown_format_is_wrong_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
