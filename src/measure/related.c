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

/* --- all pairs: row by row, so that memory does not grow with the number of pairs --------------------------------- */

/* Parts of scores are added as whole numbers, so that the sum does not depend on their order. */
static const double UNIT = (double)((uint64_t)1 << 40);

/* One feature: its documents are [b, e) of the list. */
typedef struct Feature {
    size_t b, e;
    double weight;
} Feature;

typedef struct Table {
    HasList list;
    VEC(Feature) features;
    size_t *first, *of; /* features of document d: of[first[d]] to of[first[d + 1] - 1] */
    double *lengths;
} Table;

typedef struct Best {
    uint64_t score;
    size_t a, b; /* a < b */
} Best;

typedef VEC(Best) BestHeap; /* the worst at the root */

static void list_features(Arena *arena, const rxc_graph *full, Table *t)
{
    double documents = count_documents(full);
    t->list = features_of(arena, full);
    t->lengths = lengths_of(arena, full, &t->list, documents);
    t->first = arena_array(arena, size_t, full->nodes.n + 1);
    for (size_t b = 0, e; b < t->list.n; b = e) {
        double w = weigh(&t->list, b, &e, documents);
        if (e - b < 2 || e - b > FEATURE_DOCUMENTS_MAX) continue;
        *vec_push(arena, &t->features) = (Feature){ b, e, w };
        for (size_t i = b; i < e; i++) t->first[t->list.v[i].document + 1]++;
    }
    for (size_t d = 0; d < full->nodes.n; d++) t->first[d + 1] += t->first[d];
    t->of = arena_array(arena, size_t, t->first[full->nodes.n]);
    size_t *next = arena_array(arena, size_t, full->nodes.n);
    for (size_t f = 0; f < t->features.n; f++)
        for (size_t i = t->features.v[f].b; i < t->features.v[f].e; i++) {
            size_t d = t->list.v[i].document;
            t->of[t->first[d] + next[d]++] = f;
        }
}

static double part_of(const Table *t, const Feature *feature, size_t a, size_t b)
{
    return feature->weight * feature->weight / (t->lengths[a] * t->lengths[b]);
}

static bool is_worse(const Best *x, const Best *y)
{
    if (x->score != y->score) return x->score < y->score;
    return x->a != y->a ? x->a > y->a : x->b > y->b;
}

static void sift_down(BestHeap *heap)
{
    for (size_t at = 0, child; (child = 2 * at + 1) < heap->n; at = child) {
        if (child + 1 < heap->n && is_worse(&heap->v[child + 1], &heap->v[child])) child++;
        if (!is_worse(&heap->v[child], &heap->v[at])) return;
        Best moved = heap->v[at];
        heap->v[at] = heap->v[child], heap->v[child] = moved;
    }
}

static void offer(Arena *arena, BestHeap *heap, size_t top, Best pair)
{
    if (top && heap->n == top) {
        if (is_worse(&pair, &heap->v[0])) return;
        heap->v[0] = pair;
        sift_down(heap);
        return;
    }
    *vec_push(arena, heap) = pair;
    for (size_t at = heap->n - 1; at && is_worse(&heap->v[at], &heap->v[(at - 1) / 2]); at = (at - 1) / 2) {
        Best moved = heap->v[at];
        heap->v[at] = heap->v[(at - 1) / 2], heap->v[(at - 1) / 2] = moved;
    }
}

/* Scores of document a with those behind it. score is all zero before and after. */
static void add_row(Arena *arena, const Table *t, size_t a, uint64_t *score, size_t *touched, size_t top,
                    BestHeap *heap)
{
    size_t n = 0;
    for (size_t k = t->first[a]; k < t->first[a + 1]; k++) {
        const Feature *feature = &t->features.v[t->of[k]];
        for (size_t i = feature->e; i-- > feature->b && t->list.v[i].document > a;) {
            size_t b = t->list.v[i].document;
            if (!score[b]) touched[n++] = b;
            score[b] += (uint64_t)(part_of(t, feature, a, b) * UNIT) + 1;
        }
    }
    for (size_t i = 0; i < n; i++) {
        uint64_t whole = (uint64_t)UNIT, sum = score[touched[i]];
        offer(arena, heap, top, (Best){ sum < whole ? sum : whole, a, touched[i] });
        score[touched[i]] = 0;
    }
}

static bool has(const Table *t, const Feature *feature, size_t document)
{
    size_t low = feature->b, high = feature->e;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->list.v[middle].document < document) low = middle + 1;
        else high = middle;
    }
    return low < feature->e && t->list.v[low].document == document;
}

/* What the two share, and their score. */
static void explain(Arena *arena, const Table *t, const Best *pair, rxc_related *out)
{
    out->from = pair->a, out->to = pair->b;
    for (size_t k = t->first[pair->a]; k < t->first[pair->a + 1]; k++) {
        const Feature *feature = &t->features.v[t->of[k]];
        const Has *what = &t->list.v[feature->b];
        if (has(t, feature, pair->b))
            *vec_push(arena, &out->shared) =
                (rxc_shared){ what->kind, what->a, what->b, part_of(t, feature, pair->a, pair->b) };
    }
    qsort(out->shared.v, out->shared.n, sizeof *out->shared.v, by_weight);
    for (size_t i = 0; i < out->shared.n; i++) out->score += out->shared.v[i].weight;
    finish(out);
}

void rxc_related_pairs(Arena *arena, const rxc_graph *full, size_t top, rxc_related_list *out)
{
    Arena scratch = { 0 };
    Table t = { 0 };
    BestHeap heap = { 0 };
    list_features(&scratch, full, &t);
    uint64_t *score = arena_array(&scratch, uint64_t, full->nodes.n);
    size_t *touched = arena_array(&scratch, size_t, full->nodes.n);
    for (size_t a = 0; a < full->nodes.n; a++) add_row(&scratch, &t, a, score, touched, top, &heap);
    for (size_t i = 0; i < heap.n; i++) explain(arena, &t, &heap.v[i], vec_push(arena, out));
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
    case RXC_SHARED_TREATS:
        return arena_printf(arena, "both speak of %.*s as a treatment of %.*s", STR_ARG(a), STR_ARG(b));
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
