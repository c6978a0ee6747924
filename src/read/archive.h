/* archive.h: members of ZIP and tar archives and of compressed files, as streams. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_READ_ARCHIVE_H
#define RXC_READ_ARCHIVE_H

#include "base/arena.h"
#include "read/stream.h"

typedef struct rxc_archive rxc_archive;

/* Is it an archive or compressed, by its first bytes (512 are enough)? */
bool rxc_archive_is(Str head);

/* Takes the stream over, also when it fails. Formats: ZIP, tar; compressed by gzip, bzip2, xz, zstd, which may also hold
 * one file without tar. name is for messages, and for the one member that has no name of its own.
 * Errors  RXC_INPUT */
rxc_status rxc_archive_open(rxc_stream stream, Str name, rxc_archive **out, rxc_err *err);
void rxc_archive_close(rxc_archive *archive);

/* Go to the next member that is a file: its name (in arena, valid UTF-8, as a path below the archive, never leading out
 * of it); *more is false at the end. Hidden members are passed over as hidden files of a folder are.
 * Errors  RXC_INPUT damaged, encrypted */
rxc_status rxc_archive_next(rxc_archive *archive, Arena *arena, Str *member, bool *more, rxc_err *err);

/* Bytes of the member that next came to. The archive must outlive the stream. */
rxc_stream rxc_archive_member(rxc_archive *archive);

/* libarchive converts names to the locale's encoding: between these two it is UTF-8, for the calling thread. */
typedef struct rxc_archive_locale {
    void *own, *before;
} rxc_archive_locale;

rxc_archive_locale rxc_archive_enter(void);
void rxc_archive_leave(rxc_archive_locale locale);

#endif
