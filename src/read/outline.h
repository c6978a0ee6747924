/* outline.h: gives every block its section by the headings before it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_OUTLINE_H
#define RXC_READ_OUTLINE_H

#include "model/document.h"

/* Set section of every block; captions get kind CAPTION, front matter that names itself kind FRONT. What follows the
 * list of references ("Received: …", "Conflict of interest: …") is section BACK. For formats that do not state
 * sections. */
void rxc_outline_mark(rxc_doc *doc);

#endif
