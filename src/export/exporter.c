/* exporter.c: the table of exporters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/exporter.h"

#define EXPORTER(x) extern const rxc_exporter rxc_export_##x;
#include "export/exporters.def"
#undef EXPORTER

const rxc_exporter *const rxc_exporters[] = {
#define EXPORTER(x) &rxc_export_##x,
#include "export/exporters.def"
#undef EXPORTER
    NULL,
};

const rxc_exporter *rxc_exporter_find(Str name)
{
    for (size_t i = 0; rxc_exporters[i]; i++)
        if (str_eq(name, str_from(rxc_exporters[i]->name))) return rxc_exporters[i];
    return NULL;
}
