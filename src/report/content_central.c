/* content_central.c: the most central works, drugs and reactions, the measures explained; which reports are related. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/content.h"

#include <math.h>
#include <stdlib.h>

enum { TOP = 10, RELATED = 20 };

typedef struct ranked {
    double value;
    size_t documents, node;
} ranked;

static int by_value(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->value != y->value) return x->value < y->value ? 1 : -1;
    if (x->documents != y->documents) return x->documents < y->documents ? 1 : -1;
    return (x->node > y->node) - (x->node < y->node);
}

/* The measures that a physician's table shows; all are in centrality.csv. */
static const rxc_column *shown_column(const rxc_facts *facts, size_t which)
{
    static const char *const names[] = { "pagerank", "in_degree", "betweenness" };
    if (!facts->input->columns || which >= sizeof names / sizeof *names) return NULL;
    return rxc_column_find(facts->input->columns, str_from(names[which]));
}

/* "in degree" for people, "in_degree" for programs. */
static Str measure_title(Arena *arena, const rxc_column *column)
{
    char *title = arena_cstr(arena, str_from(column->name));
    for (char *c = title; *c; c++)
        if (*c == '_') *c = ' ';
    return str_from(title);
}

/* The nodes of the kinds in the mask, best first, in arena. */
static size_t rank_kind(const rxc_facts *facts, unsigned kinds, bool reactions, ranked **out)
{
    const rxc_graph *graph = facts->input->graph;
    const rxc_column *column = shown_column(facts, 0);
    size_t n = 0;
    *out = arena_array(facts->arena, ranked, graph->nodes.n + 1);
    for (size_t i = 0; i < graph->nodes.n; i++) {
        const rxc_node *node = &graph->nodes.v[i];
        if (!(kinds & 1u << node->kind) || (reactions && !node->reaction)) continue;
        double value = column && column->values[i] >= 0 ? column->values[i] : 0; /* NaN is not >= 0 */
        (*out)[n++] = (ranked){ value, node->documents, i };
    }
    qsort(*out, n, sizeof **out, by_value);
    return n < TOP ? n : TOP;
}

static void add_measures(const rxc_facts *facts, rxc_page *page, size_t node)
{
    for (size_t c = 0; c < 3; c++) {
        const rxc_column *column = shown_column(facts, c);
        if (!column) continue;
        double value = column->values[node];
        rxc_runs *cell = rxc_page_cell(page);
        if (isfinite(value)) rxc_page_printf(page, cell, fabs(value) < 999.5 ? "%.3g" : "%.0f", value);
    }
}

static void add_ranking(const rxc_facts *facts, rxc_page *page, Str caption, const char *first, unsigned kinds,
                        bool reactions)
{
    ranked *top;
    size_t n = rank_kind(facts, kinds, reactions, &top);
    if (n == 0) return;
    bool titled = kinds & 1u << RXC_NODE_WORK;
    Buf names = { 0 };
    buf_printf(&names, "%s|%s#Documents", first, titled ? "Title|" : "");
    for (size_t c = 0; c < 3; c++)
        if (shown_column(facts, c))
            buf_printf(&names, "|#%.*s", STR_ARG(measure_title(page->arena, shown_column(facts, c))));
    rxc_page_table(page, caption, arena_str(page->arena, buf_str(&names)));
    buf_clear(&names);
    for (size_t i = 0; i < n; i++) {
        const rxc_node *node = &facts->input->graph->nodes.v[top[i].node];
        rxc_page_row(page);
        rxc_runs *cell = rxc_page_cell(page);
        rxc_page_link(page, cell, node->label, rxc_facts_url(page->arena, node));
        if (node->status.n) rxc_page_printf(page, cell, " (%.*s)", STR_ARG(node->status));
        if (titled) rxc_page_text(page, rxc_page_cell(page), node->title);
        rxc_page_printf(page, rxc_page_cell(page), "%zu", node->documents);
        add_measures(facts, page, top[i].node);
    }
}

static void explain_measures(const rxc_facts *facts, rxc_page *page)
{
    rxc_runs *runs = rxc_page_block_new(page, RXC_PAGE_ITEM);
    rxc_page_strong(page, runs, S("Documents"));
    rxc_page_text(page, runs, S(": in how many of the documents read it is cited or mentioned."));
    for (size_t c = 0; c < 3; c++) {
        const rxc_column *column = shown_column(facts, c);
        if (!column) continue;
        runs = rxc_page_block_new(page, RXC_PAGE_ITEM);
        rxc_page_strong(page, runs, measure_title(page->arena, column));
        rxc_page_printf(page, runs, ": %s", column->help ? column->help : "");
        if (column->unit && *column->unit) rxc_page_printf(page, runs, " (%s)", column->unit);
    }
}

void rxc_content_central(const rxc_facts *facts, rxc_page *page)
{
    rxc_page_heading(page, 2, "what-is-central", S("What is central"));
    add_ranking(facts, page, S("Works"), "Work", 1u << RXC_NODE_WORK | 1u << RXC_NODE_DOCUMENT, false);
    add_ranking(facts, page, S("Drugs"), "Drug", 1u << RXC_NODE_DRUG, false);
    add_ranking(facts, page, S("Reactions"), "Reaction", 1u << RXC_NODE_DISORDER, true);
    explain_measures(facts, page);
}

void rxc_content_related(const rxc_facts *facts, rxc_page *page)
{
    const rxc_report_input *input = facts->input;
    if (input->related_count == 0) return;
    rxc_page_heading(page, 2, "which-reports-are-related-and-why", S("Which reports are related, and why"));
    rxc_page_table(page, S("Pairs of documents, most alike first"), S("Document|Related to|#Score|Reasons"));
    for (size_t i = 0; i < input->related_count && i < RELATED; i++) {
        const rxc_report_related *pair = &input->related[i];
        rxc_page_row(page);
        rxc_page_text(page, rxc_page_cell(page), input->graph->nodes.v[pair->a].label);
        rxc_page_text(page, rxc_page_cell(page), input->graph->nodes.v[pair->b].label);
        rxc_page_printf(page, rxc_page_cell(page), "%.2f", pair->score);
        rxc_page_text(page, rxc_page_cell(page), pair->reasons);
    }
}
