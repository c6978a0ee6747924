/* fuzz_document.c: any bytes as an input: its sources, their reading, references, call-outs, concepts, record, graph, exports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_graph.h"
#include "fuzz_source.h"

enum { SOURCES_MAX = 6 }; /* of one input */

static void check_spans(const rxc_record *record)
{
    const rxc_doc *doc = record->doc;
    fuzz_check_doc(doc);
    for (size_t i = 0; i < record->callouts.n; i++) {
        const rxc_callout *callout = &record->callouts.v[i];
        FUZZ_HOLDS(callout->span.b < callout->span.e && callout->span.e <= doc->text.n);
        for (size_t k = 0; k < callout->references.n; k++) FUZZ_HOLDS(callout->references.v[k] < record->references.n);
    }
    for (size_t i = 0; i < record->mentions.n; i++)
        FUZZ_HOLDS(record->mentions.v[i].span.b < record->mentions.v[i].span.e && record->mentions.v[i].span.e <= doc->text.n);
}

static void check_ledger(const rxc_record *record)
{
    const rxc_ledger *l = &record->ledger;
    FUZZ_HOLDS(l->callouts_seen == l->callouts_resolved + l->callouts_unresolved);
    FUZZ_HOLDS(l->references_parsed <= l->references_seen);
}

/* Later stages cost a hundred times as much as most readers: of the inputs that a fuzzer makes every sixteenth goes on. */
static bool goes_on(Str bytes)
{
#ifdef FUZZ_REPLAY
    (void)bytes;
    return true;
#else
    return str_hash(bytes) % 16 == 0;
#endif
}

static void use(rxc_doc *doc, const rxc_tools *tools)
{
    rxc_record record = { .doc = doc };
    rxc_refs_find(tools->refs, &record);
    rxc_callouts_find(&record);
    check_spans(&record);
    check_ledger(&record);
    if (!goes_on(doc->text)) return;
    rxc_concepts_find(tools->concepts, &record);
    check_spans(&record);
    fuzz_round_trip(&record, true);
    fuzz_round_trip(&record, false);
    fuzz_graph(doc->arena, &record);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const rxc_tools *tools = fuzz_tools();
    Str bytes = { (const char *)data, size };
    const rxc_reader *reader = fuzz_reader_named(&bytes);
    Arena inputs = { 0 };
    bytes = fuzz_source(&inputs, bytes);
    rxc_sources *sources = rxc_sources_open(rxc_stream_bytes(bytes), S("fuzz"), &tools->limits);
    Arena arena = { 0 };
    rxc_source source;
    for (int i = 0; i < SOURCES_MAX; i++) {
        rxc_err err = { 0 };
        rxc_doc *doc = NULL;
        bool more = rxc_sources_next(sources, &arena, &source, &err);
        if (reader) source = (rxc_source){ .bytes = bytes, .name = S("fuzz"), .line = 1, .reader = reader }, more = true;
        if (!more) break;
        if ((!err.status || reader) && rxc_read_source(&source, &tools->limits, &arena, &doc, &err) == RXC_OK) use(doc, tools);
        arena_clear(&arena);
        if (reader) break;
    }
    rxc_sources_close(sources);
    arena_clear(&arena);
    arena_clear(&inputs);
    return 0;
}
