/* map.c: a table from strings to numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/map.h"

enum { FIRST_SIZE = 1 << 10 };

static rxc_map_slot *slot_of(const rxc_map *map, Str key, uint64_t hash)
{
    for (size_t i = (size_t)(hash ^ hash >> 32);; i++) {
        rxc_map_slot *slot = &map->slots[i & (map->size - 1)];
        if (!slot->value || (slot->hash == hash && str_eq(slot->key, key))) return slot;
    }
}

static void grow(rxc_map *map, Arena *arena)
{
    rxc_map old = *map;
    map->size = old.size ? old.size * 2 : FIRST_SIZE;
    map->slots = arena_array(arena, rxc_map_slot, map->size);
    for (size_t i = 0; i < old.size; i++)
        if (old.slots[i].value) *slot_of(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
}

uint32_t rxc_map_get(const rxc_map *map, Str key) { return map->size ? slot_of(map, key, str_hash(key))->value : 0; }

static rxc_map_slot *put(rxc_map *map, Arena *arena, Str key, uint32_t value)
{
    if (map->used * 2 >= map->size) grow(map, arena);
    uint64_t hash = str_hash(key);
    rxc_map_slot *slot = slot_of(map, key, hash);
    if (!slot->value) *slot = (rxc_map_slot){ key, hash, value }, map->used++;
    return slot;
}

uint32_t rxc_map_put(rxc_map *map, Arena *arena, Str key, uint32_t value) { return put(map, arena, key, value)->value; }
void rxc_map_set(rxc_map *map, Arena *arena, Str key, uint32_t value) { put(map, arena, key, value)->value = value; }
