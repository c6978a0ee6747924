/* content_inputs.c: what was read, and what was lost on the way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/content.h"

enum { ROWS = 100, SHOWN_DIAGNOSTICS = 40 };

static void add_number(rxc_page *page, size_t n) { rxc_page_printf(page, rxc_page_cell(page), "%zu", n); }

static void say_more(rxc_page *page, size_t all, size_t shown)
{
    if (all > shown)
        rxc_page_printf(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH), "%zu more: see ledger.json.", all - shown);
}

static void add_input(const rxc_facts *facts, rxc_page *page, size_t i)
{
    const rxc_report_input_row *row = &facts->input->inputs[i];
    const rxc_graph *graph = facts->input->graph;
    const rxc_ledger *ledger = &row->record->ledger;
    const rxc_node *node = row->node < graph->nodes.n ? &graph->nodes.v[row->node] : NULL;
    rxc_page_row(page);
    rxc_page_code(page, rxc_page_cell(page), row->file);
    rxc_runs *cell = rxc_page_cell(page);
    rxc_page_link(page, cell, node && node->title.n ? node->title : rxc_facts_document(facts, i),
                  node ? rxc_facts_url(page->arena, node) : (Str){ 0 });
    rxc_page_text(page, rxc_page_cell(page), str_from(rxc_doc_kind_name(row->record->doc->kind)));
    rxc_page_printf(page, rxc_page_cell(page), "%zu of %zu", row->resolved_count, ledger->references_seen);
    rxc_page_printf(page, rxc_page_cell(page), "%zu of %zu", ledger->callouts_resolved, ledger->callouts_seen);
    add_number(page, row->record->evidence.n);
}

static void add_inputs(const rxc_facts *facts, rxc_page *page)
{
    rxc_page_heading(page, 2, "what-was-read", S("What was read"));
    rxc_page_table(page, S("Documents, with the references and call-outs that lead to a work"),
                   S("File|Document|Kind|#References|#Call-outs|#Statements"));
    size_t shown = 0;
    for (size_t i = 0; i < facts->input->input_count; i++)
        if (facts->input->inputs[i].record && shown++ < ROWS) add_input(facts, page, i);
    say_more(page, shown, ROWS);
}

static void add_failures(const rxc_facts *facts, rxc_page *page)
{
    if (!facts->sums.failed) return;
    rxc_page_table(page, S("Files that could not be read"), S("File|Why"));
    for (size_t i = 0; i < facts->input->input_count; i++) {
        const rxc_report_input_row *row = &facts->input->inputs[i];
        if (row->record) continue;
        rxc_page_row(page);
        rxc_page_code(page, rxc_page_cell(page), row->file);
        rxc_page_text(page, rxc_page_cell(page), row->problem);
    }
}

static void add_lost_callouts(const rxc_facts *facts, rxc_page *page)
{
    if (!facts->lost.n) return;
    rxc_page_table(page, S("Call-outs that lead to no reference"), S("Place|Printed|Missing|Sentence"));
    for (size_t i = 0; i < facts->lost.n && i < ROWS; i++) {
        const rxc_lost_callout *lost = &facts->lost.v[i];
        rxc_page_row(page);
        rxc_page_code(page, rxc_page_cell(page), lost->place);
        rxc_page_text(page, rxc_page_cell(page), lost->text);
        rxc_page_text(page, rxc_page_cell(page), lost->missing);
        rxc_page_text(page, rxc_page_cell(page), lost->sentence);
    }
    say_more(page, facts->lost.n, ROWS);
}

static bool has_losses(const rxc_facts *facts)
{
    for (size_t i = 0; i < facts->input->input_count; i++) {
        const rxc_record *record = facts->input->inputs[i].record;
        if (record && record->ledger.losses.n) return true;
    }
    return false;
}

static void add_losses(const rxc_facts *facts, rxc_page *page)
{
    if (!has_losses(facts)) return;
    size_t all = 0;
    rxc_page_table(page, S("Losses by reason"), S("File|What|Reason|#Count|First example"));
    for (size_t i = 0; i < facts->input->input_count; i++) {
        const rxc_report_input_row *row = &facts->input->inputs[i];
        for (size_t k = 0; row->record && k < row->record->ledger.losses.n; k++) {
            const rxc_loss *loss = &row->record->ledger.losses.v[k];
            if (all++ >= ROWS) continue;
            rxc_page_row(page);
            rxc_page_code(page, rxc_page_cell(page), row->file);
            rxc_page_text(page, rxc_page_cell(page), loss->what);
            rxc_page_text(page, rxc_page_cell(page), loss->reason);
            add_number(page, loss->count);
            rxc_page_text(page, rxc_page_cell(page), loss->example);
        }
    }
    say_more(page, all, ROWS);
}

/* Warnings and errors of the readers; notes are in the records. */
static void add_diagnostics(const rxc_facts *facts, rxc_page *page)
{
    size_t shown = 0;
    for (size_t i = 0; i < facts->input->input_count; i++) {
        const rxc_report_input_row *row = &facts->input->inputs[i];
        for (size_t k = 0; row->record && k < row->record->doc->diags.n; k++) {
            const rxc_diag *diag = &row->record->doc->diags.v[k];
            if (diag->severity == RXC_NOTE || str_eq(diag->code, S("callout.unresolved"))) continue;
            if (shown++ == 0) rxc_page_table(page, S("What was odd in the files"), S("Place|Message"));
            if (shown > SHOWN_DIAGNOSTICS) continue;
            rxc_page_row(page);
            Str place = diag->line ? arena_printf(page->arena, "%.*s:%zu", STR_ARG(row->file), diag->line) : row->file;
            rxc_page_code(page, rxc_page_cell(page), place);
            rxc_page_text(page, rxc_page_cell(page), diag->text);
        }
    }
    say_more(page, shown, SHOWN_DIAGNOSTICS);
}

void rxc_content_inputs(const rxc_facts *facts, rxc_page *page)
{
    add_inputs(facts, page);
    rxc_page_heading(page, 2, "what-was-lost", S("What was lost"));
    size_t before = page->blocks.n;
    add_failures(facts, page);
    add_lost_callouts(facts, page);
    add_losses(facts, page);
    add_diagnostics(facts, page);
    if (page->blocks.n == before)
        rxc_page_text(page, rxc_page_block_new(page, RXC_PAGE_PARAGRAPH),
                      S("Nothing: every file was read, every reference and every call-out was understood."));
}
