/* attributes.h: bounds the attributes of an element before a parser sees them, whose cost grows with their square. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_ATTRIBUTES_H
#define RXC_READ_ATTRIBUTES_H

#include "model/document.h"

enum { RXC_ATTRIBUTES_MAX = 200 }; /* of one element; further ones are dropped, with a diagnostic */

/* The source of XML or HTML with the attributes beyond the maximum blanked out, in doc->arena; the source itself where there
 * are none. Comments, CDATA, scripts and styles are left alone. Cost O(bytes). */
Str rxc_attributes_bound(Str source, rxc_doc *doc);

#endif
