/* export_svg.c: the typed diagram as SVG. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/render.h"

extern const rxc_exporter rxc_export_svg;

const rxc_exporter rxc_export_svg = {
    .name = "svg",
    .extension = ".svg",
    .media = "image/svg+xml",
    .help = "the diagram for web pages and slides: links, tooltips",
    .write = rxc_render_svg,
};
