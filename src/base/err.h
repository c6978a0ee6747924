/* err.h: why work could not go on. Odd input is not an error but a diagnostic (base/diag.h). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_ERR_H
#define RXC_BASE_ERR_H

#include <stddef.h>

typedef enum rxc_status {
#define ERROR(name, exit_status, sentence) RXC_##name,
#include "base/errors.def"
#undef ERROR
} rxc_status;

/* Filled once by whoever fails first: later messages do not replace the first. {0} is "no error". */
typedef struct rxc_err {
    rxc_status status;
    char text[512]; /* a sentence for people, with file and place; NUL-terminated, cut at a whole character */
} rxc_err;

/* Fill err (which may be NULL) unless it is filled already, and return status. */
rxc_status rxc_err_set(rxc_err *err, rxc_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The exit status and the general sentence of a status. */
int rxc_err_exit(rxc_status status);
const char *rxc_err_sentence(rxc_status status);

/* Out of memory: calls the hook, which must not return; the default one prints a sentence and exits with 1. */
_Noreturn void rxc_err_memory(size_t bytes);
void rxc_err_memory_hook(void (*hook)(size_t bytes));

/* Return at once when a call fails. */
#define RXC_TRY(call)                      \
    do {                                   \
        rxc_status try_status = (call);    \
        if (try_status) return try_status; \
    } while (0)

#endif
