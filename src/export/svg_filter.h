/* svg_filter.h: makes Graphviz' SVG the same for all versions, readable by screen readers, with tooltips in browsers.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_SVG_FILTER_H
#define RXC_EXPORT_SVG_FILTER_H

#include "base/buf.h"

/* Drops comments and the document type, turns needless character references and the stand-in for ampersands back, and
 * gives each node and edge its tooltip as its title. title: escaped XML text of the whole picture. */
void rxc_svg_filter(Buf *out, Str svg, Str title);

#endif
