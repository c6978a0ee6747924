/* csv.c: records of comma-separated values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocab/csv.h"

static char separator_of(Str line)
{
    static const char candidates[] = ",;\t";
    size_t most = 0;
    char best = ',';
    for (size_t k = 0; k + 1 < sizeof candidates; k++) {
        size_t count = 0;
        for (size_t i = 0; i < line.n; i++) count += line.p[i] == candidates[k];
        if (count > most) most = count, best = candidates[k];
    }
    return best;
}

static size_t quotes_of(Str line)
{
    size_t count = 0;
    for (size_t i = 0; i < line.n; i++) count += line.p[i] == '"';
    return count;
}

/* The lines of one record: as long as a quote is open, the next line belongs to it. */
static bool read_record(rxc_csv *csv)
{
    Str line;
    size_t lines = 0, quotes = 0;
    buf_reset(&csv->raw);
    while (rxc_import_line(csv->import, csv->feed, &line)) {
        if (!lines) csv->line = csv->feed->line;
        if (lines++) buf_char(&csv->raw, '\n');
        buf_add(&csv->raw, line);
        quotes += quotes_of(line);
        if (quotes % 2 == 0) return true;
        if (lines < RXC_CSV_LINES && !csv->raw.full) continue;
        rxc_import_fault(csv->import, csv->feed, csv->line, "a quote is not closed; %zu lines are passed over", lines);
        lines = quotes = 0;
        buf_reset(&csv->raw);
    }
    if (lines)
        rxc_import_fault(csv->import, csv->feed, csv->line, "a quote is not closed; %zu lines are passed over", lines);
    return false;
}

static Str finish_field(const rxc_csv *csv, size_t b) { return str_sub(buf_str(&csv->text), b, csv->text.n); }

/* Unquote into text. The raw record is not longer than the line limit, so text never moves once it has its room. */
static void cut_fields(rxc_csv *csv)
{
    Str raw = buf_str(&csv->raw);
    size_t begin = 0;
    bool quoted = false;
    csv->n = 0;
    buf_reset(&csv->text);
    for (size_t i = 0; i < raw.n; i++) buf_char(&csv->text, ' '); /* room */
    buf_reset(&csv->text);
    for (size_t i = 0; i <= raw.n; i++) {
        bool end = i == raw.n || (!quoted && raw.p[i] == csv->separator);
        if (end) {
            if (csv->n < RXC_CSV_COLUMNS) csv->fields[csv->n] = str_trim(finish_field(csv, begin));
            csv->n++;
            begin = csv->text.n;
        } else if (raw.p[i] != '"') {
            buf_char(&csv->text, raw.p[i]);
        } else if (quoted && i + 1 < raw.n && raw.p[i + 1] == '"') {
            buf_char(&csv->text, raw.p[i++]);
        } else {
            quoted = !quoted;
        }
    }
}

void rxc_csv_close(rxc_csv *csv)
{
    buf_clear(&csv->raw);
    buf_clear(&csv->text);
}

bool rxc_csv_open(rxc_csv *csv, rxc_import *import, rxc_feed *feed)
{
    *csv = (rxc_csv){ .import = import, .feed = feed, .raw = { .max = RXC_FEED_LINE } };
    if (!read_record(csv)) {
        rxc_csv_close(csv);
        return false;
    }
    csv->separator = separator_of(buf_str(&csv->raw));
    cut_fields(csv);
    csv->header = csv->n;
    return true;
}

bool rxc_csv_next(rxc_csv *csv)
{
    while (read_record(csv)) {
        if (!str_trim(buf_str(&csv->raw)).n) continue;
        csv->import->seen++;
        cut_fields(csv);
        if (csv->n == csv->header) return true;
        rxc_import_fault(csv->import, csv->feed, csv->line, "%zu fields, but the header has %zu", csv->n, csv->header);
    }
    return false;
}

size_t rxc_csv_column(const rxc_csv *csv, Str name)
{
    for (size_t i = 0; i < csv->n && i < RXC_CSV_COLUMNS; i++)
        if (str_eq_nocase(csv->fields[i], name)) return i;
    return RXC_CSV_COLUMNS;
}

Str rxc_csv_field(const rxc_csv *csv, size_t column)
{
    return column < csv->n && column < RXC_CSV_COLUMNS ? csv->fields[column] : (Str){ 0 };
}

bool rxc_csv_head_has(Str head, Str name)
{
    Str line, field;
    if (!str_cut(&head, '\n', &line)) return false;
    char separator = separator_of(line);
    while (str_cut(&line, separator, &field)) {
        field = str_trim(field);
        if (field.n > 1 && field.p[0] == '"' && str_last(field) == '"') field = str_sub(field, 1, field.n - 1);
        if (str_eq_nocase(field, name)) return true;
    }
    return false;
}
