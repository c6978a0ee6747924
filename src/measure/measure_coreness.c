/* measure_coreness.c: the largest k such that a node is in a part where each has k ties to the others of that part. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    RXC_IGRAPH(igraph_coreness(&input->ties, &input->whole, IGRAPH_ALL), err);
    rxc_input_whole(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_coreness;
const rxc_measure rxc_measure_coreness = {
    .name = "coreness",
    .unit = "ties",
    .range = "0..V-1",
    .cost = "O(V + E)",
    .source = "Seidman 1983; Batagelj & Zaversnik 2003",
    .help = "it sits in a dense core, not at the rim",
    .whole = true,
    .run = run,
};
