/* table.c: rows of a database's export with a header of column names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/table.h"

enum {
    ROW_MAX = 64 << 20,  /* bytes after which a quote counts as never closed */
    BRACKET_MAX = 2000,  /* bytes after which a bracket does */
    CELL_MAX = 32767,    /* letters of a spreadsheet's cell */
    HEADER_MAX = 1 << 20, /* bytes of a header in which separators are counted */
};

static bool ends_cell(Str s, size_t at, char separator)
{
    return at >= s.n || s.p[at] == separator || s.p[at] == '\n' || s.p[at] == '\r';
}

/* Behind the quote that closes the cell which begins at s.p[at]; s.n where none does. *doubled: quotes are to be taken out. */
static size_t close_quote(Str s, size_t at, char separator, bool *torn, bool *doubled)
{
    const char *p = s.p + at + 1, *end = s.p + s.n;
    for (; p < end && (p = memchr(p, '"', (size_t)(end - p))) != NULL; p++) {
        size_t next = (size_t)(p - s.p) + 1;
        if (next < s.n && s.p[next] == '"') *doubled = true, p++;
        else if (ends_cell(s, next, separator)) return next;
    }
    *torn = true;
    return s.n;
}

/* The end of the cell at `at`. */
static size_t cell_end(Str s, size_t at, char separator, bool *torn, bool *doubled)
{
    if (at < s.n && s.p[at] == '"') {
        Str within = s;
        if (separator == '\t') /* a line is a row */
            for (within.n = at; within.n < s.n && s.p[within.n] != '\n' && s.p[within.n] != '\r';) within.n++;
        bool open = false;
        size_t end = close_quote(within, at, separator, &open, doubled);
        if (!open || separator != '\t') {
            *torn |= open;
            return end;
        }
    }
    while (!ends_cell(s, at, separator)) at++;
    return at;
}

static size_t line_end(Str s, size_t at)
{
    if (at >= s.n) return 0;
    return s.p[at] == '\r' && at + 1 < s.n && s.p[at + 1] == '\n' ? 2 : 1;
}

/* The row that s begins with: bytes without the end of its line. */
static size_t measure(Str s, char separator, bool *torn)
{
    bool doubled;
    for (size_t at = 0;; at++) {
        at = cell_end(s, at, separator, torn, &doubled);
        if (at >= s.n || s.p[at] != separator) return at;
    }
}

static bool is_blank(Str row)
{
    for (size_t i = 0; i < row.n; i++)
        if ((unsigned char)row.p[i] > ' ') return false;
    return true;
}

/* --- cells ---------------------------------------------------------------------------------------------------------- */

/* What stands within quotes, doubled ones taken out. */
static Str undouble(Arena *arena, Str within)
{
    char *out = arena_alloc(arena, within.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < within.n; i++) {
        out[n++] = within.p[i];
        if (within.p[i] == '"' && i + 1 < within.n && within.p[i + 1] == '"') i++;
    }
    return str_trim((Str){ out, n });
}

static Str unquote(Arena *arena, Str cell, bool doubled)
{
    bool quoted = cell.n >= 2 && cell.p[0] == '"' && str_last(cell) == '"';
    if (!quoted) return str_trim(cell.n && cell.p[0] == '"' ? str_drop(cell, 1) : cell);
    cell = str_sub(cell, 1, cell.n - 1);
    return doubled ? undouble(arena, cell) : str_trim(cell);
}

static void pass(rxc_table *t, size_t n)
{
    n += line_end(t->rest, n);
    for (size_t i = 0; i < n; i++) t->next_line += t->rest.p[i] == '\n';
    t->rest = str_drop(t->rest, n);
}

/* The character that stands between the names of the header s begins with: a comma, a semicolon (where commas are decimal
 * signs) or a tab. */
static char separator_of(Str s)
{
    static const char choice[] = { ',', ';', '\t' };
    size_t count[sizeof choice] = { 0 }, best = 0;
    bool quoted = false;
    for (size_t at = 0; at < s.n && at < HEADER_MAX && (quoted || (s.p[at] != '\n' && s.p[at] != '\r')); at++) {
        if (s.p[at] == '"') quoted = !quoted;
        for (size_t i = 0; i < sizeof choice && !quoted; i++) count[i] += s.p[at] == choice[i];
    }
    for (size_t i = 1; i < sizeof choice; i++)
        if (count[i] > count[best]) best = i;
    return choice[best];
}

/* "sep=;", which tells Excel what separates. */
static bool is_remark(Str row) { return row.n <= 6 && str_starts_nocase(row, S("sep=")); }

static void cut_cells(rxc_table *t, Str row)
{
    t->cells.n = 0;
    for (size_t at = 0, end;; at = end + 1) {
        bool doubled = false, torn = false;
        end = cell_end(row, at, t->separator, &torn, &doubled);
        *vec_push(t->arena, &t->cells) = unquote(t->arena, str_sub(row, at, end), doubled);
        if (end >= row.n) return;
    }
}

/* Where a cell that lacks its closing quote ends, `"one,"two"`; STR_NONE. */
static size_t seam_of(Str cell, char separator)
{
    if (!cell.n || cell.p[0] != '"') return STR_NONE;
    for (size_t at = 1; at + 3 < cell.n; at++)
        if (cell.p[at] == separator && cell.p[at + 1] == '"' && cell.p[at + 2] != '"') return at;
    return STR_NONE;
}

/* Two cells became one for each closing quote that is missing: where so many are short, and so many have a seam, cut them. */
static void mend_cells(rxc_table *t, Str row)
{
    size_t seams = 0;
    for (size_t at = 0, end; at <= row.n; at = end + 1) {
        bool torn = false, doubled = false;
        end = cell_end(row, at, t->separator, &torn, &doubled);
        seams += seam_of(str_sub(row, at, end), t->separator) != STR_NONE;
    }
    if (!seams || t->cells.n + seams != t->names.n) return;
    t->cells.n = 0;
    for (size_t at = 0, end; at <= row.n; at = end + 1) {
        bool torn = false, doubled = false;
        end = cell_end(row, at, t->separator, &torn, &doubled);
        Str cell = str_sub(row, at, end);
        size_t seam = seam_of(cell, t->separator);
        *vec_push(t->arena, &t->cells) = seam == STR_NONE ? unquote(t->arena, cell, doubled) : undouble(t->arena, str_sub(cell, 1, seam));
        if (seam != STR_NONE) *vec_push(t->arena, &t->cells) = unquote(t->arena, str_drop(cell, seam + 1), true);
    }
    t->mended = seams;
}

bool rxc_table_next(rxc_table *t)
{
    size_t n;
    for (;;) {
        if (!t->rest.n) return false;
        t->torn = false;
        n = measure(t->rest, t->separator, &t->torn);
        if (!is_blank(str_take(t->rest, n))) break;
        pass(t, n);
    }
    t->line = t->next_line;
    cut_cells(t, str_take(t->rest, n));
    t->mended = 0;
    if (t->cells.n < t->names.n) mend_cells(t, str_take(t->rest, n));
    pass(t, n);
    return true;
}

bool rxc_table_open(rxc_table *t, Arena *arena, Str source)
{
    *t = (rxc_table){ .arena = arena, .rest = source, .next_line = 1 };
    do {
        t->separator = separator_of(str_trim(t->rest));
        if (!rxc_table_next(t)) return false;
    } while (t->cells.n <= 2 && is_remark(t->cells.v[0]));
    t->names.v = t->cells.v, t->names.n = t->cells.n, t->names.cap = t->cells.cap;
    t->cells.v = NULL, t->cells.n = t->cells.cap = 0;
    return true;
}

static Str cell_of(const rxc_table *t, Str name)
{
    for (size_t i = 0; i < t->names.n && i < t->cells.n; i++)
        if (t->cells.v[i].n && str_eq_nocase(t->names.v[i], name)) return t->cells.v[i];
    return (Str){ 0 };
}

Str rxc_table_cell(const rxc_table *t, const char *names)
{
    Str rest = str_from(names), name, cell;
    while (str_cut(&rest, '|', &name))
        if ((cell = cell_of(t, name)).n) return cell;
    return (Str){ 0 };
}

/* Where the bracket at s.p[at] is closed; at itself where it is not. */
static size_t close_bracket(rxc_table_list *list, size_t at)
{
    Str s = list->rest, within = str_sub(s, at, at + BRACKET_MAX);
    if (list->barren && s.p + at < list->barren) return at;
    size_t n = str_chr(within, ']');
    if (n == STR_NONE) list->barren = within.p + within.n;
    return n == STR_NONE ? at : at + n;
}

bool rxc_table_part(rxc_table_list *list, Str *part)
{
    Str s = list->rest;
    size_t at = 0;
    if (!s.n) return false;
    for (; at < s.n; at++) {
        if (list->separator == ';' && s.p[at] == '[') at = close_bracket(list, at);
        else if (s.p[at] == list->separator && (list->separator != ';' || at + 1 == s.n || s.p[at + 1] == ' ')) break;
    }
    *part = str_trim(str_take(s, at));
    list->rest = str_drop(s, at + 1);
    return true;
}

/* Does it hold as much as a cell of a spreadsheet can, 32,767 units of UTF-16? What was behind them is lost. */
static bool is_full(Str cell)
{
    size_t units = 0;
    for (size_t i = 0; cell.n >= CELL_MAX && i < cell.n; i++) units += ((unsigned char)cell.p[i] & 0xC0) != 0x80 ? 1u + ((unsigned char)cell.p[i] >= 0xF0) : 0;
    return units == CELL_MAX;
}

void rxc_table_check(const rxc_table *t, rxc_diags *diags)
{
    if (t->torn)
        rxc_diag_add(t->arena, diags, RXC_WARNING, "csv.torn", t->line, 0, "the row ends within quotes: the last field may hold more than one");
    else if (t->mended)
        rxc_diag_add(t->arena, diags, RXC_WARNING, "csv.quote", t->line, 0, "a closing quote is missing in %zu fields, which are ended before the next one", t->mended);
    else if (t->cells.n != t->names.n)
        rxc_diag_add(t->arena, diags, RXC_WARNING, "csv.columns", t->line, 0, "the row has %zu fields, but the header %zu", t->cells.n, t->names.n);
    for (size_t i = 0; i < t->cells.n && i < t->names.n; i++)
        if (is_full(t->cells.v[i]))
            rxc_diag_add(t->arena, diags, RXC_WARNING, "csv.cut", t->line, 0, "the field %.*s has %d letters, the most that a spreadsheet keeps: its end may be missing",
                         STR_ARG(str_take(t->names.v[i], 60)), CELL_MAX);
}

/* --- rows of a file ------------------------------------------------------------------------------------------------- */

bool rxc_table_has(Str head, const char *names)
{
    Arena scratch = { 0 };
    rxc_table t;
    Str rest = str_from(names), name;
    bool all = rxc_table_open(&t, &scratch, head);
    while (all && str_cut(&rest, '|', &name)) {
        size_t i = 0;
        while (i < t.names.n && !str_eq_nocase(t.names.v[i], name)) i++;
        all = i < t.names.n;
    }
    arena_clear(&scratch);
    return all;
}

static Str copy_line(Arena *arena, Str row)
{
    char *out = arena_alloc(arena, row.n + 1);
    if (row.n) memcpy(out, row.p, row.n);
    out[row.n] = '\n';
    return (Str){ out, row.n + 1 };
}

static Str take_cell(Str *row, char separator)
{
    bool torn = false, doubled = false;
    size_t end = cell_end(*row, 0, separator, &torn, &doubled);
    Str cell = str_take(*row, end);
    *row = str_drop(*row, end + 1);
    if (cell.n > 1 && cell.p[0] == '"' && str_last(cell) == '"') cell = str_sub(cell, 1, cell.n - 1);
    return str_trim(cell);
}

/* Does the row begin with the first two names of the header? It then is the header of another file that was put behind. */
static bool is_header(Str row, Str lead, char separator)
{
    for (int i = 0; i < 2; i++) {
        Str cell = take_cell(&row, separator);
        if (!cell.n || !str_eq_nocase(cell, take_cell(&lead, separator))) return false;
    }
    return true;
}

/* The row becomes the header of those behind it. */
static void take_header(rxc_table_cutter *state, Arena *arena, Str row, char separator)
{
    if (state->lead.n && str_eq(row, str_take(state->lead, state->lead.n - 1))) return;
    *state = (rxc_table_cutter){ copy_line(arena, row), separator };
}

rxc_cut_result rxc_table_cut(rxc_table_cutter *state, Arena *arena, bool (*skip)(Str row), Str window, bool end, rxc_cut *out)
{
    rxc_table_cutter kept = *state;
    Str header = { 0 };
    for (size_t at = 0, next; at < window.n; at = next) {
        bool torn = false, begun = kept.lead.n || header.n;
        if (str_starts(str_drop(window, at), S("\xEF\xBB\xBF"))) at += 3; /* of another file */
        Str rest = str_drop(window, at), row;
        if (!begun) kept.separator = separator_of(rest);
        size_t n = measure(rest, kept.separator, &torn), used = n + line_end(rest, n);
        bool open = !end && (n == rest.n || (rest.p[n] == '\r' && used == rest.n));
        if (open && rest.n < ROW_MAX) return RXC_CUT_MORE;
        row = str_take(rest, n);
        next = at + used;
        if (is_blank(row) || is_remark(row) || (skip && skip(row))) continue;
        if (!begun || is_header(row, header.n ? header : kept.lead, kept.separator)) {
            header = row;
            continue;
        }
        if (header.n) take_header(state, arena, header, kept.separator);
        *out = (rxc_cut){ .b = at, .e = next, .used = next, .lead = state->lead };
        if (open) out->problem = S("a row of more than 64 MB: a quote that is not closed? What it spans is lost");
        return RXC_CUT_ENTRY;
    }
    return end ? RXC_CUT_END : RXC_CUT_MORE;
}
