/* points.c: byte offsets of a text as offsets in code points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/points.h"

static bool begins(const rxc_points *points, size_t at)
{
    return at == points->text.n || ((unsigned char)points->text.p[at] & 0xC0) != 0x80;
}

size_t rxc_points_of(rxc_points *points, size_t byte)
{
    if (byte > points->text.n) byte = points->text.n;
    while (points->at > byte) {
        if (begins(points, points->at)) points->point--; /* a code point is counted when its last byte is passed */
        points->at--;
    }
    while (points->at < byte) points->point += begins(points, ++points->at);
    return points->point;
}
