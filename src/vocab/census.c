/* census.c: how much of what a vocabulary holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/census.h"

#include <stdlib.h>

#include "vocab/sheet.h"

static size_t items(Str list)
{
    size_t n = 0;
    Str item;
    while (list.n && str_cut(&list, '|', &item)) n += item.n > 0;
    return n;
}

static rxc_census_row *row_of(rxc_census *out, rxc_map *rows, Arena *arena, const Str *fields)
{
    Str key = arena_printf(arena, "%.*s\t%.*s", STR_ARG(fields[RXC_COLUMN_TYPE]), STR_ARG(fields[RXC_COLUMN_CLASS]));
    uint32_t number = rxc_map_put(rows, arena, key, (uint32_t)out->n + 1);
    if (number <= out->n) return &out->v[number - 1];
    *vec_push(arena, out) = (rxc_census_row){ .type = arena_str(arena, fields[RXC_COLUMN_TYPE]),
                                              .group = arena_str(arena, fields[RXC_COLUMN_CLASS]) };
    return &out->v[out->n - 1];
}

static int compare(const void *a, const void *b)
{
    const rxc_census_row *x = a, *y = b;
    int order = str_cmp(x->type, y->type);
    return order ? order : str_cmp(x->group, y->group);
}

rxc_status rxc_census_file(rxc_feed *feed, Arena *arena, rxc_census *out, rxc_err *err)
{
    rxc_sheet sheet;
    rxc_map rows = { 0 };
    *out = (rxc_census){ 0 };
    if (!rxc_sheet_starts(rxc_feed_peek(feed)) || !rxc_sheet_open(&sheet, feed, arena))
        return rxc_err_set(err, RXC_DATA, "%s:1: not a vocabulary: its header does not begin with id, type, name",
                           feed->path);
    while (rxc_sheet_next(&sheet)) {
        if (sheet.width != sheet.header.n) continue;
        rxc_census_row *row = row_of(out, &rows, arena, sheet.fields);
        row->concepts++;
        row->names += 1 + items(sheet.fields[RXC_COLUMN_SYNONYMS]) + items(sheet.fields[RXC_COLUMN_BRANDS]);
        row->shorts += items(sheet.fields[RXC_COLUMN_SHORT]);
        row->codes += items(sheet.fields[RXC_COLUMN_CODES]);
    }
    if (out->n) qsort(out->v, out->n, sizeof *out->v, compare);
    return RXC_OK;
}
