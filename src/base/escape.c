/* escape.c: escapes for XML, HTML and CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"

size_t escape_utf8(Str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    if (p[0] < 0x80) return 1;
    size_t want = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (p[0] < 0xC2 || p[0] > 0xF4 || s.n < want) return 0;
    for (size_t i = 1; i < want; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F)) return 0; /* overlong, surrogate */
    if ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F)) return 0; /* overlong, > U+10FFFF */
    return want;
}

/* The XML form of the character at the head of s, or an empty view when it stands for itself. */
static Str xml_form(Str s, size_t bytes)
{
    unsigned char c = (unsigned char)s.p[0];
    if (bytes == 0) return S("\xEF\xBF\xBD");
    if (bytes == 3 && c == 0xEF && s.p[1] == '\xBF' && (unsigned char)s.p[2] >= 0xBE) return S("\xEF\xBF\xBD");
    switch (c) {
    case '&': return S("&amp;");
    case '<': return S("&lt;");
    case '>': return S("&gt;");
    case '"': return S("&quot;");
    case '\'': return S("&#39;");
    case '\t': return S("&#9;");
    case '\n': return S("&#10;");
    case '\r': return S("&#13;");
    default: return c < 0x20 || c == 0x7F ? S("\xEF\xBF\xBD") : (Str){ 0 };
    }
}

size_t escape_clean(char *text, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0, bytes; i < n; i += bytes ? bytes : 1) {
        bytes = escape_utf8((Str){ text + i, n - i });
        memmove(text + kept, text + i, bytes);
        kept += bytes;
    }
    return kept;
}

void escape_xml(Buf *out, Str s)
{
    size_t run = 0, i = 0; /* [run, i) is copied as it is */
    while (i < s.n) {
        Str rest = str_drop(s, i);
        size_t bytes = escape_utf8(rest);
        Str form = xml_form(rest, bytes);
        size_t next = i + (bytes ? bytes : 1);
        if (form.n) {
            buf_add(out, str_sub(s, run, i));
            buf_add(out, form);
            run = next;
        }
        i = next;
    }
    buf_add(out, str_sub(s, run, s.n));
}

static bool csv_needs_quotes(Str s)
{
    if (s.n && (chr_space(s.p[0]) || chr_space(str_last(s)))) return true;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r') return true;
    return false;
}

void escape_csv(Buf *out, Str s)
{
    if (!csv_needs_quotes(s)) {
        buf_add(out, s);
        return;
    }
    buf_char(out, '"');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"') buf_char(out, '"');
        buf_char(out, s.p[i]);
    }
    buf_char(out, '"');
}
