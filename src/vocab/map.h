/* map.h: a table from strings to numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_MAP_H
#define RXC_VOCAB_MAP_H

#include "base/arena.h"

typedef struct rxc_map_slot {
    Str key;
    uint64_t hash;
    uint32_t value; /* 0: free */
} rxc_map_slot;

/* {0} is empty. Keys are borrowed. */
typedef struct rxc_map {
    rxc_map_slot *slots;
    size_t size, used; /* size is a power of two, or 0 */
} rxc_map;

/* The value of a key; 0: not there. */
uint32_t rxc_map_get(const rxc_map *map, Str key);

/* Set key to value (not 0) unless it is there; gives the value that is there then. */
uint32_t rxc_map_put(rxc_map *map, Arena *arena, Str key, uint32_t value);

/* Set key to value (not 0), whatever it was. */
void rxc_map_set(rxc_map *map, Arena *arena, Str key, uint32_t value);

#endif
