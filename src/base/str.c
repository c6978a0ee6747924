/* str.c: views of bytes: compare, search, cut, read numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem, memrchr */
#include "base/str.h"

#include <errno.h>
#include <stdlib.h>

bool str_eq_nocase(Str a, Str b)
{
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++)
        if (chr_to_lower(a.p[i]) != chr_to_lower(b.p[i])) return false;
    return true;
}

bool str_starts_nocase(Str s, Str head) { return s.n >= head.n && str_eq_nocase(str_take(s, head.n), head); }

size_t str_chr(Str s, char c)
{
    const char *at = s.n ? memchr(s.p, c, s.n) : NULL;
    return at ? (size_t)(at - s.p) : STR_NONE;
}

size_t str_rchr(Str s, char c)
{
    const char *at = s.n ? memrchr(s.p, c, s.n) : NULL;
    return at ? (size_t)(at - s.p) : STR_NONE;
}

size_t str_find(Str s, Str what)
{
    if (what.n == 0) return 0;
    const char *at = s.n >= what.n ? memmem(s.p, s.n, what.p, what.n) : NULL;
    return at ? (size_t)(at - s.p) : STR_NONE;
}

size_t str_find_nocase(Str s, Str what)
{
    const char low = what.n ? chr_to_lower(what.p[0]) : '\0', high = chr_to_upper(low);
    for (size_t i = 0; i + what.n <= s.n; i++) {
        if (what.n && s.p[i] != low && s.p[i] != high) continue;
        if (str_eq_nocase(str_sub(s, i, i + what.n), what)) return i;
    }
    return STR_NONE;
}

Str str_trim(Str s)
{
    while (s.n && chr_space(s.p[0])) s = str_drop(s, 1);
    while (s.n && chr_space(s.p[s.n - 1])) s.n--;
    return s;
}

bool str_cut(Str *rest, char sep, Str *part)
{
    if (!rest->p) return false;
    size_t at = str_chr(*rest, sep);
    if (at == STR_NONE) {
        *part = *rest;
        *rest = (Str){ 0 };
        return true;
    }
    *part = (Str){ rest->p, at };
    rest->p += at + 1;
    rest->n -= at + 1;
    return true;
}

bool str_to_size(Str s, size_t *out)
{
    size_t value = 0;
    if (s.n == 0) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!chr_digit(s.p[i])) return false;
        size_t digit = (size_t)(s.p[i] - '0');
        if (value > (SIZE_MAX - digit) / 10) return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

bool str_to_double(Str s, double *out)
{
    char copy[64], *end = NULL;
    if (s.n == 0 || s.n >= sizeof copy || chr_space(s.p[0])) return false;
    memcpy(copy, s.p, s.n);
    copy[s.n] = '\0';
    errno = 0;
    double value = strtod(copy, &end);
    if (end != copy + s.n || errno) return false;
    *out = value;
    return true;
}

uint64_t str_hash(Str s)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
    return h;
}
