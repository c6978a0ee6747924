/* importer.h: the table of foreign vocabulary formats. To add one: import_<name>.c and a row in importers.def. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_IMPORTER_H
#define RXC_VOCAB_IMPORTER_H

#include "vocab/import.h"

enum { RXC_IMPORTER_PARTS = 3 }; /* files of different form that one format may have */

typedef struct rxc_importer {
    const char *name;   /* for -f */
    const char *help;   /* one line: which files */
    const char *source; /* for the column source: "MeSH" */

    /* Which file of the format begins like this: 1 to RXC_IMPORTER_PARTS, in the order in which they are to be read; 0:
     * none. */
    int (*part)(Str head);

    /* Read one file. What cannot be used is skipped and counted, or a fault, and reading goes on. */
    void (*read)(rxc_import *import, rxc_feed *feed, int part);

    /* After the last file; may be NULL. */
    void (*end)(rxc_import *import);
} rxc_importer;

extern const rxc_importer *const rxc_importers[]; /* rows of importers.def, ends with NULL */

/* NULL when there is none. */
const rxc_importer *rxc_importer_find(Str name);

#endif
