/* rrf.c: rows of the Rich Release Format, in which the UMLS and RxNorm come. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/rrf.h"

/* The separator stands behind the last field too. */
static size_t cut_row(Str line, Str *fields)
{
    if (str_last(line) != '|') return 0;
    line.n--;
    return rxc_import_fields(line, '|', fields, RRF_FIELDS_MAX);
}

size_t rxc_rrf_head(Str head, Str fields[RRF_FIELDS_MAX])
{
    Str line;
    if (!str_cut(&head, '\n', &line)) return 0;
    if (str_last(line) == '\r') line.n--;
    return cut_row(line, fields);
}

bool rxc_rrf_next(rxc_import *import, rxc_feed *feed, size_t wanted, Str fields[RRF_FIELDS_MAX])
{
    Str line;
    while (rxc_import_line(import, feed, &line)) {
        if (!line.n) continue;
        import->seen++;
        size_t n = cut_row(line, fields);
        if (n == wanted) return true;
        rxc_import_fault(import, feed, feed->line, "%zu fields, not %zu", n, wanted);
    }
    return false;
}

bool rxc_rrf_usable(rxc_import *import, const Str *fields)
{
    Str suppress = fields[RRF_SUPPRESS];
    if (!str_eq(fields[RRF_LANGUAGE], S("ENG"))) {
        rxc_import_skip_one(import, "row: not English");
        return false;
    }
    if (suppress.n && !str_eq(suppress, S("N"))) {
        rxc_import_skip_one(import, "row: suppressed or obsolete");
        return false;
    }
    return true;
}

void rxc_rrf_code(rxc_import *import, rxc_vocab_entry *entry, const Str *fields)
{
    static const struct {
        const char *source, *system;
    } systems[] = {
        { "ATC", "ATC" },
        { "DRUGBANK", "DrugBank" },
        { "MSH", "MeSH" },
        { "RXNORM", "RxNorm" },
        { "MDR", "MedDRA" },
        { "HPO", "HP" },
        { "SNOMEDCT_US", "SNOMEDCT" },
        { "ICD10CM", "ICD10CM" },
        { "ICD10", "ICD10" },
        { "NCI", "NCI" },
        { "OMIM", "OMIM" },
    };
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        if (!str_eq(fields[RRF_SOURCE], str_from(systems[i].source))) continue;
        Str code = fields[RRF_CODE], system = str_from(systems[i].system);
        if (str_starts(code, S("HP:"))) code = str_drop(code, 3);
        if (!str_eq(code, S("NOCODE"))) rxc_import_code(import, entry, system, code);
    }
}
