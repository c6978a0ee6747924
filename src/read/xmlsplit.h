/* xmlsplit.h: cuts the entries off a stream of XML, without a tree of all of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_XMLSPLIT_H
#define RXC_READ_XMLSPLIT_H

#include "read/reader.h"

/* What is kept between cuts; zeroed before the first. */
typedef struct rxc_xmlsplit {
    bool begun, closed; /* the root's tags were passed */
} rxc_xmlsplit;

/* Cut off the next element that entries names ("PubmedArticle PubmedBookArticle"). Comments, CDATA, the DOCTYPE and values of
 * attributes are no markup. An entry that the next one or the end of the input interrupts is cut off with a problem, and
 * so is the end of an input before the root's. Cost O(window) */
rxc_cut_result rxc_xmlsplit_cut(rxc_xmlsplit *state, const char *root, const char *entries, Str window, bool end,
                                rxc_cut *out);

/* The first entry of a source that has all of them, or the source itself when there is none. */
Str rxc_xmlsplit_first(const char *root, const char *entries, Str source);

/* Name of the first element; empty for what is no XML. */
Str rxc_xmlsplit_root(Str head);

#endif
