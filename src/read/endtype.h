/* endtype.h: what EndNote calls the types of works, in its XML and in its tagged files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_ENDTYPE_H
#define RXC_READ_ENDTYPE_H

#include "model/work.h"

/* "Journal Article" or, where there is no name, "17". */
rxc_work_type rxc_endtype_find(Str name, Str number);

#endif
