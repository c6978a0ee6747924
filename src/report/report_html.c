/* report_html.c: the report as one self-contained HTML page: no scripts, nothing from elsewhere, the diagram inline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"
#include "report/content.h"
#include "report/html_style.h"

extern const rxc_report rxc_report_html;

static void add_run(Buf *out, const rxc_run *run)
{
    static const char *const tags[] = { NULL, "strong", "span class=\"quiet\"", "code" };
    static const char *const ends[] = { NULL, "strong", "span", "code" };
    if (run->url.n) buf_add(out, S("<a href=\"")), escape_xml(out, run->url), buf_add(out, S("\">"));
    if (tags[run->look]) buf_printf(out, "<%s>", tags[run->look]);
    escape_xml(out, run->text);
    if (ends[run->look]) buf_printf(out, "</%s>", ends[run->look]);
    if (run->url.n) buf_add(out, S("</a>"));
}

static void add_runs(Buf *out, const rxc_runs *runs, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < runs->n; i++) add_run(out, &runs->v[i]);
}

static void add_row(Buf *out, const rxc_page_block *table, const rxc_row *row, const char *cell, const char *scope)
{
    buf_add(out, S("<tr>"));
    for (size_t i = 0; i < table->head.n; i++) {
        buf_printf(out, "<%s%s%s>", cell, scope, table->numeric & 1u << i ? " class=\"number\"" : "");
        if (i < row->n) add_runs(out, &row->v[i], 0, row->v[i].n);
        buf_printf(out, "</%s>", cell);
    }
    buf_add(out, S("</tr>\n"));
}

static void add_table(Buf *out, const rxc_page_block *table)
{
    buf_add(out, S("<div class=\"wide\"><table>\n<caption>"));
    add_runs(out, &table->runs, 0, table->runs.n);
    buf_add(out, S("</caption>\n<thead>\n"));
    add_row(out, table, &table->head, "th", " scope=\"col\"");
    buf_add(out, S("</thead>\n<tbody>\n"));
    for (size_t i = 0; i < table->rows.n; i++) add_row(out, table, &table->rows.v[i], "td", "");
    buf_add(out, S("</tbody>\n</table></div>\n"));
}

static void add_heading(Buf *out, const rxc_page_block *block)
{
    buf_printf(out, "<h%d", block->level);
    if (block->id) buf_printf(out, " id=\"%s\"", block->id);
    buf_char(out, '>');
    add_runs(out, &block->runs, 0, block->runs.n);
    buf_printf(out, "</h%d>\n", block->level);
}

static void add_quote(Buf *out, const rxc_page_block *block)
{
    buf_add(out, S("<figure class=\"quote\"><blockquote>“"));
    add_runs(out, &block->runs, 0, block->source);
    buf_add(out, S("”</blockquote><figcaption>"));
    add_runs(out, &block->runs, block->source, block->runs.n);
    buf_add(out, S("</figcaption></figure>\n"));
}

/* The picture's element as it is: it comes from this program, its texts are escaped. */
static void add_diagram(Buf *out, Str svg)
{
    size_t at = str_find(svg, S("<svg"));
    if (at == STR_NONE) {
        buf_add(out, S("<p class=\"quiet\">The diagram was not drawn.</p>\n"));
        return;
    }
    buf_add(out, S("<figure class=\"diagram\">\n"));
    buf_add(out, str_drop(svg, at));
    buf_add(out,
            S("<figcaption>Rest the pointer on a shape or line for its title or sentence; a click on a work opens its "
              "DOI.</figcaption>\n</figure>\n"));
}

static void add_block(Buf *out, const rxc_page_block *block, bool list_begins, bool list_ends, Str svg)
{
    switch (block->type) {
    case RXC_PAGE_HEADING: add_heading(out, block); break;
    case RXC_PAGE_PARAGRAPH:
        buf_add(out, S("<p>"));
        add_runs(out, &block->runs, 0, block->runs.n);
        buf_add(out, S("</p>\n"));
        break;
    case RXC_PAGE_ITEM:
        if (list_begins) buf_add(out, S("<ul>\n"));
        buf_add(out, S("<li>"));
        add_runs(out, &block->runs, 0, block->runs.n);
        buf_add(out, list_ends ? S("</li>\n</ul>\n") : S("</li>\n"));
        break;
    case RXC_PAGE_QUOTE: add_quote(out, block); break;
    case RXC_PAGE_TABLE: add_table(out, block); break;
    case RXC_PAGE_DIAGRAM: add_diagram(out, svg); break;
    }
}

/* Links to the headings of the second level. */
static void add_contents(Buf *out, const rxc_page *page)
{
    buf_add(out, S("<nav aria-label=\"Contents\"><ul>\n"));
    for (size_t i = 0; i < page->blocks.n; i++) {
        const rxc_page_block *block = &page->blocks.v[i];
        if (block->type != RXC_PAGE_HEADING || block->level != 2 || !block->id) continue;
        buf_printf(out, "<li><a href=\"#%s\">", block->id);
        add_runs(out, &block->runs, 0, block->runs.n);
        buf_add(out, S("</a></li>\n"));
    }
    buf_add(out, S("</ul></nav>\n"));
}

static void add_head(Buf *out, const rxc_page *page)
{
    buf_add(out, S("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"));
    escape_xml(out, page->title);
    buf_add(out, S("</title>\n<style>\n" RXC_HTML_STYLE "</style>\n</head>\n<body>\n"));
}

static rxc_status write_page(Buf *out, const rxc_page *page, Str svg, FILE *file, rxc_err *err)
{
    add_head(out, page);
    bool contents = false;
    for (size_t i = 0; i < page->blocks.n; i++) {
        const rxc_page_block *block = &page->blocks.v[i];
        bool begins = i == 0 || block[-1].type != RXC_PAGE_ITEM;
        bool ends = i + 1 == page->blocks.n || block[1].type != RXC_PAGE_ITEM;
        if (!contents && block->type == RXC_PAGE_HEADING && block->level == 2) {
            add_contents(out, page);
            contents = true;
            buf_add(out, S("<main>\n"));
        }
        add_block(out, block, begins, ends, svg);
        RXC_TRY(rxc_facts_flush(out, file, err));
    }
    buf_add(out, contents ? S("</main>\n</body>\n</html>\n") : S("</body>\n</html>\n"));
    return rxc_facts_flush(out, file, err);
}

static rxc_status write_html(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_facts facts;
    rxc_page page = { .arena = &arena };
    rxc_facts_collect(&arena, input, &facts);
    rxc_content_compose(&facts, &page);
    rxc_status status = write_page(&out, &page, input->svg, file, err);
    buf_clear(&out);
    arena_clear(&arena);
    return status;
}

const rxc_report rxc_report_html = {
    .name = "html",
    .file = "report.html",
    .help = "the same as one page with the diagram, for reading and print",
    .write = write_html,
};
