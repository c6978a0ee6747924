/* linear.c: softmax over the sums of the weights of an example's features. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn/linear.h"

#include <math.h>

enum { AHEAD = 16 }; /* features, whose rows are asked for */

size_t rxc_linear_classify(const rxc_model *model, const uint32_t *key, size_t n, float *out)
{
    int64_t score[RXC_LABELS_MAX] = { 0 };
    for (size_t i = 0; i < n; i++) {
        rxc_model_ask(model, key[i + AHEAD < n ? i + AHEAD : i]);
        const int8_t *row = rxc_model_row(model, key[i]);
        for (size_t y = 0; row && y < model->labels; y++) score[y] += row[y];
    }
    size_t best = 0;
    for (size_t y = 1; y < model->labels; y++)
        if (score[y] > score[best]) best = y;
    float sum = 0;
    for (size_t y = 0; y < model->labels; y++) {
        out[y] = expf((float)(score[y] - score[best]) / model->units);
        sum += out[y];
    }
    for (size_t y = 0; y < model->labels; y++) out[y] /= sum;
    return best;
}
