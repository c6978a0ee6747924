/* flow.h: the order of the stages, and nothing else: documents to records, records to the library, library to graph. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_FLOW_FLOW_H
#define RXC_FLOW_FLOW_H

#include "base/err.h"
#include "concept/casefacts.h"
#include "concept/concept.h"
#include "graph/graph.h"
#include "model/record.h"
#include "read/source.h"
#include "refs/refs.h"
#include "store/store.h"

/* What every stage of reading needs; immutable, shared by threads. */
typedef struct rxc_tools {
    rxc_refs_parser *refs;
    rxc_concepts *concepts;
    rxc_casefacts *casefacts;
    rxc_read_limits limits;
} rxc_tools;

/* Open parser and vocabularies from the data folder (NULL: where rxc_file_data_dir finds it). Errors: RXC_DATA. */
rxc_status rxc_tools_open(rxc_tools *tools, const char *data_dir, rxc_err *err);

/* The same for references alone: records then hold no call-outs, mentions, evidence and cases. */
rxc_status rxc_tools_open_refs(rxc_tools *tools, const char *data_dir, rxc_err *err);
void rxc_tools_close(rxc_tools *tools);

/* One document -> one record: a pure function of the bytes. The record lives in arena. */
rxc_status rxc_flow_extract_source(const rxc_tools *tools, const rxc_source *source, Arena *arena, rxc_record *out,
                                   rxc_err *err);

/* The same for bytes that are one document. */
rxc_status rxc_flow_extract(const rxc_tools *tools, Str source, Str name, Arena *arena, rxc_record *out,
                            rxc_err *err);

/* One record into the library: its document and references become works. *added is false when the same bytes were there. The
 * library's content does not depend on the order in which records come. Within the caller's transaction, else in its own.
 * Errors  RXC_LIBRARY */
rxc_status rxc_flow_add(rxc_store *store, const rxc_record *record, bool *added, rxc_err *err);

/* The full graph of a library, with its works, whose texts the graph borrows. concepts gives names and classes (may be NULL). Each
 * document is read, handed to seen (may be NULL) and forgotten, so that memory grows by what the graph says of a document. */
rxc_status rxc_flow_graph(rxc_store *store, const rxc_store_works *works, const rxc_concepts *concepts,
                          rxc_store_take seen, void *context, Arena *arena, rxc_graph **out, rxc_err *err);

/* The same from documents that are held. */
rxc_status rxc_flow_graph_of(const rxc_store_documents *documents, const rxc_store_works *works,
                             const rxc_concepts *concepts, Arena *arena, rxc_graph **out, rxc_err *err);

/* A full graph with people and journals, as bits of RXC_NODE_AUTHOR and RXC_NODE_JOURNAL in kinds ask (rxc_network.kinds
 * tells). works: those that the graph was made of; it shares its texts with the old one. */
rxc_status rxc_flow_people(const rxc_graph *full, const rxc_store_works *works, unsigned kinds, Arena *arena,
                           rxc_graph **out, rxc_err *err);

#endif
