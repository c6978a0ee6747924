/* write.c: writes the sample graphs in every format into a folder, for other programs to read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "export/exporter.h"
#include "sample_graph.h"

static int write_one(const char *folder, const char *name, const rxc_graph *graph, const rxc_exporter *exporter)
{
    char path[4096];
    rxc_err err = { 0 };
    rxc_export_input input = { .graph = graph };
    snprintf(path, sizeof path, "%s/%s%s", folder, name, exporter->extension);
    FILE *file = fopen(path, "wb");
    if (!file) return 1;
    int failed = exporter->write(&input, file, &err) != RXC_OK;
    if (failed) fprintf(stderr, "%s: %s\n", path, err.text);
    return fclose(file) != 0 || failed;
}

int main(int argc, char **argv)
{
    Arena arena = { 0 };
    int failed = argc != 2;
    rxc_graph *plain = sample_graph(&arena), *hostile = sample_hostile(&arena);
    for (size_t i = 0; !failed && rxc_exporters[i]; i++) {
        if (rxc_exporters[i]->bibliography) continue;
        failed = write_one(argv[1], "plain", plain, rxc_exporters[i]) || write_one(argv[1], "hostile", hostile, rxc_exporters[i]);
    }
    arena_clear(&arena);
    return failed;
}
