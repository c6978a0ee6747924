/* input.c: a graph of ours becomes one of igraph's, whose faults become statuses. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

#include <math.h>
#include <stdlib.h>

static const double NOISE = 1e-12; /* of igraph's solvers, whose vectors have 1 as their largest value */

rxc_status rxc_input_fail(igraph_error_t code, rxc_err *err)
{
    bool limit = code == IGRAPH_DIVERGED || code == IGRAPH_ARPACK_MAXIT || code == IGRAPH_ARPACK_NOSHIFT;
    if (code == IGRAPH_ENOMEM) rxc_err_memory(0);
    return rxc_err_set(err, limit ? RXC_LIMIT : RXC_FAILED, "igraph: %s", igraph_strerror(code));
}

/* --- links and ties ------------------------------------------------------------------------------------------- */

typedef struct tie {
    size_t a, b;
    double weight;
} tie;

static int compare_ties(const void *x, const void *y)
{
    const tie *left = x, *right = y;
    if (left->a != right->a) return left->a < right->a ? -1 : 1;
    return (left->b > right->b) - (left->b < right->b);
}

/* Join equal pairs of a sorted list; gives their number. */
static size_t join_ties(tie *ties, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (ties[i].a == ties[i].b) continue;
        if (kept && compare_ties(&ties[kept - 1], &ties[i]) == 0) ties[kept - 1].weight += ties[i].weight;
        else ties[kept++] = ties[i];
    }
    return kept;
}

static rxc_status list_ties(const rxc_graph *graph, bool flat, tie *ties, size_t *count, rxc_err *err)
{
    size_t n = graph->edges.n;
    for (size_t i = 0; i < n; i++) {
        const rxc_edge *edge = &graph->edges.v[i];
        if (edge->from >= graph->nodes.n || edge->to >= graph->nodes.n)
            return rxc_err_set(err, RXC_DATA, "an edge names a node that is not in the graph");
        bool turn = flat && edge->from > edge->to;
        double weight = edge->weight > 0 ? edge->weight : 1;
        ties[i] = (tie){ turn ? edge->to : edge->from, turn ? edge->from : edge->to, weight };
    }
    if (n) qsort(ties, n, sizeof *ties, compare_ties);
    *count = join_ties(ties, n);
    return RXC_OK;
}

static rxc_status make_graph(const rxc_graph *graph, bool directed, igraph_t *out, igraph_vector_t *weights,
                             rxc_err *err)
{
    Arena scratch = { 0 };
    tie *ties = arena_array(&scratch, tie, graph->edges.n);
    size_t n = 0;
    igraph_vector_int_t ends;
    rxc_status status = list_ties(graph, !directed, ties, &n, err);
    if (!status && igraph_vector_int_init(&ends, (igraph_integer_t)(2 * n))) rxc_err_memory(n);
    if (!status) {
        for (size_t i = 0; i < n; i++) {
            VECTOR(ends)[2 * i] = (igraph_integer_t)ties[i].a;
            VECTOR(ends)[2 * i + 1] = (igraph_integer_t)ties[i].b;
        }
        igraph_error_t code = igraph_create(out, &ends, (igraph_integer_t)graph->nodes.n, directed);
        if (code) status = rxc_input_fail(code, err);
        igraph_vector_int_destroy(&ends);
    }
    if (!status && igraph_vector_init(weights, (igraph_integer_t)n)) rxc_err_memory(n);
    for (size_t i = 0; !status && i < n; i++) VECTOR(*weights)[i] = ties[i].weight;
    arena_clear(&scratch);
    return status;
}

rxc_status rxc_input_open(rxc_measure_input *input, const rxc_graph *graph, rxc_err *err)
{
    igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    if (graph->nodes.n > IGRAPH_VCOUNT_MAX || graph->edges.n > IGRAPH_ECOUNT_MAX / 2)
        return rxc_err_set(err, RXC_LIMIT, "the graph is too large to be measured");
    *input = (rxc_measure_input){ .n = graph->nodes.n, .directed = graph->directed };
    RXC_TRY(make_graph(graph, graph->directed, &input->links, &input->link_weights, err));
    rxc_status status = make_graph(graph, false, &input->ties, &input->tie_weights, err);
    if (status) {
        igraph_destroy(&input->links);
        igraph_vector_destroy(&input->link_weights);
        return status;
    }
    if (igraph_vector_init(&input->reals, 0) || igraph_vector_int_init(&input->whole, 0)) rxc_err_memory(0);
    return RXC_OK;
}

void rxc_input_close(rxc_measure_input *input)
{
    igraph_destroy(&input->links);
    igraph_destroy(&input->ties);
    igraph_vector_destroy(&input->link_weights);
    igraph_vector_destroy(&input->tie_weights);
    igraph_vector_destroy(&input->reals);
    igraph_vector_int_destroy(&input->whole);
    arena_clear(&input->scratch);
}

/* --- results -------------------------------------------------------------------------------------------------- */

void rxc_input_reals(const rxc_measure_input *input, double *values)
{
    for (size_t i = 0; i < input->n; i++) {
        double value = VECTOR(input->reals)[i];
        values[i] = fabs(value) < NOISE ? 0 : value;
    }
}

void rxc_input_whole(const rxc_measure_input *input, double *values)
{
    for (size_t i = 0; i < input->n; i++) values[i] = (double)VECTOR(input->whole)[i];
}

void rxc_input_undefined(const rxc_measure_input *input, double *values)
{
    for (size_t i = 0; i < input->n; i++) values[i] = NAN;
}

typedef struct group {
    size_t old, size, first; /* first: smallest node in it */
} group;

static int compare_groups(const void *x, const void *y)
{
    const group *left = x, *right = y;
    if (left->size != right->size) return left->size > right->size ? -1 : 1;
    return (left->first > right->first) - (left->first < right->first);
}

void rxc_input_groups(const rxc_measure_input *input, double *values)
{
    Arena scratch = { 0 };
    group *groups = arena_array(&scratch, group, input->n);
    double *number = arena_array(&scratch, double, input->n);
    for (size_t i = input->n; i-- > 0;) {
        size_t old = (size_t)VECTOR(input->whole)[i];
        groups[old] = (group){ old, groups[old].size + 1, i };
    }
    qsort(groups, input->n, sizeof *groups, compare_groups); /* those without nodes come last */
    for (size_t i = 0; i < input->n && groups[i].size; i++) number[groups[i].old] = (double)(i + 1);
    for (size_t i = 0; i < input->n; i++) values[i] = number[(size_t)VECTOR(input->whole)[i]];
    arena_clear(&scratch);
}
