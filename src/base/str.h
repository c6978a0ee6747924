/* str.h: Str, a borrowed view of bytes; never NUL-dependent, usually UTF-8. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_STR_H
#define RXC_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct Str {
    const char *p; /* may be NULL when n is 0 */
    size_t n;      /* bytes */
} Str;

#define STR_NONE SIZE_MAX /* what the find functions return for "not there" */

#define STR_INIT(literal) { "" literal, sizeof(literal) - 1 }
#define S(literal) ((Str)STR_INIT(literal))

/* For printf's %.*s */
#define STR_ARG(s) (int)(s).n, (s).n ? (s).p : ""

static inline Str str_from(const char *c) { return (Str){ c, c ? strlen(c) : 0 }; }

/* Bytes [b, e) of s; both are cut to the length of s. */
static inline Str str_sub(Str s, size_t b, size_t e)
{
    if (e > s.n) e = s.n;
    if (b >= e) return (Str){ 0 };
    return (Str){ s.p + b, e - b };
}

static inline Str str_drop(Str s, size_t n) { return str_sub(s, n, s.n); }
static inline Str str_take(Str s, size_t n) { return str_sub(s, 0, n); }

static inline char str_last(Str s) { return s.n ? s.p[s.n - 1] : '\0'; }

static inline bool str_eq(Str a, Str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }

static inline bool str_starts(Str s, Str head) { return s.n >= head.n && str_eq(str_take(s, head.n), head); }

static inline bool str_ends(Str s, Str tail)
{
    return s.n >= tail.n && str_eq(str_drop(s, s.n - tail.n), tail);
}

/* Byte order; a prefix comes first. */
static inline int str_cmp(Str a, Str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

/* ASCII character classes that do not depend on the locale. */
static inline bool chr_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool chr_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool chr_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool chr_alpha(char c) { return chr_upper(c) || chr_lower(c); }
static inline bool chr_alnum(char c) { return chr_alpha(c) || chr_digit(c); }
static inline bool chr_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline char chr_to_lower(char c) { return chr_upper(c) ? (char)(c + 32) : c; }
static inline char chr_to_upper(char c) { return chr_lower(c) ? (char)(c - 32) : c; }

/* Equal when ASCII letters are compared without case. */
bool str_eq_nocase(Str a, Str b);
bool str_starts_nocase(Str s, Str head);

/* First place of a byte or of a string, or STR_NONE. Cost O(n). */
size_t str_chr(Str s, char c);
size_t str_rchr(Str s, char c);
size_t str_find(Str s, Str what);
size_t str_find_nocase(Str s, Str what);

/* Without ASCII white space at both ends. */
Str str_trim(Str s);

/* Cut the part before the next sep off the rest; the last part has no sep. False when the rest is used up:
 *     Str rest = text, line;
 *     while (str_cut(&rest, '\n', &line)) … */
bool str_cut(Str *rest, char sep, Str *part);

/* Read all of s as a whole number without sign; false when it is not one or does not fit. */
bool str_to_size(Str s, size_t *out);
bool str_to_double(Str s, double *out);

/* FNV-1a, 64 bits. For tables in memory only, never for anything that is written. */
uint64_t str_hash(Str s);

#endif
