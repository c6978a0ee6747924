/* fold.c: NFC, and keys and slugs without case and accents, by utf8proc. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/err.h"
#include "text/utf8.h"

static bool is_ascii(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80) return false;
    return true;
}

/* Map with utf8proc. Gives false when s is not valid UTF-8. */
static bool map(Arena *arena, Str s, utf8proc_option_t options, Str *out)
{
    utf8proc_uint8_t *text = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &text, options);
    if (n == UTF8PROC_ERROR_NOMEM) rxc_err_memory(s.n);
    if (n < 0) return false;
    *out = arena_str(arena, (Str){ (const char *)text, (size_t)n });
    free(text);
    return true;
}

static Str repair(Arena *arena, Str s)
{
    Buf buf = { 0 };
    for (size_t at = 0; at < s.n;) {
        char bytes[4];
        size_t n = rxc_utf8_put(rxc_utf8_next(s, &at), bytes);
        buf_add(&buf, (Str){ bytes, n });
    }
    Str out = arena_str(arena, buf_str(&buf));
    buf_clear(&buf);
    return out;
}

Str rxc_fold_nfc(Arena *arena, Str s)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    Str out = s;
    if (is_ascii(s)) return s;
    if (!map(arena, s, options, &out)) map(arena, repair(arena, s), options, &out);
    return out;
}

/* Letters that have no decomposition but a plain spelling. */
static const char *plain(uint32_t point)
{
    static const struct {
        uint32_t point;
        const char *text;
    } letters[] = { { 0xE6, "ae" }, { 0xF0, "d" },   { 0xF8, "o" },   { 0xFE, "th" },  { 0x111, "d" },
                    { 0x127, "h" }, { 0x131, "i" },  { 0x142, "l" },  { 0x153, "oe" }, { 0x167, "t" } };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].point == point) return letters[i].text;
    return NULL;
}

static void put_folded(char *out, size_t *n, uint32_t point)
{
    const char *text = plain(point);
    if (text) {
        while (*text) out[(*n)++] = *text++;
        return;
    }
    *n += rxc_utf8_put(point, out + *n);
}

/* Letters and digits of s, folded; other runs become gap, unless gap is 0. A point never grows: its spelling
 * out is no longer than its UTF-8. */
static Str fold(Arena *arena, Str s, char gap)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    Str flat = s;
    if (!is_ascii(s) && !map(arena, s, options, &flat)) map(arena, repair(arena, s), options, &flat);
    char *out = arena_alloc(arena, flat.n + 1);
    size_t n = 0;
    bool pending = false;
    for (size_t at = 0; at < flat.n;) {
        uint32_t point = rxc_utf8_lower(rxc_utf8_next(flat, &at));
        if (!rxc_utf8_is_letter(point) && !rxc_utf8_is_digit(point)) {
            pending = true;
            continue;
        }
        if (pending && gap && n) out[n++] = gap;
        pending = false;
        put_folded(out, &n, point);
    }
    return (Str){ out, n };
}

Str rxc_fold_key(Arena *arena, Str s) { return fold(arena, s, '\0'); }
Str rxc_fold_slug(Arena *arena, Str s) { return fold(arena, s, '-'); }
