/* groups.c: statements that speak of the same work, by union-find over keys, strongest kind first.
 *
 *     A {doi:1, page:k}   B {doi:2, page:k}   C {page:k}
 *
 * A and B share page:k and stay apart, for their DOIs differ; C goes to the larger of the two. A group's identifiers
 * are those of all its members, so what contradicts is seen whichever member says it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "resolve/resolve.h"

/* Kinds of keys, strongest first: those before WEAK are identifiers that can contradict. */
static const Str kinds[] = { STR_INIT("doi:"),  STR_INIT("pmid:"),  STR_INIT("pmcid:"), STR_INIT("arxiv:"),
                             STR_INIT("db:"),   STR_INIT("page:"), STR_INIT("title:"), STR_INIT("name:") };
enum { WEAK = 4, NAME = 7, KINDS = 8, YEARS_APART = 1 };

typedef struct holder { /* a key and a statement that holds it */
    size_t kind;
    Str key;
    size_t statement;
} holder;

typedef struct set {
    size_t parent, size;    /* of the tree: parent is itself at the root; statements under it */
    size_t first;           /* smallest statement */
    int year_min, year_max; /* 0: none */
    VEC(Str) ids[WEAK];     /* identifiers of each kind */
} set;

typedef struct sets {
    Arena *arena;
    set *v;
} sets;

static size_t kind_of(Str key)
{
    for (size_t i = 0; i < KINDS; i++)
        if (str_starts(key, kinds[i])) return i;
    return KINDS;
}

static int compare_holders(const void *x, const void *y)
{
    const holder *a = x, *b = y;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    int order = str_cmp(a->key, b->key);
    return order ? order : (a->statement > b->statement) - (a->statement < b->statement);
}

static size_t root_of(sets *all, size_t i)
{
    while (all->v[i].parent != i) i = all->v[i].parent = all->v[all->v[i].parent].parent;
    return i;
}

static bool has_id(const set *s, size_t kind, Str id)
{
    for (size_t i = 0; i < s->ids[kind].n; i++)
        if (str_eq(s->ids[kind].v[i], id)) return true;
    return false;
}

static bool ids_contradict(const set *a, const set *b, size_t kind)
{
    if (a->ids[kind].n == 0 || b->ids[kind].n == 0) return false;
    for (size_t i = 0; i < a->ids[kind].n; i++)
        if (has_id(b, kind, a->ids[kind].v[i])) return false;
    return true;
}

static bool years_contradict(const set *a, const set *b)
{
    if (!a->year_min || !b->year_min) return false;
    int low = a->year_min < b->year_min ? a->year_min : b->year_min;
    int high = a->year_max > b->year_max ? a->year_max : b->year_max;
    return high - low > YEARS_APART;
}

/* May two that share a key of this kind be one? */
static bool may_join(const set *a, const set *b, size_t kind)
{
    for (size_t stronger = 0; stronger < kind && stronger < WEAK; stronger++)
        if (ids_contradict(a, b, stronger)) return false;
    return kind < NAME || !years_contradict(a, b);
}

static void join(sets *all, size_t into, size_t from)
{
    set *a = &all->v[into], *b = &all->v[from];
    b->parent = into;
    a->size += b->size;
    if (b->first < a->first) a->first = b->first;
    if (b->year_min && (!a->year_min || b->year_min < a->year_min)) a->year_min = b->year_min;
    if (b->year_max > a->year_max) a->year_max = b->year_max;
    for (size_t kind = 0; kind < WEAK; kind++)
        for (size_t i = 0; i < b->ids[kind].n; i++)
            if (!has_id(a, kind, b->ids[kind].v[i])) *vec_push(all->arena, &a->ids[kind]) = b->ids[kind].v[i];
}

static int compare_sets(const void *x, const void *y)
{
    const set *a = *(set *const *)x, *b = *(set *const *)y;
    if (a->size != b->size) return a->size > b->size ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

/* The different sets that hold one key, the largest first. */
static size_t sets_of_run(sets *all, const holder *run, size_t n, set **out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) out[i] = &all->v[root_of(all, run[i].statement)];
    qsort(out, n, sizeof *out, compare_sets); /* equal pointers stand together: first differs else */
    for (size_t i = 0; i < n; i++)
        if (i == 0 || out[i] != out[i - 1]) out[count++] = out[i];
    return count;
}

static bool has_ids(const set *s)
{
    for (size_t kind = 0; kind < WEAK; kind++)
        if (s->ids[kind].n) return true;
    return false;
}

/* Join the sets that hold a key of this kind, each to the first that it does not contradict. Gives whether several are
 * left. */
static bool join_sets(sets *all, set **found, size_t count, size_t kind, size_t *leaders)
{
    size_t n = 0, identified = 0;
    for (size_t i = 0; i < count; i++) identified += has_ids(found[i]);
    if (kind >= WEAK && identified > RXC_CONTESTED_MAX) return true;
    for (size_t i = 0; i < count; i++) {
        size_t own = (size_t)(found[i] - all->v), l = 0;
        while (l < n && !may_join(&all->v[leaders[l]], found[i], kind)) l++;
        if (l == n) leaders[n++] = own;
        else join(all, leaders[l], own);
    }
    return n > 1;
}

/* All keys, sorted; gives their number. */
static size_t list_holders(const rxc_statement *statements, size_t n, holder *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < statements[i].key_count; k++) {
            Str key = statements[i].keys[k];
            out[count++] = (holder){ kind_of(key), key, i };
        }
    if (count) qsort(out, count, sizeof *out, compare_holders);
    return count;
}

static void init_sets(sets *all, const rxc_statement *statements, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        set *s = &all->v[i];
        *s =
            (set){ .parent = i, .size = 1, .first = i, .year_min = statements[i].year, .year_max = statements[i].year };
        for (size_t k = 0; k < statements[i].key_count; k++) {
            size_t kind = kind_of(statements[i].keys[k]);
            if (kind < WEAK) *vec_push(all->arena, &s->ids[kind]) = statements[i].keys[k];
        }
    }
}

void rxc_resolve_groups(const rxc_statement *statements, size_t n, size_t *group, bool *contested)
{
    Arena scratch = { 0 };
    size_t total = 0;
    bool several = false;
    for (size_t i = 0; i < n; i++) total += statements[i].key_count;
    sets all = { &scratch, arena_array(&scratch, set, n) };
    holder *holders = arena_array(&scratch, holder, total);
    set **found = arena_array(&scratch, set *, total);
    size_t *leaders = arena_array(&scratch, size_t, total);
    init_sets(&all, statements, n);
    total = list_holders(statements, n, holders);
    for (size_t b = 0, e; b < total; b = e) {
        for (e = b + 1; e < total && holders[e].kind == holders[b].kind && str_eq(holders[e].key, holders[b].key);) e++;
        size_t count = sets_of_run(&all, holders + b, e - b, found);
        several |= join_sets(&all, found, count, holders[b].kind, leaders);
    }
    for (size_t i = 0; i < n; i++) group[i] = all.v[root_of(&all, i)].first;
    if (contested) *contested = several;
    arena_clear(&scratch);
}
