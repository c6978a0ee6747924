/* shipped_concepts.h: the drugs, disorders and models of data/, opened once for all tests of a program:
 *     cmocka_run_group_tests(tests, open_concepts, close_concepts) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_SHIPPED_CONCEPTS_H
#define RXC_TESTS_SHIPPED_CONCEPTS_H

#include "concept/concept.h"
#include "unit.h"

static rxc_concepts *concepts;

static int open_concepts(void **state)
{
    (void)state;
    rxc_err err = { 0 };
    return rxc_concepts_open(RXCITE_SOURCE_DIR "/data", &concepts, &err) ? -1 : 0;
}

static int close_concepts(void **state)
{
    (void)state;
    rxc_concepts_close(concepts);
    return 0;
}

#endif
