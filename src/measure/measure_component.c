/* measure_component.c: the part of the graph that a node is in, whatever the direction of links; 1 is the largest. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    RXC_IGRAPH(igraph_connected_components(&input->ties, &input->whole, NULL, NULL, IGRAPH_WEAK), err);
    rxc_input_groups(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_component;
const rxc_measure rxc_measure_component = {
    .name = "component",
    .unit = "number of a part",
    .range = "1..V",
    .cost = "O(V + E)",
    .source = "Hopcroft & Tarjan 1973",
    .help = "nodes with one number hang together",
    .whole = true,
    .run = run,
};
