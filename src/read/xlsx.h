/* xlsx.h: the sheets of an Excel workbook as tables of text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_XLSX_H
#define RXC_READ_XLSX_H

#include "read/reader.h"

typedef struct rxc_xlsx_sheet {
    Str name, csv; /* line n of csv is row n; dates as 2019-05-31, formulas by their results */
} rxc_xlsx_sheet;

typedef VEC(rxc_xlsx_sheet) rxc_xlsx_sheets;

/* Is it a workbook, by its first bytes? */
bool rxc_xlsx_is(Str head);

/* The sheets that hold anything, in the order of the workbook; in arena.
 * zip     all bytes of the workbook
 * name    for messages
 * Errors  RXC_INPUT damaged, encrypted  RXC_LIMIT unpacks to, or is written out as, too much
 * Cost    O(bytes of all parts + bytes of all cells) */
rxc_status rxc_xlsx_read(Str zip, Str name, const rxc_read_limits *limits, Arena *arena, rxc_xlsx_sheets *out, rxc_err *err);

#endif
