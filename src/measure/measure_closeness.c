/* measure_closeness.c: nearness to those it can reach, times the share of all that it can reach.
 *
 *     c[i] = (r - 1) / (sum of distances) * (r - 1) / (V - 1),   r: nodes in its component
 *
 * Ties count both ways. Undefined for a node without ties. */
/* The second factor keeps nodes of small components from leading (Wasserman & Faust 1994, section 5.3). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "measure/input.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    igraph_vector_int_t reached;
    if (igraph_vector_int_init(&reached, 0)) rxc_err_memory(0);
    igraph_error_t code =
        igraph_closeness(&input->ties, &input->reals, &reached, NULL, igraph_vss_all(), IGRAPH_ALL, NULL, true);
    for (size_t i = 0; !code && i < input->n; i++) { /* reached: the others, without i itself */
        double others = (double)VECTOR(reached)[i];
        values[i] = others > 0 ? VECTOR(input->reals)[i] * others / (double)(input->n - 1) : NAN;
    }
    igraph_vector_int_destroy(&reached);
    return code ? rxc_input_fail(code, err) : RXC_OK;
}

extern const rxc_measure rxc_measure_closeness;
const rxc_measure rxc_measure_closeness = {
    .name = "closeness",
    .unit = "inverse mean distance",
    .range = "0..1",
    .cost = "O(V E)",
    .source = "Bavelas 1950; Wasserman & Faust 1994",
    .help = "few steps from everything else",
    .whole = false,
    .run = run,
};
