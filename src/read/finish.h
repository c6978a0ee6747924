/* finish.h: what all text-like readers do with their blocks at the end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_FINISH_H
#define RXC_READ_FINISH_H

#include "model/document.h"

/* Asides, title and front matter, sections and kind of a document whose format does not state them. What is set stays.
 */
void rxc_finish(rxc_doc *doc);

/* Make "5" – "8", two call-outs with a dash between them, one mark with both targets. */
void rxc_finish_ranges(rxc_doc *doc);

#endif
