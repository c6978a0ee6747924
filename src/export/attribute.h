/* attribute.h: what is said of each node and edge, as a table that all data exporters go through. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_EXPORT_ATTRIBUTE_H
#define RXC_EXPORT_ATTRIBUTE_H

#include "export/exporter.h"

typedef enum rxc_attribute_type {
    RXC_ATTRIBUTE_TEXT,
    RXC_ATTRIBUTE_WHOLE,
    RXC_ATTRIBUTE_REAL,
    RXC_ATTRIBUTE_TRUTH
} rxc_attribute_type;

typedef struct rxc_attribute {
    const char *name;
    rxc_attribute_type type;
    void (*print)(Buf *out, const rxc_graph *graph, size_t i); /* writes nothing where the value is not known */
} rxc_attribute;

extern const rxc_attribute rxc_attribute_nodes[]; /* kind label title …; ends with a NULL name */
extern const rxc_attribute rxc_attribute_edges[]; /* kind weight count … */

/* The columns of measures of an input, which may have none. */
size_t rxc_attribute_columns(const rxc_export_input *input);

/* Write out and empty it. Errors: RXC_IO. */
rxc_status rxc_attribute_flush(Buf *out, FILE *file, rxc_err *err);

#endif
