/* dataset.c: labelled sequences in flat arrays; the numbering of their features. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn/dataset.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"

void rxc_dataset_clear(rxc_dataset *data)
{
    free(data->first);
    free(data->begin);
    free(data->feature);
    free(data->allowed);
    free(data->key);
    *data = (rxc_dataset){ 0 };
}

/* Room for need items of size bytes. */
static void *reserve(void *items, size_t need, size_t *cap, size_t size)
{
    if (items && need <= *cap) return items;
    size_t larger = need + need / 2 + 64;
    void *moved = larger < SIZE_MAX / size ? realloc(items, larger * size) : NULL;
    if (!moved) rxc_err_memory(larger);
    *cap = larger;
    return moved;
}

static void make_room(rxc_dataset *data, size_t tokens, size_t places)
{
    size_t cap = data->token_cap;
    data->first = reserve(data->first, data->sequences + 2, &data->sequence_cap, sizeof *data->first);
    data->allowed = reserve(data->allowed, data->tokens + tokens + 1, &cap, sizeof *data->allowed);
    data->begin = reserve(data->begin, data->tokens + tokens + 1, &data->token_cap, sizeof *data->begin);
    data->feature = reserve(data->feature, data->places + places, &data->place_cap, sizeof *data->feature);
}

void rxc_dataset_add(rxc_dataset *data, rxc_sequence sequence, const uint64_t *allowed)
{
    size_t n = sequence.tokens, from = sequence.begin[0], places = sequence.begin[n] - from;
    make_room(data, n, places);
    if (!data->sequences) data->first[0] = 0, data->begin[0] = 0;
    memcpy(data->feature + data->places, sequence.key + from, places * sizeof *sequence.key);
    for (size_t t = 0; t < n; t++) {
        data->allowed[data->tokens + t] = allowed[t];
        data->begin[data->tokens + t + 1] = data->places + sequence.begin[t + 1] - from;
    }
    data->tokens += n, data->places += places;
    data->first[++data->sequences] = data->tokens;
}

/* --- numbering: open addressing, key -> how often, then key -> row + 1 (0: dropped) ----------------------------- */

typedef struct table {
    uint32_t *key, *value;
    size_t mask, used;
} table;

static void *zeroed(size_t count, size_t size)
{
    void *p = calloc(count, size);
    if (!p) rxc_err_memory(count * size);
    return p;
}

static table table_new(size_t slots)
{
    return (table){ zeroed(slots, sizeof(uint32_t)), zeroed(slots, sizeof(uint32_t)), slots - 1, 0 };
}

static void table_clear(table *t)
{
    free(t->key);
    free(t->value);
}

/* The slot of a key; its value is 0 when the key is new. */
static size_t slot_of(const table *t, uint32_t key)
{
    size_t slot = (size_t)(key * 0x9E3779B97F4A7C15u >> 20) & t->mask;
    while (t->value[slot] && t->key[slot] != key) slot = (slot + 1) & t->mask;
    return slot;
}

static void enlarge(table *t)
{
    table larger = table_new((t->mask + 1) * 2);
    for (size_t i = 0; i <= t->mask; i++) {
        if (!t->value[i]) continue;
        size_t slot = slot_of(&larger, t->key[i]);
        larger.key[slot] = t->key[i], larger.value[slot] = t->value[i];
    }
    larger.used = t->used;
    table_clear(t);
    *t = larger;
}

static table count_keys(const rxc_dataset *data)
{
    table t = table_new(1 << 16);
    for (size_t i = 0; i < data->places; i++) {
        size_t slot = slot_of(&t, data->feature[i]);
        if (!t.value[slot]) {
            t.key[slot] = data->feature[i];
            t.used++;
        }
        if (t.value[slot] < UINT32_MAX) t.value[slot]++;
        if (t.used * 2 > t.mask) enlarge(&t);
    }
    return t;
}

/* Rows by first appearance, so that the same data give the same numbers everywhere. */
static table number_keys(rxc_dataset *data, const table *counts, size_t min_count)
{
    table rows = table_new(counts->mask + 1);
    data->key = zeroed(counts->used + 1, sizeof *data->key);
    for (size_t i = 0; i < data->places; i++) {
        uint32_t key = data->feature[i];
        if (counts->value[slot_of(counts, key)] < min_count) continue;
        size_t slot = slot_of(&rows, key);
        if (rows.value[slot]) continue;
        data->key[data->rows++] = key;
        rows.key[slot] = key, rows.value[slot] = (uint32_t)data->rows;
    }
    return rows;
}

void rxc_dataset_index(rxc_dataset *data, size_t min_count)
{
    table counts = count_keys(data);
    table rows = number_keys(data, &counts, min_count);
    size_t kept = 0, from = 0;
    for (size_t t = 0; t < data->tokens; t++) {
        size_t end = data->begin[t + 1];
        for (; from < end; from++) {
            uint32_t row = rows.value[slot_of(&rows, data->feature[from])];
            if (row) data->feature[kept++] = row - 1;
        }
        data->begin[t + 1] = kept;
    }
    data->places = kept;
    table_clear(&rows);
    table_clear(&counts);
}
