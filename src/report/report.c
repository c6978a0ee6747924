/* report.c: the table of reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report.h"

#define REPORT(x) extern const rxc_report rxc_report_##x;
#include "report/reports.def"
#undef REPORT

const rxc_report *const rxc_reports[] = {
#define REPORT(x) &rxc_report_##x,
#include "report/reports.def"
#undef REPORT
    NULL,
};

const rxc_report *rxc_report_find(Str name)
{
    for (size_t i = 0; rxc_reports[i]; i++)
        if (str_eq(name, str_from(rxc_reports[i]->name))) return rxc_reports[i];
    return NULL;
}
