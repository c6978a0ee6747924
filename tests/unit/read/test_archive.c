/* test_archive.c: members of archives. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "unit.h"
#include "zip.h"

enum { ROOM = 1 << 20 };

/* A tar of the members, compressed by a filter of libarchive. */
static Str tar_make(Arena *arena, const zip_member *members, size_t n, int filter)
{
    char *room = arena_alloc(arena, ROOM);
    size_t used = 0;
    struct archive *out = archive_write_new();
    archive_write_set_format_ustar(out);
    assert_int_equal(archive_write_add_filter(out, filter), ARCHIVE_OK);
    assert_int_equal(archive_write_open_memory(out, room, ROOM, &used), ARCHIVE_OK);
    for (size_t i = 0; i < n; i++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, members[i].name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, (la_int64_t)strlen(members[i].text));
        archive_write_header(out, entry);
        archive_write_data(out, members[i].text, strlen(members[i].text));
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    return (Str){ room, used };
}

static Str bytes_of(Arena *arena, rxc_stream stream, rxc_err *err)
{
    char *room = arena_alloc(arena, ROOM);
    size_t n = 0, got = 1;
    while (got && stream.read(stream.context, room + n, ROOM - n, &got, err) == RXC_OK) n += got;
    return (Str){ room, n };
}

/* "name=text, name=text, " or what is wrong */
static Str list(Arena *arena, Str bytes, const char *name)
{
    rxc_archive *archive;
    rxc_err err = { 0 };
    Str out = { 0 }, member;
    bool more;
    if (rxc_archive_open(rxc_stream_bytes(bytes), str_from(name), &archive, &err)) return arena_printf(arena, "%s", err.text);
    while (rxc_archive_next(archive, arena, &member, &more, &err) == RXC_OK && more) {
        Str text = bytes_of(arena, rxc_archive_member(archive), &err);
        out = arena_printf(arena, "%.*s%.*s=%.*s, ", STR_ARG(out), STR_ARG(member), STR_ARG(text));
        if (err.status) break;
    }
    rxc_archive_close(archive);
    return err.status ? arena_printf(arena, "%.*s%s", STR_ARG(out), err.text) : out;
}

static const zip_member letters[] = { { "a.txt", "first" }, { "folder/b.txt", "second" } };

static void test_archive__gives_members_of_every_format(void **state)
{
    static const int filters[] = { ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_ZSTD };
    Arena arena = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        Str bytes = tar_make(&arena, letters, 2, filters[i]);
        assert_true(rxc_archive_is(str_take(bytes, 512)));
        assert_str(list(&arena, bytes, "x"), "a.txt=first, folder/b.txt=second, ");
    }
    assert_str(list(&arena, zip_make(&arena, letters, 2, 0), "x.zip"), "a.txt=first, folder/b.txt=second, ");
    arena_clear(&arena);
}

static void test_archive__names_never_lead_out(void **state)
{
    static const zip_member members[] = { { "../../a.txt", "1" }, { "/etc/b.txt", "2" }, { "x/./../c.txt", "3" }, { "d\n\x7F.txt", "4" } };
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, zip_make(&arena, members, 4, 0), "x.zip"), "a.txt=1, etc/b.txt=2, x/c.txt=3, d??.txt=4, ");
    arena_clear(&arena);
}

static void test_archive__names_are_utf8_in_any_locale(void **state)
{
    static const zip_member plain[] = { { "\x81\x82.txt", "1" } }, flagged[] = { { "Müller.txt", "1" } };
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, zip_make(&arena, flagged, 1, 1 << 11), "x.zip"), "Müller.txt=1, ");
    assert_str(list(&arena, tar_make(&arena, flagged, 1, ARCHIVE_FILTER_NONE), "x.tar"), "Müller.txt=1, ");
    assert_true(str_ends(list(&arena, zip_make(&arena, plain, 1, 0), "x.zip"), S(".txt=1, ")));
    arena_clear(&arena);
}

static void test_archive__passes_over_hidden_members(void **state)
{
    static const zip_member members[] = { { ".DS_Store", "1" }, { "__MACOSX/._a.txt", "2" }, { "a/.git/b.txt", "3" }, { "c.txt", "4" } };
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, zip_make(&arena, members, 4, 0), "x.zip"), "c.txt=4, ");
    arena_clear(&arena);
}

static void test_archive__says_what_is_encrypted_or_torn(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, zip_make(&arena, letters, 1, 1), "x.zip"), "x.zip/a.txt: is encrypted");
    Str torn = list(&arena, str_take(zip_make(&arena, letters, 2, 0), 38), "x.zip");
    assert_true(str_starts(torn, S("a.txt=")) || str_starts(torn, S("x.zip: the archive is damaged")));
    assert_true(str_find(torn, S("x.zip: the archive is damaged: ")) != STR_NONE);
    Str gzip = tar_make(&arena, letters, 2, ARCHIVE_FILTER_GZIP);
    assert_true(str_find(list(&arena, str_take(gzip, gzip.n / 2), "x.tgz"), S("x.tgz: the archive is damaged: ")) != STR_NONE);
    arena_clear(&arena);
}

static void test_archive__knows_what_is_none(void **state)
{
    (void)state;
    assert_false(rxc_archive_is(S("")));
    assert_false(rxc_archive_is(S("PK is a name")));
    assert_false(rxc_archive_is(S("TY  - JOUR\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_archive__gives_members_of_every_format),
        cmocka_unit_test(test_archive__names_never_lead_out),
        cmocka_unit_test(test_archive__names_are_utf8_in_any_locale),
        cmocka_unit_test(test_archive__passes_over_hidden_members),
        cmocka_unit_test(test_archive__says_what_is_encrypted_or_torn),
        cmocka_unit_test(test_archive__knows_what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
