/* learning.h: training the parser of references and the concept finder, and checking, for the commands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_LEARNING_H
#define RXC_FLOW_LEARNING_H

#include "flow/check_concepts.h"
#include "flow/flow.h"
#include "flow/train_concepts.h"
#include "refs/check.h"
#include "refs/train.h"

#endif
