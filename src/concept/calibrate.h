/* calibrate.h: turns what a model gives into a score that holds: of statements scored 0.8, 80 % are right.
 *
 * The curve of each model was fitted on texts that it had not seen (Platt 1999): data/models/calibration.tsv. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CALIBRATE_H
#define RXC_CONCEPT_CALIBRATE_H

#include "base/arena.h"
#include "base/err.h"

/* Whose chances: the pair model's, by relation as in rxc_relation; those of a whole abstract. */
typedef enum rxc_curve_name { RXC_CURVE_ADVERSE, RXC_CURVE_TREATS, RXC_CURVE_DOCUMENT, RXC_CURVES } rxc_curve_name;
extern const char *const rxc_curve_names[RXC_CURVES];

/* logit(score) = slope logit(chance) + offset */
typedef struct rxc_curve {
    float slope, offset;
} rxc_curve;

/* A file that is not there, and a model that it does not name, leave chances as they are.
 * Errors  RXC_DATA unknown model, no number: with the line */
rxc_status rxc_calibrate_load(rxc_curve curves[RXC_CURVES], const char *path, Arena *arena, rxc_err *err);

float rxc_calibrate_score(rxc_curve curve, float chance);

/* The curve that makes n chances fit best with which of them held. Cost O(n). */
rxc_curve rxc_calibrate_fit(const float *chance, const bool *held, size_t n);

#endif
