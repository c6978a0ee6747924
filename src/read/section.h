/* section.h: what the words of a heading, or before a colon, say about the text that follows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_SECTION_H
#define RXC_READ_SECTION_H

#include "model/document.h"

/* The section that a heading opens: "3. Case presentation", "REFERENCES", "Acknowledgements:". NONE when unknown. */
rxc_section rxc_section_find(Str heading);

/* A paragraph that begins with its own heading: "Conflict of interest: none." is BACK, "Abstract: …" ABSTRACT. */
rxc_section rxc_section_run_in(Str paragraph);

/* Front matter that names itself: "Key words: …", "Correspondence: …", "E-mail: …", "DOI: …". */
bool rxc_section_is_front(Str paragraph);

/* "Figure 1. …", "Table 2: …", "Fig. 3 …" */
bool rxc_section_is_caption(Str paragraph);

/* A heading or line that only tells what kind of article follows: "Case report", "LETTER TO THE EDITOR". */
bool rxc_section_is_genre(Str line);

/* Without numbering ("3.1 ", "IV. ") and without a colon or full stop at the end. */
Str rxc_section_bare(Str heading);

#endif
