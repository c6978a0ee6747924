/* test_source.c: how inputs fall into the sources of documents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/source.h"

#include <archive.h>
#include <archive_entry.h>

#include "unit.h"
#include "zip.h"

/* Names and lines of all sources, or why they cannot be had: "a#1 1, a#2 7, " */
static Str list(Arena *arena, Str bytes, const char *name, rxc_read_limits limits)
{
    rxc_sources *sources = rxc_sources_open(rxc_stream_bytes(bytes), str_from(name), &limits);
    rxc_source source;
    rxc_err err = { 0 };
    Str out = { 0 };
    while (rxc_sources_next(sources, arena, &source, &err)) {
        out = err.status ? arena_printf(arena, "%.*s%s, ", STR_ARG(out), err.text)
                         : arena_printf(arena, "%.*s%.*s %zu, ", STR_ARG(out), STR_ARG(source.name), source.line);
        err = (rxc_err){ 0 };
    }
    rxc_sources_close(sources);
    return out;
}

static void test_source__a_plain_file_is_one_source(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, S("# A letter\n\nText.\n"), "a.md", RXC_READ_LIMITS_DEFAULT), "a.md 1, ");
    assert_str(list(&arena, S(""), "a.md", RXC_READ_LIMITS_DEFAULT), "a.md 1, ");
    arena_clear(&arena);
}

static void test_source__an_export_falls_into_its_entries(void **state)
{
    Arena arena = { 0 };
    (void)state;
    Str two = S("TY  - JOUR\nTI  - One\nER  - \n\n\nTY  - JOUR\nTI  - Two\n");
    assert_str(list(&arena, two, "a.ris", RXC_READ_LIMITS_DEFAULT), "a.ris#1 1, a.ris#2 6, ");
    arena_clear(&arena);
}

static void test_source__an_entry_beyond_the_limit_is_refused(void **state)
{
    Arena arena = { 0 };
    (void)state;
    enum { N = 1 << 20 };
    char *bytes = arena_alloc(&arena, N);
    memset(bytes, 'x', N);
    memcpy(bytes, "TY  - JOUR\nTI  - ", 17);
    rxc_read_limits limits = { .max_bytes = 300000, .max_depth = 256 };
    assert_str(list(&arena, (Str){ bytes, N }, "a.ris", limits), "a.ris:1: an entry is larger than the limit of 300000 bytes: from it on nothing is read, ");
    arena_clear(&arena);
}

/* The sheets of a workbook are sources, and each falls into its rows. */
static void test_source__a_workbook_falls_into_sheets(void **state)
{
    static const char sheet[] = "<worksheet><sheetData><row><c t='str'><v>Lens ID</v></c><c t='str'><v>Title</v></c><c t='str'><v>Publication Type</v></c></row>"
                                "<row r='4'><c t='str'><v>000-1</v></c><c t='str'><v>One</v></c></row><row><c t='str'><v>000-2</v></c></row></sheetData></worksheet>";
    const zip_member one[] = { { "[Content_Types].xml", "" }, { "xl/worksheets/sheet1.xml", sheet } };
    const zip_member two[] = { { "xl/worksheets/sheet1.xml", sheet }, { "xl/worksheets/sheet2.xml", "<worksheet><row><c t='str'><v>A note.</v></c></row></worksheet>" } };
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, zip_make(&arena, one, 2, 0), "a.xlsx", RXC_READ_LIMITS_DEFAULT), "a.xlsx#1 4, a.xlsx#2 5, ");
    assert_str(list(&arena, zip_make(&arena, two, 2, 0), "a.xlsx", RXC_READ_LIMITS_DEFAULT),
               "a.xlsx/xl/worksheets/sheet1.xml#1 4, a.xlsx/xl/worksheets/sheet1.xml#2 5, a.xlsx/xl/worksheets/sheet2.xml 1, ");
    const zip_member torn[] = { { "xl/worksheets/sheet1.xml", "<worksheet>" } };
    assert_str(list(&arena, zip_make(&arena, torn, 1, 0), "a.xlsx", RXC_READ_LIMITS_DEFAULT), "a.xlsx: is damaged: a sheet cannot be read, ");
    arena_clear(&arena);
}

static void test_source__text_in_utf16_is_cut_too(void **state)
{
    Arena arena = { 0 };
    (void)state;
    const char text[] = "TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n";
    char wide[2 * sizeof text] = { '\xFF', '\xFE' };
    for (size_t i = 0; i + 1 < sizeof text; i++) wide[2 * i + 2] = text[i];
    assert_str(list(&arena, (Str){ wide, sizeof wide }, "a.ris", RXC_READ_LIMITS_DEFAULT), "a.ris#1 1, a.ris#2 4, ");
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    rxc_sources *sources = rxc_sources_open(rxc_stream_bytes((Str){ wide, sizeof wide }), S("a.ris"), &limits);
    rxc_source source;
    rxc_err err = { 0 };
    assert_true(rxc_sources_next(sources, &arena, &source, &err));
    assert_string_equal(source.decoded, "utf-16le");
    rxc_sources_close(sources);
    arena_clear(&arena);
}

static void test_source__a_compressed_file_loses_its_tail(void **state)
{
    static const char gz[] = { /* "Title\n\nSome text of a letter.\n" */
        31, -117, 8, 0, 0, 0, 0, 0, 2, 3, 11, -55, 44, -55, 73, -27, -30, 10, -50, -49, 77, 85, 40,
        73, -83, 40, 81, -56, 79, 83, 72, 84, -56, 73, 45, 41, 73, 45, -46, -29, 2, 0, 126, -23,
        -78, 53, 30, 0, 0, 0 };
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, (Str){ gz, sizeof gz }, "a.txt.gz", RXC_READ_LIMITS_DEFAULT), "a.txt 1, ");
    arena_clear(&arena);
}

static Str zip_of(Arena *arena, const char *name, Str bytes)
{
    Buf out = { 0 }, directory = { 0 };
    zip_entry(&out, &directory, str_from(name), bytes, 0);
    return zip_close(arena, &out, &directory, 1);
}

static void test_source__members_and_their_entries_are_sources(void **state)
{
    static const zip_member members[] = { { "a/letter.md", "# A letter\n\nText.\n" },
                                          { "list.ris", "TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n" },
                                          { "empty.txt", "" } };
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, zip_make(&arena, members, 3, 0), "all.zip", RXC_READ_LIMITS_DEFAULT),
               "all.zip/a/letter.md 1, all.zip/list.ris#1 1, all.zip/list.ris#2 4, all.zip/empty.txt 1, ");
    arena_clear(&arena);
}

static void test_source__archives_in_archives_have_an_end(void **state)
{
    Arena arena = { 0 };
    (void)state;
    Str bytes = S("# A letter\n\nText.\n");
    for (int i = 0; i < RXC_SOURCES_DEPTH; i++) bytes = zip_of(&arena, i ? "in.zip" : "letter.md", bytes);
    assert_str(list(&arena, bytes, "a.zip", RXC_READ_LIMITS_DEFAULT), "a.zip/in.zip/in.zip/in.zip/letter.md 1, ");
    bytes = zip_of(&arena, "in.zip", bytes);
    assert_str(list(&arena, bytes, "a.zip", RXC_READ_LIMITS_DEFAULT),
               "a.zip/in.zip/in.zip/in.zip/in.zip: archives within archives, more than 4 deep, ");
    arena_clear(&arena);
}

static void test_source__an_archive_without_files_is_told_of(void **state)
{
    static const zip_member hidden[] = { { ".hidden", "text" } };
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, zip_make(&arena, hidden, 0, 0), "a.zip", RXC_READ_LIMITS_DEFAULT), "a.zip: the archive holds no file, ");
    assert_str(list(&arena, zip_make(&arena, hidden, 1, 0), "a.zip", RXC_READ_LIMITS_DEFAULT), "a.zip: the archive holds no file, ");
    arena_clear(&arena);
}

/* n times the same letter, compressed. */
static Str gzip_letters(Arena *arena, size_t n)
{
    enum { ROOM = 1 << 20, CHUNK = 1 << 20 };
    char *room = arena_alloc(arena, ROOM), *letters = memset(arena_alloc(arena, CHUNK), 'a', CHUNK);
    size_t used = 0;
    struct archive *out = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    archive_write_set_format_raw(out);
    archive_write_add_filter_gzip(out);
    archive_write_open_memory(out, room, ROOM, &used);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_pathname(entry, "a");
    archive_write_header(out, entry);
    for (size_t done = 0; done < n; done += CHUNK) archive_write_data(out, letters, CHUNK);
    archive_write_close(out);
    archive_entry_free(entry);
    archive_write_free(out);
    return (Str){ room, used };
}

static void test_source__a_bomb_is_put_out(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(list(&arena, gzip_letters(&arena, (size_t)300 << 20), "a.gz", RXC_READ_LIMITS_DEFAULT),
               "a.gz: unpacks to more than 500 times its size, and is not read further, ");
    arena_clear(&arena);
}

static void test_source__a_header_that_entries_share_is_not_their_own(void **state)
{
    const rxc_source row = { .bytes = S("Title,Year\nOne eye,2019\n"), .lead = 1 }, whole = { .bytes = S("Title\n") };
    (void)state;
    assert_int_equal(rxc_source_own(&row), 13);
    assert_int_equal(rxc_source_own(&whole), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_source__a_plain_file_is_one_source),
        cmocka_unit_test(test_source__an_export_falls_into_its_entries),
        cmocka_unit_test(test_source__an_entry_beyond_the_limit_is_refused),
        cmocka_unit_test(test_source__a_workbook_falls_into_sheets),
        cmocka_unit_test(test_source__text_in_utf16_is_cut_too),
        cmocka_unit_test(test_source__a_compressed_file_loses_its_tail),
        cmocka_unit_test(test_source__members_and_their_entries_are_sources),
        cmocka_unit_test(test_source__archives_in_archives_have_an_end),
        cmocka_unit_test(test_source__an_archive_without_files_is_told_of),
        cmocka_unit_test(test_source__a_bomb_is_put_out),
        cmocka_unit_test(test_source__a_header_that_entries_share_is_not_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
