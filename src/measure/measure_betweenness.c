/* measure_betweenness.c: shortest ways between two others that lead through a node; ties count both ways.
 *
 *     b[v] = sum over pairs s, t of (shortest ways s - t through v) / (shortest ways s - t)
 *
 * Exact as long as V (V + E) is at most STEPS; in a larger graph the ways from evenly spaced pivots are counted and
 * scaled by V / pivots (Brandes & Pich 2007), which orders the much used nodes well and says little about the little
 * used ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static const double STEPS = 3e8; /* ties walked: some seconds */

static igraph_error_t estimate(rxc_measure_input *input, size_t pivots)
{
    igraph_vector_int_t from;
    igraph_error_t code = igraph_vector_int_init(&from, (igraph_integer_t)pivots);
    if (code) return code;
    for (size_t i = 0; i < pivots; i++) /* nodes are ordered by kind and id: each kind gets its share */
        VECTOR(from)[i] = (igraph_integer_t)((double)i * (double)input->n / (double)pivots);
    code = igraph_betweenness_subset(&input->ties, &input->reals, igraph_vss_all(), IGRAPH_UNDIRECTED,
                                     igraph_vss_vector(&from), igraph_vss_all(), NULL);
    if (!code) igraph_vector_scale(&input->reals, (double)input->n / (double)pivots);
    igraph_vector_int_destroy(&from);
    return code;
}

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    double round = (double)input->n + (double)igraph_ecount(&input->ties), pivots = STEPS / round;
    igraph_error_t code = pivots >= (double)input->n ? igraph_betweenness(&input->ties, &input->reals, igraph_vss_all(),
                                                                          IGRAPH_UNDIRECTED, NULL)
                                                     : estimate(input, pivots < 1 ? 1 : (size_t)pivots);
    if (code) return rxc_input_fail(code, err);
    rxc_input_reals(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_betweenness;
const rxc_measure rxc_measure_betweenness = {
    .name = "betweenness",
    .unit = "shortest paths",
    .range = "0..(V-1)(V-2)/2",
    .cost = "O(V E), bounded by estimating from pivots in large graphs",
    .source = "Freeman 1977; Brandes 2001; Brandes & Pich 2007",
    .help = "it links parts that would else be far apart",
    .whole = false,
    .run = run,
};
