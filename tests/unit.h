/* unit.h: what every unit test needs: cmocka in the right order, and views in assertions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_UNIT_H
#define RXC_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

/* Compare a Str with a C string; both are printed when they differ. */
#define assert_str(actual, expected)                                            \
    do {                                                                        \
        Arena unit_arena = { 0 };                                               \
        char *unit_copy = arena_cstr(&unit_arena, (actual));                    \
        assert_string_equal(unit_copy, (expected));                             \
        arena_clear(&unit_arena);                                               \
    } while (0)

#endif
