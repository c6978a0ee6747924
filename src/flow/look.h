/* look.h: what inputs are, and what would be read of them: without models, vocabularies and library. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_LOOK_H
#define RXC_FLOW_LOOK_H

#include "flow/inputs.h"
#include "read/source.h"

/* What would not be read, or was odd: the first of a kind and how many there are. */
typedef struct rxc_look_remark {
    Str code, text; /* code: of the diagnostic; "unread" for what cannot be read at all */
    size_t count, line;
} rxc_look_remark;

enum { RXC_LOOK_REMARKS = 20 /* kinds kept per look */ };

/* A file, or a member of an archive: one document, or an export of many. */
typedef struct rxc_look {
    Str file;
    Str format;           /* empty: unknown */
    int certainty;        /* of the format by its content, 0..100 */
    Str named;            /* format that the name stands for, where that is another one */
    const char *encoding; /* "utf-8"; "" for formats that are not text */
    size_t bytes;         /* after decompression */
    size_t entries, unread; /* documents; those of them that cannot be read */
    size_t references, stated; /* in their lists; as many as the sources say they have */
    Str title;                 /* of the first document */
    VEC(rxc_look_remark) remarks;
} rxc_look;

typedef VEC(rxc_look) rxc_looks;

/* Look at every input, in order; results in arena. Memory grows by files and members, not by entries.
 * Errors  RXC_INTERRUPTED once *stop is set (stop may be NULL) */
rxc_status rxc_flow_look(const rxc_inputs *inputs, const rxc_read_limits *limits, const volatile int *stop,
                         Arena *arena, rxc_looks *out, rxc_err *err);

#endif
