/* err.c: statuses, their exit codes and sentences; out of memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    int exit_status;
    const char *sentence;
} errors[] = {
#define ERROR(name, exit_status, sentence) { exit_status, sentence },
#include "base/errors.def"
#undef ERROR
};

static void (*memory_hook)(size_t bytes);

/* Drop a UTF-8 character that the end of the buffer cut in two. */
static void trim_partial(char *text)
{
    size_t n = strlen(text), b = n;
    while (b > 0 && ((unsigned char)text[b - 1] & 0xC0) == 0x80) b--;
    if (b == 0) return;
    unsigned char lead = (unsigned char)text[b - 1];
    size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (n - (b - 1) < want) text[b - 1] = '\0';
}

rxc_status rxc_err_set(rxc_err *err, rxc_status status, const char *format, ...)
{
    if (!err || err->status) return status;
    err->status = status;
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    trim_partial(err->text);
    return status;
}

int rxc_err_exit(rxc_status status) { return errors[status].exit_status; }
const char *rxc_err_sentence(rxc_status status) { return errors[status].sentence; }

void rxc_err_memory_hook(void (*hook)(size_t bytes)) { memory_hook = hook; }

_Noreturn void rxc_err_memory(size_t bytes)
{
    if (memory_hook) memory_hook(bytes);
    fprintf(stderr, "rxcite: out of memory (%zu bytes asked for)\n", bytes);
    exit(rxc_err_exit(RXC_FAILED));
}
