/* archive.c: members of ZIP and tar archives and of compressed files, as streams. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* uselocale */
#include "read/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "text/fold.h"

enum { CHUNK = 1 << 16, NAME_MAX_BYTES = 1000 };

struct rxc_archive {
    struct archive *handle;
    rxc_stream stream;
    char *name;   /* of the archive */
    rxc_err err;  /* of the stream below */
    char chunk[CHUNK];
};

bool rxc_archive_is(Str head)
{
    static const Str magics[] = { STR_INIT("PK\x03\x04"), STR_INIT("PK\x05\x06"), STR_INIT("\x1F\x8B"), STR_INIT("BZh"),
                                  STR_INIT("\xFD" "7zXZ"), STR_INIT("\x28\xB5\x2F\xFD") };
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (str_starts(head, magics[i])) return true;
    return str_eq(str_sub(head, 257, 262), S("ustar"));
}

static la_ssize_t feed(struct archive *handle, void *context, const void **out)
{
    rxc_archive *archive = context;
    size_t got = 0;
    *out = archive->chunk;
    if (archive->stream.read(archive->stream.context, archive->chunk, CHUNK, &got, &archive->err)) {
        archive_set_error(handle, EIO, "%s", archive->err.text);
        return -1;
    }
    return (la_ssize_t)got;
}

/* The reason of the stream below says more than that of the archive. */
static rxc_status fail(rxc_archive *archive, rxc_err *err)
{
    if (archive->err.status) return rxc_err_set(err, archive->err.status, "%s", archive->err.text);
    const char *why = archive_error_string(archive->handle);
    return rxc_err_set(err, RXC_INPUT, "%s: the archive is damaged: %s", archive->name, why ? why : "it ends too early");
}

rxc_status rxc_archive_open(rxc_stream stream, Str name, rxc_archive **out, rxc_err *err)
{
    rxc_archive *archive = calloc(1, sizeof *archive);
    struct archive *handle = archive_read_new();
    if (!archive || !handle) rxc_err_memory(sizeof *archive);
    archive->handle = handle;
    archive->stream = stream;
    archive->name = calloc(1, name.n + 1);
    if (!archive->name) rxc_err_memory(name.n);
    if (name.n) memcpy(archive->name, name.p, name.n);
    archive_read_support_format_zip_streamable(handle);
    archive_read_support_format_tar(handle);
    archive_read_support_format_raw(handle);
    archive_read_support_filter_gzip(handle);
    archive_read_support_filter_bzip2(handle);
    archive_read_support_filter_xz(handle);
    archive_read_support_filter_zstd(handle);
    if (archive_read_open(handle, archive, NULL, feed, NULL) != ARCHIVE_OK) {
        rxc_status status = fail(archive, err);
        rxc_archive_close(archive);
        return status;
    }
    *out = archive;
    return RXC_OK;
}

void rxc_archive_close(rxc_archive *archive)
{
    if (!archive) return;
    archive_read_free(archive->handle);
    rxc_stream_close(&archive->stream);
    free(archive->name);
    free(archive);
}

/* A path below the archive: without "..", "." and empty steps, without controls. */
static Str clean_path(Arena *arena, Str path)
{
    char *out = arena_alloc(arena, path.n + 1);
    size_t n = 0;
    Str step;
    while (str_cut(&path, '/', &step)) {
        if (step.n == 0 || str_eq(step, S(".")) || str_eq(step, S(".."))) continue;
        if (n) out[n++] = '/';
        for (size_t i = 0; i < step.n; i++) out[n++] = (unsigned char)step.p[i] < 0x20 || step.p[i] == 0x7F ? '?' : step.p[i];
    }
    return rxc_fold_nfc(arena, str_take((Str){ out, n }, NAME_MAX_BYTES));
}

/* "." files, and what macOS adds to archives. */
static bool is_hidden(Str path)
{
    Str step;
    while (str_cut(&path, '/', &step))
        if (str_starts(step, S(".")) || str_eq(step, S("__MACOSX"))) return true;
    return false;
}

/* The name of the file that was compressed: "list.ris.gz" -> "list.ris". */
static Str uncompressed_name(Arena *arena, Str name)
{
    static const Str tails[] = { STR_INIT(".gz"), STR_INIT(".bz2"), STR_INIT(".xz"), STR_INIT(".zst") };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_ends(name, tails[i]) && name.n > tails[i].n) return arena_str(arena, str_take(name, name.n - tails[i].n));
    return arena_str(arena, name);
}

rxc_archive_locale rxc_archive_enter(void)
{
    locale_t own = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return (rxc_archive_locale){ own, own ? uselocale(own) : NULL };
}

void rxc_archive_leave(rxc_archive_locale locale)
{
    if (!locale.own) return;
    uselocale(locale.before);
    freelocale(locale.own);
}

static rxc_status next(rxc_archive *archive, Arena *arena, Str *member, bool *more, rxc_err *err)
{
    struct archive_entry *entry;
    *more = false;
    for (;;) {
        int code = archive_read_next_header(archive->handle, &entry);
        if (code == ARCHIVE_EOF) return RXC_OK;
        if (code < ARCHIVE_WARN) return fail(archive, err);
        if (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0) continue;
        bool raw = archive_format(archive->handle) == ARCHIVE_FORMAT_RAW;
        const char *path = archive_entry_pathname(entry);
        *member = raw ? uncompressed_name(arena, str_from(archive->name)) : clean_path(arena, str_from(path));
        if (!raw && is_hidden(*member)) continue;
        if (member->n == 0) *member = S("unnamed");
        *more = true;
        if (archive_entry_is_data_encrypted(entry) > 0)
            return rxc_err_set(err, RXC_INPUT, "%s/%.*s: is encrypted", archive->name, STR_ARG(*member));
        return RXC_OK;
    }
}

rxc_status rxc_archive_next(rxc_archive *archive, Arena *arena, Str *member, bool *more, rxc_err *err)
{
    rxc_archive_locale locale = rxc_archive_enter();
    rxc_status status = next(archive, arena, member, more, err);
    rxc_archive_leave(locale);
    return status;
}

static rxc_status read_member(void *context, char *out, size_t room, size_t *got, rxc_err *err)
{
    rxc_archive *archive = context;
    la_ssize_t n = archive_read_data(archive->handle, out, room);
    *got = n > 0 ? (size_t)n : 0;
    return n < 0 ? fail(archive, err) : RXC_OK;
}

rxc_stream rxc_archive_member(rxc_archive *archive) { return (rxc_stream){ archive, read_member, NULL }; }
