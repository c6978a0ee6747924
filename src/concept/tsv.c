/* tsv.c: reads tables of tab-separated values, row by row, with line-numbered errors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "concept/tsv.h"

#include "base/file.h"
#include "text/utf8.h"

enum { TSV_MAX = 256 << 20 }; /* bytes of a table */

static Str next_line(rxc_tsv *tsv)
{
    Str line = { 0 };
    str_cut(&tsv->rest, '\n', &line);
    tsv->line++;
    if (str_last(line) == '\r') line.n--;
    return line;
}

/* Is the line the header, or the header with the extra column behind it? */
static bool fits(Str line, Str header, Str extra)
{
    if (str_eq(line, header)) return true;
    Str more = str_starts(line, header) ? str_drop(line, header.n) : (Str){ 0 };
    return extra.n && more.n && more.p[0] == '\t' && str_eq(str_drop(more, 1), extra);
}

rxc_status rxc_tsv_open(rxc_tsv *tsv, const char *path, Str header, Arena *arena, rxc_err *err)
{
    return rxc_tsv_open_extra(tsv, path, header, (Str){ 0 }, arena, err);
}

rxc_status rxc_tsv_open_extra(rxc_tsv *tsv, const char *path, Str header, Str extra, Arena *arena, rxc_err *err)
{
    *tsv = (rxc_tsv){ .path = path, .columns = 1 };
    rxc_err why = { 0 };
    if (rxc_file_read(path, TSV_MAX, arena, &tsv->rest, &why)) return rxc_err_set(err, RXC_DATA, "%s", why.text);
    if (str_starts(tsv->rest, S("\xEF\xBB\xBF"))) tsv->rest = str_drop(tsv->rest, 3);
    Str line = next_line(tsv);
    for (size_t i = 0; i < line.n; i++) tsv->columns += line.p[i] == '\t';
    if (!fits(line, header, extra)) return rxc_tsv_refuse(tsv, err, "the header is not", header);
    return RXC_OK;
}

rxc_status rxc_tsv_next(rxc_tsv *tsv, Str fields[RXC_TSV_COLUMNS], bool *more, rxc_err *err)
{
    Str line = { 0 };
    *more = false;
    do {
        if (!tsv->rest.n) return RXC_OK;
        line = next_line(tsv);
    } while (!str_trim(line).n || line.p[0] == '#');
    size_t n = 0, bad;
    Str rest = line, field;
    if (!rxc_utf8_valid(line, &bad)) return rxc_tsv_refuse(tsv, err, "invalid UTF-8 behind", str_take(line, bad));
    while (n < tsv->columns && str_cut(&rest, '\t', &field)) fields[n++] = str_trim(field);
    if (n != tsv->columns || rest.p) return rxc_tsv_refuse(tsv, err, "not as many columns as the header", line);
    while (n < RXC_TSV_COLUMNS) fields[n++] = (Str){ 0 };
    *more = true;
    return RXC_OK;
}

rxc_status rxc_tsv_refuse(const rxc_tsv *tsv, rxc_err *err, const char *reason, Str what)
{
    Str some = str_take(what, 80);
    return rxc_err_set(err, RXC_DATA, "%s:%zu: %s: %.*s", tsv->path, tsv->line, reason, STR_ARG(some));
}
