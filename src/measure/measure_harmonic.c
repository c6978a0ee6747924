/* measure_harmonic.c: mean of the inverse distances to all others, 0 for those out of reach.
 *
 *     h[i] = sum over j != i of 1 / d(i, j)  /  (V - 1)
 *
 * Ties count both ways. Undefined where a node is alone in the graph. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "measure/reach.h"

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    (void)err;
    const rxc_reach *reach = rxc_reach_sum(input);
    for (size_t i = 0; i < input->n; i++) values[i] = input->n > 1 ? reach->inverse[i] / (double)(input->n - 1) : NAN;
    return RXC_OK;
}

extern const rxc_measure rxc_measure_harmonic;
const rxc_measure rxc_measure_harmonic = {
    .name = "harmonic",
    .unit = "mean inverse distance",
    .range = "0..1",
    .cost = "O(V E), near O(V E / 64)",
    .source = "Marchiori & Latora 2000; Rochat 2009",
    .help = "few steps from everything else, also where the graph is in pieces",
    .whole = false,
    .run = run,
};
