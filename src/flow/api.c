/* api.c: the public functions, on top of the flow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <rxcite/rxcite.h>
#include <stdio.h>
#include <stdlib.h>

#include "flow/annotate.h"
#include "flow/flow.h"

struct rxcite {
    rxc_tools tools;
};

static void tell(const rxc_err *err, char *message, size_t size)
{
    if (message && size) snprintf(message, size, "%s", err->text);
}

/* The buffer's bytes as a C string of the caller's. */
static char *hand_over(Buf *buf)
{
    buf_char(buf, '\0');
    return buf->p;
}

rxcite *rxcite_open(const char *data_dir, char *message, size_t size)
{
    rxc_err err = { 0 };
    rxcite *tool = calloc(1, sizeof *tool);
    if (!tool) rxc_err_memory(sizeof *tool);
    if (rxc_tools_open(&tool->tools, data_dir, &err) == RXC_OK) return tool;
    tell(&err, message, size);
    free(tool);
    return NULL;
}

void rxcite_close(rxcite *tool)
{
    if (!tool) return;
    rxc_tools_close(&tool->tools);
    free(tool);
}

static void add_record(Buf *out, const rxc_record *record)
{
    if (out->n) buf_char(out, '\n');
    rxc_record_write(out, record, true);
}

char *rxcite_record(const rxcite *tool, const void *bytes, size_t count, const char *name, char *message, size_t size)
{
    Buf out = { 0 };
    rxc_err first = { 0 };
    rxc_sources *sources =
        rxc_sources_open(rxc_stream_bytes((Str){ bytes, count }), str_from(name), &tool->tools.limits);
    for (bool more = true; more;) {
        Arena arena = { 0 };
        rxc_source source;
        rxc_record record;
        rxc_err err = { 0 };
        more = rxc_sources_next(sources, &arena, &source, &err);
        if (more && !err.status) rxc_flow_extract_source(&tool->tools, &source, &arena, &record, &err);
        if (more && !err.status) add_record(&out, &record);
        if (!first.status) first = err;
        arena_clear(&arena);
    }
    rxc_sources_close(sources);
    if (message && size) message[0] = '\0';
    if (first.status) tell(&first, message, size);
    return out.n ? hand_over(&out) : NULL;
}

char *rxcite_reference(const rxcite *tool, const char *raw, size_t count)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_reference ref = { 0 };
    Jsonw writer = { .out = &out };
    rxc_refs_parse(tool->tools.refs, &arena, (Str){ raw, count }, &ref);
    rxc_work_write(&writer, &ref.work);
    arena_clear(&arena);
    return hand_over(&out);
}

char *rxcite_annotate(const rxcite *tool, const char *text, size_t count)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_annotate_text(tool->tools.concepts, (Str){ text, count }, &arena, &out);
    arena_clear(&arena);
    return hand_over(&out);
}

void rxcite_free(char *json) { free(json); }
const char *rxcite_version(void) { return RXCITE_VERSION; }
