/* diag.h: diagnostics, what was odd about an input while reading went on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_DIAG_H
#define RXC_BASE_DIAG_H

#include "base/arena.h"

typedef enum rxc_severity { RXC_NOTE, RXC_WARNING, RXC_ERROR } rxc_severity;

typedef struct rxc_diag {
    rxc_severity severity;
    Str code;            /* stable, dotted: "callout.unresolved", "encoding.windows-1252", "xml.malformed" */
    size_t line, column; /* in the source, from 1; 0: the whole input */
    Str text;            /* a sentence for people */
} rxc_diag;

typedef struct rxc_diags {
    rxc_diag *v;
    size_t n, cap;
    size_t more; /* diagnostics beyond RXC_DIAGS_MAX: counted, not kept */
} rxc_diags;

enum { RXC_DIAGS_MAX = 1000 }; /* kept per document */

/* Add a diagnostic; code is a literal. The text lives in arena. */
void rxc_diag_add(Arena *arena, rxc_diags *diags, rxc_severity severity, const char *code, size_t line,
                  size_t column, const char *format, ...) __attribute__((format(printf, 7, 8)));

/* "note", "warning", "error" */
const char *rxc_diag_severity(rxc_severity severity);

#endif
