/* grid.c: tables that are drawn with dashes.
 *
 *       Drug        Cases          -----------------------
 *       ----------- -------        Drug        Cases
 *       dupilumab   3              ----------- -----------
 *       adalimumab  12             dupilumab   3 in two
 *                                              years
 *
 *                                  adalimumab  12
 *                                  -----------------------
 *
 * The line of dashes with gaps tells where columns begin. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/grid.h"

#include "text/utf8.h"

enum {
    INDENT = 2,       /* columns before the dashes, at least */
    HEADER_LINES = 30,
    DASHES = 2,       /* of a column, at least */
};

typedef enum rule { NO_RULE, WHOLE, GAPPED } rule;

/* The line that begins at byte b; *e is behind its newline. */
static Str line_at(Str source, size_t b, size_t *e)
{
    size_t newline = str_chr(str_drop(source, b), '\n');
    *e = newline == STR_NONE ? source.n : b + newline + 1;
    Str line = str_sub(source, b, newline == STR_NONE ? source.n : b + newline);
    if (str_last(line) == '\r') line.n--;
    return line;
}

static bool is_blank(Str line) { return str_trim(line).n == 0; }

/* Is it a line of dashes? grid (or NULL) gets the columns. */
static rule rule_of(Str line, rxc_grid *grid)
{
    size_t at = 0, runs = 0;
    while (at < line.n && line.p[at] == ' ') at++;
    if (at < INDENT || at == line.n) return NO_RULE;
    while (at < line.n) {
        size_t b = at;
        while (at < line.n && line.p[at] == '-') at++;
        if (at - b < DASHES || runs >= RXC_GRID_COLUMNS) return NO_RULE;
        if (grid) grid->starts[runs] = b;
        runs++;
        while (at < line.n && line.p[at] == ' ') at++;
    }
    if (grid) grid->columns = runs;
    return runs > 1 ? GAPPED : line.n - INDENT > DASHES ? WHOLE : NO_RULE;
}

/* Does the line go on with a table: blank, or as far right as its dashes? */
static bool belongs(Str line) { return is_blank(line) || str_starts(line, S("  ")); }

/* A ruled table whose rows begin at byte `at`: where it ends. False without a rule at its end. */
static bool find_end(Str source, size_t at, rxc_grid *out)
{
    for (size_t e; at < source.n; at = e) {
        Str line = line_at(source, at, &e);
        if (!belongs(line)) return false;
        if (rule_of(line, NULL) == NO_RULE) continue;
        out->e = e;
        return true;
    }
    return false;
}

/* "------" at b: a header of some lines, a line with gaps, rows. */
static bool read_ruled(Str source, size_t after, rxc_grid *out)
{
    size_t e, at = after;
    for (int i = 0; i < HEADER_LINES && at < source.n; i++, at = e) {
        Str line = line_at(source, at, &e);
        rule r = rule_of(line, out);
        if (r == WHOLE || !belongs(line)) return false;
        if (r == GAPPED) return i > 0 && find_end(source, e, out);
    }
    return false;
}

/* A line with gaps first: the line before it is the header, or there is none and dashes end the table. */
static bool read_gapped(Str source, size_t b, size_t before, size_t after, rxc_grid *out)
{
    size_t e;
    Str header = before < b ? line_at(source, before, &e) : (Str){ 0 };
    if (is_blank(header)) {
        if (!find_end(source, after, out)) return false;
        out->ruled = str_find(str_sub(source, after, out->e), S("\n\n")) != STR_NONE; /* else each line is a row */
        return true;
    }
    if (!str_starts(header, S("  "))) return false;
    out->b = before;
    out->line--;
    out->ruled = false;
    size_t at = after;
    for (; at < source.n; at = e) {
        Str line = line_at(source, at, &e);
        if (is_blank(line) || !belongs(line)) break;
    }
    out->e = at;
    return at > after;
}

bool rxc_grid_find(Str source, size_t from, rxc_grid *out)
{
    size_t before = from, line = 0;
    for (size_t b = from, e; b < source.n; before = b, b = e, line++) {
        Str text = line_at(source, b, &e);
        if (!str_starts(text, S("  "))) continue;
        *out = (rxc_grid){ .b = b, .line = line, .ruled = true };
        rule r = rule_of(text, out);
        if (r == WHOLE && read_ruled(source, e, out)) return true;
        if (r == GAPPED && read_gapped(source, b, before, e, out)) return true;
    }
    return false;
}

/* --- rows ----------------------------------------------------------------------------------------------------- */

static void add_piece(Arena *arena, Str *cell, Str piece)
{
    piece = str_trim(piece);
    if (piece.n == 0) return;
    *cell = cell->n ? arena_printf(arena, "%.*s %.*s", STR_ARG(*cell), STR_ARG(piece)) : piece;
}

/* Cut a line at the columns. */
static void add_line(Arena *arena, const rxc_grid *grid, Str line, rxc_grid_row *row)
{
    size_t at = 0, column = 0, b = 0;
    for (size_t k = 0; k < grid->columns; k++) {
        size_t end = k + 1 < grid->columns ? grid->starts[k + 1] : SIZE_MAX;
        while (at < line.n && column < end) {
            rxc_utf8_next(line, &at);
            column++;
        }
        add_piece(arena, &row->cells[k], str_sub(line, b, at));
        b = at;
    }
}

bool rxc_grid_next(Arena *arena, Str source, const rxc_grid *grid, rxc_grid_place *place, rxc_grid_row *row)
{
    bool any = false;
    *row = (rxc_grid_row){ 0 };
    if (place->at == 0) *place = (rxc_grid_place){ grid->b, grid->line };
    for (size_t e; place->at < grid->e; place->at = e, place->line++) {
        Str line = line_at(source, place->at, &e);
        bool ends = is_blank(line) || rule_of(line, NULL) != NO_RULE;
        if (any && (ends || !grid->ruled)) break;
        if (ends) continue;
        if (!any) row->line = place->line;
        any = true;
        add_line(arena, grid, line, row);
    }
    return any;
}
