/* build.h: the main job: documents to a library, diagram, exports and reports in one folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_BUILD_H
#define RXC_FLOW_BUILD_H

#include <stdio.h>

#include "flow/each.h"

/* Called before each input and with done == total at the end, and before each file that is written. */
typedef void (*rxc_progress)(void *context, const char *what, size_t done, size_t total);

typedef struct rxc_build {
    const char *dir; /* made when it is not there */
    bool overwrite;
    long jobs;
    rxc_read_limits limits;
    const volatile int *stop;    /* see rxc_flow_each */
    rxc_progress progress;       /* may be NULL */
    void (*complain)(void *context, const char *sentence); /* an input that could not be read; may be NULL */
    void *context;
    size_t documents, repeated, failures; /* out: read, read but there already, not readable */
} rxc_build;

/* Errors  RXC_EXISTS an output is there and overwrite is false, RXC_IO, RXC_LIBRARY, RXC_INTERRUPTED. Inputs that cannot be read
 * are complained about, counted and reported; the rest is done. On an error nothing new stands under a final name but what was
 * complete. */
rxc_status rxc_build_run(rxc_build *build, const rxc_inputs *inputs, rxc_err *err);

/* Add inputs to a library that is open; used by build and add. records (may be NULL) gets each record as a line. */
rxc_status rxc_build_add(rxc_build *build, const rxc_tools *tools, const rxc_inputs *inputs, rxc_store *store,
                         FILE *records, rxc_err *err);

#endif
