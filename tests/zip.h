/* zip.h: makes small ZIP archives in memory, members stored as they are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_ZIP_H
#define RXC_TESTS_ZIP_H

#include "base/arena.h"
#include "base/buf.h"

typedef struct zip_member {
    const char *name, *text;
} zip_member;

static inline uint32_t zip_crc(Str s)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < s.n; i++) {
        crc ^= (unsigned char)s.p[i];
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

static inline void zip_number(Buf *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++, value = value >> 8) buf_char(out, (char)(value & 0xFF));
}

/* What a local header and the central directory have in common, from the flags to the length of the name. */
static inline void zip_fields(Buf *out, Str name, Str text, uint32_t flags)
{
    zip_number(out, flags, 2);
    zip_number(out, 0, 2); /* stored */
    zip_number(out, 0x50210000u, 4);
    zip_number(out, zip_crc(text), 4);
    zip_number(out, (uint32_t)text.n, 4);
    zip_number(out, (uint32_t)text.n, 4);
    zip_number(out, (uint32_t)name.n, 2);
    zip_number(out, 0, 2);
}

static inline void zip_entry(Buf *out, Buf *directory, Str name, Str text, uint32_t flags)
{
    uint32_t at = (uint32_t)out->n;
    buf_add(out, S("PK\x03\x04\x14\x00"));
    zip_fields(out, name, text, flags);
    buf_add(out, name);
    buf_add(out, text);
    buf_add(directory, S("PK\x01\x02\x14\x00\x14\x00"));
    zip_fields(directory, name, text, flags);
    zip_number(directory, 0, 10);
    zip_number(directory, at, 4);
    buf_add(directory, name);
}

/* The central directory behind n entries; frees both. */
static inline Str zip_close(Arena *arena, Buf *out, Buf *directory, size_t n)
{
    uint32_t at = (uint32_t)out->n;
    buf_add(out, buf_str(directory));
    buf_add(out, S("PK\x05\x06\x00\x00\x00\x00"));
    zip_number(out, (uint32_t)n, 2);
    zip_number(out, (uint32_t)n, 2);
    zip_number(out, (uint32_t)directory->n, 4);
    zip_number(out, at, 4);
    zip_number(out, 0, 2);
    Str zip = arena_str(arena, buf_str(out));
    buf_clear(out);
    buf_clear(directory);
    return zip;
}

/* flags: bit 0 claims that the members are encrypted, bit 11 that names are UTF-8. */
static inline Str zip_make(Arena *arena, const zip_member *members, size_t n, uint32_t flags)
{
    Buf out = { 0 }, directory = { 0 };
    for (size_t i = 0; i < n; i++) zip_entry(&out, &directory, str_from(members[i].name), str_from(members[i].text), flags);
    return zip_close(arena, &out, &directory, n);
}

#endif
