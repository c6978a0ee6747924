/* flow_people.c: people and journals of a graph, with their works.
 *
 * "Simpson E" is "Simpson EL" where the works name no other Simpson whose initials begin with E. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "flow/making.h"
#include "resolve/resolve.h"
#include "text/fold.h"

typedef struct known {
    Str key, person; /* as a work gives it; the fullest form that it can be */
} known;

typedef VEC(known) knowns;

static int compare_known(const void *a, const void *b)
{
    const known *left = a, *right = b;
    return str_cmp(left->key, right->key);
}

/* Is longer the same family with more initials? */
static bool extends(Str longer, Str key)
{
    return str_starts(longer, key) && str_chr(str_drop(longer, key.n), '-') == STR_NONE;
}

/* The fullest key that all that extend `at` agree with, else its own. */
static Str fullest(const knowns *all, size_t at)
{
    Str key = all->v[at].key, best = key;
    if (str_chr(key, '-') == STR_NONE) return key; /* no initials: nobody in particular */
    for (size_t i = at + 1; i < all->n && str_starts(all->v[i].key, key); i++) {
        if (!extends(all->v[i].key, key)) continue;
        if (!extends(all->v[i].key, best)) return key;
        best = all->v[i].key;
    }
    return best;
}

static knowns list_people(rxc_making *making)
{
    knowns all = { 0 };
    size_t kept = 0;
    for (size_t w = 0; w < making->works->n; w++) {
        const rxc_names *names = &making->works->v[w].work.authors;
        for (size_t i = 0; i < names->n; i++) {
            Str key = rxc_resolve_author(&making->scratch, &names->v[i]);
            if (key.n) *vec_push(&making->scratch, &all) = (known){ key, key };
        }
    }
    if (all.n) qsort(all.v, all.n, sizeof *all.v, compare_known);
    for (size_t i = 0; i < all.n; i++)
        if (kept == 0 || !str_eq(all.v[kept - 1].key, all.v[i].key)) all.v[kept++] = all.v[i];
    all.n = kept;
    for (size_t i = 0; i < all.n; i++) all.v[i].person = fullest(&all, i);
    return all;
}

static Str full_name(Arena *arena, const rxc_name *name)
{
    if (name->literal.n) return name->literal;
    Str family = name->particle.n ? arena_printf(arena, "%.*s %.*s", STR_ARG(name->particle), STR_ARG(name->family))
                                  : name->family;
    if (!name->given.n) return family;
    return arena_printf(arena, "%.*s, %.*s", STR_ARG(family), STR_ARG(name->given));
}

/* The longest form of a name or title stands for all; of equal ones the first in byte order. */
static void prefer_longer(Str *old, Str new)
{
    if (new.n > old->n || (new.n == old->n &&str_cmp(new, *old) < 0)) *old = new;
}

static void add_author(rxc_making *making, const knowns *all, const rxc_name *name, size_t work)
{
    known wanted = { rxc_resolve_author(&making->scratch, name), { 0 } };
    const known *found = all->n ? bsearch(&wanted, all->v, all->n, sizeof *all->v, compare_known) : NULL;
    if (!found) return;
    bool added;
    Str id = arena_printf(&making->scratch, "author:%.*s", STR_ARG(found->person));
    size_t node = rxc_making_node(making, RXC_NODE_AUTHOR, id, &added);
    rxc_node *person = &making->graph->nodes.v[node];
    prefer_longer(&person->title, arena_str(making->arena, full_name(&making->scratch, name)));
    person->label = person->title;
    person->documents++;
    rxc_edge *edge = rxc_making_edge(making, RXC_EDGE_WROTE, node, work);
    edge->count = 1;
}

static void add_journal(rxc_making *making, Str container, size_t work)
{
    Str key = rxc_fold_slug(&making->scratch, rxc_resolve_journal(&making->scratch, container));
    if (key.n == 0) return;
    bool added;
    Str id = arena_printf(&making->scratch, "journal:%.*s", STR_ARG(key));
    size_t node = rxc_making_node(making, RXC_NODE_JOURNAL, id, &added);
    rxc_node *journal = &making->graph->nodes.v[node];
    prefer_longer(&journal->title, container);
    journal->label = journal->title;
    journal->documents++;
    rxc_edge *edge = rxc_making_edge(making, RXC_EDGE_PUBLISHED_IN, work, node);
    edge->count = 1;
}

/* Nodes and edges of the full graph; texts and places are shared. */
static void copy_graph(rxc_making *making, const rxc_graph *full)
{
    bool added;
    for (size_t i = 0; i < full->nodes.n; i++) {
        size_t at = rxc_making_node(making, full->nodes.v[i].kind, full->nodes.v[i].id, &added);
        making->graph->nodes.v[at] = full->nodes.v[i];
    }
    for (size_t i = 0; i < full->edges.n; i++)
        *rxc_making_edge(making, full->edges.v[i].kind, full->edges.v[i].from, full->edges.v[i].to) = full->edges.v[i];
}

rxc_status rxc_flow_people(const rxc_graph *full, const rxc_store_works *works, unsigned kinds, Arena *arena,
                           rxc_graph **out, rxc_err *err)
{
    bool authors = kinds >> RXC_NODE_AUTHOR & 1u, journals = kinds >> RXC_NODE_JOURNAL & 1u;
    rxc_making making = { .arena = arena, .works = works };
    making.graph = *out = arena_new(arena, rxc_graph);
    *making.graph = (rxc_graph){ .name = full->name, .directed = full->directed, .arena = arena };
    copy_graph(&making, full);
    knowns all = authors ? list_people(&making) : (knowns){ 0 };
    for (size_t w = 0; w < works->n; w++) {
        const rxc_store_work *work = &works->v[w];
        size_t node = rxc_graph_find(full, work->id);
        if (node == STR_NONE) continue;
        for (size_t i = 0; authors && i < work->work.authors.n; i++)
            add_author(&making, &all, &work->work.authors.v[i], node);
        if (journals) add_journal(&making, work->work.container, node);
    }
    rxc_status status = rxc_making_finish(&making, err);
    arena_clear(&making.scratch);
    return status;
}
