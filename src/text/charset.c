/* charset.c: bytes of an unknown encoding become UTF-8. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/charset.h"

#include "base/buf.h"
#include "text/utf8.h"

enum {
    REPLACEMENT = 0xFFFD,
    HEAD = 4096,         /* bytes looked at for zeros on every other byte */
    BINARY_HEAD = 65536, /* bytes looked at for control characters */
};

/* Windows-1252, bytes 0x80 to 0x9F; 0 where it has no character. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

const char *rxc_charset_name(rxc_charset charset)
{
    static const char *const names[] = { "utf-8", "utf-16le", "utf-16be", "windows-1252" };
    return names[charset];
}

/* Little endian when the zeros stand on odd places, big endian when on even ones. */
static bool is_utf16(Str head, size_t odd)
{
    size_t zeros = 0, others = 0;
    for (size_t i = 0; i + 1 < head.n; i += 2) {
        zeros += head.p[i + odd] == '\0';
        others += head.p[i + 1 - odd] == '\0';
    }
    return zeros * 4 > head.n && others == 0;
}

/* Bytes of valid sequences longer than one byte, and bytes that are part of none. */
static void count_sequences(Str bytes, size_t *valid, size_t *wrong)
{
    *valid = *wrong = 0;
    for (size_t at = 0; at < bytes.n;) {
        size_t start = at;
        if ((unsigned char)bytes.p[at] < 0x80) {
            at++;
            continue;
        }
        rxc_utf8_next(bytes, &at);
        if (at - start == 1) ++*wrong;
        else *valid += at - start;
    }
}

rxc_charset rxc_charset_guess(Str bytes)
{
    if (str_starts(bytes, S("\xEF\xBB\xBF"))) return RXC_CHARSET_UTF8;
    if (str_starts(bytes, S("\xFF\xFE"))) return RXC_CHARSET_UTF16LE;
    if (str_starts(bytes, S("\xFE\xFF"))) return RXC_CHARSET_UTF16BE;
    Str head = str_take(bytes, HEAD);
    if (is_utf16(head, 1)) return RXC_CHARSET_UTF16LE;
    if (is_utf16(head, 0)) return RXC_CHARSET_UTF16BE;
    size_t valid, wrong;
    count_sequences(bytes, &valid, &wrong);
    return wrong > valid ? RXC_CHARSET_WINDOWS_1252 : RXC_CHARSET_UTF8;
}

const char *rxc_charset_binary(Str bytes)
{
    static const struct {
        Str magic;
        const char *what;
    } magics[] = {
        { STR_INIT("%PDF-"), "a PDF" },
        { STR_INIT("PK\x03\x04"), "a ZIP archive (DOCX, EPUB, …)" },
        { STR_INIT("\x1F\x8B"), "gzip data" },
        { STR_INIT("BZh"), "bzip2 data" },
        { STR_INIT("\xFD"
                   "7zXZ"),
          "xz data" },
        { STR_INIT("\x89PNG"), "a PNG picture" },
        { STR_INIT("\xFF\xD8\xFF"), "a JPEG picture" },
        { STR_INIT("GIF8"), "a GIF picture" },
        { STR_INIT("\x7F"
                   "ELF"),
          "a program" },
        { STR_INIT("\xD0\xCF\x11\xE0"), "an old Microsoft Office file" },
        { STR_INIT("SQLite format 3"), "an SQLite database" },
        { STR_INIT("{\\rtf"), "an RTF file" },
    };
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (str_starts(bytes, magics[i].magic)) return magics[i].what;
    rxc_charset charset = rxc_charset_guess(str_take(bytes, BINARY_HEAD));
    if (charset == RXC_CHARSET_UTF16LE || charset == RXC_CHARSET_UTF16BE) return NULL;
    Str head = str_take(bytes, BINARY_HEAD);
    size_t odd = 0;
    for (size_t i = 0; i < head.n; i++) {
        unsigned char c = (unsigned char)head.p[i];
        odd += (c < 0x20 && !chr_space((char)c) && c != 0x1B) || c == 0x7F;
    }
    return odd * 20 > head.n ? "binary data" : NULL;
}

static void put_point(Buf *out, uint32_t point)
{
    char bytes[4];
    buf_add(out, (Str){ bytes, rxc_utf8_put(point, bytes) });
}

static uint32_t unit_at(Str bytes, size_t at, bool big)
{
    unsigned char first = (unsigned char)bytes.p[at], second = (unsigned char)bytes.p[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

/* Gives the number of units that are no character. */
static size_t decode_utf16(Str bytes, bool big, Buf *out)
{
    size_t wrong = bytes.n % 2;
    for (size_t at = 0; at + 1 < bytes.n; at += 2) {
        uint32_t point = unit_at(bytes, at, big);
        if (at == 0 && point == 0xFEFF) continue;
        if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.n) {
            uint32_t low = unit_at(bytes, at + 2, big);
            if (low >= 0xDC00 && low < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        if (point >= 0xD800 && point < 0xE000) point = REPLACEMENT, wrong++;
        put_point(out, point);
    }
    return wrong;
}

static size_t decode_windows(Str bytes, Buf *out)
{
    size_t wrong = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        uint32_t point = (unsigned char)bytes.p[i];
        if (point >= 0x80 && point < 0xA0) point = windows_1252[point - 0x80];
        if (point == 0 && bytes.p[i]) point = REPLACEMENT, wrong++;
        put_point(out, point);
    }
    return wrong;
}

static size_t decode_utf8(Str bytes, Buf *out)
{
    size_t wrong = 0;
    for (size_t at = 0; at < bytes.n;) {
        size_t start = at;
        uint32_t point = rxc_utf8_next(bytes, &at);
        wrong += point == REPLACEMENT && at - start == 1;
        put_point(out, point);
    }
    return wrong;
}

static size_t line_of(Str bytes, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at && i < bytes.n; i++) line += bytes.p[i] == '\n';
    return line;
}

/* Without NUL bytes, which no text has. */
static Str drop_nuls(Arena *arena, Str text, rxc_diags *diags)
{
    size_t first = str_chr(text, '\0');
    if (first == STR_NONE) return text;
    char *out = arena_alloc(arena, text.n);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i]) out[n++] = text.p[i];
    rxc_diag_add(arena, diags, RXC_WARNING, "encoding.nul", line_of(text, first), 0,
                 "%zu NUL bytes were dropped; the first stands on this line", text.n - n);
    return (Str){ out, n };
}

Str rxc_charset_decode(Arena *arena, Str bytes, rxc_diags *diags)
{
    rxc_charset charset = rxc_charset_guess(bytes);
    size_t bad = 0, wrong = 0;
    if (str_starts(bytes, S("\xEF\xBB\xBF"))) bytes = str_drop(bytes, 3);
    bool wide = charset == RXC_CHARSET_UTF16LE || charset == RXC_CHARSET_UTF16BE;
    if (!wide && rxc_utf8_valid(bytes, &bad)) return drop_nuls(arena, bytes, diags);
    size_t line = wide ? 0 : line_of(bytes, bad);
    Buf out = { 0 };
    switch (charset) {
    case RXC_CHARSET_UTF8: wrong = decode_utf8(bytes, &out); break;
    case RXC_CHARSET_WINDOWS_1252: wrong = decode_windows(bytes, &out); break;
    default: wrong = decode_utf16(bytes, charset == RXC_CHARSET_UTF16BE, &out); break;
    }
    if (charset != RXC_CHARSET_UTF8)
        rxc_diag_add(arena, diags, RXC_NOTE, "encoding.guessed", line, 0, "read as %s", rxc_charset_name(charset));
    if (wrong)
        rxc_diag_add(arena, diags, RXC_WARNING, "encoding.invalid", line, 0,
                     "%zu bytes are no %s; the first stands on this line", wrong, rxc_charset_name(charset));
    return drop_nuls(arena, buf_give(&out, arena), diags);
}
