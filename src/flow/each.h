/* each.h: many documents to records on several threads, handed over in the order of the inputs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_EACH_H
#define RXC_FLOW_EACH_H

#include "flow/flow.h"
#include "flow/inputs.h"

/* What became of one document: an input, an entry of it, a member of it. record is NULL when it could not be read: err says
 * why. */
typedef struct rxc_extracted {
    const rxc_input *input;
    size_t index;    /* of the input */
    Str name;        /* of the document: "case.html", "scopus.csv#17", "inbox.zip/case.html" */
    const rxc_record *record;
    const rxc_err *err;
} rxc_extracted;

/* Called once per document, in order, never on two threads at once. The record is gone afterwards. A status other than RXC_OK
 * ends the run. */
typedef rxc_status (*rxc_each_take)(void *context, const rxc_extracted *extracted, rxc_err *err);

/* Extract every input with `jobs` threads (at least 1). At most a few documents per thread are held at a time. Ends early with
 * RXC_INTERRUPTED once *stop is set (stop may be NULL). */
rxc_status rxc_flow_each(const rxc_tools *tools, const rxc_inputs *inputs, long jobs, const volatile int *stop,
                         rxc_each_take take, void *context, rxc_err *err);

#endif
