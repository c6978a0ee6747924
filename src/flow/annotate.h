/* annotate.h: plain text in, drugs, reactions, relations and abbreviations out, as JSON lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_ANNOTATE_H
#define RXC_FLOW_ANNOTATE_H

#include "base/buf.h"
#include "concept/concept.h"

/* Answer one line {"id", "text", "phrases"} with one line {"id", "entities", "relations", "abbreviations", "adverse"}: see
 * docs/formats.md. Offsets are in code points. A line that is no such object is answered with {"id":null,"error":…}.
 * Cost O(text). */
void rxc_annotate_line(const rxc_concepts *concepts, Str line, Arena *arena, Buf *out);

/* The same for a text without a line around it. */
void rxc_annotate_text(const rxc_concepts *concepts, Str text, Arena *arena, Buf *out);

#endif
