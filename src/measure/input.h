/* input.h: a graph as igraph sees it, and what the measures share: vectors, error codes, a fixed random seed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MEASURE_INPUT_H
#define RXC_MEASURE_INPUT_H

#include <igraph/igraph.h>

#include "measure/measure.h"

/* Two views of one graph of n > 0 nodes.
 * links  as it is, one link per ordered pair of nodes (a drug that both treats and causes has one link to a disorder)
 * ties   directions forgotten, one tie per pair of nodes: what lies close or between, what forms a group
 * The weight of a link or tie is the sum of the weights of its edges. */
typedef struct rxc_measure_input {
    Arena scratch; /* as long as the input */
    size_t n;
    bool directed;
    igraph_t links, ties;
    igraph_vector_t link_weights, tie_weights;
    igraph_vector_t reals;     /* [n] for results; cleared by whoever uses it */
    igraph_vector_int_t whole; /* the same for whole numbers */
    struct rxc_reach *reach;   /* of all nodes, once some measure has asked for it (measure/reach.h) */
} rxc_measure_input;

/* Errors  RXC_DATA an edge names a node that is not there, RXC_LIMIT too large for igraph */
rxc_status rxc_input_open(rxc_measure_input *input, const rxc_graph *graph, rxc_err *err);
void rxc_input_close(rxc_measure_input *input);

/* Fill err for a code of igraph and give the status it stands for: RXC_LIMIT no convergence, else RXC_FAILED. */
rxc_status rxc_input_fail(igraph_error_t code, rxc_err *err);

#define RXC_IGRAPH(call, err)                                                                                          \
    do {                                                                                                               \
        igraph_error_t igraph_code = (call);                                                                           \
        if (igraph_code) return rxc_input_fail(igraph_code, (err));                                                    \
    } while (0)

/* input->reals or input->whole into values [n]. What is smaller than the noise of the solver becomes 0. */
void rxc_input_reals(const rxc_measure_input *input, double *values);
void rxc_input_whole(const rxc_measure_input *input, double *values);

/* The groups of input->whole, numbered from 1: the largest first, of equal ones that with the first node. */
void rxc_input_groups(const rxc_measure_input *input, double *values);

/* All values undefined. */
void rxc_input_undefined(const rxc_measure_input *input, double *values);

#endif
