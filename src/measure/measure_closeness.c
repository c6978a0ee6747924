/* measure_closeness.c: nearness to those it can reach, times the share of all that it can reach.
 *
 *     c[i] = (r - 1) / (sum of distances) * (r - 1) / (V - 1),   r: nodes in its component
 *
 * Ties count both ways. Undefined for a node without ties. */
/* The second factor keeps nodes of small components from leading (Wasserman & Faust 1994, section 5.3). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "measure/reach.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    (void)err;
    const rxc_reach *reach = rxc_reach_sum(input);
    for (size_t i = 0; i < input->n; i++) {
        double others = reach->others[i];
        values[i] = others > 0 ? others / reach->distance[i] * others / (double)(input->n - 1) : NAN;
    }
    return RXC_OK;
}

extern const rxc_measure rxc_measure_closeness;
const rxc_measure rxc_measure_closeness = {
    .name = "closeness",
    .unit = "inverse mean distance",
    .range = "0..1",
    .cost = "O(V E), near O(V E / 64)",
    .source = "Bavelas 1950; Wasserman & Faust 1994",
    .help = "few steps from everything else",
    .whole = false,
    .run = run,
};
