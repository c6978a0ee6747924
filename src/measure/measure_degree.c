/* measure_degree.c: links in and out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    RXC_IGRAPH(igraph_degree(&input->links, &input->whole, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS), err);
    rxc_input_whole(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_degree;
const rxc_measure rxc_measure_degree = {
    .name = "degree",
    .unit = "links",
    .range = "0..2(V-1)",
    .cost = "O(V + E)",
    .source = "Freeman 1978",
    .help = "it has many links",
    .whole = true,
    .run = run,
};
