/* flow_extract.c: one document through read, refs and concept to its record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "base/file.h"
#include "flow/flow.h"
#include "model/notice.h"
#include "text/charset.h"

enum { CUT_WINDOW = 200 }; /* bytes in which white space is looked for */

static const char *find_model(Arena *arena, const char *dir)
{
    const char *path = arena_printf(arena, "%s/models/refs.bin", dir).p;
    return access(path, R_OK) == 0 ? path : NULL;
}

static rxc_status open_tools(rxc_tools *tools, const char *data_dir, bool concepts, rxc_err *err)
{
    Arena arena = { 0 };
    *tools = (rxc_tools){ .limits = RXC_READ_LIMITS_DEFAULT };
    const char *dir = data_dir ? data_dir : rxc_file_data_dir(&arena);
    rxc_status status =
        dir ? RXC_OK
            : rxc_err_set(err, RXC_DATA, "the vocabularies are not there; set RXCITE_DATA to the folder with vocab/");
    if (!status) status = rxc_refs_open(find_model(&arena, dir), &tools->refs, err);
    if (!status && concepts) status = rxc_concepts_open(dir, &tools->concepts, err);
    if (!status && concepts) status = rxc_casefacts_open(dir, &tools->casefacts, err);
    if (status) rxc_tools_close(tools);
    arena_clear(&arena);
    return status;
}

rxc_status rxc_tools_open(rxc_tools *tools, const char *data_dir, rxc_err *err)
{
    return open_tools(tools, data_dir, true, err);
}

rxc_status rxc_tools_open_refs(rxc_tools *tools, const char *data_dir, rxc_err *err)
{
    return open_tools(tools, data_dir, false, err);
}

void rxc_tools_close(rxc_tools *tools)
{
    if (tools->refs) rxc_refs_close(tools->refs);
    if (tools->concepts) rxc_concepts_close(tools->concepts);
    rxc_casefacts_close(tools->casefacts);
    *tools = (rxc_tools){ 0 };
}

/* Where block b must end so that it holds at most `room` bytes: at white space if there is some near, at a whole character. */
static size_t cut_at(const rxc_doc *doc, const rxc_block *block, size_t room)
{
    size_t e = block->span.b + room, space = e;
    while (space > block->span.b && e - space < CUT_WINDOW && !chr_space(doc->text.p[space])) space--;
    if (space > block->span.b && chr_space(doc->text.p[space])) return space;
    while (e > block->span.b && ((unsigned char)doc->text.p[e] & 0xC0) == 0x80) e--;
    return e;
}

/* Prose beyond RXC_PROSE_MAX bytes is put aside, and counted. */
static void bound_prose(rxc_record *record)
{
    rxc_doc *doc = record->doc;
    size_t room = RXC_PROSE_MAX, lost = 0, line = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        rxc_block *block = &doc->blocks.v[i];
        size_t n = block->span.e - block->span.b;
        if (!rxc_block_is_prose(block)) continue;
        if (n > room) {
            if (!lost) line = block->line;
            lost += n;
            if (room) block->span.e = cut_at(doc, block, room), lost -= block->span.e - block->span.b;
            else block->kind = RXC_BLOCK_ASIDE;
            n = room;
        }
        room -= n;
    }
    if (!lost) return;
    rxc_ledger_lose_many(doc->arena, &record->ledger, S("bytes"), S("not-searched"), lost, (Str){ 0 }, line);
    rxc_diag_add(doc->arena, &doc->diags, RXC_WARNING, "limit", line, 0,
                 "the document is very long: call-outs and concepts were not looked for in its last %zu bytes of prose",
                 lost);
}

/* A record that was written before: all stages have been gone through. */
static rxc_status read_record(const rxc_source *source, Arena *arena, rxc_record *out, rxc_err *err)
{
    rxc_err why = { 0 };
    rxc_diags odd = { 0 };
    Str bytes = rxc_charset_decode(arena, source->bytes, &odd);
    if (rxc_record_read(arena, str_trim(bytes), out, &why) == RXC_OK) return RXC_OK;
    return rxc_err_set(err, RXC_INPUT, "%.*s:%zu: %s", STR_ARG(source->name), source->line, why.text);
}

rxc_status rxc_flow_extract_source(const rxc_tools *tools, const rxc_source *source, Arena *arena, rxc_record *out,
                                   rxc_err *err)
{
    const rxc_reader *reader = source->reader ? source->reader : rxc_reader_find(source->bytes, source->name);
    *out = (rxc_record){ 0 };
    if (reader && reader->record) return read_record(source, arena, out, err);
    RXC_TRY(rxc_read_source(source, &tools->limits, arena, &out->doc, err));
    rxc_notice_settle(out->doc);
    rxc_refs_find(tools->refs, out);
    if (!tools->concepts) return RXC_OK;
    bound_prose(out);
    rxc_callouts_find(out);
    rxc_concepts_find(tools->concepts, out);
    rxc_casefacts_find(tools->casefacts, out);
    return RXC_OK;
}

rxc_status rxc_flow_extract(const rxc_tools *tools, Str source, Str name, Arena *arena, rxc_record *out, rxc_err *err)
{
    const rxc_source whole = { .bytes = source, .name = name, .line = 1 };
    return rxc_flow_extract_source(tools, &whole, arena, out, err);
}
