/* stated.h: values of single fields of a database's entry, in whatever form it writes them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_STATED_H
#define RXC_READ_STATED_H

#include "model/work.h"

/* The pages of a work: "711-721", "711-21", "pp. E128-E139", "711-21; discussion 722": sets page and page_first. */
void rxc_stated_pages(Arena *arena, rxc_work *work, Str printed);

/* "2019/11/08", "2019 Nov 6", "20191106", "1 Jan.-Feb. 2019", "2019 Winter": the best that can be had; year 0: none. */
rxc_date rxc_stated_date(Arena *arena, Str printed);

/* The DOI in "https://doi.org/10.1000/x", "doi: 10.1000/x [doi]"; empty when there is none. A view. */
Str rxc_stated_doi(Str printed);

/* The number in "PMID: 123", "PUBMED 123", an address of PubMed; a bare number only where bare is set. A view. */
Str rxc_stated_pmid(Str printed, bool bare);

/* "1234-5678 (Print)", "12345678; 87654321": the first number goes to work's issn or isbn, whichever it is. */
void rxc_stated_serial(Arena *arena, rxc_work *work, Str printed);

/* "Title." and "[Title in translation]." without the stop and the brackets. A view. */
Str rxc_stated_title(Str printed);

#endif
