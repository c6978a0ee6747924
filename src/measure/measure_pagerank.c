/* measure_pagerank.c: where a reader ends up who follows links, citing -> cited, and now and then starts anew.
 *
 *     p[i] = (1 - d) / V + d * (sum over j -> i of p[j] w[j,i] / w[j]  +  p of the dead ends / V),   d = 0.85
 *
 * w: weights of links, w[j]: sum over the links that leave j. */
/* Undirected networks: every link is followed both ways. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/input.h"

static const double DAMPING = 0.85; /* chance to follow a link */

static rxc_status run(rxc_measure_input *input, double *values, rxc_err *err)
{
    RXC_IGRAPH(igraph_pagerank(&input->links, IGRAPH_PAGERANK_ALGO_PRPACK, &input->reals, NULL, igraph_vss_all(),
                               input->directed, DAMPING, &input->link_weights, NULL),
               err);
    rxc_input_reals(input, values);
    return RXC_OK;
}

extern const rxc_measure rxc_measure_pagerank;
const rxc_measure rxc_measure_pagerank = {
    .name = "pagerank",
    .unit = "share of all rank",
    .range = "0..1, sums to 1",
    .cost = "O(E) a round",
    .source = "Brin & Page 1998",
    .help = "much cited by those that are much cited themselves",
    .whole = false,
    .run = run,
};
