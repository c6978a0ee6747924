/* measure_betweenness.c: shortest ways between two others that lead through a node; ties count both ways. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    RXC_IGRAPH(igraph_betweenness(&input->ties, &input->reals, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL), err);
    rxc_input_reals(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_betweenness;
const rxc_measure rxc_measure_betweenness = {
    .name = "betweenness",
    .unit = "shortest paths",
    .range = "0..(V-1)(V-2)/2",
    .cost = "O(V E)",
    .source = "Freeman 1977; Brandes 2001",
    .help = "it links parts that would else be far apart",
    .whole = false,
    .run = run,
};
