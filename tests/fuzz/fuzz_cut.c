/* fuzz_cut.c: any bytes as an export of each format: entries lie within them, and do not depend on how much is seen at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

/* The entries and where they lie, as one number, seen through a window that begins with so many bytes. */
static uint64_t cut_all(const rxc_reader *reader, Str source, size_t window)
{
    Arena arena = { 0 };
    void *state = arena_alloc(&arena, reader->split->state_size + 1);
    const char *begin = source.p;
    uint64_t sum = 0;
    for (size_t size = window, idle = 0;;) {
        rxc_cut cut = { 0 };
        bool end = size >= source.n;
        rxc_cut_result result = reader->split->cut(state, &arena, str_take(source, size), end, &cut);
        FUZZ_HOLDS(result != RXC_CUT_MORE || !end);
        if (result == RXC_CUT_END) break;
        if (result == RXC_CUT_MORE) {
            size = 2 * size + 1;
            continue;
        }
        FUZZ_HOLDS(cut.b <= cut.e && cut.e <= cut.used && cut.used <= source.n && cut.used <= size);
        idle = cut.used ? 0 : idle + 1;
        FUZZ_HOLDS(idle < 3);
        size_t at = (size_t)(source.p - begin);
        sum = sum * 1000003 + (at + cut.b) * 65537 + (at + cut.e) + (cut.problem.n > 0);
        source.p += cut.used, source.n -= cut.used;
        size = window;
    }
    arena_clear(&arena);
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    Str source = { (const char *)data, size };
    for (size_t i = 0; rxc_readers[i]; i++) {
        const rxc_reader *reader = rxc_readers[i];
        if (!reader->split) continue;
        uint64_t whole = cut_all(reader, source, SIZE_MAX / 4);
        FUZZ_HOLDS(cut_all(reader, source, 1) == whole);
        FUZZ_HOLDS(cut_all(reader, source, 16) == whole);
    }
    return 0;
}
