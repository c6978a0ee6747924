/* page.c: builds the blocks of a report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page.h"

static rxc_page_block *last(rxc_page *page) { return &page->blocks.v[page->blocks.n - 1]; }

rxc_runs *rxc_page_block_new(rxc_page *page, rxc_block_type type)
{
    rxc_page_block *block = vec_push(page->arena, &page->blocks);
    block->type = type;
    return &block->runs;
}

rxc_runs *rxc_page_heading(rxc_page *page, int level, const char *id, Str text)
{
    rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_HEADING);
    last(page)->level = level;
    last(page)->id = id;
    rxc_page_text(page, runs, text);
    return runs;
}

void rxc_page_table(rxc_page *page, Str caption, Str names)
{
    rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_TABLE);
    rxc_page_text(page, runs, caption);
    rxc_page_block *block = last(page);
    Str name;
    while (str_cut(&names, '|', &name)) {
        bool numeric = str_starts(name, S("#"));
        if (numeric) block->numeric |= 1u << block->head.n;
        rxc_page_text(page, vec_push(page->arena, &block->head), str_drop(name, numeric));
    }
}

void rxc_page_row(rxc_page *page)
{
    rxc_page_block *block = last(page);
    (void)vec_push(page->arena, &block->rows);
}

rxc_runs *rxc_page_cell(rxc_page *page)
{
    rxc_page_block *block = last(page);
    return vec_push(page->arena, &block->rows.v[block->rows.n - 1]);
}

static void add(rxc_page *page, rxc_runs *runs, rxc_run run)
{
    if (run.text.n) *vec_push(page->arena, runs) = run;
}

void rxc_page_text(rxc_page *page, rxc_runs *runs, Str text) { add(page, runs, (rxc_run){ .text = text }); }

void rxc_page_strong(rxc_page *page, rxc_runs *runs, Str text)
{
    add(page, runs, (rxc_run){ .text = text, .look = RXC_RUN_STRONG });
}

void rxc_page_quiet(rxc_page *page, rxc_runs *runs, Str text)
{
    add(page, runs, (rxc_run){ .text = text, .look = RXC_RUN_QUIET });
}

void rxc_page_code(rxc_page *page, rxc_runs *runs, Str text)
{
    add(page, runs, (rxc_run){ .text = text, .look = RXC_RUN_CODE });
}

void rxc_page_link(rxc_page *page, rxc_runs *runs, Str text, Str url)
{
    add(page, runs, (rxc_run){ .text = text, .url = url });
}

void rxc_page_printf(rxc_page *page, rxc_runs *runs, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str text = arena_vprintf(page->arena, format, args);
    va_end(args);
    rxc_page_text(page, runs, text);
}
