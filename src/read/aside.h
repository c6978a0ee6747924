/* aside.h: recognises what stands on a page but is not the document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_ASIDE_H
#define RXC_READ_ASIDE_H

#include "model/document.h"

/* Give kind RXC_BLOCK_ASIDE to navigation, cookie notices, counters ("5 / 5 results"), and to what follows a heading
 * such as "Related community posts", up to the next heading that belongs to the document. */
void rxc_aside_mark(rxc_doc *doc);

/* Words of a class, id or role of an element whose content is aside: "cookie-banner", "relatedPosts". */
bool rxc_aside_is_class(Str names);

#endif
