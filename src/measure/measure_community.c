/* measure_community.c: groups with many ties inside and few outside; 1 is the largest.
 *
 * Leiden on modularity with resolution 1, weighted ties, a fixed seed:
 *     Q = 1/2m * sum over i, j of (w[i,j] - k[i] k[j] / 2m) [same group],   k: sum of a node's weights, 2m: of all k */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static const double RANDOMNESS = 0.01; /* beta of the refinement, as the authors set it */
static const igraph_integer_t ROUNDS =
    10; /* later ones change little; igraph 0.10.2 may never end when told "until stable" */
static const igraph_uint_t SEED = 123; /* the same input gives the same groups */

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    igraph_vector_t strength;
    double total = 2 * igraph_vector_sum(&input->tie_weights);
    if (igraph_vector_init(&strength, 0)) rxc_err_memory(0);
    igraph_error_t code =
        igraph_strength(&input->ties, &strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, &input->tie_weights);
    igraph_rng_seed(igraph_rng_default(), SEED);
    if (!code)
        code = igraph_community_leiden(&input->ties, &input->tie_weights, &strength, total > 0 ? 1 / total : 1,
                                       RANDOMNESS, false, ROUNDS, &input->whole, NULL, NULL);
    igraph_vector_destroy(&strength);
    if (code) return rxc_input_fail(code, err);
    rxc_input_groups(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_community;
const rxc_measure rxc_measure_community = {
    .name = "community",
    .unit = "number of a group",
    .range = "1..V",
    .cost = "O(E log V) expected",
    .source = "Traag, Waltman & van Eck 2019",
    .help = "nodes with one number are tied more to each other than to the rest",
    .whole = true,
    .run = run,
};
