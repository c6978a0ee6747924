/* list.h: the table of things that can be listed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_CLI_LIST_H
#define RXC_CLI_LIST_H

#include "cli/command.h"
#include "flow/library.h"

typedef struct rxc_list_settings {
    bool json;
    long top;
} rxc_list_settings;

typedef struct rxc_list {
    const char *name;
    bool library;               /* is one needed? */
    const char *const *columns; /* as rxc_table.names, ends with NULL */
    void (*fill)(Arena *arena, rxc_library *library, rxc_table *table);
} rxc_list;

extern const rxc_list rxc_lists[]; /* ends with a row without name */

#endif
