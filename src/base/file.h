/* file.h: read a whole file within a limit; write a file so that it appears whole or not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_BASE_FILE_H
#define RXC_BASE_FILE_H

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"

/* Read path ("-": standard input) into arena.
 * max     bytes; a larger file is RXC_LIMIT
 * Errors  RXC_INPUT with the system's reason (a directory, no rights, a fault while reading), RXC_LIMIT */
rxc_status rxc_file_read(const char *path, size_t max, Arena *arena, Str *out, rxc_err *err);

/* A file being written: its bytes go to a neighbour with a temporary name until it is committed. */
typedef struct rxc_output {
    FILE *file;
    char *path, *temporary; /* path is NULL for standard output, temporary also for devices and pipes */
} rxc_output;

/* Begin to write path ("-": standard output). A device or a pipe that is there is written to, never replaced.
 * Errors  RXC_EXISTS when it is there and overwrite is false, RXC_IO */
rxc_status rxc_output_open(rxc_output *out, const char *path, bool overwrite, rxc_err *err);

/* Flush, check, and give the file its name. On an error (RXC_IO: disk full, …) nothing is left behind. */
rxc_status rxc_output_commit(rxc_output *out, rxc_err *err);

/* End what a writer wrote with a status: commit, or give up. Where writing failed, the error names the file and the system's
 * reason instead of what the writer said. */
rxc_status rxc_output_finish(rxc_output *out, rxc_status written, rxc_err *err);

/* Give up: nothing is left behind. Harmless after commit. */
void rxc_output_abandon(rxc_output *out);

/* The folder of the program's data files (vocabularies, models): $RXCITE_DATA, or where the program was
 * installed or built; NULL when none is there. Lives in arena. */
const char *rxc_file_data_dir(Arena *arena);

#endif
