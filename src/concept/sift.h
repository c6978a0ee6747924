/* sift.h: leaves out the mentions that are doubtful and that no statement needs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_SIFT_H
#define RXC_CONCEPT_SIFT_H

#include "model/record.h"

/* What is sifted out of a record: names that no list holds and that only the model of events saw, or the listed ones as
 * well that the model of mentions doubts ("interferon" in a text that speaks of the protein). The evidence is told the
 * mentions' new places. Cost O(mentions + evidence). */
typedef enum rxc_sift { RXC_SIFT_UNLISTED, RXC_SIFT_ALL } rxc_sift;
void rxc_sift_mentions(rxc_record *record, rxc_sift what);

#endif
