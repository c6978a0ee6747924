/* stream.c: bytes of an input as they come, and a window over them that holds only what is being looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "read/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"

enum { CHUNK = 1 << 17 }; /* bytes */

/* --- where bytes come from -------------------------------------------------------------------------------------- */

typedef struct File {
    int fd;
    char *path;
} File;

static rxc_status read_file(void *context, char *out, size_t room, size_t *got, rxc_err *err)
{
    const File *file = context;
    ssize_t n;
    do n = read(file->fd, out, room);
    while (n < 0 && errno == EINTR);
    *got = n > 0 ? (size_t)n : 0;
    return n < 0 ? rxc_err_set(err, RXC_INPUT, "%s: %s", file->path, strerror(errno)) : RXC_OK;
}

static void close_file(void *context)
{
    File *file = context;
    if (file->fd != STDIN_FILENO) close(file->fd);
    free(file->path);
    free(file);
}

rxc_status rxc_stream_file(const char *path, rxc_stream *out, rxc_err *err)
{
    int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return rxc_err_set(err, RXC_INPUT, "%s: %s", path, strerror(errno));
    File *file = calloc(1, sizeof *file);
    if (!file) rxc_err_memory(sizeof *file);
    *file = (File){ fd, strdup(path) };
    if (!file->path) rxc_err_memory(strlen(path));
    *out = (rxc_stream){ file, read_file, close_file };
    return RXC_OK;
}

static rxc_status read_bytes(void *context, char *out, size_t room, size_t *got, rxc_err *err)
{
    Str *rest = context, some = str_take(*rest, room);
    (void)err;
    if (some.n) memcpy(out, some.p, some.n);
    *got = some.n;
    *rest = str_drop(*rest, some.n);
    return RXC_OK;
}

rxc_stream rxc_stream_bytes(Str bytes)
{
    Str *rest = malloc(sizeof *rest);
    if (!rest) rxc_err_memory(sizeof *rest);
    *rest = bytes;
    return (rxc_stream){ rest, read_bytes, free };
}

void rxc_stream_close(rxc_stream *stream)
{
    if (stream->close) stream->close(stream->context);
    *stream = (rxc_stream){ 0 };
}

/* --- the window ------------------------------------------------------------------------------------------------- */

void rxc_window_init(rxc_window *window, rxc_stream stream, const char *name)
{
    *window = (rxc_window){ .stream = stream, .name = name, .line = 1 };
}

void rxc_window_close(rxc_window *window)
{
    rxc_stream_close(&window->stream);
    free(window->p);
    *window = (rxc_window){ 0 };
}

/* Room for n bytes behind b: what is used goes, then the buffer grows. */
static void make_room(rxc_window *window, size_t n)
{
    if (window->cap - window->b >= n) return;
    if (window->e > window->b) memmove(window->p, window->p + window->b, window->e - window->b);
    window->e -= window->b;
    window->b = 0;
    if (window->cap >= n) return;
    if (n < 2 * window->cap) n = 2 * window->cap;
    char *p = realloc(window->p, n);
    if (!p) rxc_err_memory(n);
    window->p = p;
    window->cap = n;
}

rxc_status rxc_window_fill(rxc_window *window, size_t least, size_t max, rxc_err *err)
{
    while (!window->ended && window->e - window->b < least) {
        size_t there = window->e - window->b, got = 0;
        if (there > max)
            return rxc_err_set(err, RXC_LIMIT, "%s: larger than the limit of %zu bytes", window->name, max);
        make_room(window, there + CHUNK);
        RXC_TRY(window->stream.read(window->stream.context, window->p + window->e, window->cap - window->e, &got, err));
        window->e += got;
        window->ended = got == 0;
    }
    return RXC_OK;
}

Str rxc_window_give(rxc_window *window, Arena *arena)
{
    Str bytes = rxc_window_bytes(window);
    if (bytes.n && window->b) memmove(window->p, bytes.p, bytes.n);
    Buf all = { .p = window->p, .n = bytes.n, .cap = window->cap };
    window->p = NULL;
    window->b = window->e = window->cap = 0;
    return buf_give(&all, arena);
}

void rxc_window_use(rxc_window *window, size_t n)
{
    const char *p = window->p + window->b, *end = p + n;
    for (; p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++) window->line++;
    window->b += n;
}
