/* sheet.c: the rows of our own vocabulary format, read as they are, right or wrong. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/sheet.h"

#include "text/utf8.h"

const char *const rxc_sheet_columns[RXC_COLUMNS] = {
    "id", "type", "name", "synonyms", "brands", "short", "class", "source", "codes",
};

bool rxc_sheet_starts(Str head) { return str_starts(head, S("id\ttype\tname\t")); }

bool rxc_sheet_open(rxc_sheet *sheet, rxc_feed *feed, Arena *arena)
{
    Str line, name;
    *sheet = (rxc_sheet){ .feed = feed };
    if (!rxc_feed_next(feed, &line)) return false;
    Str rest = arena_str(arena, line);
    while (sheet->header.n < RXC_SHEET_WIDTH && str_cut(&rest, '\t', &name))
        *vec_push(arena, &sheet->header) = str_trim(name);
    for (size_t c = 0; c < RXC_COLUMNS; c++) {
        size_t i = 0;
        while (i < sheet->header.n && !str_eq(sheet->header.v[i], str_from(rxc_sheet_columns[c]))) i++;
        sheet->at[c] = i < sheet->header.n ? i : RXC_SHEET_WIDTH;
    }
    return true;
}

static void cut_fields(rxc_sheet *sheet, Str line)
{
    Str all[RXC_SHEET_WIDTH + 1] = { { 0 } }, field;
    sheet->width = 0;
    for (; str_cut(&line, '\t', &field); sheet->width++)
        if (sheet->width < RXC_SHEET_WIDTH) all[sheet->width] = str_trim(field);
    for (size_t c = 0; c < RXC_COLUMNS; c++) sheet->fields[c] = all[sheet->at[c]];
}

bool rxc_sheet_next(rxc_sheet *sheet)
{
    Str line;
    do {
        if (!rxc_feed_next(sheet->feed, &line)) return false;
    } while (!str_trim(line).n || line.p[0] == '#');
    size_t bad = 0;
    sheet->bad = rxc_utf8_valid(line, &bad) ? 0 : bad + 1;
    cut_fields(sheet, line);
    return true;
}

static void put(FILE *out, Str text)
{
    if (text.n) fwrite(text.p, 1, text.n, out);
}

void rxc_sheet_write_header(FILE *out)
{
    for (size_t c = 0; c < RXC_COLUMNS; c++) fprintf(out, "%s%s", c ? "\t" : "", rxc_sheet_columns[c]);
    fputc('\n', out);
}

static void put_list(FILE *out, const rxc_vocab_strs *list)
{
    fputc('\t', out);
    for (size_t i = 0; i < list->n; i++) {
        if (i) fputc('|', out);
        put(out, list->v[i]);
    }
}

void rxc_sheet_write(FILE *out, const rxc_vocab_entry *entry)
{
    put(out, entry->id);
    fprintf(out, "\t%s\t", rxc_concept_type_name(entry->type));
    put(out, entry->name);
    for (size_t i = 0; i < RXC_ENTRY_CODES; i++) put_list(out, &entry->lists[i]);
    fputc('\t', out);
    put(out, entry->group);
    fputc('\t', out);
    put(out, entry->source);
    put_list(out, &entry->lists[RXC_ENTRY_CODES]);
    fputc('\n', out);
}

rxc_concept_type rxc_sheet_type(Str name)
{
    rxc_concept_type type = RXC_DRUG;
    while (type != RXC_PHRASE && !str_eq(name, str_from(rxc_concept_type_name(type)))) type++;
    return type;
}
