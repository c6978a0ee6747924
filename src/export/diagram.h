/* diagram.h: the typed diagram as a Graphviz graph: looks, short labels, tooltips, links, a legend. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_DIAGRAM_H
#define RXC_EXPORT_DIAGRAM_H

#include "export/cgraph_bridge.h"
#include "export/exporter.h"

typedef struct rxc_diagram {
    Agraph_t *g;
    const char *engine; /* Graphviz layout: "dot", "neato" */
} rxc_diagram;

/* Draw input's graph; close it with agclose(diagram->g). scratch holds what the graph refers to while it is built. */
void rxc_diagram_build(Arena *scratch, const rxc_export_input *input, rxc_amp amp, rxc_diagram *diagram);

#endif
