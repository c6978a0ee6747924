/* each.c: a ring of slots between worker threads that extract and the caller's thread that takes, in order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/each.h"

#include <pthread.h>

#include "base/file.h"

enum { SLOTS_PER_JOB = 4, JOBS_MAX = 256 };

/* One document on its way. */
typedef struct Slot {
    Arena arena;
    rxc_record record;
    rxc_err err;
    bool ready;
} Slot;

typedef struct Ring {
    const rxc_tools *tools;
    const rxc_inputs *inputs;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    Slot *slots;
    size_t size;  /* slots */
    size_t next;  /* input that the next free worker takes */
    size_t taken; /* inputs handed over */
    bool over;    /* no more inputs are to be begun */
} Ring;

/* Stages know a document by its base name; people are told the path they gave. */
static void tell_path(const rxc_input *input, rxc_err *err)
{
    Str text = str_from(err->text);
    if (!str_starts(text, input->name) || !str_starts(str_drop(text, input->name.n), S(":"))) return;
    rxc_err whole = { 0 };
    rxc_err_set(&whole, err->status, "%s%s", input->path, err->text + input->name.n);
    *err = whole;
}

static void extract(const Ring *ring, size_t index, Slot *slot)
{
    const rxc_input *input = &ring->inputs->v[index];
    Str source = { 0 };
    if (input->problem.n) {
        rxc_err_set(&slot->err, RXC_INPUT, "%s: %.*s", input->path, STR_ARG(input->problem));
        return;
    }
    if (rxc_file_read(input->path, ring->tools->limits.max_bytes, &slot->arena, &source, &slot->err)) return;
    if (rxc_flow_extract(ring->tools, source, input->name, &slot->arena, &slot->record, &slot->err))
        tell_path(input, &slot->err);
}

static void *work(void *context)
{
    Ring *ring = context;
    pthread_mutex_lock(&ring->lock);
    for (;;) {
        while (!ring->over && ring->next < ring->inputs->n && ring->next - ring->taken >= ring->size)
            pthread_cond_wait(&ring->changed, &ring->lock);
        if (ring->over || ring->next >= ring->inputs->n) break;
        size_t index = ring->next++;
        pthread_mutex_unlock(&ring->lock);
        Slot *slot = &ring->slots[index % ring->size];
        extract(ring, index, slot);
        pthread_mutex_lock(&ring->lock);
        slot->ready = true;
        pthread_cond_broadcast(&ring->changed);
    }
    pthread_mutex_unlock(&ring->lock);
    return NULL;
}

static void empty(Slot *slot)
{
    arena_clear(&slot->arena);
    *slot = (Slot){ 0 };
}

static rxc_status take_in_order(Ring *ring, const volatile int *stop, rxc_each_take take, void *context, rxc_err *err)
{
    rxc_status status = RXC_OK;
    while (!status && ring->taken < ring->inputs->n) {
        size_t index = ring->taken;
        Slot *slot = &ring->slots[index % ring->size];
        pthread_mutex_lock(&ring->lock);
        while (!slot->ready) pthread_cond_wait(&ring->changed, &ring->lock);
        pthread_mutex_unlock(&ring->lock);
        rxc_extracted extracted = { &ring->inputs->v[index], index, slot->err.status ? NULL : &slot->record, &slot->err };
        status = stop && *stop ? rxc_err_set(err, RXC_INTERRUPTED, "interrupted after %zu of %zu inputs", index, ring->inputs->n)
                               : take(context, &extracted, err);
        pthread_mutex_lock(&ring->lock);
        empty(slot);
        ring->taken++;
        pthread_cond_broadcast(&ring->changed);
        pthread_mutex_unlock(&ring->lock);
    }
    pthread_mutex_lock(&ring->lock);
    ring->over = true;
    pthread_cond_broadcast(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
    return status;
}

rxc_status rxc_flow_each(const rxc_tools *tools, const rxc_inputs *inputs, long jobs, const volatile int *stop,
                         rxc_each_take take, void *context, rxc_err *err)
{
    size_t want = jobs < 1 ? 1 : jobs > JOBS_MAX ? JOBS_MAX : (size_t)jobs, started = 0;
    if (want > inputs->n) want = inputs->n;
    Arena arena = { 0 };
    Ring ring = { .tools = tools, .inputs = inputs, .size = want * SLOTS_PER_JOB };
    pthread_t threads[JOBS_MAX];
    ring.slots = arena_array(&arena, Slot, ring.size);
    pthread_mutex_init(&ring.lock, NULL);
    pthread_cond_init(&ring.changed, NULL);
    while (started < want && pthread_create(&threads[started], NULL, work, &ring) == 0) started++;
    rxc_status status = want && !started ? rxc_err_set(err, RXC_FAILED, "no thread could be started")
                                         : take_in_order(&ring, stop, take, context, err);
    for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
    for (size_t i = 0; i < ring.size; i++) empty(&ring.slots[i]);
    pthread_cond_destroy(&ring.changed);
    pthread_mutex_destroy(&ring.lock);
    arena_clear(&arena);
    return status;
}
