/* digest.h: SHA-256 of bytes, as text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_DIGEST_H
#define RXC_BASE_DIGEST_H

#include "base/arena.h"

/* 64 lower-case hex digits. Cost O(n). */
Str rxc_digest_sha256(Arena *arena, Str bytes);

#endif
