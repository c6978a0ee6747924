/* measure_harmonic.c: mean of the inverse distances to all others, 0 for those out of reach.
 *
 *     h[i] = sum over j != i of 1 / d(i, j)  /  (V - 1)
 *
 * Ties count both ways. Undefined where a node is alone in the graph. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    if (input->n < 2) {
        rxc_input_undefined(input, values);
        return RXC_OK;
    }
    RXC_IGRAPH(igraph_harmonic_centrality(&input->ties, &input->reals, igraph_vss_all(), IGRAPH_ALL, NULL, true), err);
    rxc_input_reals(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_harmonic;
const rxc_measure rxc_measure_harmonic = {
    .name = "harmonic",
    .unit = "mean inverse distance",
    .range = "0..1",
    .cost = "O(V E)",
    .source = "Marchiori & Latora 2000; Rochat 2009",
    .help = "few steps from everything else, also where the graph is in pieces",
    .whole = false,
    .run = run,
};
