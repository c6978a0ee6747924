/* fuzz_record.c: any bytes as a record; one that is read becomes a graph, which every exporter of text writes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz_graph.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = { 0 };
    rxc_record record = { 0 };
    rxc_err err = { 0 };
    if (rxc_record_read(&arena, (Str){ (const char *)data, size }, &record, &err) == RXC_OK) {
        fuzz_round_trip(&record, true);
        fuzz_graph(&arena, &record);
    }
    arena_clear(&arena);
    return 0;
}
