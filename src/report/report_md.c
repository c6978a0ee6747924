/* report_md.c: the report as Markdown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/content.h"

extern const rxc_report rxc_report_md;

/* Text of others as plain text: nothing in it is markup, and it stays on its line. */
static void add_escaped(Buf *out, Str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c && strchr("\\`*_[]<>|&#~$", c)) buf_char(out, '\\');
        buf_char(out, (unsigned char)c < 0x20 ? ' ' : c);
    }
}

/* Code holds everything but a backtick and, in tables, a bar. */
static void add_code(Buf *out, Str s)
{
    buf_char(out, '`');
    for (size_t i = 0; i < s.n; i++)
        buf_char(out, s.p[i] == '`' || (unsigned char)s.p[i] < 0x20 ? '\'' : s.p[i] == '|' ? '/' : s.p[i]);
    buf_char(out, '`');
}

static void add_url(Buf *out, Str url)
{
    for (size_t i = 0; i < url.n; i++) {
        if (strchr("()|", url.p[i])) buf_printf(out, "%%%02X", (unsigned char)url.p[i]);
        else buf_char(out, url.p[i]);
    }
}

static void add_run(Buf *out, const rxc_run *run)
{
    if (run->look == RXC_RUN_CODE) {
        add_code(out, run->text);
        return;
    }
    bool strong = run->look == RXC_RUN_STRONG;
    if (run->url.n) buf_char(out, '[');
    if (strong) buf_add(out, S("**"));
    add_escaped(out, run->text);
    if (strong) buf_add(out, S("**"));
    if (run->url.n) buf_add(out, S("](")), add_url(out, run->url), buf_char(out, ')');
}

static void add_runs(Buf *out, const rxc_runs *runs, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < runs->n; i++) add_run(out, &runs->v[i]);
}

static void add_row(Buf *out, const rxc_row *row, size_t columns)
{
    for (size_t i = 0; i < columns; i++) {
        buf_add(out, S("| "));
        if (i < row->n) add_runs(out, &row->v[i], 0, row->v[i].n);
        buf_char(out, ' ');
    }
    buf_add(out, S("|\n"));
}

static void add_table(Buf *out, const rxc_page_block *block)
{
    add_runs(out, &block->runs, 0, block->runs.n);
    buf_add(out, S(":\n\n"));
    add_row(out, &block->head, block->head.n);
    for (size_t i = 0; i < block->head.n; i++) buf_add(out, block->numeric & 1u << i ? S("| ---: ") : S("| --- "));
    buf_add(out, S("|\n"));
    for (size_t i = 0; i < block->rows.n; i++) add_row(out, &block->rows.v[i], block->head.n);
    buf_char(out, '\n');
}

static void add_block(Buf *out, const rxc_page_block *block, bool list_goes_on)
{
    switch (block->type) {
    case RXC_PAGE_HEADING:
        for (int i = 0; i < block->level; i++) buf_char(out, '#');
        buf_char(out, ' ');
        add_runs(out, &block->runs, 0, block->runs.n);
        buf_add(out, S("\n\n"));
        break;
    case RXC_PAGE_PARAGRAPH: add_runs(out, &block->runs, 0, block->runs.n), buf_add(out, S("\n\n")); break;
    case RXC_PAGE_ITEM:
        buf_add(out, S("- "));
        add_runs(out, &block->runs, 0, block->runs.n);
        buf_add(out, list_goes_on ? S("\n") : S("\n\n"));
        break;
    case RXC_PAGE_QUOTE:
        buf_add(out, S("> “"));
        add_runs(out, &block->runs, 0, block->source);
        buf_add(out, S("” \n> — "));
        add_runs(out, &block->runs, block->source, block->runs.n);
        buf_add(out, S("\n\n"));
        break;
    case RXC_PAGE_TABLE: add_table(out, block); break;
    case RXC_PAGE_DIAGRAM:
        buf_add(out, S("![Diagram of documents, cited works, drugs and reactions](graph.svg)\n\n"));
        break;
    }
}

static rxc_status write_md(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_facts facts;
    rxc_page page = { .arena = &arena };
    rxc_status status = RXC_OK;
    rxc_facts_collect(&arena, input, &facts);
    rxc_content_compose(&facts, &page);
    for (size_t i = 0; !status && i < page.blocks.n; i++) {
        bool goes_on = i + 1 < page.blocks.n && page.blocks.v[i + 1].type == RXC_PAGE_ITEM;
        add_block(&out, &page.blocks.v[i], goes_on);
        if (i + 1 == page.blocks.n && out.n && out.p[out.n - 1] == '\n') out.n--; /* one line break at the end */
        status = rxc_facts_flush(&out, file, err);
    }
    buf_clear(&out);
    arena_clear(&arena);
    return status;
}

const rxc_report rxc_report_md = {
    .name = "md",
    .file = "report.md",
    .help = "what was read, what was lost, who is central, which reactions, which reports are related",
    .write = write_md,
};
