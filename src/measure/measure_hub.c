/* measure_hub.c: points to much cited works: the leading eigenvector of A A^T, largest value 1.
 *
 * A: links, citing -> cited, without weights. Undefined where there are no links. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    if (igraph_ecount(&input->links) == 0) {
        rxc_input_undefined(input, values);
        return RXC_OK;
    }
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    RXC_IGRAPH(igraph_hub_and_authority_scores(&input->links, &input->reals, NULL, NULL, true, NULL, &options), err);
    rxc_input_reals(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_hub;
const rxc_measure rxc_measure_hub = {
    .name = "hub",
    .unit = "share of the largest",
    .range = "0..1",
    .cost = "O(E) a round",
    .source = "Kleinberg 1999",
    .help = "it cites many that are much cited: a good review",
    .whole = false,
    .run = run,
};
