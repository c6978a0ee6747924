/* fuzz.h: what every fuzz target needs. A target takes any bytes, up to FUZZ_MAX of them, and must neither fail nor leak;
 * what must hold of the result is checked with FUZZ_HOLDS. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_FUZZ_H
#define RXC_TESTS_FUZZ_H

#define _GNU_SOURCE /* fmemopen, open_memstream; this header is included first */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "flow/flow.h"

/* Called by libFuzzer, and by replay.c in builds without it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define FUZZ_HOLDS(condition)                                                        \
    do {                                                                             \
        if (!(condition)) {                                                          \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
            abort();                                                                 \
        }                                                                            \
    } while (0)

/* Parser and vocabularies of the source tree, opened once. */
static inline const rxc_tools *fuzz_tools(void)
{
    static rxc_tools tools;
    rxc_err err = { 0 };
    if (tools.concepts) return &tools;
    if (rxc_tools_open(&tools, RXCITE_SOURCE_DIR "/data", &err)) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
    return &tools;
}

/* What is written of a record is read back, and then written the same. */
static inline void fuzz_round_trip(const rxc_record *record, bool with_text)
{
    Arena arena = { 0 };
    Buf first = { 0 }, second = { 0 };
    rxc_record copy;
    rxc_err err = { 0 };
    rxc_record_write(&first, record, with_text);
    FUZZ_HOLDS(rxc_record_read(&arena, buf_str(&first), &copy, &err) == RXC_OK);
    rxc_record_write(&second, &copy, with_text);
    FUZZ_HOLDS(str_eq(buf_str(&first), buf_str(&second)));
    buf_clear(&first);
    buf_clear(&second);
    arena_clear(&arena);
}

#endif
