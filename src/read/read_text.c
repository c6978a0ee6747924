/* read_text.c: reads plain text into a document. Within a list of references every line is a block of its own, with its
 * indent: numbered ones are items with their label, others paragraphs; joining them is the business of layer refs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/builder.h"
#include "read/finish.h"
#include "read/grid.h"
#include "read/lines.h"
#include "read/byline.h"
#include "read/reader.h"
#include "read/section.h"
#include "text/charset.h"

enum {
    HEADING_MAX = 80, /* bytes of a heading */
    LABEL_STEP = 20,  /* numbers that may be missing between two entries */
};

typedef struct text_reader {
    rxc_builder *b;
    rxc_run run;     /* that holds the line */
    rxc_line before; /* the line before this one; number 0: none, or a blank one stands between */
    size_t blank;    /* lines since the last text */
    bool references; /* in a list of references */
    size_t number;   /* of its last entry */
    size_t pages;    /* numbers of pages that were dropped */
} text_reader;

static bool is_capitals(Str s)
{
    size_t upper = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (chr_lower(s.p[i]) || (unsigned char)s.p[i] >= 0x80) return false;
        upper += chr_upper(s.p[i]);
    }
    return upper >= 4 && upper * 2 > s.n;
}

/* A line of its own that heads a section: one whose words are known, or in capitals.
 * alone  nothing stands on the lines before and behind it
 * first  nothing stands on the line before it, or the end of a sentence */
static bool is_heading(Str s, bool alone, bool first)
{
    if (!first) return false;
    if (s.n > HEADING_MAX || rxc_section_run_in(s) != RXC_SECTION_NONE) {
        if (s.n > HEADING_MAX || rxc_section_find(s) == RXC_SECTION_NONE) return false;
    }
    Str bare = rxc_section_bare(s);
    char last = str_last(s);
    bool stops = last == '.' || last == ',' || last == ';' || last == '?' || last == '!';
    rxc_section section = rxc_section_find(s);
    if (stops || bare.n == 0 || chr_lower(bare.p[0])) return false;
    if (section != RXC_SECTION_NONE) return alone || is_capitals(bare) || bare.n < 40;
    return alone && is_capitals(bare);
}

/* Text in which "^(2,3)" is a superscript and "_(2)" a subscript. */
static void put_text(text_reader *r, Str s)
{
    enum { RAISED_MAX = 60 }; /* bytes */
    for (size_t at = 0; at + 2 < s.n;) {
        size_t open = str_find(str_drop(s, at), S("("));
        if (open == STR_NONE) break;
        at += open;
        char sign = at ? s.p[at - 1] : '\0';
        size_t close = str_chr(str_sub(s, at, at + RAISED_MAX < s.n ? at + RAISED_MAX : s.n), ')');
        if ((sign != '^' && sign != '_') || close == STR_NONE) {
            at++;
            continue;
        }
        rxc_builder_text(r->b, str_take(s, at - 1));
        rxc_builder_mark(r->b, sign == '^' ? RXC_MARK_SUPERSCRIPT : RXC_MARK_SUBSCRIPT, (Str){ 0 });
        rxc_builder_text(r->b, str_sub(s, at + 1, at + close));
        rxc_builder_unmark(r->b);
        s = str_drop(s, at + close + 1);
        at = 0;
    }
    rxc_builder_text(r->b, s);
}

static void put_line(text_reader *r, rxc_block_kind kind, const rxc_line *line, Str text, Str label)
{
    rxc_builder_open(r->b, kind, line->number, line->column);
    r->b->block.indent = line->indent;
    r->b->block.label = label;
    if (kind == RXC_BLOCK_HEADING || kind == RXC_BLOCK_ITEM) r->b->block.level = 1;
    put_text(r, text);
}

/* In a list of references: the number must go on from the last one, else the line is the rest of an entry. */
static void read_entry_line(text_reader *r, const rxc_line *line)
{
    Str label;
    size_t skip = rxc_lines_item(line->text, &label), number = 0;
    if (label.n && str_to_size(label, &number) && (number <= r->number || number > r->number + LABEL_STEP)) {
        bool again = number == 1 && r->number == 0;
        if (!again) skip = 0;
    }
    if (skip && label.n) r->number = number;
    put_line(r, skip ? RXC_BLOCK_ITEM : RXC_BLOCK_PARAGRAPH, line, str_drop(line->text, skip),
             skip ? label : (Str){ 0 });
}

static void read_prose_line(text_reader *r, const rxc_line *line)
{
    Str label;
    size_t skip = rxc_lines_item(line->text, &label);
    bool goes_on = r->before.number && r->b->open && r->b->block.kind != RXC_BLOCK_HEADING;
    if (skip && label.n && goes_on && r->b->block.kind == RXC_BLOCK_PARAGRAPH &&
        !rxc_lines_ends_sentence(r->before.text))
        skip = 0;
    bool item = goes_on && r->b->block.kind == RXC_BLOCK_ITEM;
    bool after_authors = goes_on && rxc_byline_count(r->before.text) >= 2;
    bool authors = rxc_byline_count(line->text) >= 2 && !after_authors;
    bool more = rxc_lines_continue(&r->run, &r->before, line) || (after_authors && str_last(r->before.text) == ',');
    if (goes_on && !skip && !authors && !(item && line->indent <= r->b->block.indent && r->run.unset) && more) {
        rxc_builder_line(r->b);
        put_text(r, line->text);
        return;
    }
    put_line(r, skip ? RXC_BLOCK_ITEM : RXC_BLOCK_PARAGRAPH, line, str_drop(line->text, skip), label);
}

/* The number of a page, alone between blank lines: "12", "- 12 -", "Page 3 of 10". */
static bool is_page_number(Str s)
{
    static const char *const words[] = { "page", "of", "p.", "-", "–", "/", "|" };
    size_t digits = 0;
    if (s.n > 20) return false;
    while (s.n) {
        size_t before = s.n;
        for (; s.n && chr_digit(s.p[0]); s = str_drop(s, 1)) digits++;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (str_starts_nocase(s, str_from(words[i]))) s = str_drop(s, strlen(words[i]));
        s = str_trim(s);
        if (s.n == before) return false;
    }
    return digits >= 1 && digits <= 8;
}

static void read_line(text_reader *r, const rxc_line *line)
{
    bool alone = r->run.lines == 1;
    if (alone && is_page_number(line->text)) {
        r->pages++;
        return;
    }
    bool first =
        r->before.number == 0 || r->b->block.kind == RXC_BLOCK_HEADING || rxc_lines_ends_sentence(r->before.text);
    if (is_heading(line->text, alone, first)) {
        put_line(r, RXC_BLOCK_HEADING, line, line->text, (Str){ 0 });
        r->references = rxc_section_find(line->text) == RXC_SECTION_REFERENCES;
        r->number = 0;
    } else {
        if (r->references && r->blank && rxc_section_run_in(line->text) == RXC_SECTION_BACK) r->references = false;
        if (r->references) read_entry_line(r, line);
        else read_prose_line(r, line);
    }
    r->b->pages = !r->references;
}

/* The rows of a table that is drawn with dashes. */
static void read_grid(text_reader *r, const rxc_grid *grid, size_t line)
{
    rxc_grid_row row;
    rxc_grid_place place = { 0 };
    while (rxc_grid_next(r->b->doc->arena, r->b->join.source, grid, &place, &row)) {
        rxc_builder_open(r->b, RXC_BLOCK_CELL, line + row.line - grid->line, 1);
        for (size_t k = 0; k < grid->columns; k++) {
            if (k) rxc_builder_tab(r->b);
            put_text(r, row.cells[k]);
        }
        rxc_builder_close(r->b);
    }
    r->before.number = 0;
}

/* The lines of a part of the source, of which the first has number `line` + 1. Gives the number of the last. */
static size_t read_lines(text_reader *r, Str part, size_t line)
{
    rxc_lines lines = rxc_lines_of(part);
    lines.number = line;
    rxc_lines here = lines;
    for (rxc_line one; lines.rest.n && rxc_lines_next(&lines, &one); here = lines) {
        if (one.text.n == 0) {
            r->before.number = 0;
            r->blank++;
            continue;
        }
        if (r->before.number == 0) r->run = rxc_lines_run(here);
        read_line(r, &one);
        r->before = one;
        r->blank = 0;
    }
    return lines.number;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    (void)limits, (void)err;
    rxc_builder b;
    rxc_builder_init(&b, doc);
    text_reader r = { .b = &b };
    Str text = b.join.source = rxc_charset_decode(doc->arena, source, &doc->diags);
    rxc_grid grid;
    size_t at = 0, line = 0;
    for (; rxc_grid_find(text, at, &grid); at = grid.e) {
        line = read_lines(&r, str_sub(text, at, grid.b), line);
        read_grid(&r, &grid, line + 1);
        for (size_t i = grid.b; i < grid.e; i++) line += text.p[i] == '\n';
    }
    read_lines(&r, str_drop(text, at), line);
    rxc_builder_finish(&b);
    if (r.pages)
        rxc_diag_add(doc->arena, &doc->diags, RXC_NOTE, "text.page-number", 0, 0,
                     "%zu lines with the number of a page were dropped", r.pages);
    rxc_finish(doc);
    return RXC_OK;
}

/* Does it begin with two tags, one within the other? */
static bool begins_nested(Str s)
{
    size_t end = str_chr(s, '>');
    if (s.n < 2 || s.p[0] != '<' || !chr_alpha(s.p[1]) || end == STR_NONE || s.p[end - 1] == '/') return false;
    Str rest = str_trim(str_drop(s, end + 1));
    return rest.n > 1 && rest.p[0] == '<' && chr_alpha(rest.p[1]);
}

/* Anything that is text may be plain text. XML has readers of its own, or none. */
static int sniff(Str head)
{
    Str s = str_trim(head);
    return str_starts(s, S("<?xml")) || str_starts(s, S("<!DOCTYPE")) || begins_nested(s) ? 0 : 10;
}

const rxc_reader rxc_reader_text = {
    .name = "text",
    .help = "plain text, in lines or in paragraphs",
    .extensions = "txt text asc",
    .sniff = sniff,
    .read = read,
};
