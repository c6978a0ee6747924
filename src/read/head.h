/* head.h: the metadata head of a Markdown file: lines "key: value" between two lines of hyphens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_HEAD_H
#define RXC_READ_HEAD_H

#include "model/document.h"

/* Bytes of the head of a source, 0 when it has none. */
size_t rxc_head_find(Str source);

/* Take title, authors, journal, date and identifiers of the head into doc->work. Keys that say nothing about the work
 * are passed over. */
void rxc_head_read(rxc_doc *doc, Str head);

#endif
