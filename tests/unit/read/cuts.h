/* cuts.h: where a reader of many entries cuts them off its source. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_READ_CUTS_H
#define RXC_TESTS_READ_CUTS_H

#include "read/reader.h"
#include "unit.h"

/* All entries of a source as "entry|entry!problem|", seen through a window of so many bytes at a time. */
static inline Str cut_all(Arena *arena, const rxc_split *split, Str source, size_t window)
{
    void *state = arena_alloc(arena, split->state_size);
    Str out = { 0 };
    for (size_t size = window;;) {
        rxc_cut cut = { 0 };
        bool end = size >= source.n;
        rxc_cut_result result = split->cut(state, arena, str_take(source, size), end, &cut);
        if (result == RXC_CUT_END) return out;
        if (result == RXC_CUT_MORE) {
            assert_false(end);
            size += window;
            continue;
        }
        out = arena_printf(arena, "%.*s%.*s%s%.*s|", STR_ARG(out), STR_ARG(str_sub(source, cut.b, cut.e)), cut.problem.n ? "!" : "",
                           STR_ARG(cut.problem));
        source = str_drop(source, cut.used);
        size = window;
    }
}

/* The cuts are the same whatever the window. */
static inline void assert_cuts_of(const rxc_split *split, Str source, const char *expected)
{
    static const size_t windows[] = { SIZE_MAX / 2, 1, 5, 7 };
    Arena arena = { 0 };
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) assert_str(cut_all(&arena, split, source, windows[i]), expected);
    arena_clear(&arena);
}

#endif
