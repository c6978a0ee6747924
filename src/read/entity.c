/* entity.c: character entities of HTML, by libxml2's table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/entity.h"

#include <libxml/HTMLparser.h>

#include "text/utf8.h"

enum { ENTITY_MAX = 32 };

static uint32_t number_of(Str digits)
{
    bool hex = digits.n && (digits.p[0] == 'x' || digits.p[0] == 'X');
    uint32_t value = 0;
    if (hex) digits = str_drop(digits, 1);
    if (digits.n == 0) return 0;
    for (size_t i = 0; i < digits.n; i++) {
        char c = chr_to_lower(digits.p[i]);
        uint32_t digit = chr_digit(c)                  ? (uint32_t)(c - '0')
                         : hex && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                                                       : 99;
        if (digit == 99 || value > 0x10FFFF) return 0;
        value = value * (hex ? 16 : 10) + digit;
    }
    return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

static uint32_t named(Str name)
{
    char copy[ENTITY_MAX + 1];
    if (name.n == 0 || name.n > ENTITY_MAX) return 0;
    memcpy(copy, name.p, name.n);
    copy[name.n] = '\0';
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)copy);
    return entity ? entity->value : str_eq(name, S("apos")) ? '\'' : 0;
}

size_t rxc_entity_read(Str s, char out[4], size_t *n)
{
    size_t end = str_chr(str_take(s, ENTITY_MAX + 2), ';');
    if (end == STR_NONE || end < 2) return 0;
    Str name = str_sub(s, 1, end);
    uint32_t point = name.p[0] == '#' ? number_of(str_drop(name, 1)) : named(name);
    if (point == 0) return 0;
    *n = rxc_utf8_put(point, out);
    return *n ? end + 1 : 0;
}
