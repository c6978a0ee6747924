/* arena.c: bump allocation in blocks that double up to a bound; one malloc per object in checking builds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"

enum { ALIGN = 16, FIRST_BLOCK = 4096, LAST_BLOCK = 1 << 20 }; /* bytes */

struct arena_block {
    struct arena_block *next;
    size_t used, size; /* bytes of data, after the header */
    void *owned;       /* memory that was taken over; NULL: none */
};
_Static_assert(sizeof(struct arena_block) % ALIGN == 0, "data behind the header must be aligned");

static char *block_data(struct arena_block *block) { return (char *)(block + 1); }

static struct arena_block *add_block(Arena *arena, size_t size)
{
    struct arena_block *block = size < SIZE_MAX - sizeof *block ? calloc(1, sizeof *block + size) : NULL;
    if (!block) rxc_err_memory(size);
    block->size = size;
    block->next = arena->head;
    arena->head = block;
    return block;
}

static size_t next_size(const Arena *arena, size_t need)
{
#ifdef RXC_ARENA_OBJECTS
    (void)arena;
    return need;
#else
    size_t size = arena->head ? arena->head->size * 2 : FIRST_BLOCK;
    if (size < FIRST_BLOCK) size = FIRST_BLOCK;
    if (size > LAST_BLOCK) size = LAST_BLOCK;
    return size < need ? need : size;
#endif
}

void *arena_alloc(Arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGN) rxc_err_memory(size);
    arena->bytes += size;
#ifdef RXC_ARENA_OBJECTS
    struct arena_block *block = add_block(arena, next_size(arena, size));
    return block_data(block);
#else
    size_t need = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    struct arena_block *block = arena->head;
    if (!block || block->size - block->used < need) block = add_block(arena, next_size(arena, need));
    void *object = block_data(block) + block->used;
    block->used += need;
    return object;
#endif
}

void *arena_calloc(Arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) rxc_err_memory(SIZE_MAX);
    return arena_alloc(arena, count * size);
}

/* The block that serves goes on to serve. */
void arena_own(Arena *arena, void *memory, size_t size)
{
    struct arena_block *serving = arena->head, *block = add_block(arena, 0);
    block->owned = memory;
    arena->bytes += size;
    if (!serving) return;
    block->next = serving->next;
    serving->next = block;
    arena->head = serving;
}

void arena_clear(Arena *arena)
{
    for (struct arena_block *block = arena->head; block;) {
        struct arena_block *next = block->next;
        free(block->owned);
        free(block);
        block = next;
    }
    *arena = (Arena){ 0 };
}

void *arena_grow(Arena *arena, const void *old, size_t n, size_t *cap, size_t size)
{
    size_t larger = *cap ? *cap * 2 : 8;
    if (larger < *cap) rxc_err_memory(SIZE_MAX);
    void *copy = arena_calloc(arena, larger, size);
    if (n) memcpy(copy, old, n * size);
    *cap = larger;
    return copy;
}

char *arena_cstr(Arena *arena, Str s)
{
    if (s.n == SIZE_MAX) rxc_err_memory(SIZE_MAX);
    char *copy = arena_alloc(arena, s.n + 1);
    if (s.n) memcpy(copy, s.p, s.n);
    return copy;
}

Str arena_str(Arena *arena, Str s) { return (Str){ arena_cstr(arena, s), s.n }; }

Str arena_vprintf(Arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    size_t size = n < 0 ? 0 : (size_t)n;
    char *text = arena_alloc(arena, size + 1);
    if (n >= 0) vsnprintf(text, size + 1, format, again);
    va_end(again);
    return (Str){ text, size };
}

Str arena_printf(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str s = arena_vprintf(arena, format, args);
    va_end(args);
    return s;
}
