/* measure_out_degree.c: links that go out; undefined where links have no direction. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    if (!input->directed) {
        rxc_input_undefined(input, values);
        return RXC_OK;
    }
    RXC_IGRAPH(igraph_degree(&input->links, &input->whole, igraph_vss_all(), IGRAPH_OUT, IGRAPH_LOOPS), err);
    rxc_input_whole(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_out_degree;
const rxc_measure rxc_measure_out_degree = {
    .name = "out_degree",
    .unit = "links",
    .range = "0..V-1",
    .cost = "O(V + E)",
    .source = "Garfield 1955",
    .help = "it cites or names many others",
    .whole = true,
    .run = run,
};
