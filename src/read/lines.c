/* lines.c: the lines of a plain text, and which of them belong together.
 * A paragraph is set in lines of one width, or stands whole on one line; both occur within one document. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/lines.h"

#include "text/utf8.h"

enum {
    SET_MAX = 160, /* bytes; a longer line is a whole paragraph */
    SET_MIN = 40,  /* bytes; lines of a narrower run are not set to a width */
    TAB = 8,
    LABEL_MAX = 3, /* digits of an item's number */
};

rxc_lines rxc_lines_of(Str source)
{
    return (rxc_lines){ source, 0,
                        str_chr(source, '\n') == STR_NONE && str_chr(source, '\r') != STR_NONE ? '\r' : '\n' };
}

/* White space before the text, and how many columns it takes; no-break spaces count. */
static size_t indent_of(Str raw, int *columns)
{
    size_t at = 0;
    *columns = 0;
    while (at < raw.n) {
        size_t next = at;
        uint32_t point = rxc_utf8_next(raw, &next);
        if (!rxc_utf8_is_space(point)) break;
        if (point == '\t') *columns += TAB - *columns % TAB;
        else if (point == ' ' || point >= 0x80) ++*columns;
        at = next;
        if (*columns > 1000) *columns = 1000;
    }
    return at;
}

bool rxc_lines_next(rxc_lines *lines, rxc_line *out)
{
    Str raw;
    if (!str_cut(&lines->rest, lines->sep, &raw)) return false;
    size_t start = indent_of(raw, &out->indent);
    out->text = str_trim(str_drop(raw, start));
    out->number = ++lines->number;
    out->column = start + 1;
    return true;
}

static bool is_full(const rxc_run *run, Str line) { return line.n * 4 >= run->width * 3; }

rxc_run rxc_lines_run(rxc_lines lines)
{
    rxc_run run = { 0 };
    rxc_lines again = lines;
    for (rxc_line line; rxc_lines_next(&lines, &line) && line.text.n; run.lines++) {
        if (line.text.n > SET_MAX) run.unset = true;
        else if (line.text.n > run.width) run.width = line.text.n;
    }
    for (rxc_line line; rxc_lines_next(&again, &line) && line.text.n;) run.full += is_full(&run, line.text);
    return run;
}

static bool is_number_text(uint32_t point)
{
    return rxc_utf8_is_digit(point) || rxc_utf8_is_dash(point) || point == ',' || point == ' ' ||
           (point >= 0x2070 && point <= 0x2079) || point == 0xB9 || point == 0xB2 || point == 0xB3;
}

bool rxc_lines_ends_sentence(Str text)
{
    size_t end = text.n, first = SIZE_MAX; /* first: behind the numbers */
    while (end > 0) {
        size_t at = end;
        uint32_t point = rxc_utf8_prev(text, &at);
        if (point == '.' || point == '!' || point == '?' || point == ':' || point == ';') return true;
        bool quote =
            point == '"' || point == '\'' || point == ')' || point == ']' || point == 0x201D || point == 0x2019;
        if (!is_number_text(point) && !quote) return false;
        if (first == SIZE_MAX) first = end;
        if (first - at > 24) return false;
        end = at;
    }
    return false;
}

size_t rxc_lines_item(Str s, Str *label)
{
    static const char *const bullets[] = { "- ", "* ", "+ ",  "• ",  "· ",  "‣ ", "◦ ", "▪ ",
                                           "– ", "— ", "o\t", "•\t", "-\t", "●",  "•",  "" };
    *label = (Str){ 0 };
    for (size_t i = 0; bullets[i][0]; i++)
        if (str_starts(s, str_from(bullets[i]))) return strlen(bullets[i]);
    size_t open = s.n && (s.p[0] == '(' || s.p[0] == '['), n = open;
    while (n < s.n && chr_digit(s.p[n])) n++;
    if (n == open || n - open > LABEL_MAX || n + 1 >= s.n) return 0;
    if (open ? s.p[n] != (s.p[0] == '(' ? ')' : ']') : s.p[n] != '.' && s.p[n] != ')') return 0;
    if (!chr_space(s.p[n + 1])) return 0;
    *label = str_sub(s, open, n);
    return n + 2;
}

bool rxc_lines_continue(const rxc_run *run, const rxc_line *line, const rxc_line *next)
{
    size_t at = 0;
    uint32_t first = rxc_utf8_next(next->text, &at);
    bool lower = rxc_utf8_is_letter(first) && !rxc_utf8_is_upper(first);
    bool stops = rxc_lines_ends_sentence(line->text);
    if (lower && !stops) return true;
    if (run->unset || run->width < SET_MIN || run->lines < 2) return str_last(line->text) == '-' && !stops;
    if (next->indent > line->indent + 1 && stops) return false; /* indented first line */
    return is_full(run, line->text) && run->full * 3 + 2 >= run->lines * 2;
}
