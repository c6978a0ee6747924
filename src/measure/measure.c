/* measure.c: the table of measures, and running those that are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure/measure.h"

#include <math.h>

#include "measure/input.h"

#define MEASURE(x) extern const rxc_measure rxc_measure_##x;
#include "measure/measures.def"
#undef MEASURE

const rxc_measure *const rxc_measures[] = {
#define MEASURE(x) &rxc_measure_##x,
#include "measure/measures.def"
#undef MEASURE
    NULL,
};

const rxc_measure *rxc_measure_find(Str name)
{
    for (size_t i = 0; rxc_measures[i]; i++)
        if (str_eq(str_from(rxc_measures[i]->name), name)) return rxc_measures[i];
    return NULL;
}

static bool is_named(Str names, const rxc_measure *measure)
{
    Str name;
    if (str_trim(names).n == 0) return true;
    while (str_cut(&names, ',', &name))
        if (str_eq(str_trim(name), str_from(measure->name))) return true;
    return false;
}

static rxc_status check_names(Str names, rxc_err *err)
{
    Str name;
    if (str_trim(names).n == 0) return RXC_OK;
    while (str_cut(&names, ',', &name))
        if (!rxc_measure_find(str_trim(name)))
            return rxc_err_set(err, RXC_USAGE, "unknown measure \"%.*s\"; see: rxcite list measures",
                               STR_ARG(str_trim(name)));
    return RXC_OK;
}

/* A solver that does not converge leaves its measure undefined; the others are not lost with it. */
static rxc_status run(const rxc_measure *measure, rxc_measure_input *input, double *values, rxc_err *err)
{
    rxc_err own = { 0 };
    if (input->n == 0) return RXC_OK;
    rxc_status status = measure->run(input, values, &own);
    if (status == RXC_LIMIT) rxc_input_undefined(input, values);
    else if (status) return rxc_err_set(err, status, "%s: %s", measure->name, own.text);
    return RXC_OK;
}

rxc_status rxc_measure_all(Arena *arena, const rxc_graph *graph, Str names, rxc_columns *out, rxc_err *err)
{
    rxc_measure_input input;
    rxc_status status = RXC_OK;
    RXC_TRY(check_names(names, err));
    RXC_TRY(rxc_input_open(&input, graph, err));
    for (size_t i = 0; !status && rxc_measures[i]; i++) {
        const rxc_measure *measure = rxc_measures[i];
        if (!is_named(names, measure)) continue;
        double *values = arena_array(arena, double, input.n);
        status = run(measure, &input, values, err);
        *vec_push(arena, out) = (rxc_column){ measure->name, measure->unit, measure->help, measure->whole, values };
    }
    rxc_input_close(&input);
    return status;
}
