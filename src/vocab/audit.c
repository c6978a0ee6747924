/* audit.c: what is wrong with vocabularies in our own format. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/audit.h"

#include <stdlib.h>

#include "vocab/sheet.h"
#include "vocab/wording.h"

enum { SHORT_MAX = 24 }; /* bytes of a short form that is compared with wordings */

static void find(rxc_audit *audit, const char *path, size_t file, size_t line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

static void find(rxc_audit *audit, const char *path, size_t file, size_t line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str what = arena_vprintf(audit->arena, format, args);
    va_end(args);
    Str text = arena_printf(audit->arena, "%s:%zu: %.*s", path, line, STR_ARG(what));
    *vec_push(audit->arena, &audit->findings) = (rxc_audit_finding){ file, line, text };
}

#define FIND(...) find(audit, sheet->feed->path, audit->files, sheet->feed->line, __VA_ARGS__)

/* --- header ------------------------------------------------------------------------------------------------------ */

static void check_header(rxc_audit *audit, const rxc_sheet *sheet)
{
    for (size_t i = 0; i < sheet->header.n; i++) {
        size_t c = 0;
        while (c < RXC_COLUMNS && !str_eq(sheet->header.v[i], str_from(rxc_sheet_columns[c]))) c++;
        if (c == RXC_COLUMNS) FIND("unknown column \"%.*s\"", STR_ARG(str_take(sheet->header.v[i], 40)));
        else if (sheet->at[c] != i) FIND("column %s is there twice", rxc_sheet_columns[c]);
        else if (c != i)
            FIND("column %s is not in its place: it is number %zu, not %zu", rxc_sheet_columns[c], i + 1, c + 1);
    }
    for (size_t c = 0; c < RXC_COLUMN_CODES; c++)
        if (sheet->at[c] == RXC_SHEET_WIDTH) FIND("no column %s", rxc_sheet_columns[c]);
}

/* --- fields ------------------------------------------------------------------------------------------------------ */

/* Lower-case letters and digits, single hyphens between them. */
static bool is_slug(Str s)
{
    if (!s.n || s.p[0] == '-' || str_last(s) == '-') return false;
    for (size_t i = 0; i < s.n; i++) {
        bool hyphen = s.p[i] == '-' && s.p[i - 1] != '-';
        if (!chr_lower(s.p[i]) && !chr_digit(s.p[i]) && !hyphen) return false;
    }
    return true;
}

static void check_id(rxc_audit *audit, const rxc_sheet *sheet, uint32_t concept)
{
    Str id = sheet->fields[RXC_COLUMN_ID], type = sheet->fields[RXC_COLUMN_TYPE];
    size_t colon = str_chr(id, ':');
    Str prefix = str_take(id, colon), slug = colon == STR_NONE ? (Str){ 0 } : str_drop(id, colon + 1);
    if (rxc_sheet_type(type) == RXC_PHRASE) FIND("unknown type \"%.*s\"", STR_ARG(str_take(type, 40)));
    else if (colon == STR_NONE || !str_eq(prefix, type))
        FIND("the id %.*s does not begin with its type, %.*s:", STR_ARG(str_take(id, 80)), STR_ARG(type));
    if (colon != STR_NONE && !is_slug(slug))
        FIND("the id %.*s is not made of small letters, digits and single hyphens", STR_ARG(str_take(id, 80)));
    uint32_t first = rxc_map_put(&audit->ids, audit->arena, audit->concepts.v[concept - 1].id, concept);
    const rxc_audit_place *other = &audit->concepts.v[first - 1];
    if (first != concept) FIND("the id %.*s is also in %s:%zu", STR_ARG(other->id), other->path, other->line);
    if (concept < 2) return;
    const rxc_audit_place *before = &audit->concepts.v[concept - 2];
    if (before->path == sheet->feed->path && str_cmp(before->id, audit->concepts.v[concept - 1].id) > 0)
        FIND("the row is not sorted: %.*s goes before %.*s", STR_ARG(id), STR_ARG(before->id));
}

static void claim(rxc_audit *audit, const rxc_sheet *sheet, uint32_t concept, Str key, Str wording)
{
    if (!key.n) return;
    uint32_t owner = rxc_map_put(&audit->wordings, audit->arena, key, concept);
    const rxc_audit_place *other = &audit->concepts.v[owner - 1];
    if (owner != concept)
        FIND("the wording \"%.*s\" is also that of %.*s (%s:%zu)", STR_ARG(wording), STR_ARG(other->id), other->path,
             other->line);
}

static void check_wording(rxc_audit *audit, const rxc_sheet *sheet, uint32_t concept, Str wording)
{
    rxc_wording keys = rxc_wording_of(audit->arena, wording);
    if (!keys.key.n) FIND("the wording \"%.*s\" has no word, or more than %d", STR_ARG(wording), RXC_WORDING_TOKENS);
    if (wording.n <= SHORT_MAX)
        rxc_map_put(&audit->as_written, audit->arena, arena_str(audit->arena, wording), concept);
    claim(audit, sheet, concept, keys.key, wording);
    if (!str_eq(keys.key, keys.joined)) claim(audit, sheet, concept, keys.joined, wording);
}

/* Short forms are compared as they are written. Those marked with ? stand for nothing unless a text defines them. */
static void check_short(rxc_audit *audit, const rxc_sheet *sheet, uint32_t concept, Str text)
{
    if (!str_trim(str_take(text, text.n - (str_last(text) == '?'))).n) FIND("an empty short form");
    if (str_last(text) == '?') return;
    Str own = arena_str(audit->arena, text);
    uint32_t owner = rxc_map_put(&audit->short_forms, audit->arena, own, concept);
    const rxc_audit_place *other = &audit->concepts.v[owner - 1];
    if (owner != concept)
        FIND("the short form %.*s is also that of %.*s (%s:%zu); mark the weaker one with a ?", STR_ARG(text),
             STR_ARG(other->id), other->path, other->line);
    *vec_push(audit->arena, &audit->shorts) = (rxc_audit_short){ own, concept, audit->files };
}

static void check_list(rxc_audit *audit, const rxc_sheet *sheet, uint32_t concept, rxc_column column)
{
    Str rest = sheet->fields[column], item;
    while (rest.n && str_cut(&rest, '|', &item)) {
        item = str_trim(item);
        if (!item.n) FIND("an empty item among the %s", rxc_sheet_columns[column]);
        else if (column == RXC_COLUMN_SHORT) check_short(audit, sheet, concept, item);
        else check_wording(audit, sheet, concept, item);
    }
}

/* SYSTEM:CODE without spaces. */
static void check_codes(rxc_audit *audit, const rxc_sheet *sheet)
{
    Str rest = sheet->fields[RXC_COLUMN_CODES], code;
    while (rest.n && str_cut(&rest, '|', &code)) {
        size_t colon = str_chr(code, ':');
        if (colon == STR_NONE || !colon || colon + 1 == code.n || str_chr(code, ' ') != STR_NONE)
            FIND("the code \"%.*s\" is not SYSTEM:CODE", STR_ARG(str_take(code, 80)));
    }
}

static void check_row(rxc_audit *audit, const rxc_sheet *sheet)
{
    Str id = sheet->fields[RXC_COLUMN_ID];
    if (sheet->feed->cut) {
        FIND("longer than %d bytes", RXC_FEED_LINE);
        return;
    }
    if (sheet->bad) {
        FIND("invalid UTF-8 at byte %zu", sheet->bad);
        return;
    }
    if (sheet->width != sheet->header.n) {
        FIND("%zu columns, but the header has %zu", sheet->width, sheet->header.n);
        return;
    }
    *vec_push(audit->arena, &audit->concepts) =
        (rxc_audit_place){ sheet->feed->path, sheet->feed->line, arena_str(audit->arena, id) };
    uint32_t concept = (uint32_t)audit->concepts.n;
    check_id(audit, sheet, concept);
    if (!sheet->fields[RXC_COLUMN_CLASS].n) FIND("%.*s has no class", STR_ARG(str_take(id, 80)));
    if (!sheet->fields[RXC_COLUMN_NAME].n) FIND("%.*s has no name", STR_ARG(str_take(id, 80)));
    else check_wording(audit, sheet, concept, sheet->fields[RXC_COLUMN_NAME]);
    for (rxc_column c = RXC_COLUMN_SYNONYMS; c <= RXC_COLUMN_SHORT; c++) check_list(audit, sheet, concept, c);
    check_codes(audit, sheet);
}

void rxc_audit_file(rxc_audit *audit, rxc_feed *feed)
{
    rxc_sheet whole, *sheet = &whole;
    if (!rxc_sheet_open(sheet, feed, audit->arena)) {
        find(audit, feed->path, audit->files, 1, "empty: not even a header");
    } else {
        check_header(audit, sheet);
        while (rxc_sheet_next(sheet)) check_row(audit, sheet);
    }
    audit->files++;
}

/* --- the end ----------------------------------------------------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    const rxc_audit_finding *x = a, *y = b;
    if (x->file != y->file) return x->file < y->file ? -1 : 1;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return str_cmp(x->text, y->text);
}

void rxc_audit_end(rxc_audit *audit)
{
    for (size_t i = 0; i < audit->shorts.n; i++) {
        const rxc_audit_short *s = &audit->shorts.v[i];
        uint32_t owner = rxc_map_get(&audit->as_written, s->text);
        if (!owner || owner == s->concept) continue;
        const rxc_audit_place *own = &audit->concepts.v[s->concept - 1], *other = &audit->concepts.v[owner - 1];
        find(audit, own->path, s->file, own->line, "the short form %.*s is a wording of %.*s (%s:%zu)",
             STR_ARG(s->text), STR_ARG(other->id), other->path, other->line);
    }
    if (audit->findings.n) qsort(audit->findings.v, audit->findings.n, sizeof *audit->findings.v, compare);
}
