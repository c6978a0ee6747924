/* import_drugbank.c: DrugBank's open vocabulary: one CSV file, names and synonyms of drugs.
 *
 *     DrugBank ID,Accession Numbers,Common name,CAS,UNII,Synonyms,Standard InChI Key
 *
 * Several values in a field stand between " | ". */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/csv.h"
#include "vocab/importer.h"

static int part(Str head)
{
    return rxc_csv_head_has(head, S("DrugBank ID")) && rxc_csv_head_has(head, S("Common name")) ? 1 : 0;
}

static void read_drugbank(rxc_import *import, rxc_feed *feed, int which)
{
    rxc_csv csv;
    (void)which;
    if (!rxc_csv_open(&csv, import, feed)) return;
    size_t id = rxc_csv_column(&csv, S("DrugBank ID")), name = rxc_csv_column(&csv, S("Common name"));
    size_t synonyms = rxc_csv_column(&csv, S("Synonyms")), cas = rxc_csv_column(&csv, S("CAS")),
           unii = rxc_csv_column(&csv, S("UNII"));
    while (rxc_csv_next(&csv)) {
        if (!rxc_csv_field(&csv, name).n) {
            rxc_import_fault(import, feed, csv.line, "no common name");
            continue;
        }
        rxc_vocab_entry *entry = rxc_import_fresh(import);
        entry->type = RXC_DRUG;
        rxc_import_name(import, entry, rxc_csv_field(&csv, name), 0);
        rxc_import_code(import, entry, S("DrugBank"), rxc_csv_field(&csv, id));
        rxc_import_code(import, entry, S("CAS"), rxc_csv_field(&csv, cas));
        rxc_import_code(import, entry, S("UNII"), rxc_csv_field(&csv, unii));
        Str rest = rxc_csv_field(&csv, synonyms), synonym;
        while (rest.n && str_cut(&rest, '|', &synonym)) rxc_import_add(import, entry, RXC_ENTRY_SYNONYMS, synonym);
    }
    rxc_csv_close(&csv);
}

const rxc_importer rxc_importer_drugbank = {
    .name = "drugbank",
    .help = "DrugBank's open vocabulary (CSV)",
    .source = "DrugBank",
    .part = part,
    .read = read_drugbank,
};
