/* tag.h: single tags of HTML within other text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_TAG_H
#define RXC_READ_TAG_H

#include "base/str.h"

typedef struct rxc_tag {
    Str name;       /* "sup" as written; empty for comments and declarations */
    Str attributes; /* raw: ` href="#ref1"` */
    bool closing;
} rxc_tag;

/* The tag that s, which begins with '<', starts with. Gives its bytes, 0 when it is none. Cost O(bytes of the tag). */
size_t rxc_tag_read(Str s, rxc_tag *out);

/* Value of an attribute without its quotes; empty when it is not there. */
Str rxc_tag_attribute(const rxc_tag *tag, Str name);

#endif
