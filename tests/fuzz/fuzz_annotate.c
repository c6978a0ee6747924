/* fuzz_annotate.c: any bytes as a line of `annotate`, and, when they are no JSON, as the text itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "flow/annotate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const rxc_concepts *concepts = fuzz_tools()->concepts;
    Arena arena = { 0 };
    Buf out = { 0 };
    Str line = { (const char *)data, size };
    rxc_annotate_line(concepts, line, &arena, &out);
    FUZZ_HOLDS(str_last(buf_str(&out)) == '\n' && str_chr(buf_str(&out), '\n') == out.n - 1);
    rxc_annotate_text(concepts, line, &arena, &out);
    buf_clear(&out);
    arena_clear(&arena);
    return 0;
}
