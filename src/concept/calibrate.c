/* calibrate.c: scores that hold as often as they say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* access */
#include "concept/calibrate.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "concept/tsv.h"

enum { STEPS = 30 };

static const Str HEADER = STR_INIT("model\tslope\toffset");
static const double PULL = 0.1; /* statements' worth */
static const float LEAST = 1e-4f; /* chances are kept this far from 0 and 1 */

const char *const rxc_curve_names[RXC_CURVES] = { "adverse_effect", "treats", "document" };

static bool read_number(Str text, float *out)
{
    char digits[32], *end;
    if (!text.n || text.n >= sizeof digits) return false;
    memcpy(digits, text.p, text.n);
    digits[text.n] = '\0';
    *out = strtof(digits, &end);
    return *end == '\0' && isfinite(*out);
}

static rxc_status add_row(rxc_curve curves[RXC_CURVES], const rxc_tsv *tsv, const Str *fields, rxc_err *err)
{
    size_t i = 0;
    rxc_curve curve;
    while (i < RXC_CURVES && !str_eq(fields[0], str_from(rxc_curve_names[i]))) i++;
    if (i == RXC_CURVES) return rxc_tsv_refuse(tsv, err, "unknown model", fields[0]);
    if (!read_number(fields[1], &curve.slope) || curve.slope <= 0) return rxc_tsv_refuse(tsv, err, "slope is no number above 0", fields[1]);
    if (!read_number(fields[2], &curve.offset)) return rxc_tsv_refuse(tsv, err, "offset is no number", fields[2]);
    curves[i] = curve;
    return RXC_OK;
}

rxc_status rxc_calibrate_load(rxc_curve curves[RXC_CURVES], const char *path, Arena *arena, rxc_err *err)
{
    for (size_t i = 0; i < RXC_CURVES; i++) curves[i] = (rxc_curve){ 1, 0 };
    if (access(path, F_OK) != 0) return RXC_OK;
    rxc_tsv tsv;
    Str fields[RXC_TSV_COLUMNS];
    bool more = true;
    RXC_TRY(rxc_tsv_open(&tsv, path, HEADER, arena, err));
    while (more) {
        RXC_TRY(rxc_tsv_next(&tsv, fields, &more, err));
        if (more) RXC_TRY(add_row(curves, &tsv, fields, err));
    }
    return RXC_OK;
}

static double logit(float chance)
{
    double p = fmin(fmax((double)chance, (double)LEAST), 1 - (double)LEAST);
    return log(p / (1 - p));
}

float rxc_calibrate_score(rxc_curve curve, float chance)
{
    if (curve.slope == 1 && curve.offset == 0) return chance;
    return (float)(1 / (1 + exp(-((double)curve.slope * logit(chance) + (double)curve.offset))));
}

static double at_most(double step) { return fmax(-1, fmin(1, step)); }

/* Newton's method on the likelihood, and a light pull towards chances as they are, for a few statements that all hold have
 * no best curve. */
rxc_curve rxc_calibrate_fit(const float *chance, const bool *held, size_t n)
{
    double slope = 1, offset = 0;
    for (int step = 0; step < STEPS; step++) {
        double g0 = PULL * (1 - slope), g1 = -PULL * offset, h00 = PULL, h01 = 0, h11 = PULL;
        for (size_t i = 0; i < n; i++) {
            double x = logit(chance[i]), p = 1 / (1 + exp(-(slope * x + offset))), d = held[i] - p, w = p * (1 - p);
            g0 += d * x, g1 += d, h00 += w * x * x, h01 += w * x, h11 += w;
        }
        double det = h00 * h11 - h01 * h01;
        if (det < 1e-9) break;
        slope += at_most((h11 * g0 - h01 * g1) / det), offset += at_most((h00 * g1 - h01 * g0) / det);
    }
    return (rxc_curve){ (float)slope, (float)offset };
}
