/* arena.h: memory that is given back all at once; and the growing array that lives in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_ARENA_H
#define RXC_BASE_ARENA_H

#include <stdarg.h>

#include "base/str.h"

/* One arena per stage of a run: results go into the arena passed in, scratch into a local one.
 * {0} is an empty arena. Objects are zeroed and aligned for any type. In sanitizer and valgrind builds
 * (RXC_ARENA_OBJECTS) each object is a malloc of its own, so that an overrun of one byte is seen. */
typedef struct Arena {
    struct arena_block *head; /* the block that serves */
    size_t bytes;             /* given out so far */
} Arena;

void arena_clear(Arena *arena);

/* Never NULL: out of memory goes to the hook of base/err.h, which does not return. */
void *arena_alloc(Arena *arena, size_t size);

/* count objects of size bytes; a product that overflows is out of memory. */
void *arena_calloc(Arena *arena, size_t count, size_t size);

/* Take over size bytes that malloc gave; they go with the arena. */
void arena_own(Arena *arena, void *memory, size_t size);

#define arena_new(arena, T) ((T *)arena_alloc((arena), sizeof(T)))
#define arena_array(arena, T, count) ((T *)arena_calloc((arena), (count), sizeof(T)))

/* A copy; the bytes are followed by a NUL that n does not count. */
Str arena_str(Arena *arena, Str s);
char *arena_cstr(Arena *arena, Str s);
Str arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str arena_vprintf(Arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* A growing array in an arena. `typedef VEC(rxc_name) rxc_names;` then
 *     *vec_push(arena, &names) = name;
 * The pointer that vec_push gives (a zeroed slot, the last) holds until the next push. */
#define VEC(T)         \
    struct {           \
        T *v;          \
        size_t n, cap; \
    }

#define vec_push(arena, vec)                                                                      \
    ((void)((vec)->n < (vec)->cap ||                                                              \
            ((vec)->v = arena_grow((arena), (vec)->v, (vec)->n, &(vec)->cap, sizeof *(vec)->v))), \
     &(vec)->v[(vec)->n++])

/* A larger copy of an array of n items; *cap becomes the new capacity. Used by vec_push. */
void *arena_grow(Arena *arena, const void *old, size_t n, size_t *cap, size_t size);

#endif
