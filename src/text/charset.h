/* charset.h: bytes of an unknown encoding become UTF-8. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TEXT_CHARSET_H
#define RXC_TEXT_CHARSET_H

#include "base/diag.h"

typedef enum rxc_charset {
    RXC_CHARSET_UTF8,
    RXC_CHARSET_UTF16LE,
    RXC_CHARSET_UTF16BE,
    RXC_CHARSET_WINDOWS_1252,
} rxc_charset;

const char *rxc_charset_name(rxc_charset charset); /* "utf-8", … */

/* What the bytes are: by a byte order mark; by zeros on every other byte; else UTF-8, unless more bytes are no part
 * of any UTF-8 sequence than make one up: then Windows-1252. Cost O(n). */
rxc_charset rxc_charset_guess(Str bytes);

/* Why the bytes are no text at all: "a PDF", "a ZIP archive", "binary data"; NULL when they may be text. */
const char *rxc_charset_binary(Str bytes);

/* The bytes as UTF-8, without byte order mark and NUL bytes; a view of them when nothing had to change. What no
 * encoding explains becomes U+FFFD. Each oddity (another encoding than UTF-8, wrong bytes, NUL bytes) is one diagnostic
 * with its count and first place. Cost O(n). */
Str rxc_charset_decode(Arena *arena, Str bytes, rxc_diags *diags);

#endif
