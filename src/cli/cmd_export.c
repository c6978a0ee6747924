/* cmd_export.c: rxcite export: a network, or the cited works, for another tool. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"
#include "cli/command.h"
#include "flow/library.h"

typedef struct Settings {
    const char *format, *network, *kinds, *output;
} Settings;

#define AT(member) offsetof(Settings, member)
static const rxc_opt options[] = {
    { "format", 'f', RXC_OPT_TEXT, AT(format), 0, 0, "F,F", "formats; see: rxcite list exporters" },
    { "network", 0, RXC_OPT_TEXT, AT(network), 0, 0, "NAME",
      "full (default), citation, cocitation, coupling, coauthor, concept" },
    { "kinds", 0, RXC_OPT_TEXT, AT(kinds), 0, 0, "K,K", "only nodes of these kinds: document,work,drug,disorder,…" },
    { "output", 'o', RXC_OPT_TEXT, AT(output), 0, 0, "FILE",
      "the file; with several formats its name without the ending" },
    { 0 },
};

static rxc_status write_to(rxc_library *library, const rxc_exporter *exporter, const rxc_graph *graph,
                           const rxc_columns *columns, const char *path, bool overwrite, rxc_err *err)
{
    rxc_output out;
    RXC_TRY(rxc_output_open(&out, path, overwrite, err));
    rxc_status status = rxc_library_export(library, exporter, graph, columns, out.file, err);
    return rxc_output_finish(&out, status, err);
}

/* The exporters of a list of names. */
typedef VEC(const rxc_exporter *) Chosen;

static rxc_status choose(Arena *arena, Str formats, Chosen *out, rxc_err *err)
{
    Str name;
    while (str_cut(&formats, ',', &name)) {
        const rxc_exporter *exporter = rxc_exporter_find(str_trim(name));
        if (!exporter)
            return rxc_err_set(err, RXC_USAGE, "unknown format \"%.*s\"; see: rxcite list exporters", STR_ARG(name));
        *vec_push(arena, out) = exporter;
    }
    return RXC_OK;
}

static rxc_status export_all(rxc_cli *cli, const Settings *s, const Chosen *chosen, rxc_library *library, rxc_err *err)
{
    rxc_graph *graph = NULL;
    rxc_columns columns = { 0 };
    const char *path = s->output ? s->output : "-";
    RXC_TRY(rxc_library_network(library, str_from(s->network), str_from(s->kinds), &graph, err));
    RXC_TRY(rxc_measure_all(&library->arena, graph, (Str){ 0 }, &columns, err));
    for (size_t i = 0; i < chosen->n; i++) {
        const rxc_exporter *exporter = chosen->v[i];
        if (chosen->n > 1) path = arena_printf(&cli->arena, "%s%s", s->output, exporter->extension).p;
        RXC_TRY(write_to(library, exporter, graph, &columns, path, cli->globals.overwrite, err));
    }
    return RXC_OK;
}

static rxc_status export(rxc_cli *cli, void *settings, rxc_library *library, rxc_err *err)
{
    const Settings *s = settings;
    Chosen chosen = { 0 };
    if (!s->format) return rxc_err_set(err, RXC_USAGE, "export needs -f FORMAT; see: rxcite list exporters");
    RXC_TRY(choose(&cli->arena, str_from(s->format), &chosen, err));
    if (chosen.n > 1 && !s->output) return rxc_err_set(err, RXC_USAGE, "several formats at once need -o NAME");
    return export_all(cli, s, &chosen, library, err);
}

const rxc_command rxc_command_export = {
    .name = "export",
    .operands = "",
    .help = "a network, or the cited works, for another tool",
    .about =
        "Writes a network with all attributes and measures (dot, svg, graphml, …) or the cited works (csl, bibtex, ris).\n"
        "Example: rxcite export -f graphml --network citation -o citations.graphml",
    .options = options,
    .settings_size = sizeof(Settings),
    .on_library = export,
};
