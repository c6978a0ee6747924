/* import_tsv.c: vocabularies in our own format. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/importer.h"
#include "vocab/sheet.h"

static int part(Str head) { return rxc_sheet_starts(head) ? 1 : 0; }

static void take_list(rxc_import *import, rxc_vocab_entry *entry, rxc_entry_list list, Str field)
{
    Str item;
    while (field.n && str_cut(&field, '|', &item)) rxc_import_add(import, entry, list, item);
}

static void take(rxc_import *import, const rxc_sheet *sheet)
{
    const Str *fields = sheet->fields;
    rxc_vocab_entry *entry = rxc_import_fresh(import);
    entry->type = rxc_sheet_type(fields[RXC_COLUMN_TYPE]);
    entry->id = arena_str(import->arena, fields[RXC_COLUMN_ID]);
    entry->group = arena_str(import->arena, fields[RXC_COLUMN_CLASS]);
    entry->source = arena_str(import->arena, fields[RXC_COLUMN_SOURCE]);
    rxc_import_name(import, entry, fields[RXC_COLUMN_NAME], 0);
    take_list(import, entry, RXC_ENTRY_SYNONYMS, fields[RXC_COLUMN_SYNONYMS]);
    take_list(import, entry, RXC_ENTRY_BRANDS, fields[RXC_COLUMN_BRANDS]);
    take_list(import, entry, RXC_ENTRY_SHORTS, fields[RXC_COLUMN_SHORT]);
    take_list(import, entry, RXC_ENTRY_CODES, fields[RXC_COLUMN_CODES]);
}

static void read_tsv(rxc_import *import, rxc_feed *feed, int which)
{
    rxc_sheet sheet;
    (void)which;
    if (!rxc_sheet_open(&sheet, feed, import->arena)) return;
    while (rxc_sheet_next(&sheet)) {
        import->seen++;
        if (feed->cut) rxc_import_fault(import, feed, feed->line, "longer than %d bytes", RXC_FEED_LINE);
        else if (sheet.bad) rxc_import_fault(import, feed, feed->line, "invalid UTF-8 at byte %zu", sheet.bad);
        else if (sheet.width != sheet.header.n)
            rxc_import_fault(import, feed, feed->line, "%zu columns, but the header has %zu", sheet.width,
                             sheet.header.n);
        else if (rxc_sheet_type(sheet.fields[RXC_COLUMN_TYPE]) == RXC_PHRASE)
            rxc_import_fault(import, feed, feed->line, "unknown type \"%.*s\"",
                             STR_ARG(str_take(sheet.fields[RXC_COLUMN_TYPE], 40)));
        else if (!sheet.fields[RXC_COLUMN_NAME].n) rxc_import_fault(import, feed, feed->line, "no name");
        else take(import, &sheet);
    }
}

const rxc_importer rxc_importer_tsv = {
    .name = "tsv",
    .help = "vocabularies in rxcite's own format",
    .source = "",
    .part = part,
    .read = read_tsv,
};
