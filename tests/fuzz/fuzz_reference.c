/* fuzz_reference.c: any bytes as one reference, parsed by rules and by the model, written as CSL-JSON, BibTeX and RIS. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "export/exporter.h"
#include "resolve/resolve.h"

static const rxc_refs_parser *rules(void)
{
    static rxc_refs_parser *parser;
    rxc_err err = { 0 };
    if (!parser && rxc_refs_open(NULL, &parser, &err)) abort();
    return parser;
}

static void write_as(const char *format, Str id, const rxc_work *work)
{
    char *bytes = NULL;
    size_t size = 0;
    rxc_err err = { 0 };
    rxc_export_work row = { id, work };
    rxc_export_input input = { .works = &row, .work_count = 1 };
    FILE *out = open_memstream(&bytes, &size);
    FUZZ_HOLDS(rxc_exporter_find(str_from(format))->write(&input, out, &err) == RXC_OK);
    fclose(out);
    free(bytes);
}

/* A work survives being written and read. */
static void round_trip(Arena *arena, const rxc_work *work)
{
    Buf first = { 0 }, second = { 0 };
    rxc_work copy = { 0 };
    rxc_err err = { 0 };
    rxc_work_write(&(Jsonw){ .out = &first }, work);
    FUZZ_HOLDS(rxc_work_parse(arena, buf_str(&first), &copy, &err) == RXC_OK);
    rxc_work_write(&(Jsonw){ .out = &second }, &copy);
    FUZZ_HOLDS(str_eq(buf_str(&first), buf_str(&second)));
    buf_clear(&first);
    buf_clear(&second);
}

static void parse(const rxc_refs_parser *parser, Str raw)
{
    Arena arena = { 0 };
    Str keys[RXC_KEYS_MAX];
    rxc_reference reference = { .raw = raw };
    rxc_refs_parse(parser, &arena, raw, &reference);
    (void)rxc_resolve_keys(&arena, &reference.work, keys);
    Str id = rxc_resolve_id(&arena, &reference.work);
    (void)rxc_work_label(&arena, &reference.work);
    round_trip(&arena, &reference.work);
    write_as("csl", id, &reference.work);
    write_as("bibtex", id, &reference.work);
    write_as("ris", id, &reference.work);
    arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str raw = { (const char *)data, size };
    parse(fuzz_tools()->refs, raw);
    parse(rules(), raw);
    return 0;
}
