/* learning.h: training the parser of references and checking it, for the commands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_LEARNING_H
#define RXC_FLOW_LEARNING_H

#include "flow/flow.h"
#include "refs/check.h"
#include "refs/train.h"

#endif
