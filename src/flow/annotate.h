/* annotate.h: plain text in, drugs, reactions, relations and abbreviations out, as JSON lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_ANNOTATE_H
#define RXC_FLOW_ANNOTATE_H

#include "base/buf.h"
#include "concept/concept.h"

/* Answer one line {"id", "text", "phrases"} with one line {"id", "entities", "relations", "abbreviations", "adverse"}:
 * see docs/formats.md. Offsets are in code points. A line that is no such object is answered with
 * {"id":null,"error":…}. Cost O(text). */
void rxc_annotate_line(const rxc_concepts *concepts, Str line, Arena *arena, Buf *out);

/* The same for a text without a line around it. */
void rxc_annotate_text(const rxc_concepts *concepts, Str text, Arena *arena, Buf *out);

/* --- the same in the formats of exchange.h
 * ---------------------------------------------------------------------------- */

typedef enum rxc_annotate_form {
    RXC_ANNOTATE_JSONL,
    RXC_ANNOTATE_PUBTATOR,
    RXC_ANNOTATE_BIOC,
    RXC_ANNOTATE_FORMS
} rxc_annotate_form;
rxc_annotate_form rxc_annotate_form_find(Str name); /* "jsonl", "pubtator", "bioc"; RXC_ANNOTATE_FORMS when unknown */

/* Answer line `number` (from 1) of {"id", "text"}. BioC: a comma stands before each document but the first. */
void rxc_annotate_line_as(const rxc_concepts *concepts, rxc_annotate_form form, Str line, size_t number, Arena *arena,
                          Buf *out);

typedef struct rxc_annotate_count {
    size_t texts, given, odd; /* annotations that the input brought; lines of it that are none of the format */
} rxc_annotate_count;

/* Answer a whole source: PubTator where it looks so, else one plain text. flush is called after each text, and empties
 * out; when it says false, so does this, and stops. Cost O(source) */
bool rxc_annotate_source(const rxc_concepts *concepts, rxc_annotate_form form, Str source, Buf *out,
                         rxc_annotate_count *count, bool (*flush)(Buf *out, void *context), void *context);

#endif
