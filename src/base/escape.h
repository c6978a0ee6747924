/* escape.h: text made harmless inside XML, HTML and CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_ESCAPE_H
#define RXC_BASE_ESCAPE_H

#include "base/buf.h"

/* Bytes of the valid UTF-8 sequence that starts s (1..4), or 0 when its first byte starts none. s is not empty. */
size_t escape_utf8(Str s);

/* Drop the bytes of text[n] that are part of no valid UTF-8 sequence; gives how many are left. */
size_t escape_clean(char *text, size_t n);

/* Add s as the text of an XML or HTML element or of an attribute in either quotes. Line breaks and tabs survive in
 * attributes too. What XML cannot hold (control characters, invalid UTF-8) becomes U+FFFD. */
void escape_xml(Buf *out, Str s);

/* Add s as one field of a CSV line (RFC 4180): quoted only where it must be, quotes doubled. */
void escape_csv(Buf *out, Str s);

#endif
