/* concepts.h: what rxc_concepts holds; for the files of this layer only. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CONCEPT_CONCEPTS_H
#define RXC_CONCEPT_CONCEPTS_H

#include "concept/calibrate.h"
#include "concept/doubt.h"
#include "concept/effect.h"
#include "concept/evidence.h"
#include "concept/tagger.h"

struct rxc_concepts {
    Arena arena;
    rxc_finder finder;
    rxc_languages languages;
    rxc_cues assertion, relation;
    rxc_effects effects;
    rxc_curve curves[RXC_CURVES];
    rxc_model *mention, *event, *pair, *document; /* NULL: not there, rules alone */
};

#endif
