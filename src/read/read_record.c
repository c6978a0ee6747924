/* read_record.c: reads our own records, as `extract` writes them: one JSON object a line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record.h"
#include "read/jsonsplit.h"
#include "text/charset.h"

extern const rxc_reader rxc_reader_record;

/* Blocks of a record end where the next one begins; those of a document end before the line break that parts them. */
static void part_blocks(rxc_doc *doc)
{
    size_t kept = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        rxc_block block = doc->blocks.v[i];
        if (block.span.b >= doc->text.n || (kept && block.span.b <= doc->blocks.v[kept - 1].span.b + 1)) continue;
        if (kept) doc->blocks.v[kept - 1].span.e = block.span.b - 1;
        block.span.e = doc->text.n;
        doc->blocks.v[kept++] = block;
    }
    doc->blocks.n = kept;
}

static rxc_status read(Str source, const rxc_read_limits *limits, rxc_doc *doc, rxc_err *err)
{
    rxc_record record;
    rxc_diags odd = { 0 };
    (void)limits;
    Str bytes = rxc_charset_decode(doc->arena, source, &odd);
    RXC_TRY(rxc_record_read(doc->arena, rxc_jsonsplit_first(bytes), &record, err));
    *doc = *record.doc;
    doc->references_stated = record.references.n;
    part_blocks(doc);
    return RXC_OK;
}

/* {"schema":"rxcite/record/1" */
static int sniff(Str head)
{
    Str rest = str_trim(str_take(head, 200));
    static const char *const tokens[] = { "{", "\"schema\"", ":", "\"" RXC_RECORD_SCHEMA "\"" };
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        if (!str_starts(rest, str_from(tokens[i]))) return 0;
        rest = str_trim(str_drop(rest, strlen(tokens[i])));
    }
    return 100;
}

const rxc_reader rxc_reader_record = {
    .name = "record",
    .help = "records of our own, as extract writes them: they are taken as they are",
    .extensions = "ndjson json jsonl",
    .sniff = sniff,
    .read = read,
    .record = true,
    .split = &rxc_jsonsplit_cuts,
};
