/* measure_eigenvector.c: tied to those that are well tied: the leading eigenvector of the weighted ties, largest
 * value 1.
 *
 * Undefined where there are no ties. In a graph of several components only the most strongly tied one has values
 * above 0. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    if (igraph_ecount(&input->ties) == 0) {
        rxc_input_undefined(input, values);
        return RXC_OK;
    }
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    RXC_IGRAPH(igraph_eigenvector_centrality(&input->ties, &input->reals, NULL, IGRAPH_UNDIRECTED, true,
                                             &input->tie_weights, &options),
               err);
    rxc_input_reals(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_eigenvector;
const rxc_measure rxc_measure_eigenvector = {
    .name = "eigenvector",
    .unit = "share of the largest",
    .range = "0..1",
    .cost = "O(E) a round",
    .source = "Bonacich 1972",
    .help = "tied to many that are well tied themselves",
    .whole = false,
    .run = run,
};
