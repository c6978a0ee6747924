/* schema.h: the tables of a library. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_STORE_SCHEMA_H
#define RXC_STORE_SCHEMA_H

#define RXC_SCHEMA_VERSION 1              /* PRAGMA user_version */
#define RXC_SCHEMA_APPLICATION 0x52786331 /* PRAGMA application_id: "Rxc1" */

extern const char *const rxc_schema_sql[]; /* one statement each; ends with NULL */

#endif
