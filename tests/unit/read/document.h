/* document.h: reads a text of a test into a document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_READ_DOCUMENT_H
#define RXC_TESTS_READ_DOCUMENT_H

#include <stdio.h>

#include "base/file.h"
#include "read/reader.h"
#include "unit.h"

/* Read a source under a name; fails the test when it cannot be read. */
static inline rxc_doc *read_text(Arena *arena, Str source, const char *name)
{
    rxc_doc *doc = NULL;
    rxc_err err = { 0 };
    rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    if (rxc_read(source, str_from(name), &limits, arena, &doc, &err)) fail_msg("%s", err.text);
    return doc;
}

/* Read a file below ../shared/data; skips the test where it is absent. */
static inline rxc_doc *read_shared(Arena *arena, const char *path)
{
    Str source;
    Str whole = arena_printf(arena, "%s/../shared/data/%s", RXCITE_SOURCE_DIR, path);
    if (rxc_file_read(whole.p, (size_t)1 << 30, arena, &source, NULL)) {
        print_message("%s is not here\n", path);
        skip();
    }
    return read_text(arena, source, strrchr(path, '/') + 1);
}

static inline Str block_text(const rxc_doc *doc, size_t i) { return rxc_span_of(doc->text, doc->blocks.v[i].span); }

/* The first block that begins with these words; fails the test when there is none. */
static inline const rxc_block *block_with(const rxc_doc *doc, const char *words)
{
    for (size_t i = 0; i < doc->blocks.n; i++)
        if (str_starts(block_text(doc, i), str_from(words))) return &doc->blocks.v[i];
    fail_msg("no block begins with: %s", words);
    return NULL;
}

static inline size_t count_kind(const rxc_doc *doc, rxc_block_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) count += doc->blocks.v[i].kind == kind;
    return count;
}

/* The first mark of a kind whose text it is; NULL when there is none. */
static inline const rxc_mark *mark_on(const rxc_doc *doc, rxc_mark_kind kind, const char *text)
{
    for (size_t i = 0; i < doc->marks.n; i++)
        if (doc->marks.v[i].kind == kind && str_eq(rxc_span_of(doc->text, doc->marks.v[i].span), str_from(text)))
            return &doc->marks.v[i];
    return NULL;
}

static inline const rxc_diag *diag_of(const rxc_doc *doc, const char *code)
{
    for (size_t i = 0; i < doc->diags.n; i++)
        if (str_eq(doc->diags.v[i].code, str_from(code))) return &doc->diags.v[i];
    return NULL;
}

/* A text written n times. */
static inline Str repeat(Arena *arena, const char *text, size_t n)
{
    size_t length = strlen(text);
    char *out = arena_alloc(arena, length * n + 1);
    for (size_t i = 0; i < n; i++) memcpy(out + i * length, text, length);
    return (Str){ out, length * n };
}

#endif
