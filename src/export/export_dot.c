/* export_dot.c: the typed diagram as a DOT file; `dot -Tsvg` draws what the SVG exporter draws. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/diagram.h"

extern const rxc_exporter rxc_export_dot;

static rxc_status write_dot(const rxc_export_input *input, FILE *out, rxc_err *err)
{
    Arena scratch = { 0 };
    rxc_diagram diagram;
    rxc_diagram_build(&scratch, input, RXC_AMP_ENTITY, &diagram);
    int failed = agwrite(diagram.g, out);
    agclose(diagram.g);
    arena_clear(&scratch);
    return failed ? rxc_err_set(err, RXC_IO, "the DOT file could not be written") : RXC_OK;
}

const rxc_exporter rxc_export_dot = {
    .name = "dot",
    .extension = ".dot",
    .media = "text/vnd.graphviz",
    .help = "the diagram for Graphviz and other readers of DOT",
    .write = write_dot,
};
