/* xlsx.c: the sheets of an Excel workbook as tables of text.
 *
 *     xl/workbook.xml             names of the sheets ─┐ by the ids of
 *     xl/_rels/workbook.xml.rels  ids ─► parts ────────┘
 *     xl/worksheets/sheet1.xml    rows of cells: <c r="B7" t="s" s="3"><v>12</v></c>
 *     xl/sharedStrings.xml        texts, which cells of type "s" name by their place
 *     xl/styles.xml               formats, which show that a number is a date
 *
 * Parts are pulled through, and never stand in memory as trees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/xlsx.h"

#include <stdlib.h>

#include "base/buf.h"
#include "read/unzip.h"
#include "read/xml.h"

enum {
    COLUMNS_MAX = 16384,
    ROWS_MAX = 1048576,
    SHEETS_MAX = 1000,
    NUMBER_MAX = 40,        /* bytes of a number */
    DAYS_MAX = 2958466,     /* 31 December 9999 */
    DAYS_1904 = 1462,       /* of workbooks that count from 1904 */
    FORMATS_OWN = 164,      /* first number of a format that the workbook itself defines */
    DATES_MAX = 200,        /* such formats that show dates; more are not known */
};

typedef struct Sheet {
    Str name, id;
} Sheet;

typedef struct Relation {
    Str id, target;
} Relation;

typedef struct Book {
    Arena *arena; /* of what lasts */
    Arena scratch;
    rxc_unzip_parts parts;
    const char *damaged; /* the part that is */
    VEC(Sheet) sheets;
    VEC(Relation) relations;
    VEC(Str) strings;
    VEC(size_t) own_dates; /* formats of the workbook that show dates */
    VEC(bool) is_date;   /* by style of a cell */
    bool in_cell_styles, from_1904;
    Buf csv;
} Book;

/* --- elements of a part --------------------------------------------------------------------------------------------- */

typedef struct Pull {
    rxc_xml_pull *reader;
    Str name;  /* of the element, without prefix */
    bool ends; /* it is left, not entered; an empty one is only entered */
    bool empty;
    bool in_text, phonetic;
    Buf text;  /* of <v> and <t> since the last reset */
} Pull;

/* The next element; texts are taken on the way. False at the end, *damaged when that is not the part's. */
static bool next(Pull *p, bool *damaged)
{
    Str text;
    for (rxc_xml_event event; (event = rxc_xml_pull_next(p->reader, &p->name, &text)) != RXC_XML_END;) {
        *damaged = event == RXC_XML_FAULT;
        if (*damaged) return false;
        if (event == RXC_XML_TEXT) {
            if (p->in_text && !p->phonetic) buf_add(&p->text, text);
            continue;
        }
        p->ends = event == RXC_XML_LEAVE;
        p->empty = event == RXC_XML_EMPTY;
        bool enters = event == RXC_XML_ENTER;
        if (str_eq(p->name, S("v")) || str_eq(p->name, S("t"))) p->in_text = enters;
        else if (str_eq(p->name, S("rPh"))) p->phonetic = enters; /* how it is pronounced */
        return true;
    }
    return false;
}

static Str attribute(Book *book, const Pull *p, const char *name) { return rxc_xml_pull_attribute(&book->scratch, p->reader, name); }

static bool enters(const Pull *p, const char *name) { return !p->ends && str_eq(p->name, str_from(name)); }

/* Go through a part; it need not be there. */
static void read_part(Book *book, const char *name, void (*take)(Book *book, Pull *p))
{
    rxc_unzip_part *part = rxc_unzip_find(&book->parts, str_from(name));
    Pull p = { 0 };
    bool damaged = false;
    if (!part) return;
    p.reader = rxc_xml_pull_open(part->bytes);
    while (next(&p, &damaged)) take(book, &p);
    if (damaged) book->damaged = name;
    rxc_xml_pull_close(p.reader);
    buf_clear(&p.text);
}

/* --- what the parts say ------------------------------------------------------------------------------------------------- */

static void take_sheet(Book *book, Pull *p)
{
    if (enters(p, "workbookPr")) {
        Str since = attribute(book, p, "date1904");
        book->from_1904 = str_eq(since, S("1")) || str_eq(since, S("true"));
    }
    if (enters(p, "sheet")) *vec_push(&book->scratch, &book->sheets) = (Sheet){ attribute(book, p, "name"), attribute(book, p, "id") };
}

static void take_relation(Book *book, Pull *p)
{
    if (enters(p, "Relationship")) *vec_push(&book->scratch, &book->relations) = (Relation){ attribute(book, p, "Id"), attribute(book, p, "Target") };
}

static void take_string(Book *book, Pull *p)
{
    if (!str_eq(p->name, S("si"))) return;
    if (p->ends || p->empty) *vec_push(&book->scratch, &book->strings) = arena_str(&book->scratch, buf_str(&p->text));
    buf_reset(&p->text);
}

/* "yyyy\-mm\-dd;@" holds years or days outside of quotes and brackets. */
static bool shows_date(Str code)
{
    char quote = 0;
    for (size_t i = 0; i < code.n; i++) {
        char c = chr_to_lower(code.p[i]);
        if (quote) quote = c == quote ? 0 : quote;
        else if (c == '"') quote = '"';
        else if (c == '[') quote = ']';
        else if (c == '\\') i++;
        else if (c == 'y' || c == 'd') return true;
    }
    return false;
}

static bool is_date_format(const Book *book, size_t number)
{
    if ((number >= 14 && number <= 17) || number == 22) return true;
    for (size_t i = 0; i < book->own_dates.n; i++)
        if (book->own_dates.v[i] == number) return true;
    return false;
}

static void take_style(Book *book, Pull *p)
{
    size_t number = 0;
    bool own = enters(p, "numFmt") && book->own_dates.n < DATES_MAX && str_to_size(attribute(book, p, "numFmtId"), &number) && number >= FORMATS_OWN;
    if (own && shows_date(attribute(book, p, "formatCode"))) *vec_push(&book->scratch, &book->own_dates) = number;
    if (str_eq(p->name, S("cellXfs"))) book->in_cell_styles = enters(p, "cellXfs") && !p->empty;
    if (enters(p, "xf") && book->in_cell_styles)
        *vec_push(&book->scratch, &book->is_date) = str_to_size(attribute(book, p, "numFmtId"), &number) && is_date_format(book, number);
}

/* --- cells ------------------------------------------------------------------------------------------------------------- */

/* "AB12" -> 27, from 0; COLUMNS_MAX when it is none. */
static size_t column_of(Str place)
{
    size_t column = 0, i = 0;
    for (; i < place.n && i < 4 && chr_upper(place.p[i]); i++) column = column * 26 + (size_t)(place.p[i] - 'A') + 1;
    return column && column <= COLUMNS_MAX ? column - 1 : COLUMNS_MAX;
}

/* Days since 30 December 1899 -> "2019-05-31". Source  Hinnant, chrono-compatible low-level date algorithms */
static Str date_of(Arena *arena, size_t days)
{
    size_t z = days + 693899, era = z / 146097, day_of_era = z % 146097; /* from 1 March of year 0 */
    size_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    size_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100), shifted = (5 * day_of_year + 2) / 153;
    size_t day = day_of_year - (153 * shifted + 2) / 5 + 1, month = shifted < 10 ? shifted + 3 : shifted - 9;
    return arena_printf(arena, "%04zu-%02zu-%02zu", year_of_era + era * 400 + (month <= 2), month, day);
}

/* "2.0110000000000001" -> "2.011", "3.1693077E7" -> "31693077", and dates. */
static Str number_of(Book *book, Str text, size_t style)
{
    char copy[NUMBER_MAX + 1], *end;
    size_t n = 0;
    for (; n < text.n && n < NUMBER_MAX; n++) copy[n] = text.p[n];
    copy[n] = '\0';
    double value = strtod(copy, &end);
    bool plain = str_chr(text, '.') == STR_NONE && str_chr(text, 'E') == STR_NONE && str_chr(text, 'e') == STR_NONE;
    if (text.n > NUMBER_MAX || end != copy + n) return text;
    double days = value + (book->from_1904 ? DAYS_1904 : 0);
    if (style < book->is_date.n && book->is_date.v[style] && days >= 61 && days < DAYS_MAX) return date_of(&book->scratch, (size_t)days);
    return plain ? text : arena_printf(&book->scratch, "%.15g", value);
}

static Str value_of(Book *book, Str type, Str style, Str text)
{
    size_t number = 0, format = SIZE_MAX;
    if (str_eq(type, S("s"))) return str_to_size(str_trim(text), &number) && number < book->strings.n ? book->strings.v[number] : (Str){ 0 };
    if (str_eq(type, S("b"))) return str_eq(str_trim(text), S("1")) ? S("TRUE") : S("FALSE");
    if (str_eq(type, S("e"))) return (Str){ 0 };
    if (type.n && !str_eq(type, S("n"))) return text; /* "str", "inlineStr", "d" */
    if (!str_to_size(style, &format)) format = SIZE_MAX;
    return number_of(book, str_trim(text), format);
}

/* A line is a row: breaks within a cell become spaces. */
static void put_cell(Buf *csv, Str value)
{
    bool quoted = false;
    for (size_t i = 0; i < value.n && !quoted; i++) quoted = strchr(",;\t\"\n\r", value.p[i]) != NULL;
    if (!quoted) {
        buf_add(csv, value);
        return;
    }
    buf_char(csv, '"');
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        if (c == '_' && str_starts(str_drop(value, i), S("_x000D_"))) { /* how a return is written */
            i += 6;
            continue;
        }
        if (c == '"') buf_char(csv, c);
        buf_char(csv, c == '\n' || c == '\r' ? ' ' : c);
    }
    buf_char(csv, '"');
}

/* --- sheets ------------------------------------------------------------------------------------------------------------ */

typedef struct Cells {
    size_t row, column; /* of the next cell, from 0 */
    size_t line, written; /* of the CSV: row, and columns of it */
    Str type, style;
    bool any;
} Cells;

static void put(Book *book, Cells *at, Str value)
{
    for (; at->line < at->row && !book->csv.full; at->line++, at->written = 0) buf_char(&book->csv, '\n');
    for (; at->written < at->column && !book->csv.full; at->written++) buf_char(&book->csv, ',');
    put_cell(&book->csv, value);
    at->any = true;
}

static void enter_row(Book *book, const Pull *p, Cells *at)
{
    size_t row = 0;
    if (str_to_size(attribute(book, p, "r"), &row) && row > at->row && row <= ROWS_MAX) at->row = row - 1;
    at->column = 0;
}

static void enter_cell(Book *book, Pull *p, Cells *at)
{
    size_t column = column_of(attribute(book, p, "r"));
    if (column < COLUMNS_MAX && column >= at->column) at->column = column;
    at->type = attribute(book, p, "t");
    at->style = attribute(book, p, "s");
    buf_reset(&p->text);
}

static void leave_cell(Book *book, const Pull *p, Cells *at)
{
    Str value = str_trim(value_of(book, at->type, at->style, buf_str(&p->text)));
    if (value.n && at->column < COLUMNS_MAX) put(book, at, value);
    at->column++;
}

static void read_sheet(Book *book, const rxc_unzip_part *part, Str name, rxc_xlsx_sheets *out)
{
    Pull p = { .reader = rxc_xml_pull_open(part->bytes) };
    Cells at = { 0 };
    bool damaged = false;
    Arena lasting = book->scratch;
    book->scratch = (Arena){ 0 }; /* of one row */
    size_t begin = book->csv.n; /* all sheets stand in it, one behind the other */
    while (!book->csv.full && next(&p, &damaged)) {
        if (enters(&p, "row")) enter_row(book, &p, &at);
        if (enters(&p, "c")) enter_cell(book, &p, &at);
        if (str_eq(p.name, S("c")) && (p.ends || p.empty)) leave_cell(book, &p, &at);
        if (!str_eq(p.name, S("row")) || (!p.ends && !p.empty)) continue;
        at.row++;
        arena_clear(&book->scratch);
    }
    arena_clear(&book->scratch);
    book->scratch = lasting;
    if (damaged) book->damaged = "a sheet";
    rxc_xml_pull_close(p.reader);
    buf_clear(&p.text);
    if (at.any) buf_char(&book->csv, '\n');
    if (at.any) *vec_push(book->arena, out) = (rxc_xlsx_sheet){ arena_str(book->arena, name), arena_str(book->arena, str_drop(buf_str(&book->csv), begin)) };
}

/* The part of a sheet; NULL when it is not there. */
static const rxc_unzip_part *part_of(Book *book, Str id)
{
    for (size_t i = 0; i < book->relations.n; i++)
        if (str_eq(book->relations.v[i].id, id))
            return rxc_unzip_find(&book->parts, rxc_unzip_path(&book->scratch, S("xl/workbook.xml"), book->relations.v[i].target));
    return NULL;
}

static bool is_sheet(Str name) { return str_starts(name, S("xl/worksheets/")) && str_ends(name, S(".xml")) && str_chr(str_drop(name, 14), '/') == STR_NONE; }

static bool wanted(Str name)
{
    static const char *const parts[] = { "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml" };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_eq(name, str_from(parts[i]))) return true;
    return is_sheet(name);
}

/* Bytes that all sheets together may be written out as. */
static size_t most_of(Str zip, const rxc_read_limits *limits)
{
    size_t most = zip.n > SIZE_MAX / RXC_UNZIP_RATIO ? SIZE_MAX : zip.n * RXC_UNZIP_RATIO;
    if (most < RXC_UNZIP_FREE) most = RXC_UNZIP_FREE;
    return most < limits->max_bytes ? most : limits->max_bytes;
}

static void read_sheets(Book *book, size_t most, rxc_xlsx_sheets *out)
{
    size_t known = 0;
    book->csv.max = most;
    for (size_t i = 0; i < book->sheets.n; i++) {
        const rxc_unzip_part *part = part_of(book, book->sheets.v[i].id);
        if (part) read_sheet(book, part, book->sheets.v[i].name, out), known++;
    }
    for (size_t i = 0; !known && i < book->parts.list.n && i < SHEETS_MAX; i++) /* a workbook that lists none */
        if (is_sheet(book->parts.list.v[i].name)) read_sheet(book, &book->parts.list.v[i], book->parts.list.v[i].name, out);
}

/* --- all of it --------------------------------------------------------------------------------------------------------- */

bool rxc_xlsx_is(Str head)
{
    size_t at = 0;
    Str name;
    while (rxc_unzip_peek(head, &at, &name))
        if (str_eq(name, S("xl/workbook.xml")) || is_sheet(name)) return true;
    return false;
}

static rxc_status read_book(Book *book, Str zip, rxc_doc *doc, const rxc_read_limits *limits, rxc_xlsx_sheets *out, rxc_err *err)
{
    RXC_TRY(rxc_unzip_read(zip, wanted, limits, doc, &book->parts, err));
    if (doc->diags.n) return rxc_err_set(err, RXC_INPUT, "%.*s: %.*s", STR_ARG(doc->name), STR_ARG(doc->diags.v[0].text));
    read_part(book, "xl/workbook.xml", take_sheet);
    read_part(book, "xl/_rels/workbook.xml.rels", take_relation);
    read_part(book, "xl/sharedStrings.xml", take_string);
    read_part(book, "xl/styles.xml", take_style);
    if (book->sheets.n > SHEETS_MAX) return rxc_err_set(err, RXC_LIMIT, "%.*s: has more than %d sheets", STR_ARG(doc->name), SHEETS_MAX);
    read_sheets(book, most_of(zip, limits), out);
    if (book->csv.full) return rxc_err_set(err, RXC_LIMIT, "%.*s: its cells hold more than the limit of %zu bytes", STR_ARG(doc->name), most_of(zip, limits));
    if (book->damaged) return rxc_err_set(err, RXC_INPUT, "%.*s: is damaged: %s cannot be read", STR_ARG(doc->name), book->damaged);
    if (out->n == 0) return rxc_err_set(err, RXC_INPUT, "%.*s: the workbook is empty", STR_ARG(doc->name));
    return RXC_OK;
}

rxc_status rxc_xlsx_read(Str zip, Str name, const rxc_read_limits *limits, Arena *arena, rxc_xlsx_sheets *out, rxc_err *err)
{
    Book book = { .arena = arena };
    rxc_doc *doc = arena_new(arena, rxc_doc);
    doc->arena = arena;
    doc->name = name;
    rxc_status status = read_book(&book, zip, doc, limits, out, err);
    rxc_unzip_clear(&book.parts);
    arena_clear(&book.scratch);
    buf_clear(&book.csv);
    return status;
}
