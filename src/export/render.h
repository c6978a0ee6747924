/* render.h: lays a diagram out and draws it, through Graphviz' gvc. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_RENDER_H
#define RXC_EXPORT_RENDER_H

#include "export/exporter.h"

/* The diagram of input as SVG: no dates, no program's version, widths of text that do not depend on installed fonts.
 * Errors  RXC_FAILED the layout failed, RXC_IO */
rxc_status rxc_render_svg(const rxc_export_input *input, FILE *out, rxc_err *err);

/* The same as "png" or "pdf". */
rxc_status rxc_render_picture(const rxc_export_input *input, const char *format, FILE *out, rxc_err *err);

#endif
