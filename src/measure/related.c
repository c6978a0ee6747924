/* related.c: documents as weighted features (works cited, drugs, disorders, evidence), compared by their cosine. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/related.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"

enum { FEATURE_DOCUMENTS_MAX = 1000 }; /* pairs: a feature of more documents tells too little to be worth n² */

/* How much a feature of each kind counts, in the order of rxc_shared_kind. */
static const double kind_weight[] = { 3, 4, 3, 2, 2, 1, 0.5 };

static const double pivot = 0.5; /* how much of a document's length is its own, the rest is the mean's */

/* A feature and one document that has it. */
typedef struct Has {
    rxc_shared_kind kind;
    size_t a, b;
    size_t document;
} Has;

typedef VEC(Has) HasList;

static int by_feature(const void *x, const void *y)
{
    const Has *p = x, *q = y;
    if (p->kind != q->kind) return p->kind < q->kind ? -1 : 1;
    if (p->a != q->a) return p->a < q->a ? -1 : 1;
    if (p->b != q->b) return p->b < q->b ? -1 : 1;
    return (p->document > q->document) - (p->document < q->document);
}

static bool same_feature(const Has *p, const Has *q) { return p->kind == q->kind && p->a == q->a && p->b == q->b; }

static void add(Arena *arena, HasList *list, rxc_shared_kind kind, size_t a, size_t b, size_t document)
{
    *vec_push(arena, list) = (Has){ kind, a, b, document };
}

static void add_evidence(Arena *arena, HasList *list, const rxc_edge *edge)
{
    bool harm = edge->kind == RXC_EDGE_ADVERSE_EFFECT;
    for (size_t i = 0; i < edge->places.n; i++) {
        if (edge->places.v[i].certainty == RXC_NEGATED) continue;
        size_t document = edge->places.v[i].document;
        add(arena, list, harm ? RXC_SHARED_REACTION : RXC_SHARED_TREATS, edge->from, edge->to, document);
        if (!harm) continue;
        add(arena, list, RXC_SHARED_SUSPECT, edge->from, STR_NONE, document);
        add(arena, list, RXC_SHARED_EFFECT, edge->to, STR_NONE, document);
    }
}

static bool is_document(const rxc_graph *graph, size_t node) { return graph->nodes.v[node].kind == RXC_NODE_DOCUMENT; }

static void add_edge(Arena *arena, HasList *list, const rxc_graph *full, const rxc_edge *edge)
{
    if (edge->kind == RXC_EDGE_ADVERSE_EFFECT || edge->kind == RXC_EDGE_TREATS) add_evidence(arena, list, edge);
    if (!is_document(full, edge->from)) return;
    if (edge->kind == RXC_EDGE_CITES) {
        add(arena, list, RXC_SHARED_WORK, edge->to, STR_NONE, edge->from);
        if (is_document(full, edge->to)) add(arena, list, RXC_SHARED_WORK, edge->to, STR_NONE, edge->to);
    } else if (edge->kind == RXC_EDGE_MENTIONS) {
        bool drug = full->nodes.v[edge->to].kind == RXC_NODE_DRUG;
        add(arena, list, drug ? RXC_SHARED_DRUG : RXC_SHARED_DISORDER, edge->to, STR_NONE, edge->from);
    }
}

/* Every (feature, document) once, ordered by feature. */
static HasList features_of(Arena *arena, const rxc_graph *full)
{
    HasList list = { 0 };
    for (size_t i = 0; i < full->edges.n; i++) add_edge(arena, &list, full, &full->edges.v[i]);
    if (list.n) qsort(list.v, list.n, sizeof *list.v, by_feature);
    size_t kept = 0;
    for (size_t i = 0; i < list.n; i++)
        if (!kept || by_feature(&list.v[kept - 1], &list.v[i]) != 0) list.v[kept++] = list.v[i];
    list.n = kept;
    return list;
}

/* The features of [b, *e): one feature, its documents; gives its weight. */
static double weigh(const HasList *list, size_t b, size_t *e, double documents)
{
    for (*e = b + 1; *e < list->n && same_feature(&list->v[b], &list->v[*e]);) ++*e;
    return kind_weight[list->v[b].kind] * log(1 + documents / (double)(*e - b));
}

static double count_documents(const rxc_graph *full)
{
    double n = 0;
    for (size_t i = 0; i < full->nodes.n; i++) n += is_document(full, i);
    return n;
}

/* Lengths of the documents' feature vectors, drawn halfway to their mean. */
static double *lengths_of(Arena *arena, const rxc_graph *full, const HasList *list, double documents)
{
    double *lengths = arena_array(arena, double, full->nodes.n);
    for (size_t b = 0, e; b < list->n; b = e) {
        double w = weigh(list, b, &e, documents);
        for (size_t i = b; i < e; i++) lengths[list->v[i].document] += w * w;
    }
    double sum = 0;
    for (size_t i = 0; i < full->nodes.n; i++) sum += lengths[i] = sqrt(lengths[i]);
    for (size_t i = 0; i < full->nodes.n; i++) lengths[i] = pivot * lengths[i] + (1 - pivot) * sum / documents;
    return lengths;
}

static int by_weight(const void *x, const void *y)
{
    const rxc_shared *p = x, *q = y;
    if (p->weight != q->weight) return p->weight > q->weight ? -1 : 1;
    if (p->kind != q->kind) return p->kind < q->kind ? -1 : 1;
    if (p->a != q->a) return p->a < q->a ? -1 : 1;
    return (p->b > q->b) - (p->b < q->b);
}

static bool says_already(const rxc_shared *said, const rxc_shared *more)
{
    if (more->kind == RXC_SHARED_SUSPECT) return said->kind == RXC_SHARED_REACTION && said->a == more->a;
    if (more->kind == RXC_SHARED_DRUG) return said->a == more->a && said->kind != RXC_SHARED_WORK;
    if (more->kind == RXC_SHARED_EFFECT) return said->kind == RXC_SHARED_REACTION && said->b == more->a;
    if (more->kind == RXC_SHARED_DISORDER)
        return said->b == more->a || (said->kind == RXC_SHARED_EFFECT && said->a == more->a);
    return false;
}

/* Cut the score, order the reasons and leave out those that others imply. */
static void finish(rxc_related *related)
{
    size_t kept = 0;
    if (related->score > 1) related->score = 1;
    if (!related->shared.n) return;
    qsort(related->shared.v, related->shared.n, sizeof *related->shared.v, by_weight);
    for (size_t i = 0; i < related->shared.n; i++) {
        bool implied = false;
        for (size_t j = 0; j < related->shared.n && !implied; j++)
            implied = j != i && says_already(&related->shared.v[j], &related->shared.v[i]);
        if (!implied) related->shared.v[kept++] = related->shared.v[i];
    }
    related->shared.n = kept;
}

static int by_score(const void *x, const void *y)
{
    const rxc_related *p = x, *q = y;
    if (p->score != q->score) return p->score > q->score ? -1 : 1;
    if (p->from != q->from) return p->from < q->from ? -1 : 1;
    return (p->to > q->to) - (p->to < q->to);
}

/* Nodes are ordered by kind and id, so ties in node numbers are ties by id. */
static void keep_best(rxc_related_list *list, size_t top)
{
    if (list->n) qsort(list->v, list->n, sizeof *list->v, by_score);
    if (top && list->n > top) list->n = top;
}

void rxc_related_find(Arena *arena, const rxc_graph *full, size_t document, size_t top, rxc_related_list *out)
{
    Arena scratch = { 0 };
    HasList list = features_of(&scratch, full);
    double documents = count_documents(full), *lengths = lengths_of(&scratch, full, &list, documents);
    rxc_related *by_node = arena_array(&scratch, rxc_related, full->nodes.n);
    for (size_t b = 0, e; b < list.n; b = e) {
        double w = weigh(&list, b, &e, documents);
        bool has = false;
        for (size_t i = b; i < e; i++) has = has || list.v[i].document == document;
        for (size_t i = b; has && i < e; i++) {
            size_t other = list.v[i].document;
            if (other == document) continue;
            double part = w * w / (lengths[document] * lengths[other]);
            by_node[other].score += part;
            *vec_push(arena, &by_node[other].shared) = (rxc_shared){ list.v[i].kind, list.v[i].a, list.v[i].b, part };
        }
    }
    for (size_t i = 0; i < full->nodes.n; i++) {
        if (by_node[i].score <= 0) continue;
        by_node[i].from = document, by_node[i].to = i;
        finish(&by_node[i]);
        *vec_push(arena, out) = by_node[i];
    }
    keep_best(out, top);
    arena_clear(&scratch);
}

/* One (pair, feature): a < b. */
typedef struct Pair {
    size_t a, b;
    rxc_shared shared;
} Pair;

typedef VEC(Pair) Pairs;

static int by_pair(const void *x, const void *y)
{
    const Pair *p = x, *q = y;
    if (p->a != q->a) return p->a < q->a ? -1 : 1;
    if (p->b != q->b) return p->b < q->b ? -1 : 1;
    return by_weight(&p->shared, &q->shared);
}

static void add_pairs(Arena *arena, Pairs *pairs, const HasList *list, size_t b, size_t e, double w, const double *lengths)
{
    if (e - b > FEATURE_DOCUMENTS_MAX) return;
    for (size_t i = b; i < e; i++)
        for (size_t j = i + 1; j < e; j++) {
            size_t p = list->v[i].document, q = list->v[j].document;
            rxc_shared shared = { list->v[b].kind, list->v[b].a, list->v[b].b, w * w / (lengths[p] * lengths[q]) };
            *vec_push(arena, pairs) = (Pair){ p, q, shared };
        }
}

void rxc_related_pairs(Arena *arena, const rxc_graph *full, size_t top, rxc_related_list *out)
{
    Arena scratch = { 0 };
    HasList list = features_of(&scratch, full);
    double documents = count_documents(full), *lengths = lengths_of(&scratch, full, &list, documents);
    Pairs pairs = { 0 };
    for (size_t b = 0, e; b < list.n; b = e) {
        double w = weigh(&list, b, &e, documents);
        add_pairs(&scratch, &pairs, &list, b, e, w, lengths);
    }
    if (pairs.n) qsort(pairs.v, pairs.n, sizeof *pairs.v, by_pair);
    for (size_t b = 0, e; b < pairs.n; b = e) {
        rxc_related *related = vec_push(arena, out);
        related->from = pairs.v[b].a, related->to = pairs.v[b].b;
        for (e = b; e < pairs.n && pairs.v[e].a == pairs.v[b].a && pairs.v[e].b == pairs.v[b].b; e++) {
            related->score += pairs.v[e].shared.weight;
            *vec_push(arena, &related->shared) = pairs.v[e].shared;
        }
        finish(related);
    }
    keep_best(out, top);
    arena_clear(&scratch);
}

static Str label(const rxc_graph *graph, size_t node) { return graph->nodes.v[node].label; }

static Str say(Arena *arena, const rxc_graph *full, const rxc_related *related, const rxc_shared *shared)
{
    Str a = label(full, shared->a), b = shared->b == STR_NONE ? (Str){ 0 } : label(full, shared->b);
    switch (shared->kind) {
    case RXC_SHARED_WORK:
        if (shared->a == related->from || shared->a == related->to) return S("one cites the other");
        return arena_printf(arena, "both cite %.*s", STR_ARG(a));
    case RXC_SHARED_REACTION: return arena_printf(arena, "both report %.*s → %.*s", STR_ARG(a), STR_ARG(b));
    case RXC_SHARED_SUSPECT: return arena_printf(arena, "both report adverse effects of %.*s", STR_ARG(a));
    case RXC_SHARED_EFFECT: return arena_printf(arena, "both report %.*s as an adverse effect", STR_ARG(a));
    case RXC_SHARED_TREATS: return arena_printf(arena, "both speak of %.*s as a treatment of %.*s", STR_ARG(a), STR_ARG(b));
    case RXC_SHARED_DRUG:
    case RXC_SHARED_DISORDER: break;
    }
    return arena_printf(arena, "both mention %.*s", STR_ARG(a));
}

Str rxc_related_reasons(Arena *arena, const rxc_graph *full, const rxc_related *related, size_t most)
{
    Buf buf = { 0 };
    for (size_t i = 0; i < related->shared.n && i < most; i++) {
        if (i) buf_add(&buf, S("; "));
        buf_add(&buf, say(arena, full, related, &related->shared.v[i]));
    }
    if (related->shared.n > most) buf_printf(&buf, "; and %zu more", related->shared.n - most);
    Str out = arena_str(arena, buf_str(&buf));
    buf_clear(&buf);
    return out;
}
