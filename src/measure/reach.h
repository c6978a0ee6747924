/* reach.h: distances from every node to all that it can reach, summed up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MEASURE_REACH_H
#define RXC_MEASURE_REACH_H

#include "measure/input.h"

/* [n] each: other nodes within reach, the sum of the distances to them, the sum of the inverse distances. */
typedef struct rxc_reach {
    double *others, *distance, *inverse;
} rxc_reach;

/* Over ties, each of length 1. Breadth-first from 64 nodes at a time, one bit each: ways that they share are walked
 * once. Batches run in parallel; sums are whole numbers, so that they do not depend on the order. Cost O(V E) at worst,
 * near O(V E / 64) where ways are short Source  Then et al. 2014, "The more the merrier: efficient multi-source graph
 * traversal" */
const rxc_reach *rxc_reach_sum(rxc_measure_input *input); /* once per input */

#endif
