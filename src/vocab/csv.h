/* csv.h: records of comma-separated values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_VOCAB_CSV_H
#define RXC_VOCAB_CSV_H

#include "vocab/import.h"

enum { RXC_CSV_COLUMNS = 64, RXC_CSV_LINES = 64 }; /* fields that are kept; lines that one record may go over */

typedef struct rxc_csv {
    rxc_import *import;
    rxc_feed *feed;
    char separator;
    size_t line; /* where the record begins */
    Str fields[RXC_CSV_COLUMNS];
    size_t n, header; /* fields of the record; of the first record */
    Buf raw, text;
} rxc_csv;

/* Begin with a file whose first record is the header, which is read; false when there is none. Separator: , ; or tab,
 * whichever the header has most of. */
bool rxc_csv_open(rxc_csv *csv, rxc_import *import, rxc_feed *feed);

/* The next record that has as many fields as the header; others are faults. Views hold until the next call. */
bool rxc_csv_next(rxc_csv *csv);
void rxc_csv_close(rxc_csv *csv);

/* Number of the column that is called so (case does not count), after open; RXC_CSV_COLUMNS when there is none. */
size_t rxc_csv_column(const rxc_csv *csv, Str name);

/* The field of a column; empty for RXC_CSV_COLUMNS. */
Str rxc_csv_field(const rxc_csv *csv, size_t column);

/* Does a file that begins like this have a column of this name in its first line? */
bool rxc_csv_head_has(Str head, Str name);

#endif
