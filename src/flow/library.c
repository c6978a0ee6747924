/* library.c: loads a library and prepares what measures, exporters and reports are given. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* open_memstream */
#include "flow/library.h"

#include <stdlib.h>

#include "base/file.h"
#include "model/brief.h"

enum { RELATED_MAX = 200, REASONS_MAX = 6, NAMED_MAX = 5 };

/* Keep what tables and reports say of a document. */
static rxc_status keep(void *context, const rxc_store_document *document, rxc_err *err)
{
    rxc_library *library = context;
    Arena *arena = &library->arena;
    rxc_library_document *kept = vec_push(arena, &library->documents);
    size_t *references = NULL;
    (void)err;
    kept->name = arena_str(arena, document->name);
    kept->work = document->work;
    kept->listed = document->record.references.n;
    rxc_brief_copy(arena, &document->record, &kept->record, &references);
    int64_t *works = arena_array(arena, int64_t, kept->record.references.n);
    for (size_t i = 0; i < kept->record.references.n; i++)
        if (references[i] < document->work_count) works[i] = document->works[references[i]];
    kept->works = works;
    for (size_t i = 0; i < document->work_count; i++) {
        int64_t row = document->works[i];
        if (row <= 0 || row > library->last_row) continue;
        library->cited[row] = true;
        kept->resolved++;
    }
    return RXC_OK;
}

rxc_status rxc_library_read(rxc_library *library, rxc_store *store, rxc_err *err)
{
    Arena *arena = &library->arena;
    RXC_TRY(rxc_store_works_all(store, arena, &library->works, err));
    RXC_TRY(rxc_store_failures_all(store, arena, &library->failures, err));
    for (size_t i = 0; i < library->works.n; i++)
        if (library->works.v[i].row > library->last_row) library->last_row = library->works.v[i].row;
    library->cited = arena_array(arena, bool, (size_t)library->last_row + 1);
    return rxc_flow_graph(store, &library->works, library->concepts, keep, library, arena, &library->full, err);
}

rxc_status rxc_library_load(rxc_library *library, const char *path, rxc_err *err)
{
    *library = (rxc_library){ 0 };
    rxc_store *store = NULL;
    const char *dir = rxc_file_data_dir(&library->arena);
    rxc_status status = rxc_store_open(path, RXC_STORE_READ, &store, err);
    if (!status && dir) status = rxc_concepts_open(dir, &library->concepts, err);
    if (!status) status = rxc_library_read(library, store, err);
    if (store) rxc_store_close(store);
    if (status) rxc_library_clear(library);
    return status;
}

void rxc_library_clear(rxc_library *library)
{
    if (library->concepts) rxc_concepts_close(library->concepts);
    arena_clear(&library->arena);
    *library = (rxc_library){ 0 };
}

/* --- networks and nodes ------------------------------------------------------------------------------------------ */

static rxc_status kinds_mask(Str kinds, unsigned *mask, rxc_err *err)
{
    Str kind;
    *mask = 0;
    while (str_cut(&kinds, ',', &kind)) {
        rxc_node_kind number;
        if (!rxc_node_kind_find(str_trim(kind), &number))
            return rxc_err_set(err, RXC_USAGE,
                               "unknown kind \"%.*s\"; there are document, work, drug, disorder, author, journal",
                               STR_ARG(kind));
        *mask |= 1u << number;
    }
    return RXC_OK;
}

rxc_status rxc_library_network(rxc_library *library, Str name, Str kinds, rxc_graph **out, rxc_err *err)
{
    unsigned mask = 0;
    const rxc_network *network = rxc_network_find(name.n ? name : S("full"));
    if (!network)
        return rxc_err_set(err, RXC_USAGE, "unknown network \"%.*s\"; see: rxcite list networks", STR_ARG(name));
    RXC_TRY(kinds_mask(kinds, &mask, err));
    rxc_graph *full = library->full;
    unsigned wanted = network->kinds | mask; /* people and journals are nodes on demand only */
    if (wanted & ~RXC_NODES_USUAL)
        RXC_TRY(rxc_flow_people(full, &library->works, wanted, &library->arena, &full, err));
    RXC_TRY(network->derive(&library->arena, full, out, err));
    if (mask) *out = rxc_graph_select(&library->arena, *out, mask);
    return RXC_OK;
}

static bool fits(const rxc_node *node, Str text)
{
    size_t colon = str_chr(node->id, ':');
    Str tail = colon == STR_NONE ? node->id : str_drop(node->id, colon + 1);
    return str_eq_nocase(tail, text) || str_eq_nocase(node->label, text) || str_eq_nocase(node->title, text) ||
           (node->file.n && str_eq(node->file, text)) || (node->doi.n && str_eq_nocase(node->doi, text)) ||
           (node->pmid.n && str_eq(node->pmid, text));
}

static bool begins(const rxc_node *node, Str text)
{
    size_t colon = str_chr(node->id, ':');
    Str tail = colon == STR_NONE ? node->id : str_drop(node->id, colon + 1);
    return str_starts_nocase(tail, text) || str_starts_nocase(node->label, text) ||
           (node->file.n && str_starts(node->file, text));
}

/* Nodes for which a test holds; the first of them, and the names of a few. */
static size_t count_fitting(const rxc_graph *graph, Str text, bool (*test)(const rxc_node *, Str), size_t *first,
                            Buf *names)
{
    size_t count = 0;
    for (size_t i = 0; i < graph->nodes.n; i++) {
        if (!test(&graph->nodes.v[i], text)) continue;
        if (count == 0) *first = i;
        if (count < NAMED_MAX) buf_printf(names, "%s%.*s", count ? ", " : "", STR_ARG(graph->nodes.v[i].id));
        count++;
    }
    return count;
}

rxc_status rxc_library_node(const rxc_graph *graph, Str text, size_t *out, rxc_err *err)
{
    size_t slash = str_rchr(text, '/');
    *out = rxc_graph_find(graph, text);
    if (*out != STR_NONE) return RXC_OK;
    rxc_status status = RXC_NOTHING;
    for (int round = 0; round < 3 && status == RXC_NOTHING; round++) {
        Buf names = { 0 };
        bool tail = round == 1; /* a path: its last part is the name of an input */
        if (tail && slash == STR_NONE) continue;
        size_t count =
            count_fitting(graph, tail ? str_drop(text, slash + 1) : text, round == 2 ? begins : fits, out, &names);
        if (count == 1) status = RXC_OK;
        else if (count > 1)
            status = rxc_err_set(err, RXC_USAGE, "\"%.*s\" could be %zu things: %.*s%s", STR_ARG(text), count,
                                 STR_ARG(buf_str(&names)), count > NAMED_MAX ? ", …" : "");
        buf_clear(&names);
    }
    if (status == RXC_NOTHING) rxc_err_set(err, status, "nothing in the library is called \"%.*s\"", STR_ARG(text));
    return status;
}

/* --- exports ------------------------------------------------------------------------------------------------------ */

/* Cited works: those that some document's list names. */
static size_t cited_works(rxc_library *library, rxc_export_work **out)
{
    Arena *arena = &library->arena;
    size_t count = 0, n = library->works.n;
    *out = arena_array(arena, rxc_export_work, n);
    for (size_t i = 0; i < n; i++)
        if (library->cited[library->works.v[i].row])
            (*out)[count++] = (rxc_export_work){ library->works.v[i].id, &library->works.v[i].work };
    return count;
}

rxc_status rxc_library_export(rxc_library *library, const rxc_exporter *exporter, const rxc_graph *graph,
                              const rxc_columns *columns, FILE *out, rxc_err *err)
{
    static const rxc_columns none = { 0 };
    rxc_export_work *works = NULL;
    rxc_export_input input = { .graph = graph, .columns = columns ? columns : &none };
    input.work_count = cited_works(library, &works);
    input.works = works;
    return exporter->write(&input, out, err);
}

/* --- reports ------------------------------------------------------------------------------------------------------ */

static size_t node_of_work(const size_t *nodes, int64_t last, int64_t row)
{
    return row > 0 && row <= last ? nodes[row] : STR_NONE;
}

/* Node of each work row. */
static size_t *nodes_by_row(rxc_library *library)
{
    size_t *nodes = arena_array(&library->arena, size_t, (size_t)library->last_row + 1);
    for (int64_t i = 0; i <= library->last_row; i++) nodes[i] = STR_NONE;
    for (size_t i = 0; i < library->works.n; i++)
        nodes[library->works.v[i].row] = rxc_graph_find(library->full, library->works.v[i].id);
    return nodes;
}

static void fill_rows(rxc_library *library, rxc_report_input *out)
{
    Arena *arena = &library->arena;
    int64_t last = library->last_row;
    size_t *nodes = nodes_by_row(library);
    size_t count = library->documents.n + library->failures.n;
    rxc_report_input_row *rows = arena_array(arena, rxc_report_input_row, count);
    for (size_t d = 0; d < library->documents.n; d++) {
        const rxc_library_document *document = &library->documents.v[d];
        size_t *resolved = arena_array(arena, size_t, document->record.references.n);
        for (size_t r = 0; r < document->record.references.n; r++)
            resolved[r] = node_of_work(nodes, last, document->works[r]);
        rows[d] = (rxc_report_input_row){ .file = document->name, .node = node_of_work(nodes, last, document->work),
                                          .record = &document->record, .resolved = resolved,
                                          .resolved_count = document->resolved };
    }
    for (size_t f = 0; f < library->failures.n; f++)
        rows[library->documents.n + f] = (rxc_report_input_row){ .file = library->failures.v[f].name, .node = STR_NONE,
                                                                 .problem = library->failures.v[f].problem };
    out->inputs = rows;
    out->input_count = count;
}

static void fill_related(rxc_library *library, rxc_report_input *out)
{
    Arena *arena = &library->arena;
    rxc_related_list list = { 0 };
    rxc_related_pairs(arena, library->full, RELATED_MAX, &list);
    rxc_report_related *related = arena_array(arena, rxc_report_related, list.n);
    for (size_t i = 0; i < list.n; i++)
        related[i] = (rxc_report_related){ list.v[i].from, list.v[i].to, list.v[i].score,
                                           rxc_related_reasons(arena, library->full, &list.v[i], REASONS_MAX) };
    out->related = related;
    out->related_count = list.n;
}

/* The diagram as text, for pages that hold it. */
static rxc_status draw(rxc_library *library, const rxc_columns *columns, Str *out, rxc_err *err)
{
    char *text = NULL;
    size_t size = 0;
    const rxc_exporter *svg = rxc_exporter_find(S("svg"));
    FILE *memory = svg ? open_memstream(&text, &size) : NULL;
    if (!memory) return RXC_OK;
    rxc_status status = rxc_library_export(library, svg, library->full, columns, memory, err);
    fclose(memory);
    if (!status) *out = arena_str(&library->arena, (Str){ text, size });
    free(text);
    return status;
}

rxc_status rxc_library_report(rxc_library *library, bool with_svg, rxc_report_input *out, rxc_err *err)
{
    *out = (rxc_report_input){ .graph = library->full };
    rxc_columns *columns = arena_new(&library->arena, rxc_columns);
    RXC_TRY(rxc_measure_all(&library->arena, library->full, (Str){ 0 }, columns, err));
    out->columns = columns;
    fill_rows(library, out);
    fill_related(library, out);
    return with_svg ? draw(library, columns, &out->svg, err) : RXC_OK;
}
