/* pdf_file.h: an open PDF, for the two files that speak to poppler. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PDF_FILE_H
#define RXC_READ_PDF_FILE_H

#include <poppler.h>

#include "read/pdf.h"

struct rxc_pdf_file {
    rxc_doc *doc;
    GBytes *bytes;
    PopplerDocument *document;
    size_t complaints; /* of poppler about this file */
    Str complaint;     /* the first */
};

#endif
