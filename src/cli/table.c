/* table.c: rows for people, in columns cut to the terminal, or for programs, as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fileno */
#include "cli/command.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/jsonw.h"

enum { GAP = 2, COLUMN_MAX = 60, WIDTH_DEFAULT = 120 }; /* characters */

void rxc_table_add(Arena *arena, rxc_table *table, Str cell) { *vec_push(arena, &table->cells) = cell; }

/* Characters, not bytes. */
static size_t width_of(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

static Str cut_to(Str s, size_t width)
{
    size_t n = 0, i = 0;
    for (; i < s.n; i++) {
        if (((unsigned char)s.p[i] & 0xC0) == 0x80) continue;
        if (n == width) break;
        n++;
    }
    return str_take(s, i);
}

static bool is_number(const char *name) { return name[0] == '#'; }
static const char *plain(const char *name) { return is_number(name) ? name + 1 : name; }

/* Piped output is never cut; on a terminal the last column takes what is left of the line. */
static size_t line_width(FILE *out)
{
    struct winsize size;
    if (!isatty(fileno(out))) return SIZE_MAX;
    return ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : WIDTH_DEFAULT;
}

static void print_cell(FILE *out, Str text, size_t width, bool right, bool last)
{
    Str shown = text;
    bool cut = width_of(text) > width;
    if (cut) shown = cut_to(text, width ? width - 1 : 0);
    size_t used = width_of(shown) + cut;
    if (right) fprintf(out, "%*s", (int)(width - used), "");
    for (size_t i = 0; i < shown.n; i++) fputc(chr_space(shown.p[i]) ? ' ' : shown.p[i], out);
    if (cut) fputs("…", out);
    if (!right && !last) fprintf(out, "%*s", (int)(width - used), "");
    if (!last) fprintf(out, "%*s", GAP, "");
}

static void print_text(const rxc_table *table, FILE *out)
{
    Arena arena = { 0 };
    size_t *widths = arena_array(&arena, size_t, table->width), rows = table->cells.n / table->width;
    size_t room = line_width(out), used = 0;
    bool free_width = room == SIZE_MAX;
    for (size_t c = 0; c < table->width; c++) {
        widths[c] = strlen(plain(table->names[c]));
        for (size_t r = 0; r < rows; r++) {
            size_t w = width_of(table->cells.v[r * table->width + c]);
            if (w > COLUMN_MAX && !free_width && c + 1 < table->width) w = COLUMN_MAX;
            if (w > widths[c]) widths[c] = w;
        }
        if (c + 1 == table->width && !free_width) widths[c] = room > used + 10 ? room - used : 10;
        used += widths[c] + GAP;
    }
    for (size_t r = 0; r <= rows; r++) {
        for (size_t c = 0; c < table->width; c++) {
            Str cell = r ? table->cells.v[(r - 1) * table->width + c] : str_from(plain(table->names[c]));
            print_cell(out, cell, widths[c], is_number(table->names[c]), c + 1 == table->width);
        }
        fputc('\n', out);
    }
    arena_clear(&arena);
}

static void print_json(const rxc_table *table, FILE *out)
{
    Buf buf = { 0 };
    Jsonw writer = { .out = &buf }, *w = &writer;
    jsonw_array(w);
    for (size_t i = 0; i < table->cells.n; i++) {
        size_t column = i % table->width;
        const char *name = table->names[column];
        double number;
        if (column == 0) {
            if (buf.n > 1 << 16) fwrite(buf.p, 1, buf.n, out), buf_reset(&buf);
            jsonw_object(w);
        }
        jsonw_key(w, plain(name));
        if (!is_number(name)) jsonw_str(w, table->cells.v[i]);
        else if (str_to_double(table->cells.v[i], &number)) jsonw_num(w, number, 15);
        else jsonw_null(w);
        if (column + 1 == table->width) jsonw_end_object(w);
    }
    jsonw_end_array(w);
    buf_char(&buf, '\n');
    fwrite(buf.p, 1, buf.n, out);
    buf_clear(&buf);
}

rxc_status rxc_table_print(const rxc_table *table, bool json, FILE *out)
{
    if (json) print_json(table, out);
    else if (table->cells.n) print_text(table, out);
    return table->cells.n ? RXC_OK : RXC_NOTHING;
}
