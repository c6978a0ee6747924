/* svg_filter.c: a pass over the lines of an SVG file that Graphviz wrote. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/svg_filter.h"

#include "export/cgraph_bridge.h"

/* Text that always becomes another. */
static const struct {
    Str from, to;
} swaps[] = {
    { STR_INIT(RXC_AMP_CHARACTER), STR_INIT("&amp;") },
    { STR_INIT("&#45;"), STR_INIT("-") },
    { STR_INIT("font-family=\"Helvetica,sans-Serif\""), STR_INIT("font-family=\"Helvetica,Arial,sans-serif\"") },
};

/* Add a line with all swaps made. */
static void add_swapped(Buf *out, Str line)
{
    size_t i = 0;
    while (i < line.n) {
        Str rest = str_drop(line, i);
        size_t k = 0;
        while (k < sizeof swaps / sizeof *swaps && !str_starts(rest, swaps[k].from)) k++;
        if (k < sizeof swaps / sizeof *swaps) {
            buf_add(out, swaps[k].to);
            i += swaps[k].from.n;
        } else {
            buf_char(out, line.p[i++]);
        }
    }
}

/* The value of xlink:title in a line, or an empty view. */
static Str tooltip_of(Str line)
{
    size_t at = str_find(line, S("xlink:title=\""));
    if (at == STR_NONE) return (Str){ 0 };
    Str rest = str_drop(line, at + 13), value;
    str_cut(&rest, '"', &value);
    return value;
}

/* The tooltip stands at most two lines below the title of its group. */
static Str tooltip_below(Str rest)
{
    Str line;
    for (int i = 0; i < 2 && str_cut(&rest, '\n', &line); i++) {
        Str tip = tooltip_of(line);
        if (tip.n) return tip;
    }
    return (Str){ 0 };
}

static void add_title(Buf *out, Str line, Str rest, bool whole, Str title)
{
    Str tip = whole ? title : tooltip_below(rest);
    size_t from = str_find(line, S("<title>")), to = str_find(line, S("</title>"));
    if (tip.n == 0 && to != STR_NONE) tip = str_sub(line, from + 7, to);
    buf_add(out, str_take(line, from));
    buf_add(out, S("<title>"));
    add_swapped(out, tip);
    buf_add(out, S("</title>\n"));
}

/* Comments, XML declaration and document type are dropped; they may span lines. */
static bool cut_markup(Str *svg, Str begin, Str end)
{
    if (!str_starts(*svg, begin)) return false;
    size_t at = str_find(*svg, end);
    *svg = at == STR_NONE ? (Str){ 0 } : str_drop(*svg, at + end.n);
    if (svg->n && svg->p[0] == '\n') *svg = str_drop(*svg, 1);
    return true;
}

void rxc_svg_filter(Buf *out, Str svg, Str title)
{
    Str line;
    bool whole = true; /* the first title is the picture's */
    while (svg.n) {
        if (cut_markup(&svg, S("<!--"), S("-->")) || cut_markup(&svg, S("<!DOCTYPE"), S(">")) ||
            cut_markup(&svg, S("<?xml"), S("?>")))
            continue;
        str_cut(&svg, '\n', &line);
        if (str_starts(line, S("<svg "))) {
            buf_add(out, S("<svg role=\"img\" "));
            add_swapped(out, str_drop(line, 5));
            buf_char(out, '\n');
        } else if (str_find(line, S("<title>")) != STR_NONE) {
            add_title(out, line, svg, whole, title);
            whole = false;
        } else {
            add_swapped(out, line);
            buf_char(out, '\n');
        }
    }
}
