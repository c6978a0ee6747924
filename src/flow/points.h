/* points.h: byte offsets of a text as offsets in code points, which other programs count in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_POINTS_H
#define RXC_FLOW_POINTS_H

#include "base/str.h"

/* {.text = text}; offsets asked for mostly ascend, so it walks on from the last one. */
typedef struct rxc_points {
    Str text;
    size_t at, point;
} rxc_points;

/* Cost O(bytes passed); O(byte) where it goes back. */
size_t rxc_points_of(rxc_points *points, size_t byte);

#endif
