/* entity.h: character entities of HTML: "&eacute;", "&#233;", "&#xE9;". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_ENTITY_H
#define RXC_READ_ENTITY_H

#include "base/str.h"

/* The character that s, which begins with '&', names: UTF-8 into out, *n bytes. Gives the bytes of s that it takes, 0
 * when it is no entity. */
size_t rxc_entity_read(Str s, char out[4], size_t *n);

#endif
