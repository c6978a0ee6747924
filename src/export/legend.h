/* legend.h: the key to the diagram: the kinds and links that are drawn, and what is left out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_LEGEND_H
#define RXC_EXPORT_LEGEND_H

#include "export/cgraph_bridge.h"
#include "export/pick.h"

void rxc_legend_draw(const rxc_cgraph *c, const rxc_graph *graph, const rxc_pick *pick);

#endif
