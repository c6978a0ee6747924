/* tablework.c: columns of a database's table become fields of a work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/tablework.h"

#include "read/person.h"
#include "read/stated.h"
#include "text/charset.h"

/* Exports that went through R say "NA" for what is missing. */
static void drop_missing(rxc_table *table)
{
    for (size_t i = 0; i < table->cells.n; i++)
        if (str_eq(table->cells.v[i], S("NA"))) table->cells.v[i] = (Str){ 0 };
}

bool rxc_tablework_open(rxc_tablework *row, rxc_doc *doc, Str source, bool (*skip)(Str row))
{
    *row = (rxc_tablework){ .doc = doc };
    Str text = rxc_charset_decode(doc->arena, source, &doc->diags);
    if (!rxc_table_open(&row->table, doc->arena, text)) return false;
    if (skip && skip(text) && !rxc_table_open(&row->table, doc->arena, row->table.rest)) return false;
    if (!rxc_table_next(&row->table)) return false;
    rxc_table_check(&row->table, &doc->diags);
    drop_missing(&row->table);
    row->parts.line = row->table.line;
    return true;
}

void rxc_tablework_fields(rxc_tablework *row, const rxc_tablework_column *columns, size_t n)
{
    rxc_work *work = &row->doc->work;
    for (size_t i = 0; i < n; i++) {
        Str cell = rxc_tablework_cell(row, columns[i].names);
        if (!cell.n) continue;
        switch (columns[i].field) {
        case RXC_FIELD_doi: work->doi = rxc_stated_doi(cell); break;
        case RXC_FIELD_pmid: work->pmid = rxc_stated_pmid(cell, true); break;
        case RXC_FIELD_issn:
        case RXC_FIELD_isbn: rxc_stated_serial(row->doc->arena, work, cell); break;
        case RXC_FIELD_page: rxc_stated_pages(row->doc->arena, work, cell); break;
        default: *rxc_work_field_of(work, columns[i].field) = cell; break;
        }
    }
}

void rxc_tablework_type_of(rxc_tablework *row, Str name, const rxc_entry_type *types, size_t n)
{
    row->parts.kinds = name;
    rxc_work_type found = rxc_entry_type_find(types, n, name);
    if (found != RXC_WORK_TYPES) row->doc->work.type = found;
}

void rxc_tablework_people(rxc_tablework *row, Str list, char separator, rxc_names *names, bool *et_al)
{
    rxc_table_list parts = { .rest = list, .separator = separator };
    Str name;
    while (rxc_table_part(&parts, &name)) {
        size_t open = str_rchr(name, '(');
        if (open != STR_NONE && open && str_last(name) == ')' && chr_digit(name.p[open + 1])) name = str_trim(str_take(name, open));
        rxc_person_add(row->doc->arena, names, et_al, name);
    }
}

void rxc_tablework_keywords(rxc_tablework *row, Str list, char separator)
{
    rxc_table_list parts = { .rest = list, .separator = separator };
    Str word;
    while (rxc_table_part(&parts, &word)) {
        if (word.n && row->keywords.n) buf_add(&row->keywords, S("; "));
        buf_add(&row->keywords, word);
    }
}

/* "https://openalex.org/W1" -> "W1" */
static Str bare_id(Str id)
{
    size_t slash = str_rchr(id, '/');
    return slash == STR_NONE ? id : str_drop(id, slash + 1);
}

void rxc_tablework_id(rxc_tablework *row, const char *database, Str id)
{
    id = bare_id(str_trim(id));
    if (id.n) row->doc->work.database_id = arena_printf(row->doc->arena, "%s:%.*s", database, STR_ARG(id));
}

void rxc_tablework_references(rxc_tablework *row, const char *database, Str list, char separator)
{
    rxc_table_list parts = { .rest = list, .separator = separator };
    Arena *arena = row->doc->arena;
    Str id;
    while (rxc_table_part(&parts, &id)) {
        id = bare_id(id);
        if (!id.n) continue;
        rxc_entry_reference *reference = vec_push(arena, &row->parts.references);
        *reference = (rxc_entry_reference){ .line = row->table.line, .complete = true };
        reference->work.database_id = arena_printf(arena, "%s:%.*s", database, STR_ARG(id));
    }
}

void rxc_tablework_finish(rxc_tablework *row)
{
    rxc_work *work = &row->doc->work;
    if (!work->page.n && work->page_first.n) rxc_stated_pages(row->doc->arena, work, work->page_first);
    row->parts.keywords = arena_str(row->doc->arena, buf_str(&row->keywords));
    buf_clear(&row->keywords);
    rxc_entry_finish(row->doc, &row->parts);
}
