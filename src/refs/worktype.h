/* worktype.h: what kind of work a reference is, from its fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_WORKTYPE_H
#define RXC_REFS_WORKTYPE_H

#include "model/work.h"

rxc_work_type rxc_worktype_of(const rxc_work *work);

#endif
