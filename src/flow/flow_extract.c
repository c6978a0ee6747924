/* flow_extract.c: one document through read, refs and concept to its record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "base/file.h"
#include "flow/flow.h"

static const char *find_model(Arena *arena, const char *dir)
{
    const char *path = arena_printf(arena, "%s/models/refs.bin", dir).p;
    return access(path, R_OK) == 0 ? path : NULL;
}

rxc_status rxc_tools_open(rxc_tools *tools, const char *data_dir, rxc_err *err)
{
    Arena arena = { 0 };
    *tools = (rxc_tools){ .limits = RXC_READ_LIMITS_DEFAULT };
    const char *dir = data_dir ? data_dir : rxc_file_data_dir(&arena);
    rxc_status status =
        dir ? RXC_OK : rxc_err_set(err, RXC_DATA, "the vocabularies are not there; set RXCITE_DATA to the folder with vocab/");
    if (!status) status = rxc_refs_open(find_model(&arena, dir), &tools->refs, err);
    if (!status) status = rxc_concepts_open(dir, &tools->concepts, err);
    if (status) rxc_tools_close(tools);
    arena_clear(&arena);
    return status;
}

void rxc_tools_close(rxc_tools *tools)
{
    if (tools->refs) rxc_refs_close(tools->refs);
    if (tools->concepts) rxc_concepts_close(tools->concepts);
    *tools = (rxc_tools){ 0 };
}

rxc_status rxc_flow_extract(const rxc_tools *tools, Str source, Str name, Arena *arena, rxc_record *out, rxc_err *err)
{
    *out = (rxc_record){ 0 };
    RXC_TRY(rxc_read(source, name, &tools->limits, arena, &out->doc, err));
    rxc_refs_find(tools->refs, out);
    rxc_callouts_find(out);
    rxc_concepts_find(tools->concepts, out);
    return RXC_OK;
}
