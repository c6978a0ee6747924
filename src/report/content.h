/* content.h: what the report says, section by section; the same for Markdown and HTML. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REPORT_CONTENT_H
#define RXC_REPORT_CONTENT_H

#include "report/facts.h"
#include "report/page.h"

/* The whole page. */
void rxc_content_compose(const rxc_facts *facts, rxc_page *page);

/* Its sections, in order. */
void rxc_content_summary(const rxc_facts *facts, rxc_page *page);
void rxc_content_evidence(const rxc_facts *facts, rxc_page *page);
void rxc_content_central(const rxc_facts *facts, rxc_page *page);
void rxc_content_status(const rxc_facts *facts,
                        rxc_page *page); /* retracted and corrected works; nothing without them */
void rxc_content_related(const rxc_facts *facts, rxc_page *page);
void rxc_content_inputs(const rxc_facts *facts, rxc_page *page); /* what was read, what was lost */

#endif
