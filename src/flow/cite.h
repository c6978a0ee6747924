/* cite.h: parsed references as a stream in the formats that reference managers read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_CITE_H
#define RXC_FLOW_CITE_H

#include "model/record.h"

/* How a stream of references is written. Items are written one by one, so memory does not grow with their number. */
typedef struct rxc_cite_format {
    const char *name, *help;
    const char *begin, *end; /* around all items */
    void (*item)(Buf *out, const rxc_reference *ref, size_t number); /* number: from 1 within the stream */
} rxc_cite_format;

extern const rxc_cite_format rxc_cite_formats[]; /* csl bibtex ris csv ndjson; ends with a row without name */
const rxc_cite_format *rxc_cite_find(Str name);

#endif
