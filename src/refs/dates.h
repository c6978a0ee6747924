/* dates.h: reads printed dates of publication and access. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_DATES_H
#define RXC_REFS_DATES_H

#include "model/work.h"

/* "2020", "2016b", "2011 Dec 1", "2008 07 14", "May 1999", "3 January 2013", "2019-08-02", "12/03/2019": what is there.
 * Year 0 when no year from 1400 to 2099 is in it. Cost O(bytes). */
rxc_date rxc_dates_read(Str text);

/* 1..12 for a month's name or its beginning, in English, French, German, Spanish, Portuguese or Italian; else 0. */
int rxc_dates_month(Str word);

#endif
