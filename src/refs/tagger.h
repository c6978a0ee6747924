/* tagger.h: the tagger by a trained model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_REFS_TAGGER_H
#define RXC_REFS_TAGGER_H

#include "base/err.h"
#include "refs/token.h"

/* Errors  RXC_DATA when the model file is missing, damaged, or made for other features */
rxc_status rxc_tagger_open(const char *model_path, const rxc_tagger **out, rxc_err *err);
void rxc_tagger_close(const rxc_tagger *tagger); /* NULL and the tagger by rules are left alone */

#endif
