/* digest.c: SHA-256 of bytes, by libmd. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/digest.h"

#include <sha256.h>

Str rxc_digest_sha256(Arena *arena, Str bytes)
{
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256_CTX context;
    SHA256_Init(&context);
    if (bytes.n) SHA256_Update(&context, (const uint8_t *)bytes.p, bytes.n);
    SHA256_End(&context, hex);
    return arena_str(arena, str_from(hex));
}
