/* importer.c: the table of foreign vocabulary formats. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/importer.h"

#define IMPORTER(name) extern const rxc_importer rxc_importer_##name;
#include "vocab/importers.def"
#undef IMPORTER

const rxc_importer *const rxc_importers[] = {
#define IMPORTER(name) &rxc_importer_##name,
#include "vocab/importers.def"
#undef IMPORTER
    NULL,
};

const rxc_importer *rxc_importer_find(Str name)
{
    for (size_t i = 0; rxc_importers[i]; i++)
        if (str_eq(name, str_from(rxc_importers[i]->name))) return rxc_importers[i];
    return NULL;
}
