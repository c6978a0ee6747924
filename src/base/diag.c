/* diag.c: collects diagnostics, a bounded number per document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include "base/escape.h"

const char *rxc_diag_severity(rxc_severity severity)
{
    static const char *const names[] = { "note", "warning", "error" };
    return names[severity];
}

void rxc_diag_add(Arena *arena, rxc_diags *diags, rxc_severity severity, const char *code, size_t line,
                  size_t column, const char *format, ...)
{
    if (diags->n == RXC_DIAGS_MAX) {
        diags->more++;
        return;
    }
    rxc_diag *diag = vec_push(arena, diags);
    va_list args;
    va_start(args, format);
    Str text = arena_vprintf(arena, format, args);
    va_end(args);
    text.n = escape_clean((char *)(uintptr_t)text.p, text.n); /* what is quoted may be cut within a character */
    *diag = (rxc_diag){ severity, str_from(code), line, column, text };
}
