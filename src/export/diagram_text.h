/* diagram_text.h: what the diagram says: labels wrapped to a few short lines, tooltips, links that are safe. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_DIAGRAM_TEXT_H
#define RXC_EXPORT_DIAGRAM_TEXT_H

#include "export/pick.h"

/* The label of a node, with line breaks; too long ones end in "…". In arena. */
Str rxc_diagram_label(Arena *arena, const rxc_node *node);

/* "Title\nAuthors\nJournal, year" */
Str rxc_diagram_node_tip(Arena *arena, const rxc_node *node);

/* "dupilumab → conjunctivitis: adverse effect, 2 independent sources\n“sentence” (file, line 12)" */
Str rxc_diagram_edge_tip(Arena *arena, const rxc_graph *graph, const rxc_edge *edge);

/* A link that a click may follow (http or https only), else empty. In arena. */
Str rxc_diagram_url(Arena *arena, const rxc_node *node);

/* What widths and sizes mean, and "Left out for clarity: 12 works, 3 disorders, 40 weaker links." unless all is drawn.
 */
Str rxc_diagram_note(Arena *arena, const rxc_pick *pick);

#endif
