/* fuzz_graph.h: a record becomes a graph, and every exporter that writes text writes it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_FUZZ_GRAPH_H
#define RXC_TESTS_FUZZ_GRAPH_H

#include "fuzz.h"

#include "export/exporter.h"

/* The works that a library would make of one document: its own, then one per reference. */
static inline void fuzz_works(Arena *arena, const rxc_record *record, rxc_store_works *works, rxc_store_document *document)
{
    int64_t *rows = arena_array(arena, int64_t, record->references.n);
    *vec_push(arena, works) = (rxc_store_work){ .row = 1, .id = S("document"), .work = record->doc->work, .document = 1 };
    for (size_t i = 0; i < record->references.n; i++) {
        rows[i] = (int64_t)i + 2;
        *vec_push(arena, works) = (rxc_store_work){
            .row = rows[i], .id = arena_printf(arena, "work%zu", i), .work = record->references.v[i].work
        };
    }
    *document = (rxc_store_document){ .row = 1,
                                      .work = 1,
                                      .sha256 = record->doc->sha256,
                                      .name = record->doc->name,
                                      .record = *record,
                                      .works = rows,
                                      .work_count = record->references.n };
}

enum { FUZZ_DRAWN_WORKS = 5, FUZZ_DRAWN_EACH = 64 };

/* Drawing takes Graphviz its time: of the inputs that a fuzzer makes few are drawn, and only what is small. */
static inline bool fuzz_is_passed_over(const rxc_exporter *exporter, const rxc_store_works *works)
{
    Str name = str_from(exporter->name);
    if (!str_eq(name, S("svg")) && !str_eq(name, S("png")) && !str_eq(name, S("pdf"))) return false;
#ifndef FUZZ_REPLAY
    if (works->n && str_hash(works->v[works->n - 1].work.title) % FUZZ_DRAWN_EACH) return true;
#endif
    return works->n > FUZZ_DRAWN_WORKS;
}

static inline void fuzz_export(Arena *arena, const rxc_graph *graph, const rxc_store_works *works)
{
    rxc_columns columns = { 0 };
    rxc_export_work *rows = arena_array(arena, rxc_export_work, works->n);
    for (size_t i = 0; i < works->n; i++) rows[i] = (rxc_export_work){ works->v[i].id, &works->v[i].work };
    rxc_export_input input = { graph, &columns, rows, works->n };
    for (size_t i = 0; rxc_exporters[i]; i++) {
        char *bytes = NULL;
        size_t size = 0;
        rxc_err err = { 0 };
        if (fuzz_is_passed_over(rxc_exporters[i], works)) continue;
        FILE *out = open_memstream(&bytes, &size);
        FUZZ_HOLDS(rxc_exporters[i]->write(&input, out, &err) == RXC_OK);
        fclose(out);
        free(bytes);
    }
}

static inline void fuzz_graph(Arena *arena, const rxc_record *record)
{
    rxc_store_works works = { 0 };
    rxc_store_documents documents = { 0 };
    rxc_graph *full = NULL;
    rxc_err err = { 0 };
    fuzz_works(arena, record, &works, vec_push(arena, &documents));
    const unsigned kinds = RXC_NODES_USUAL | 1u << RXC_NODE_AUTHOR | 1u << RXC_NODE_JOURNAL;
    FUZZ_HOLDS(rxc_flow_graph_of(&documents, &works, fuzz_tools()->concepts, arena, &full, &err) == RXC_OK);
    FUZZ_HOLDS(rxc_flow_people(full, &works, kinds, arena, &full, &err) == RXC_OK);
    for (size_t i = 0; rxc_networks[i]; i++) {
        rxc_graph *network = NULL;
        FUZZ_HOLDS(rxc_networks[i]->derive(arena, full, &network, &err) == RXC_OK);
        if (i == 0) fuzz_export(arena, network, &works);
    }
}

#endif
