/* flow_add.c: one record into the library: its statements find their works, works are merged or fall apart.
 *
 * Which statements are one work depends on all statements, never on the order in which they came (resolve/resolve.h). A
 * new statement all of whose keys are held by one uncontested work joins it at once. Any other one calls for a new look
 * at everything that hangs together with it by keys, usually a handful of statements. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "flow/flow.h"
#include "resolve/resolve.h"
#include "text/fold.h"

enum { RAW_MAX = 400 }; /* bytes of a printed reference in a key */

/* --- statements ----------------------------------------------------------------------------------------------- */

/* A work that says too little to be compared is the same only where it is printed the same. */
static Str key_of_last_resort(Arena *arena, const rxc_record *record, int64_t position)
{
    if (position <= 0) return arena_printf(arena, "self:%.*s", STR_ARG(record->doc->sha256));
    Str raw = record->references.v[position - 1].raw;
    if (raw.n == 0) return arena_printf(arena, "self:%.*s:%zu", STR_ARG(record->doc->sha256), (size_t)position);
    return arena_printf(arena, "raw:%.*s", STR_ARG(rxc_fold_key(arena, str_take(raw, RAW_MAX))));
}

/* Of the work that a notice concerns all that is known is what the notice says, and the status that it gives. */
static rxc_work noticed(const rxc_notice *notice)
{
    rxc_work work = notice->work;
    work.status = str_from(rxc_notice_status(notice->kind));
    return work;
}

static void make_statement(Arena *arena, const rxc_record *record, int64_t position, rxc_store_statement *out)
{
    out->position = position;
    out->sha256 = record->doc->sha256;
    if (position == 0) out->stated = record->doc->work;
    else if (position > 0) out->stated = record->references.v[position - 1].work;
    else out->stated = noticed(&record->doc->notices.v[-1 - position]);
    out->keys = arena_array(arena, Str, RXC_KEYS_MAX);
    out->key_count = rxc_resolve_keys(arena, &out->stated, out->keys);
    if (out->key_count == 0) out->keys[out->key_count++] = key_of_last_resort(arena, record, position);
}

/* --- works ---------------------------------------------------------------------------------------------------- */

/* Where a statement stands among all: by content, not by when it came; as bytes, in the order of (sha256, position). */
static Str place_of(Arena *arena, const rxc_store_statement *statement)
{
    enum { NOTICES_MAX = 1000000 };
    bool notice = statement->position < 0;
    long long position = notice ? statement->position + NOTICES_MAX : statement->position;
    return arena_printf(arena, "%.*s:%s%06lld", STR_ARG(statement->sha256), notice ? "-" : "", position);
}

static Str first_key(Str old, const rxc_store_statement *statement)
{
    for (size_t i = 0; i < statement->key_count; i++)
        if (!old.n || str_cmp(statement->keys[i], old) < 0) old = statement->keys[i];
    return old;
}

static Str slug_id(Arena *arena, const char *prefix, Str text)
{
    char *out = arena_alloc(arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        if (chr_alnum(text.p[i])) out[n++] = chr_to_lower(text.p[i]);
    return arena_printf(arena, "%s%.*s", prefix, (int)n, out);
}

/* The id of a work before equal ones are told apart. */
static Str base_id(Arena *arena, const rxc_work *work)
{
    Str id = rxc_resolve_id(arena, work);
    if (id.n) return id;
    if (work->doi.n) return slug_id(arena, "doi", work->doi);
    if (work->pmid.n) return slug_id(arena, "pmid", work->pmid);
    if (work->database_id.n) return slug_id(arena, "", work->database_id);
    if (work->container.n) return slug_id(arena, "in", rxc_fold_key(arena, str_take(work->container, 40)));
    return S("untitled");
}

static rxc_status put_merged(rxc_store *store, Arena *arena, rxc_store_work *work, const rxc_merged *merged,
                             int64_t *row, rxc_err *err)
{
    work->work = merged->work;
    work->base = base_id(arena, &merged->work);
    work->ranks = (Str){ (const char *)merged->rank, sizeof merged->rank };
    return rxc_store_put_work(store, work, row, err);
}

static rxc_merged merged_of(const rxc_store_work *work)
{
    rxc_merged merged = { .work = work->work };
    if (work->ranks.n == sizeof merged.rank) memcpy(merged.rank, work->ranks.p, sizeof merged.rank);
    return merged;
}

/* --- the short way: a statement that brings no new key ---------------------------------------------------------- */

/* The one work that holds all keys of the statement, or 0. */
static rxc_status find_known(rxc_store *store, const rxc_store_statement *statement, int64_t *work, rxc_err *err)
{
    *work = 0;
    for (size_t i = 0; i < statement->key_count; i++) {
        int64_t holder = 0;
        bool contested = false;
        RXC_TRY(rxc_store_find_key(store, statement->keys[i], &holder, &contested, err));
        bool same = holder && !contested && (i == 0 || holder == *work);
        *work = same ? holder : 0;
        if (!same) return RXC_OK;
    }
    return RXC_OK;
}

static rxc_status join_known(rxc_store *store, Arena *arena, const rxc_store_statement *statement, int64_t row,
                             rxc_err *err)
{
    rxc_store_work work;
    RXC_TRY(rxc_store_get_work(store, row, arena, &work, err));
    rxc_merged merged = merged_of(&work);
    bool changed = rxc_resolve_merge(&merged, &statement->stated, statement->position == 0);
    size_t space = str_rchr(work.order, ' ');
    Str place = place_of(arena, statement);
    if (space != STR_NONE && str_cmp(place, str_drop(work.order, space + 1)) < 0) {
        work.order = arena_printf(arena, "%.*s %.*s", STR_ARG(str_take(work.order, space)), STR_ARG(place));
        changed = true;
    }
    return changed ? put_merged(store, arena, &work, &merged, &row, err) : RXC_OK;
}

/* --- the long way: a new look at all that hangs together --------------------------------------------------------- */

typedef struct look {
    rxc_store *store;
    Arena *arena;
    rxc_store_statements all; /* in the order of their content */
    size_t *group;            /* [all.n] first statement of the group */
    int64_t *row;             /* [all.n] of the group that begins here: its work */
    size_t *members, *before; /* [all.n] of the group that begins here: statements; statements that its work had */
    bool contested;
} look;

static void find_groups(look *l)
{
    rxc_statement *statements = arena_array(l->arena, rxc_statement, l->all.n);
    for (size_t i = 0; i < l->all.n; i++) {
        const rxc_store_statement *s = &l->all.v[i];
        statements[i] = (rxc_statement){ s->keys, s->key_count, s->stated.issued.year };
    }
    rxc_resolve_groups(statements, l->all.n, l->group, &l->contested);
}

typedef struct claim { /* a work that there was, and the first statement that had it */
    int64_t work;
    size_t statement, count; /* count: statements that had it */
} claim;

static int compare_claims(const void *a, const void *b)
{
    const claim *left = a, *right = b;
    if (left->work != right->work) return left->work < right->work ? -1 : 1;
    return (left->statement > right->statement) - (left->statement < right->statement);
}

/* The works that there were, each with the first statement that had it. */
static size_t list_claims(const look *l, claim *out)
{
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < l->all.n; i++)
        if (l->all.v[i].work) out[n++] = (claim){ l->all.v[i].work, i, 1 };
    if (n) qsort(out, n, sizeof *out, compare_claims);
    for (size_t i = 0; i < n; i++) {
        if (kept && out[i].work == out[kept - 1].work) out[kept - 1].count++;
        else out[kept++] = out[i];
    }
    return kept;
}

/* Each group keeps a row that was there, if one of its statements was the first to have it. The rest is dropped later.
 */
static void keep_rows(look *l, const claim *claims, size_t n, bool *kept)
{
    for (size_t i = 0; i < n; i++) {
        int64_t *row = &l->row[l->group[claims[i].statement]];
        kept[i] = *row == 0;
        if (!kept[i]) continue;
        *row = claims[i].work;
        l->before[l->group[claims[i].statement]] = claims[i].count;
    }
}

/* Has the group the members that its work had, none more and none less? */
static bool is_as_before(const look *l, size_t first, const size_t *next)
{
    for (size_t i = first; i != STR_NONE; i = next[i])
        if (l->all.v[i].work != l->row[first] || l->all.v[i].contested != l->contested) return false;
    return l->members[first] == l->before[first];
}

/* The members of one group, from `first` on, become one work. */
static rxc_status put_group(look *l, size_t first, const size_t *next, rxc_err *err)
{
    rxc_merged merged = { 0 };
    Str key = { 0 };
    if (is_as_before(l, first, next)) return RXC_OK;
    for (size_t i = first; i != STR_NONE; i = next[i]) {
        rxc_resolve_merge(&merged, &l->all.v[i].stated, l->all.v[i].position == 0);
        key = first_key(key, &l->all.v[i]);
    }
    rxc_store_work work = { .row = l->row[first], .contested = l->contested };
    Str place = place_of(l->arena, &l->all.v[first]);
    work.order = arena_printf(l->arena, "%.*s %.*s", STR_ARG(key), STR_ARG(place));
    RXC_TRY(put_merged(l->store, l->arena, &work, &merged, &l->row[first], err));
    for (size_t i = first; i != STR_NONE; i = next[i])
        if (l->all.v[i].work != l->row[first])
            RXC_TRY(rxc_store_set_work(l->store, l->all.v[i].row, l->row[first], err));
    return RXC_OK;
}

/* next[i]: the next statement of the group of i. */
static size_t *link_groups(const look *l)
{
    size_t *next = arena_array(l->arena, size_t, l->all.n), *last = arena_array(l->arena, size_t, l->all.n);
    for (size_t i = 0; i < l->all.n; i++) {
        l->members[l->group[i]]++;
        next[i] = STR_NONE;
        if (l->group[i] != i) next[last[l->group[i]]] = i;
        last[l->group[i]] = i;
    }
    return next;
}

static rxc_status look_again(rxc_store *store, Arena *arena, int64_t statement, rxc_store_statements *seen,
                             rxc_err *err)
{
    look l = { .store = store, .arena = arena };
    RXC_TRY(rxc_store_connected(store, statement, arena, &l.all, err));
    claim *claims = arena_array(arena, claim, l.all.n);
    bool *kept = arena_array(arena, bool, l.all.n);
    size_t n = list_claims(&l, claims);
    l.group = arena_array(arena, size_t, l.all.n);
    l.row = arena_array(arena, int64_t, l.all.n);
    l.members = arena_array(arena, size_t, l.all.n);
    l.before = arena_array(arena, size_t, l.all.n);
    find_groups(&l);
    keep_rows(&l, claims, n, kept);
    const size_t *next = link_groups(&l);
    for (size_t i = 0; i < l.all.n; i++)
        if (l.group[i] == i) RXC_TRY(put_group(&l, i, next, err));
    for (size_t i = 0; i < n; i++)
        if (!kept[i]) RXC_TRY(rxc_store_drop_work(store, claims[i].work, err));
    *seen = l.all;
    return RXC_OK;
}

/* --- the record ------------------------------------------------------------------------------------------------- */

/* Statements of this document that wait for the long way: their rows ascend. */
typedef struct waiting {
    int64_t row;
    bool done;
} waiting;
typedef VEC(waiting) waitings;

static int compare_waiting(const void *a, const void *b)
{
    const waiting *left = a, *right = b;
    return (left->row > right->row) - (left->row < right->row);
}

static rxc_status settle(rxc_store *store, waitings *list, rxc_err *err)
{
    rxc_status status = RXC_OK;
    for (size_t i = 0; !status && i < list->n; i++) {
        Arena scratch = { 0 };
        rxc_store_statements seen = { 0 };
        if (!list->v[i].done) status = look_again(store, &scratch, list->v[i].row, &seen, err);
        for (size_t s = 0; s < seen.n; s++) {
            waiting key = { seen.v[s].row, false };
            waiting *other = bsearch(&key, list->v, list->n, sizeof *list->v, compare_waiting);
            if (other) other->done = true;
        }
        arena_clear(&scratch);
    }
    return status;
}

static rxc_status put_statement(rxc_store *store, const rxc_record *record, int64_t document, int64_t position,
                                Arena *lasting, waitings *list, rxc_err *err)
{
    Arena scratch = { 0 };
    rxc_store_statement statement = { .document = document };
    int64_t row = 0;
    make_statement(&scratch, record, position, &statement);
    rxc_status status = find_known(store, &statement, &statement.work, err);
    if (!status) status = rxc_store_put_statement(store, &statement, &row, err);
    if (!status && statement.work) status = join_known(store, &scratch, &statement, statement.work, err);
    else if (!status) *vec_push(lasting, list) = (waiting){ row, false };
    arena_clear(&scratch);
    return status;
}

/* Only a work that can be told from others gets a status from afar. */
static bool speaks_of_other(const rxc_notice *notice)
{
    const rxc_work *work = &notice->work;
    return notice->by_this && (work->doi.n || work->pmid.n || work->pmcid.n || work->database_id.n || work->title.n);
}

static rxc_status put_record(rxc_store *store, const rxc_record *record, rxc_err *err)
{
    Arena lasting = { 0 };
    waitings list = { 0 };
    int64_t document = 0;
    rxc_status status = rxc_store_put_document(store, record, &document, err);
    if (!status) status = put_statement(store, record, document, 0, &lasting, &list, err);
    for (size_t i = 0; !status && i < record->references.n; i++) {
        bool nothing = rxc_work_is_empty(&record->references.v[i].work);
        if (!nothing) status = put_statement(store, record, document, (int64_t)i + 1, &lasting, &list, err);
    }
    for (size_t i = 0; !status && i < record->doc->notices.n; i++)
        if (speaks_of_other(&record->doc->notices.v[i]))
            status = put_statement(store, record, document, -1 - (int64_t)i, &lasting, &list, err);
    if (!status) status = settle(store, &list, err);
    arena_clear(&lasting);
    return status;
}

rxc_status rxc_flow_add(rxc_store *store, const rxc_record *record, bool *added, rxc_err *err)
{
    int64_t there = 0;
    bool alone = !rxc_store_is_open(store); /* no transaction of the caller's: one of our own */
    *added = false;
    RXC_TRY(rxc_store_find_document(store, record->doc->sha256, &there, err));
    if (there) return RXC_OK;
    if (alone) RXC_TRY(rxc_store_begin(store, err));
    rxc_status status = put_record(store, record, err);
    if (alone && status) rxc_store_rollback(store);
    else if (alone) status = rxc_store_commit(store, err);
    *added = !status;
    return status;
}
