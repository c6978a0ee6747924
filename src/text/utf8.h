/* utf8.h: decode, encode and check UTF-8. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TEXT_UTF8_H
#define RXC_TEXT_UTF8_H

#include "base/arena.h"

/* The code point at byte *at of s, which moves behind it. A byte that starts no valid sequence gives U+FFFD and
 * is passed alone. *at must be below s.n. */
uint32_t rxc_utf8_next(Str s, size_t *at);

/* The code point that ends before byte *at, which moves to its start. *at must be above 0. */
uint32_t rxc_utf8_prev(Str s, size_t *at);

/* Write a code point into out[4]; gives its bytes. */
size_t rxc_utf8_put(uint32_t point, char out[4]);

/* Is all of s valid UTF-8? If not, *bad is the first wrong byte. */
bool rxc_utf8_valid(Str s, size_t *bad);

/* How many code points s has. Cost O(n). */
size_t rxc_utf8_count(Str s);

/* Unicode classes of a code point. */
bool rxc_utf8_is_letter(uint32_t point);
bool rxc_utf8_is_upper(uint32_t point);
bool rxc_utf8_is_digit(uint32_t point);  /* decimal digits of any script */
bool rxc_utf8_is_space(uint32_t point);  /* white space, no-break and zero-width spaces */
bool rxc_utf8_is_dash(uint32_t point);   /* - ‐ ‑ ‒ – — ― − */
uint32_t rxc_utf8_lower(uint32_t point);

#endif
