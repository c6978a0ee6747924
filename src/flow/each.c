/* each.c: a ring of slots between worker threads that extract and the caller's thread that takes, in order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/each.h"

#include <pthread.h>

#include "read/source.h"

enum { SLOTS_PER_JOB = 4, JOBS_MAX = 256 };

/* One document on its way. */
typedef struct Slot {
    Arena arena;
    size_t index; /* of the input */
    rxc_source source;
    rxc_record record;
    rxc_err err;
    bool ready;
} Slot;

typedef struct Ring {
    const rxc_tools *tools;
    const rxc_inputs *inputs;
    Slot *slots;
    size_t size; /* slots */

    pthread_mutex_t feed; /* of who takes the next source; the members up to the other lock are theirs */
    rxc_sources *sources; /* of the input at */
    size_t at;

    pthread_mutex_t lock; /* of all below */
    pthread_cond_t changed;
    size_t next;  /* document that the next free worker takes */
    size_t taken; /* documents handed over */
    bool ended;   /* there is none at next */
    bool over;    /* no more are to be begun */
} Ring;

/* Stages know a document by its base name; people are told the path they gave. */
static void tell_path(const rxc_input *input, rxc_err *err)
{
    Str text = str_from(err->text), rest = str_drop(text, input->name.n);
    if (!str_starts(text, input->name) || !rest.n || !strchr(":#/", rest.p[0])) return;
    rxc_err whole = { 0 };
    rxc_err_set(&whole, err->status, "%s%s", input->path, err->text + input->name.n);
    *err = whole;
}

/* Begin with the input at. */
static rxc_status open_input(Ring *ring, rxc_err *err)
{
    const rxc_input *input = &ring->inputs->v[ring->at];
    rxc_stream stream;
    if (input->problem.n) return rxc_err_set(err, RXC_INPUT, "%s: %.*s", input->path, STR_ARG(input->problem));
    RXC_TRY(rxc_stream_file(input->path, &stream, err));
    ring->sources = rxc_sources_open(stream, input->name, &ring->tools->limits);
    return RXC_OK;
}

/* The next source of any input into the slot; false when all inputs are used up. */
static bool take_source(Ring *ring, Slot *slot)
{
    for (; ring->at < ring->inputs->n; ring->at++) {
        slot->index = ring->at;
        slot->source.name = ring->inputs->v[ring->at].name;
        if (!ring->sources && open_input(ring, &slot->err)) {
            ring->at++;
            return true;
        }
        if (rxc_sources_next(ring->sources, &slot->arena, &slot->source, &slot->err)) return true;
        rxc_sources_close(ring->sources);
        ring->sources = NULL;
    }
    return false;
}

/* A slot with the next source; NULL when there is none, or the run is over. */
static Slot *next_slot(Ring *ring)
{
    pthread_mutex_lock(&ring->feed);
    pthread_mutex_lock(&ring->lock);
    while (!ring->over && ring->next - ring->taken >= ring->size) pthread_cond_wait(&ring->changed, &ring->lock);
    Slot *slot = ring->over || ring->ended ? NULL : &ring->slots[ring->next % ring->size];
    pthread_mutex_unlock(&ring->lock);
    bool found = slot && take_source(ring, slot);
    pthread_mutex_lock(&ring->lock);
    if (found) ring->next++;
    else ring->ended = true;
    pthread_cond_broadcast(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
    pthread_mutex_unlock(&ring->feed);
    return found ? slot : NULL;
}

static void *work(void *context)
{
    Ring *ring = context;
    for (Slot *slot; (slot = next_slot(ring)) != NULL;) {
        if (!slot->err.status)
            rxc_flow_extract_source(ring->tools, &slot->source, &slot->arena, &slot->record, &slot->err);
        if (slot->err.status) tell_path(&ring->inputs->v[slot->index], &slot->err);
        pthread_mutex_lock(&ring->lock);
        slot->ready = true;
        pthread_cond_broadcast(&ring->changed);
        pthread_mutex_unlock(&ring->lock);
    }
    return NULL;
}

static void empty(Slot *slot)
{
    arena_clear(&slot->arena);
    *slot = (Slot){ 0 };
}

/* Wait for the next document; NULL when there is none. */
static Slot *wait_for(Ring *ring)
{
    Slot *slot = &ring->slots[ring->taken % ring->size];
    pthread_mutex_lock(&ring->lock);
    while (!slot->ready && !(ring->ended && ring->taken == ring->next)) pthread_cond_wait(&ring->changed, &ring->lock);
    bool ready = slot->ready;
    pthread_mutex_unlock(&ring->lock);
    return ready ? slot : NULL;
}

static rxc_status take_in_order(Ring *ring, const volatile int *stop, rxc_each_take take, void *context, rxc_err *err)
{
    rxc_status status = RXC_OK;
    for (Slot *slot; !status && (slot = wait_for(ring)) != NULL;) {
        rxc_extracted extracted = { &ring->inputs->v[slot->index], slot->index, slot->source.name,
                                    slot->err.status ? NULL : &slot->record, &slot->err };
        status = stop && *stop ? rxc_err_set(err, RXC_INTERRUPTED, "interrupted after %zu of %zu inputs", slot->index,
                                             ring->inputs->n)
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
    Arena arena = { 0 };
    Ring ring = { .tools = tools, .inputs = inputs, .size = want * SLOTS_PER_JOB };
    pthread_t threads[JOBS_MAX];
    ring.slots = arena_array(&arena, Slot, ring.size);
    pthread_mutex_init(&ring.feed, NULL);
    pthread_mutex_init(&ring.lock, NULL);
    pthread_cond_init(&ring.changed, NULL);
    while (started < want && pthread_create(&threads[started], NULL, work, &ring) == 0) started++;
    rxc_status status = !started ? rxc_err_set(err, RXC_FAILED, "no thread could be started")
                                         : take_in_order(&ring, stop, take, context, err);
    for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
    for (size_t i = 0; i < ring.size; i++) empty(&ring.slots[i]);
    rxc_sources_close(ring.sources);
    pthread_cond_destroy(&ring.changed);
    pthread_mutex_destroy(&ring.feed);
    pthread_mutex_destroy(&ring.lock);
    arena_clear(&arena);
    return status;
}
