/* read_markdown.c: reads Markdown with inline HTML into a document, by md4c. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <md4c.h>

#include "read/builder.h"
#include "read/entity.h"
#include "read/finish.h"
#include "read/grid.h"
#include "read/head.h"
#include "read/lines.h"
#include "read/pandoc.h"
#include "read/reader.h"
#include "read/section.h"
#include "read/tag.h"
#include "text/charset.h"

enum { LISTS = 32 }; /* nested ones whose numbers are kept */

typedef struct markdown_reader {
    rxc_builder b;
    Str source;
    size_t at, line, line_start; /* the place in the source up to which lines are counted */
    struct {
        bool ordered;
        unsigned number; /* of the next item */
    } lists[LISTS];
    size_t depth;    /* of lists */
    size_t pictures; /* nested; their texts are not the document's */
    bool cells;      /* has the row a cell already? */
    bool hidden;     /* within <script> or <style> */
    bool references; /* in a list of references */
    Str anchor;      /* of a tag around the next block */
    bool cell;       /* within a cell of a drawn table: its blocks are none */
} markdown_reader;

/* --- places --------------------------------------------------------------------------------------------------- */

/* Count lines up to a piece of text, when it is one of the source; pieces come in order. */
static void find_place(markdown_reader *r, Str piece)
{
    uintptr_t base = (uintptr_t)r->source.p, here = (uintptr_t)piece.p;
    if (here < base + r->at || here >= base + r->source.n) return;
    size_t end = here - base;
    for (size_t next; r->at < end; r->at = next) {
        size_t newline = str_chr(str_sub(r->source, r->at, end), '\n');
        next = newline == STR_NONE ? end : r->at + newline + 1;
        if (newline != STR_NONE) r->line++, r->line_start = next;
    }
}

static void open_block(markdown_reader *r, rxc_block_kind kind)
{
    rxc_builder_open(&r->b, kind, 0, 0);
    if (kind != RXC_BLOCK_HEADING) r->b.block.anchor = r->anchor;
    r->anchor = (Str){ 0 };
}

static void put(markdown_reader *r, Str piece)
{
    if (piece.n == 0 || r->pictures || r->hidden || (!r->b.open && str_trim(piece).n == 0)) return;
    find_place(r, piece);
    if (!r->b.open) open_block(r, RXC_BLOCK_PARAGRAPH);
    if (r->b.block.line == 0) r->b.block.line = r->line, r->b.block.column = r->at - r->line_start + 1;
    rxc_builder_text(&r->b, piece);
}

/* --- HTML in Markdown ----------------------------------------------------------------------------------------- */

static bool is_one_of(Str name, const char *names)
{
    Str rest = str_from(names), one;
    while (str_cut(&rest, ' ', &one))
        if (str_eq_nocase(name, one)) return true;
    return false;
}

static void mark_link(markdown_reader *r, Str target)
{
    rxc_builder_mark(&r->b, RXC_MARK_LINK, arena_str(r->b.doc->arena, target));
}

static void take_inline(markdown_reader *r, const rxc_tag *tag)
{
    static const struct {
        const char *names;
        rxc_mark_kind kind;
    } marks[] = { { "sup", RXC_MARK_SUPERSCRIPT },
                  { "sub", RXC_MARK_SUBSCRIPT },
                  { "i em", RXC_MARK_ITALIC },
                  { "b strong", RXC_MARK_BOLD } };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!is_one_of(tag->name, marks[i].names)) continue;
        if (tag->closing) rxc_builder_unmark(&r->b);
        else rxc_builder_mark(&r->b, marks[i].kind, (Str){ 0 });
    }
}

static void take_tag(markdown_reader *r, const rxc_tag *tag)
{
    static const char blocks[] = "p div table thead tbody section article main ul ol dl dt dd blockquote center figure figcaption caption";
    Str id = rxc_tag_attribute(tag, S("id"));
    if (id.n == 0 && str_eq_nocase(tag->name, S("a"))) id = rxc_tag_attribute(tag, S("name"));
    if (str_eq_nocase(tag->name, S("br"))) rxc_builder_line(&r->b);
    else if (str_eq_nocase(tag->name, S("a")) && tag->closing) rxc_builder_unmark(&r->b);
    else if (str_eq_nocase(tag->name, S("a"))) mark_link(r, rxc_tag_attribute(tag, S("href")));
    else if (is_one_of(tag->name, "script style")) r->hidden = !tag->closing;
    else if (is_one_of(tag->name, "td th") && !tag->closing && r->b.started) rxc_builder_tab(&r->b);
    else if (is_one_of(tag->name, blocks) && !(r->b.open && r->b.block.kind == RXC_BLOCK_ITEM)) {
        rxc_builder_close(&r->b);
        if (!tag->closing) r->anchor = arena_str(r->b.doc->arena, id);
    } else if (str_eq_nocase(tag->name, S("tr"))) {
        rxc_builder_close(&r->b);
        if (!tag->closing) open_block(r, RXC_BLOCK_CELL);
    } else if (is_one_of(tag->name, "li") && !tag->closing) open_block(r, RXC_BLOCK_ITEM);
    else if (is_one_of(tag->name, "h1 h2 h3 h4 h5 h6") && !tag->closing)
        open_block(r, RXC_BLOCK_HEADING), r->b.block.level = tag->name.p[1] - '0';
    else take_inline(r, tag);
    if (id.n && r->b.open && r->b.block.anchor.n == 0) r->b.block.anchor = arena_str(r->b.doc->arena, id);
}

static size_t put_entity(markdown_reader *r, Str s)
{
    char bytes[4];
    size_t n, used = rxc_entity_read(s, bytes, &n);
    put(r, used ? (Str){ bytes, n } : str_take(s, 1));
    return used ? used : 1;
}

/* Raw HTML: one tag within a line, or lines of a block. */
static void put_html(markdown_reader *r, Str s)
{
    while (s.n) {
        size_t n = 0;
        while (n < s.n && s.p[n] != '<' && s.p[n] != '&') n++;
        put(r, str_take(s, n));
        s = str_drop(s, n);
        if (s.n == 0) break;
        rxc_tag tag;
        size_t used = s.p[0] == '<' ? rxc_tag_read(s, &tag) : put_entity(r, s);
        if (s.p[0] == '<' && used) take_tag(r, &tag);
        if (used == 0) put(r, str_take(s, 1)), used = 1;
        s = str_drop(s, used);
    }
}

/* --- blocks --------------------------------------------------------------------------------------------------- */

static void enter_item(markdown_reader *r)
{
    open_block(r, RXC_BLOCK_ITEM);
    r->b.block.level = (int)r->depth;
    if (r->depth == 0 || r->depth > LISTS || !r->lists[r->depth - 1].ordered) return;
    r->b.block.label = arena_printf(r->b.doc->arena, "%u", r->lists[r->depth - 1].number++);
}

static void enter_list(markdown_reader *r, bool ordered, unsigned start)
{
    rxc_builder_close(&r->b);
    if (r->depth < LISTS) {
        r->lists[r->depth].ordered = ordered;
        r->lists[r->depth].number = start;
    }
    r->depth++;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    markdown_reader *r = user;
    if (r->cell) return 0;
    switch (type) {
    case MD_BLOCK_H:
        open_block(r, RXC_BLOCK_HEADING);
        r->b.block.level = (int)((MD_BLOCK_H_DETAIL *)detail)->level;
        break;
    case MD_BLOCK_P:
        if (!r->b.open || r->b.started || r->b.block.kind != RXC_BLOCK_ITEM) open_block(r, RXC_BLOCK_PARAGRAPH);
        break;
    case MD_BLOCK_CODE: open_block(r, RXC_BLOCK_PARAGRAPH); break;
    case MD_BLOCK_UL: enter_list(r, false, 0); break;
    case MD_BLOCK_OL: enter_list(r, true, ((MD_BLOCK_OL_DETAIL *)detail)->start); break;
    case MD_BLOCK_LI: enter_item(r); break;
    case MD_BLOCK_TR:
        open_block(r, RXC_BLOCK_CELL);
        r->cells = false;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        if (r->cells) rxc_builder_tab(&r->b);
        r->cells = true;
        break;
    default: break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    markdown_reader *r = user;
    (void)detail;
    if (r->cell) return 0;
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) return 0;
    if (type == MD_BLOCK_H) r->references = rxc_section_find(rxc_builder_so_far(&r->b)) == RXC_SECTION_REFERENCES;
    while (r->b.depth) rxc_builder_unmark(&r->b); /* tags that nobody closed */
    r->hidden = false;
    rxc_builder_close(&r->b);
    if ((type == MD_BLOCK_UL || type == MD_BLOCK_OL) && r->depth) r->depth--;
    return 0;
}

/* --- text ----------------------------------------------------------------------------------------------------- */

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    markdown_reader *r = user;
    const MD_SPAN_A_DETAIL *link = detail; /* of MD_SPAN_A only */
    switch (type) {
    case MD_SPAN_EM: rxc_builder_mark(&r->b, RXC_MARK_ITALIC, (Str){ 0 }); break;
    case MD_SPAN_STRONG: rxc_builder_mark(&r->b, RXC_MARK_BOLD, (Str){ 0 }); break;
    case MD_SPAN_A: mark_link(r, (Str){ link->href.text, link->href.size }); break;
    case MD_SPAN_IMG: r->pictures++; break;
    default: break;
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    markdown_reader *r = user;
    (void)detail;
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG || type == MD_SPAN_A) rxc_builder_unmark(&r->b);
    if (type == MD_SPAN_IMG && r->pictures) r->pictures--;
    return 0;
}

/* In a list of references that is set in plain lines, a line with the next number begins the next entry. */
static void end_line(markdown_reader *r)
{
    Str rest = str_drop(r->source, r->at), label;
    size_t newline = str_chr(rest, '\n');
    if (r->references && newline != STR_NONE && r->b.block.kind == RXC_BLOCK_PARAGRAPH) {
        Str next = str_trim(str_take(str_drop(rest, newline + 1), 64));
        if (next.n && next.p[0] == '\\') next = str_drop(next, 1);
        if (rxc_lines_item(next, &label) || (next.n > 1 && next.p[0] == '[' && chr_digit(next.p[1]))) {
            open_block(r, RXC_BLOCK_PARAGRAPH);
            return;
        }
    }
    rxc_builder_line(&r->b);
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *user)
{
    markdown_reader *r = user;
    Str piece = { p, n };
    switch (type) {
    case MD_TEXT_NULLCHAR: break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: end_line(r); break;
    case MD_TEXT_ENTITY: put_entity(r, piece); break;
    case MD_TEXT_HTML: put_html(r, piece); break;
    default: put(r, piece); break;
    }
    return 0;
}

/* --- parts of the source --------------------------------------------------------------------------------------- */

static const MD_PARSER parser = { .flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
                                  .enter_block = enter_block,
                                  .leave_block = leave_block,
                                  .enter_span = enter_span,
                                  .leave_span = leave_span,
                                  .text = take_text };

static bool parse(markdown_reader *r, Str part)
{
    return part.n == 0 || md_parse(part.p, (MD_SIZE)part.n, &parser, r) == 0;
}

/* A table that is drawn with dashes, at line `line`. */
static bool parse_grid(markdown_reader *r, const rxc_grid *grid, size_t line)
{
    rxc_grid_row row;
    rxc_grid_place place = { 0 };
    while (rxc_grid_next(r->b.doc->arena, r->source, grid, &place, &row)) {
        rxc_builder_open(&r->b, RXC_BLOCK_CELL, line + row.line - grid->line, 1);
        r->cell = true;
        for (size_t k = 0; k < grid->columns; k++) {
            if (k) rxc_builder_tab(&r->b);
            /* md4c looks at the byte behind a text, which may be of the next cell: it gets a copy that ends with a NUL */
            if (!parse(r, arena_str(r->b.doc->arena, row.cells[k]))) return false;
        }
        while (r->b.depth) rxc_builder_unmark(&r->b);
        r->cell = false;
        rxc_builder_close(&r->b);
    }
    return true;
}

static bool parse_all(markdown_reader *r, size_t at)
{
    rxc_grid grid;
    for (; rxc_grid_find(r->source, at, &grid); at = grid.e) {
        if (!parse(r, str_sub(r->source, at, grid.b))) return false;
        find_place(r, str_sub(r->source, grid.b, grid.e));
        if (!parse_grid(r, &grid, r->line)) return false;
    }
    return parse(r, str_drop(r->source, at));
}

static bool has_anchors(const rxc_doc *doc)
{
    for (size_t i = 0; i < doc->blocks.n; i++)
        if (doc->blocks.v[i].anchor.n) return true;
    return false;
}

/* Converters to Markdown keep the links of a page but lose the places they lead to. A link on words ("Wu et al., 2022")
 * that leads nowhere is no link; a number may still be one of the list. */
static void drop_dead_links(rxc_doc *doc)
{
    size_t kept = 0;
    if (has_anchors(doc)) return;
    for (size_t i = 0; i < doc->marks.n; i++) {
        rxc_mark mark = doc->marks.v[i];
        Str text = rxc_span_of(doc->text, mark.span);
        bool words = false;
        for (size_t k = 0; k < text.n && k < 8; k++) words = words || chr_alpha(text.p[k]);
        if (mark.kind != RXC_MARK_LINK || !str_starts(mark.target, S("#")) || !words) doc->marks.v[kept++] = mark;
    }
    doc->marks.n = kept;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    markdown_reader r = { .line = 1 };
    rxc_builder_init(&r.b, doc);
    r.b.pages = true;
    r.source = r.b.join.source = rxc_pandoc_plain(doc->arena, rxc_charset_decode(doc->arena, source, &doc->diags));
    (void)limits;
    if (r.source.n > UINT32_MAX / 2)
        return rxc_err_set(err, RXC_LIMIT, "%.*s: is too large for Markdown", STR_ARG(doc->name));
    size_t head = rxc_head_find(r.source);
    rxc_head_read(doc, str_take(r.source, head));
    bool parsed = parse_all(&r, head);
    rxc_builder_finish(&r.b);
    if (!parsed) return rxc_err_set(err, RXC_INPUT, "%.*s: the Markdown parser gave up", STR_ARG(doc->name));
    drop_dead_links(doc);
    rxc_finish(doc);
    return RXC_OK;
}

/* --- recognise ------------------------------------------------------------------------------------------------ */

static int line_evidence(Str line)
{
    size_t n = 0;
    while (n < line.n && line.p[n] == '#') n++;
    if (n >= 1 && n <= 6 && n < line.n && line.p[n] == ' ') return 30;
    if (str_starts(line, S("```")) || str_starts(line, S("|--")) || str_starts(line, S("| --")) ||
        str_starts(line, S("|:-")))
        return 20;
    if (str_starts(line, S("::: {")) || str_starts(line, S("::: "))) return 15;
    return str_starts(line, S("> ")) ? 5 : 0;
}

static int count_of(Str head, Str what, int most)
{
    int count = 0;
    for (size_t at; count < most && (at = str_find(head, what)) != STR_NONE; count++)
        head = str_drop(head, at + what.n);
    return count;
}

/* "**word**", not the asterisks of significance. */
static int count_bold(Str head, int most)
{
    int count = 0;
    for (size_t at, end; count < most && (at = str_find(head, S("**"))) != STR_NONE; head = str_drop(head, end)) {
        Str rest = str_drop(head, at + 2);
        end = at + 2;
        if (rest.n == 0 || !chr_alnum(rest.p[0])) continue;
        size_t close = str_find(str_take(rest, 200), S("**"));
        bool closed =
            close != STR_NONE && !chr_space(rest.p[close - 1]) && str_chr(str_take(rest, close), '\n') == STR_NONE;
        if (closed) count++, end += close + 2;
    }
    return count;
}

/* HTML or XML as a whole. */
static bool is_page(Str s)
{
    static const char *const starts[] = { "<?xml", "<!doctype", "<html", "<head", "<body", "<article" };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts_nocase(s, str_from(starts[i]))) return true;
    return s.p[0] == '<' && (str_find_nocase(s, S("<body")) != STR_NONE || str_find_nocase(s, S("<html")) != STR_NONE);
}

static int sniff(Str head)
{
    Str s = str_trim(head);
    if (s.n == 0 || s.p[0] == '{' || is_page(s)) return 0;
    int sure = rxc_head_find(s) ? 20 : 0;
    Str rest = head, line;
    while (sure < 60 && str_cut(&rest, '\n', &line)) sure += line_evidence(line);
    sure += 10 * count_of(head, S("</sup>"), 2) + 8 * count_bold(head, 2) + 10 * count_of(head, S("]("), 2) +
            10 * count_of(head, S("]{."), 2) + 10 * count_of(head, S("]{#"), 2);
    if (s.p[0] == '<') return sure >= 50 ? 85 : 0; /* it begins with a tag, yet has headings and links of Markdown */
    return sure > 70 ? 70 : sure;
}

const rxc_reader rxc_reader_markdown = {
    .name = "markdown",
    .help = "Markdown, also with HTML in it",
    .extensions = "md markdown mkd",
    .sniff = sniff,
    .read = read,
};
