/* file.c: whole-file reading within limits, writing that is all or nothing, and where the data files are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

enum { CHUNK = 1 << 16 }; /* bytes */

static rxc_status read_all(int fd, const char *path, size_t max, Buf *buf, rxc_err *err)
{
    char chunk[CHUNK];
    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        if (got == 0) return RXC_OK;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return rxc_err_set(err, RXC_INPUT, "%s: %s", path, strerror(errno));
        if (buf->n + (size_t)got > max)
            return rxc_err_set(err, RXC_LIMIT, "%s: larger than the limit of %zu bytes", path, max);
        buf_add(buf, (Str){ chunk, (size_t)got });
    }
}

rxc_status rxc_file_read(const char *path, size_t max, Arena *arena, Str *out, rxc_err *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return rxc_err_set(err, RXC_INPUT, "%s: %s", path, strerror(errno));
    Buf buf = { 0 };
    rxc_status status = read_all(fd, path, max, &buf, err);
    if (!status) *out = arena_str(arena, buf_str(&buf));
    buf_clear(&buf);
    if (!standard) close(fd);
    return status;
}

/* A device or a pipe: written to as it is, never replaced by a file. */
static bool is_special(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static rxc_status open_special(rxc_output *out, const char *path, rxc_err *err)
{
    out->file = fopen(path, "wb");
    if (!out->file) return rxc_err_set(err, RXC_IO, "%s: %s", path, strerror(errno));
    out->path = strdup(path);
    if (!out->path) rxc_err_memory(strlen(path));
    return RXC_OK;
}

rxc_status rxc_output_open(rxc_output *out, const char *path, bool overwrite, rxc_err *err)
{
    *out = (rxc_output){ 0 };
    if (strcmp(path, "-") == 0) {
        out->file = stdout;
        return RXC_OK;
    }
    if (is_special(path)) return open_special(out, path, err);
    if (!overwrite && access(path, F_OK) == 0)
        return rxc_err_set(err, RXC_EXISTS, "%s is there already (--overwrite replaces it)", path);
    size_t n = strlen(path);
    out->path = malloc(n + 1);
    out->temporary = malloc(n + 8);
    if (!out->path || !out->temporary) rxc_err_memory(n);
    memcpy(out->path, path, n + 1);
    memcpy(out->temporary, path, n);
    memcpy(out->temporary + n, ".XXXXXX", 8);
    int fd = mkstemp(out->temporary);
    if (fd >= 0) {
        mode_t mask = umask(0);
        umask(mask);
        fchmod(fd, 0666 & ~mask);
        out->file = fdopen(fd, "wb");
    }
    if (out->file) return RXC_OK;
    rxc_status status = rxc_err_set(err, RXC_IO, "%s: %s", path, strerror(errno));
    if (fd >= 0) close(fd), unlink(out->temporary);
    free(out->path);
    free(out->temporary);
    *out = (rxc_output){ 0 };
    return status;
}

rxc_status rxc_output_commit(rxc_output *out, rxc_err *err)
{
    const char *name = out->path ? out->path : "standard output";
    errno = 0;
    bool bad = fflush(out->file) != 0 || ferror(out->file);
    int cause = errno ? errno : EIO;
    if (out->path && fclose(out->file) != 0 && !bad) bad = true, cause = errno;
    out->file = NULL;
    if (!bad && out->temporary && rename(out->temporary, out->path) != 0) bad = true, cause = errno;
    rxc_status status = bad ? rxc_err_set(err, RXC_IO, "%s: %s", name, strerror(cause)) : RXC_OK;
    if (bad && out->temporary) unlink(out->temporary);
    free(out->path);
    free(out->temporary);
    *out = (rxc_output){ 0 };
    return status;
}

rxc_status rxc_output_finish(rxc_output *out, rxc_status written, rxc_err *err)
{
    if (written == RXC_IO && ferror(out->file)) {
        if (err) *err = (rxc_err){ 0 };
        written = RXC_OK;
    }
    if (!written) written = rxc_output_commit(out, err);
    rxc_output_abandon(out);
    return written;
}

void rxc_output_abandon(rxc_output *out)
{
    if (out->file && out->path) fclose(out->file);
    if (out->temporary) unlink(out->temporary);
    free(out->path);
    free(out->temporary);
    *out = (rxc_output){ 0 };
}

static bool is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *rxc_file_data_dir(Arena *arena)
{
    const char *chosen = getenv("RXCITE_DATA");
    if (chosen && *chosen) return chosen;
    char exe[4096];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe);
    /* PREFIX/bin/rxcite -> PREFIX/share/rxcite; SOURCE/build/rxcite and SOURCE/build/tests/x -> SOURCE/data */
    static const char *const places[] = { "share/rxcite", "data" };
    Str dir = n > 0 ? (Str){ exe, (size_t)n } : (Str){ 0 };
    for (int up = 0; up < 5 && dir.n; up++) {
        size_t slash = str_rchr(dir, '/');
        if (slash == STR_NONE) break;
        dir = str_take(dir, slash);
        for (size_t i = 0; i < 2; i++) {
            Str path = arena_printf(arena, "%.*s/%s", STR_ARG(dir), places[i]);
            Str mark = arena_printf(arena, "%.*s/vocab", STR_ARG(path));
            if (is_dir(mark.p)) return path.p;
        }
    }
    return NULL;
}
