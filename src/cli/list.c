/* list.c: fills the rows of each thing that can be listed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/list.h"

#include <stdlib.h>

#include "model/account.h"
#include "model/caselist.h"

static void put(Arena *arena, rxc_table *table, Str text) { rxc_table_add(arena, table, text); }
static void put_c(Arena *arena, rxc_table *table, const char *text) { put(arena, table, str_from(text)); }
static void put_size(Arena *arena, rxc_table *table, size_t n) { put(arena, table, arena_printf(arena, "%zu", n)); }

static void put_year(Arena *arena, rxc_table *table, int year)
{
    put(arena, table, year ? arena_printf(arena, "%d", year) : (Str){ 0 });
}

/* --- documents and works ---------------------------------------------------------------------------------------- */

static const char *const document_columns[] = { "id",        "#year",   "kind",   "format", "#references", "#callouts",
                                                "#evidence", "journal", "status", "file",   "title",       NULL };

static void fill_documents(Arena *arena, rxc_library *library, rxc_table *table)
{
    const rxc_store_work **works = arena_array(arena, const rxc_store_work *, (size_t)library->last_row + 1);
    for (size_t i = 0; i < library->works.n; i++) works[library->works.v[i].row] = &library->works.v[i];
    for (size_t i = 0; i < library->documents.n; i++) {
        const rxc_library_document *document = &library->documents.v[i];
        const rxc_doc *doc = document->record.doc;
        const rxc_store_work *work = works[document->work];
        put(arena, table, work ? work->id : (Str){ 0 });
        put_year(arena, table, doc->work.issued.year);
        put_c(arena, table, rxc_doc_kind_name(doc->kind));
        put(arena, table, doc->format);
        put_size(arena, table, document->listed);
        put_size(arena, table, document->record.ledger.callouts_seen);
        put_size(arena, table, document->record.evidence.n);
        put(arena, table, doc->work.container);
        put(arena, table, work ? work->work.status : (Str){ 0 });
        put(arena, table, document->name);
        put(arena, table, doc->work.title);
    }
}

static const char *const work_columns[] = { "id",  "#year",  "#cited_by", "#callouts", "journal",
                                            "doi", "status", "authors",   "title",     NULL };

static void fill_works(Arena *arena, rxc_library *library, rxc_table *table)
{
    const rxc_graph *full = library->full;
    size_t *citing = arena_array(arena, size_t, full->nodes.n), *callouts = arena_array(arena, size_t, full->nodes.n);
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        if (edge->kind == RXC_EDGE_CITES) citing[edge->to]++, callouts[edge->to] += edge->count;
    }
    for (size_t i = 0; i < full->nodes.n; i++) {
        const rxc_node *node = &full->nodes.v[i];
        if (node->kind != RXC_NODE_WORK && !citing[i]) continue;
        put(arena, table, node->id);
        put_year(arena, table, node->year);
        put_size(arena, table, citing[i]);
        put_size(arena, table, callouts[i]);
        put(arena, table, node->journal);
        put(arena, table, node->doi);
        put(arena, table, node->status);
        put(arena, table, node->authors);
        put(arena, table, node->title);
    }
}

/* --- drugs, reactions, evidence ---------------------------------------------------------------------------------- */

static const char *const concept_columns[] = { "id", "name", "class", "#documents", "#adverse", "#treats", NULL };

static void fill_kind(Arena *arena, const rxc_graph *full, rxc_node_kind kind, rxc_table *table)
{
    size_t *adverse = arena_array(arena, size_t, full->nodes.n), *treats = arena_array(arena, size_t, full->nodes.n);
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        if (edge->kind == RXC_EDGE_ADVERSE_EFFECT) adverse[edge->from]++, adverse[edge->to]++;
        if (edge->kind == RXC_EDGE_TREATS) treats[edge->from]++, treats[edge->to]++;
    }
    for (size_t i = 0; i < full->nodes.n; i++) {
        const rxc_node *node = &full->nodes.v[i];
        if (node->kind != kind) continue;
        put(arena, table, node->id);
        put(arena, table, node->title);
        put(arena, table, node->group);
        put_size(arena, table, node->documents);
        put_size(arena, table, adverse[i]);
        put_size(arena, table, treats[i]);
    }
}

static void fill_drugs(Arena *arena, rxc_library *library, rxc_table *table)
{
    fill_kind(arena, library->full, RXC_NODE_DRUG, table);
}

static void fill_reactions(Arena *arena, rxc_library *library, rxc_table *table)
{
    fill_kind(arena, library->full, RXC_NODE_DISORDER, table);
}

static const char *const evidence_columns[] = { "drug",   "relation", "reaction", "certainty", "attribution", "rule",
                                                "#score", "document", "#line",    "sentence",  NULL };

static void fill_evidence(Arena *arena, rxc_library *library, rxc_table *table)
{
    const rxc_graph *full = library->full;
    for (size_t i = 0; i < full->edges.n; i++) {
        const rxc_edge *edge = &full->edges.v[i];
        if (edge->kind != RXC_EDGE_ADVERSE_EFFECT && edge->kind != RXC_EDGE_TREATS) continue;
        for (size_t p = 0; p < edge->places.n; p++) {
            const rxc_place *place = &edge->places.v[p];
            put(arena, table, full->nodes.v[edge->from].label);
            put_c(arena, table, rxc_edge_kind_name(edge->kind));
            put(arena, table, full->nodes.v[edge->to].label);
            put_c(arena, table, rxc_certainty_name(place->certainty));
            put_c(arena, table, rxc_attribution_name(place->attribution));
            put(arena, table, place->rule);
            put(arena, table, arena_printf(arena, "%.2f", (double)place->score));
            put(arena, table, full->nodes.v[place->document].file);
            put_size(arena, table, place->line);
            put(arena, table, place->text);
        }
    }
}

/* --- cases: the line listing ---------------------------------------------------------------------------------------- */

static void fill_cases(Arena *arena, rxc_library *library, rxc_table *table)
{
    Str cells[RXC_CASELIST_COLUMNS];
    for (size_t i = 0; i < library->documents.n; i++) {
        const rxc_library_document *document = &library->documents.v[i];
        for (size_t c = 0; c < document->record.cases.n; c++) {
            rxc_caselist_fill(arena, document->name, c, &document->record.cases.v[c], cells);
            for (size_t k = 0; k < RXC_CASELIST_COLUMNS; k++) put(arena, table, cells[k]);
        }
    }
}

/* --- authors and journals: counted over documents and works ------------------------------------------------------- */

typedef struct Counted {
    Str name;
    size_t works, documents;
} Counted;

typedef VEC(Counted) CountedList;

static int by_name(const void *x, const void *y)
{
    const Counted *p = x, *q = y;
    return str_cmp(p->name, q->name);
}

static int by_count(const void *x, const void *y)
{
    const Counted *p = x, *q = y;
    if (p->works != q->works) return p->works > q->works ? -1 : 1;
    return by_name(x, y);
}

static void print_counted(Arena *arena, CountedList *list, rxc_table *table)
{
    size_t kept = 0;
    if (list->n) qsort(list->v, list->n, sizeof *list->v, by_name);
    for (size_t i = 0; i < list->n; i++) {
        if (kept && str_eq(list->v[kept - 1].name, list->v[i].name)) {
            list->v[kept - 1].works += list->v[i].works;
            list->v[kept - 1].documents += list->v[i].documents;
        } else {
            list->v[kept++] = list->v[i];
        }
    }
    if (kept) qsort(list->v, kept, sizeof *list->v, by_count);
    for (size_t i = 0; i < kept; i++) {
        put(arena, table, list->v[i].name);
        put_size(arena, table, list->v[i].works);
        put_size(arena, table, list->v[i].documents);
    }
}

static const char *const counted_columns[] = { "name", "#works", "#documents", NULL };

static void fill_journals(Arena *arena, rxc_library *library, rxc_table *table)
{
    CountedList list = { 0 };
    for (size_t i = 0; i < library->works.n; i++) {
        const rxc_store_work *work = &library->works.v[i];
        if (work->work.container.n) *vec_push(arena, &list) = (Counted){ work->work.container, 1, work->document != 0 };
    }
    print_counted(arena, &list, table);
}

static void fill_authors(Arena *arena, rxc_library *library, rxc_table *table)
{
    CountedList list = { 0 };
    for (size_t i = 0; i < library->works.n; i++) {
        const rxc_store_work *work = &library->works.v[i];
        for (size_t a = 0; a < work->work.authors.n; a++) {
            const rxc_name *name = &work->work.authors.v[a];
            const char *gap = name->particle.n ? " " : "", *comma = name->given.n ? ", " : "";
            Str text = name->literal.n ? name->literal
                                       : arena_printf(arena, "%.*s%s%.*s%s%.*s", STR_ARG(name->particle), gap,
                                                      STR_ARG(name->family), comma, STR_ARG(name->given));
            *vec_push(arena, &list) = (Counted){ text, 1, work->document != 0 };
        }
    }
    print_counted(arena, &list, table);
}

/* --- what was odd, what was lost ----------------------------------------------------------------------------------- */

static const char *const diagnostic_columns[] = { "file", "#line", "#column", "severity", "code", "text", NULL };

static void fill_diagnostics(Arena *arena, rxc_library *library, rxc_table *table)
{
    for (size_t i = 0; i < library->documents.n; i++) {
        const rxc_doc *doc = library->documents.v[i].record.doc;
        for (size_t d = 0; d < doc->diags.n; d++) {
            const rxc_diag *diag = &doc->diags.v[d];
            put(arena, table, library->documents.v[i].name);
            put_size(arena, table, diag->line);
            put_size(arena, table, diag->column);
            put_c(arena, table, rxc_diag_severity(diag->severity));
            put(arena, table, diag->code);
            put(arena, table, diag->text);
        }
    }
    for (size_t i = 0; i < library->failures.n; i++) {
        put(arena, table, library->failures.v[i].name);
        put_c(arena, table, "0"), put_c(arena, table, "0");
        put_c(arena, table, "error"), put_c(arena, table, "input.unreadable");
        put(arena, table, library->failures.v[i].problem);
    }
}

static const char *const ledger_columns[] = { "file",
                                              "#bytes",
                                              "#documents",
                                              "#not_readable",
                                              "#references_stated",
                                              "#references_seen",
                                              "#references_parsed",
                                              "#works_resolved",
                                              "#callouts",
                                              "#callouts_resolved",
                                              "#callouts_unresolved",
                                              "losses",
                                              NULL };

static Str losses_of(Arena *arena, const rxc_account *account)
{
    Str losses = rxc_account_losses(arena, &account->sum);
    if (!account->failures) return losses;
    return arena_printf(arena, "not readable: %.*s%s%.*s", STR_ARG(account->problem), losses.n ? "; " : "",
                        STR_ARG(losses));
}

static void fill_ledger(Arena *arena, rxc_library *library, rxc_table *table)
{
    rxc_accounts accounts = { 0 };
    for (size_t i = 0; i < library->documents.n; i++)
        rxc_account_add(arena, &accounts, library->documents.v[i].name, &library->documents.v[i].record,
                        library->documents.v[i].resolved);
    for (size_t i = 0; i < library->failures.n; i++)
        rxc_account_fail(arena, &accounts, library->failures.v[i].name, library->failures.v[i].problem);
    rxc_account_finish(arena, &accounts);
    for (size_t i = 0; i < accounts.n; i++) {
        const rxc_account *account = &accounts.v[i];
        const rxc_ledger *sum = &account->sum;
        const size_t numbers[] = { account->bytes,         account->documents,     account->failures,
                                   sum->references_stated, sum->references_seen,   sum->references_parsed,
                                   account->resolved,      sum->callouts_seen,     sum->callouts_resolved,
                                   sum->callouts_unresolved };
        put(arena, table, account->file);
        for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) put_size(arena, table, numbers[k]);
        put(arena, table, losses_of(arena, account));
    }
}

/* --- what the program can do ---------------------------------------------------------------------------------------- */

static const char *const reader_columns[] = { "name", "endings", "help", NULL };
static const char *const exporter_columns[] = { "name", "ending", "writes", "help", NULL };
static const char *const measure_columns[] = { "name", "unit", "range", "cost", "source", "help", NULL };
static const char *const named_columns[] = { "name", "help", NULL };

static void fill_readers(Arena *arena, rxc_library *library, rxc_table *table)
{
    (void)library;
    for (size_t i = 0; rxc_readers[i]; i++) {
        put_c(arena, table, rxc_readers[i]->name);
        put_c(arena, table, rxc_readers[i]->extensions);
        put_c(arena, table, rxc_readers[i]->help);
    }
}

static void fill_exporters(Arena *arena, rxc_library *library, rxc_table *table)
{
    (void)library;
    for (size_t i = 0; rxc_exporters[i]; i++) {
        put_c(arena, table, rxc_exporters[i]->name);
        put_c(arena, table, rxc_exporters[i]->extension);
        put_c(arena, table, rxc_exporters[i]->bibliography ? "cited works" : "network");
        put_c(arena, table, rxc_exporters[i]->help);
    }
}

static void fill_measures(Arena *arena, rxc_library *library, rxc_table *table)
{
    (void)library;
    for (size_t i = 0; rxc_measures[i]; i++) {
        const rxc_measure *measure = rxc_measures[i];
        const char *const cells[] = { measure->name, measure->unit,   measure->range,
                                      measure->cost, measure->source, measure->help };
        for (size_t c = 0; c < 6; c++) put_c(arena, table, cells[c]);
    }
}

static void fill_reports(Arena *arena, rxc_library *library, rxc_table *table)
{
    (void)library;
    for (size_t i = 0; rxc_reports[i]; i++)
        put_c(arena, table, rxc_reports[i]->name), put_c(arena, table, rxc_reports[i]->help);
}

static void fill_networks(Arena *arena, rxc_library *library, rxc_table *table)
{
    (void)library;
    for (size_t i = 0; rxc_networks[i]; i++)
        put_c(arena, table, rxc_networks[i]->name), put_c(arena, table, rxc_networks[i]->help);
}

const rxc_list rxc_lists[] = {
    { "documents", true, document_columns, fill_documents },
    { "works", true, work_columns, fill_works },
    { "drugs", true, concept_columns, fill_drugs },
    { "reactions", true, concept_columns, fill_reactions },
    { "evidence", true, evidence_columns, fill_evidence },
    { "cases", true, rxc_caselist_columns, fill_cases },
    { "authors", true, counted_columns, fill_authors },
    { "journals", true, counted_columns, fill_journals },
    { "diagnostics", true, diagnostic_columns, fill_diagnostics },
    { "ledger", true, ledger_columns, fill_ledger },
    { "readers", false, reader_columns, fill_readers },
    { "exporters", false, exporter_columns, fill_exporters },
    { "reports", false, named_columns, fill_reports },
    { "measures", false, measure_columns, fill_measures },
    { "networks", false, named_columns, fill_networks },
    { 0 },
};
