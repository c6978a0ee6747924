/* print.h: a work of which only fields are stated, as a line of a list of references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_PRINT_H
#define RXC_READ_PRINT_H

#include "read/builder.h"

/* Into the open block: "Wu L, Ali K, et al. Title. Journal. 2022;102:44-56. doi:10.1/x. PMID: 1." */
void rxc_print_work(rxc_builder *b, const rxc_work *work);

#endif
