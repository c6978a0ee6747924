/* utf8.c: UTF-8 in and out; classes of code points by utf8proc. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/utf8.h"

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

uint32_t rxc_utf8_next(Str s, size_t *at)
{
    unsigned char lead = (unsigned char)s.p[*at];
    if (lead < 0x80) return (*at)++, lead;
    utf8proc_int32_t point = -1;
    size_t left = s.n - *at;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s.p + *at, (utf8proc_ssize_t)(left > 4 ? 4 : left), &point);
    *at += n > 0 ? (size_t)n : 1;
    return n > 0 ? (uint32_t)point : REPLACEMENT;
}

uint32_t rxc_utf8_prev(Str s, size_t *at)
{
    size_t b = *at - 1;
    while (b > 0 && *at - b < 4 && ((unsigned char)s.p[b] & 0xC0) == 0x80) b--;
    size_t e = b;
    uint32_t point = rxc_utf8_next(s, &e);
    if (e == *at) return *at = b, point;
    return --*at, (uint32_t)REPLACEMENT;
}

size_t rxc_utf8_put(uint32_t point, char out[4])
{
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)out);
    return n > 0 ? (size_t)n : 0;
}

bool rxc_utf8_valid(Str s, size_t *bad)
{
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        /* U+FFFD itself is three bytes long, a wrong byte is passed alone */
        if (rxc_utf8_next(s, &at) == REPLACEMENT && at == start + 1) {
            if (bad) *bad = start;
            return false;
        }
    }
    return true;
}

size_t rxc_utf8_count(Str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return count;
}

bool rxc_utf8_is_letter(uint32_t point)
{
    if (point < 0x80) return chr_alpha((char)point);
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)point);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool rxc_utf8_is_upper(uint32_t point)
{
    if (point < 0x80) return chr_upper((char)point);
    return utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_LU;
}

bool rxc_utf8_is_digit(uint32_t point)
{
    if (point < 0x80) return chr_digit((char)point);
    return utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_ND;
}

bool rxc_utf8_is_space(uint32_t point)
{
    if (point < 0x80) return chr_space((char)point);
    return point == 0x85 || point == 0x200B || point == 0x2060 || point == 0xFEFF ||
           utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_ZS;
}

bool rxc_utf8_is_dash(uint32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212;
}

uint32_t rxc_utf8_lower(uint32_t point)
{
    if (point < 0x80) return (unsigned char)chr_to_lower((char)point);
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)point);
}
