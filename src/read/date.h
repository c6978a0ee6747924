/* date.h: reads printed dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_DATE_H
#define RXC_READ_DATE_H

#include "model/work.h"

/* "12 December 2024", "August 2019", "Aug. 5, 2019", "2019-08-12", "2019 Aug 12", "2019" at the beginning of s. The
 * year is 0 when there is none; *used is set to the bytes that the date takes. */
rxc_date rxc_date_parse(Str s, size_t *used);

#endif
