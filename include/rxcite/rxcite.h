/* rxcite.h: the library for other C programs: documents, references and texts in, JSON out.
 *
 *     rxcite *tool = rxcite_open(NULL, message, sizeof message);
 *     char *json = rxcite_record(tool, bytes, size, "letter.md", message, sizeof message);
 *     …
 *     rxcite_free(json);
 *     rxcite_close(tool);
 *
 * An open tool is never changed by the calls below, so that any number of threads may share it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXCITE_RXCITE_H
#define RXCITE_RXCITE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RXCITE_API __attribute__((visibility("default")))

/* The parser of references, vocabularies and models, ready for use. */
typedef struct rxcite rxcite;

/* data_dir  the folder with vocab/ and models/; NULL: $RXCITE_DATA or where rxcite was installed
 * message   [size] gets a sentence when it fails
 * Gives NULL when a file of the folder is missing or damaged. Takes some milliseconds. */
RXCITE_API rxcite *rxcite_open(const char *data_dir, char *message, size_t size);
RXCITE_API void rxcite_close(rxcite *tool);

/* An input of any known format as the record of its document (schema rxcite/record/1): what it is, what it cites and where, the drugs and
 * disorders it names, the evidence between them, and what was lost.
 * An export or an archive holds several documents: their records stand on a line each, '\n' between them.
 * bytes, count  the input; any bytes are taken
 * name          a file name, for the record and for messages
 * message       [size] says why a document, the first such, could not be read; empty when all could
 * Gives NULL when none could be read. Cost O(count). */
RXCITE_API char *rxcite_record(const rxcite *tool, const void *bytes, size_t count, const char *name, char *message, size_t size);

/* One raw reference string as a CSL-JSON object. Always gives one; what cannot be read is left out. */
RXCITE_API char *rxcite_reference(const rxcite *tool, const char *raw, size_t count);

/* Drugs, disorders and relations of a text, as `rxcite annotate` writes them. Offsets are in code points. */
RXCITE_API char *rxcite_annotate(const rxcite *tool, const char *text, size_t count);

/* Give back what the three calls above gave. */
RXCITE_API void rxcite_free(char *json);

RXCITE_API const char *rxcite_version(void);

#ifdef __cplusplus
}
#endif

#endif
