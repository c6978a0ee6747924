/* content_status.c: works that were retracted, corrected or are under concern, and where they are cited. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "report/content.h"

enum { ROWS = 100 };

static const rxc_notice_kind worst_first[] = { RXC_NOTICE_RETRACTION, RXC_NOTICE_CONCERN, RXC_NOTICE_CORRECTION };

static bool has_status(const rxc_node *node, rxc_notice_kind kind)
{
    return str_eq(node->status, str_from(rxc_notice_status(kind)));
}

static void name_work(rxc_page *page, const rxc_node *node)
{
    rxc_runs *cell = rxc_page_cell(page);
    rxc_page_link(page, cell, node->label, rxc_facts_url(page->arena, node));
    if (node->title.n) rxc_page_printf(page, cell, ": %.*s", STR_ARG(node->title));
}

static size_t count_citing(const rxc_graph *graph, size_t work)
{
    size_t count = 0;
    for (size_t i = 0; i < graph->edges.n; i++)
        count += graph->edges.v[i].kind == RXC_EDGE_CITES && graph->edges.v[i].to == work;
    return count;
}

static void say_more(rxc_page *page, size_t all)
{
    if (all > ROWS)
        rxc_page_printf(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH), "%zu more: see report.json.", all - ROWS);
}

static void add_works(const rxc_facts *facts, rxc_page *page)
{
    const rxc_graph *graph = facts->input->graph;
    size_t all = 0;
    rxc_page_table(page, S("Works with a status, the worst first"), S("Work|#Year|Status|#Cited by"));
    for (size_t k = 0; k < sizeof worst_first / sizeof *worst_first; k++)
        for (size_t i = 0; i < graph->nodes.n; i++) {
            const rxc_node *node = &graph->nodes.v[i];
            if (!has_status(node, worst_first[k]) || all++ >= ROWS) continue;
            rxc_page_row(page);
            name_work(page, node);
            rxc_runs *year = rxc_page_cell(page);
            if (node->year) rxc_page_printf(page, year, "%d", node->year);
            rxc_page_text(page, rxc_page_cell(page), node->status);
            rxc_page_printf(page, rxc_page_cell(page), "%zu", count_citing(graph, i));
        }
    say_more(page, all);
}

static void add_place(rxc_page *page, const rxc_graph *graph, const rxc_edge *edge, const rxc_place *place)
{
    const rxc_node *citing = &graph->nodes.v[edge->from], *cited = &graph->nodes.v[edge->to];
    Str where = place->line ? arena_printf(page->arena, "%.*s:%zu", STR_ARG(citing->file), place->line) : citing->file;
    rxc_page_row(page);
    rxc_page_link(page, rxc_page_cell(page), cited->label, rxc_facts_url(page->arena, cited));
    rxc_page_text(page, rxc_page_cell(page), cited->status);
    rxc_page_link(page, rxc_page_cell(page), citing->label, rxc_facts_url(page->arena, citing));
    rxc_page_code(page, rxc_page_cell(page), where);
    rxc_page_text(page, rxc_page_cell(page), place->text);
}

/* Corrected works may be cited; the others should be cited with care. */
static void add_citing(const rxc_facts *facts, rxc_page *page)
{
    const rxc_graph *graph = facts->input->graph;
    size_t all = 0;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < graph->edges.n; i++) {
            const rxc_edge *edge = &graph->edges.v[i];
            if (edge->kind != RXC_EDGE_CITES || !has_status(&graph->nodes.v[edge->to], worst_first[k])) continue;
            for (size_t p = 0; p < edge->places.n; p++) {
                if (!all)
                    rxc_page_table(page, S("Where retracted works, and works under concern, are cited"),
                                   S("Work|Status|Cited by|Place|Sentence"));
                if (all++ < ROWS) add_place(page, graph, edge, &edge->places.v[p]);
            }
        }
    say_more(page, all);
}

void rxc_content_status(const rxc_facts *facts, rxc_page *page)
{
    const rxc_graph *graph = facts->input->graph;
    for (size_t i = 0; i < graph->nodes.n; i++) {
        if (!rxc_notice_is_status(graph->nodes.v[i].status)) continue;
        rxc_page_heading(page, 2, "retracted-and-corrected-works", S("Retracted and corrected works"));
        add_works(facts, page);
        add_citing(facts, page);
        return;
    }
}
