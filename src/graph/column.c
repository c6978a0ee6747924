/* column.c: finds columns, prints their values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph/column.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { STABLE_DIGITS = 12, PRINTED_DIGITS = 6 }; /* significant */

const rxc_column *rxc_column_find(const rxc_columns *columns, Str name)
{
    for (size_t i = 0; i < columns->n; i++)
        if (str_eq(str_from(columns->v[i].name), name)) return &columns->v[i];
    return NULL;
}

/* The last bits of a sum depend on the processor; rounding twice keeps them out of the printed form. */
static double round_stable(double value)
{
    char text[40];
    snprintf(text, sizeof text, "%.*e", STABLE_DIGITS - 1, value);
    return strtod(text, NULL);
}

void rxc_column_print(Buf *out, const rxc_column *column, size_t i)
{
    double value = column->values[i];
    if (!isfinite(value)) return;
    if (column->whole) buf_printf(out, "%.0f", value);
    else buf_printf(out, "%.*g", PRINTED_DIGITS, round_stable(value) + 0.0);
}
