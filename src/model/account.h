/* account.h: what became of each file: of its entries or members, of their references and call-outs, and why the rest is lost. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_MODEL_ACCOUNT_H
#define RXC_MODEL_ACCOUNT_H

#include "model/record.h"

/* A file holds one document, or many: "scopus.csv#17" and "inbox.zip/a.xml" are of scopus.csv and inbox.zip.
 * sources = documents + failures. references_seen = references_parsed + what could not be parsed, and
 * = resolved + what became no work; callouts likewise. */
typedef struct rxc_account {
    Str file;
    size_t sources, documents, failures;
    size_t bytes; /* of the documents that were read */
    size_t resolved; /* references that became works */
    rxc_ledger sum;  /* of all documents; losses of one kind are one, with the first example */
    Str problem;     /* of the first failure */
    size_t order;    /* in which it was entered */
} rxc_account;

typedef VEC(rxc_account) rxc_accounts;

/* The part of a source's name that is the name of the file. */
Str rxc_account_file(Str name);

/* Enter a document that was read, or one that could not be: in any order. */
void rxc_account_add(Arena *arena, rxc_accounts *accounts, Str name, const rxc_record *record, size_t resolved);
void rxc_account_fail(Arena *arena, rxc_accounts *accounts, Str name, Str problem);

/* Add up what belongs to one file; files in byte order of their names. Cost O(n log n) */
void rxc_account_finish(Arena *arena, rxc_accounts *accounts);

/* "2 reference not-parsed; 1 callout no-entry" */
Str rxc_account_losses(Arena *arena, const rxc_ledger *ledger);

#endif
