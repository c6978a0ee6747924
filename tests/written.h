/* written.h: what an exporter or a report writes, as text in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_WRITTEN_H
#define RXC_TESTS_WRITTEN_H

#define _GNU_SOURCE /* open_memstream; this header is included first */

#include <stdio.h>
#include <stdlib.h>

#include "unit.h"

/* Let row (an rxc_exporter or rxc_report) write input; *out is a Str in arena. */
#define written(arena, row, input, out)                                                                                \
    do {                                                                                                               \
        char *written_bytes = NULL;                                                                                    \
        size_t written_size = 0;                                                                                       \
        rxc_err written_err = { 0 };                                                                                   \
        FILE *written_file = open_memstream(&written_bytes, &written_size);                                            \
        assert_non_null(row);                                                                                          \
        assert_int_equal((row)->write((input), written_file, &written_err), RXC_OK);                                   \
        fclose(written_file);                                                                                          \
        *(out) = arena_str((arena), (Str){ written_bytes, written_size });                                             \
        free(written_bytes);                                                                                           \
    } while (0)

#define assert_has(text, part) assert_true(str_find((text), (part)) != STR_NONE)
#define assert_has_not(text, part) assert_true(str_find((text), (part)) == STR_NONE)

#endif
