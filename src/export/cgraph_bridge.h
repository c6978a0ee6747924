/* cgraph_bridge.h: cgraph with const text: the one place where its `char *` parameters are met, and where text is
 * made safe for DOT.
 *
 * Graphviz expands backslash escapes and entities such as &lt; in labels and tooltips, and its reader and writer do not
 * agree on a single backslash before a quote. So text goes in with every backslash doubled, line breaks as \n, and an
 * ampersand that would begin an entity as &amp;. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_CGRAPH_BRIDGE_H
#define RXC_EXPORT_CGRAPH_BRIDGE_H

#include <graphviz/cgraph.h>

#include "base/arena.h"

/* How an ampersand goes into the graph. Graphviz' SVG writer decodes entities twice, so that no spelling of "&lt;"
 * comes out right: for it, a private character stands in, which the SVG filter turns into &amp;. */
typedef enum rxc_amp { RXC_AMP_ENTITY, RXC_AMP_STAND_IN } rxc_amp;
#define RXC_AMP_CHARACTER "\xEF\xA3\xBF" /* U+F8FF, private use; in text of others it becomes U+FFFD */

/* A graph under construction. */
typedef struct rxc_cgraph {
    Agraph_t *g;
    rxc_amp amp;
    Arena *scratch;
} rxc_cgraph;

/* "type" of a default: nodes, edges or graphs below g get value unless they set their own. */
void rxc_cgraph_default(Agraph_t *g, int kind, const char *name, const char *value);

/* A plain value: colours, numbers, shapes. */
void rxc_cgraph_set(void *object, const char *name, const char *value);
void rxc_cgraph_setf(void *object, const char *name, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Text of others, escaped. An empty one is not set. */
void rxc_cgraph_text(const rxc_cgraph *c, void *object, const char *name, Str text);

/* The same without putting it into a graph. In c->scratch. */
const char *rxc_cgraph_escape(const rxc_cgraph *c, Str text);

Agraph_t *rxc_cgraph_open(const char *name, bool directed);
Agraph_t *rxc_cgraph_subgraph(Agraph_t *g, const char *name); /* NULL: without a name */
Agnode_t *rxc_cgraph_node(const rxc_cgraph *c, Agraph_t *g, Str name);
Agedge_t *rxc_cgraph_edge(Agraph_t *g, Agnode_t *from, Agnode_t *to, const char *key);

#endif
