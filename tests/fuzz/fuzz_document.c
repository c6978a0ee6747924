/* fuzz_document.c: the first byte picks a reader; what it reads goes through references, call-outs, concepts and record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "base/digest.h"
#include "text/charset.h"

static size_t count_readers(void)
{
    size_t n = 0;
    while (rxc_readers[n]) n++;
    return n;
}

static void check_spans(const rxc_record *record)
{
    const rxc_doc *doc = record->doc;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        FUZZ_HOLDS(doc->blocks.v[i].span.b <= doc->blocks.v[i].span.e && doc->blocks.v[i].span.e <= doc->text.n);
        FUZZ_HOLDS(i == 0 || doc->blocks.v[i - 1].span.e < doc->blocks.v[i].span.b);
    }
    for (size_t i = 0; i < doc->marks.n; i++) {
        FUZZ_HOLDS(doc->marks.v[i].span.b <= doc->marks.v[i].span.e && doc->marks.v[i].span.e <= doc->text.n);
        FUZZ_HOLDS(i == 0 || doc->marks.v[i - 1].span.b <= doc->marks.v[i].span.b);
    }
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1) return -1;
    const rxc_reader *reader = rxc_readers[data[0] % count_readers()];
    const rxc_tools *tools = fuzz_tools();
    Arena arena = { 0 };
    rxc_err err = { 0 };
    Str source = { (const char *)data + 1, size - 1 };
    rxc_doc *doc = arena_new(&arena, rxc_doc);
    *doc = (rxc_doc){ .arena = &arena, .name = S("fuzz"), .format = str_from(reader->name), .bytes = source.n };
    doc->sha256 = rxc_digest_sha256(&arena, source);
    (void)rxc_reader_find(source, S("fuzz"));
    if (reader->read(source, &tools->limits, doc, &err) == RXC_OK && doc->text.n) {
        rxc_record record = { .doc = doc };
        rxc_refs_find(tools->refs, &record);
        rxc_callouts_find(&record);
        rxc_concepts_find(tools->concepts, &record);
        check_spans(&record);
        check_ledger(&record);
        fuzz_round_trip(&record, true);
        fuzz_round_trip(&record, false);
    }
    arena_clear(&arena);
    return 0;
}
