/* write.c: writes the sample graphs in every format into a folder, for other programs to read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "export/exporter.h"
#include "sample_graph.h"

/* Facts from Acta Derm Venereol 2022;102:adv00743; the second is made up of characters that mean something to LaTeX. */
static rxc_name names[] = { { .family = STR_INIT("Wu"), .given = STR_INIT("L") },
                            { .literal = STR_INIT("R & D Group") } };
static const rxc_work article = { .type = RXC_WORK_ARTICLE,
                                  .authors = { names, 1, 1 },
                                  .et_al = true,
                                  .issued = { 2022, 0, 0 },
                                  .title = STR_INIT("Dupilumab-induced Acute Generalized Exanthematous Pustulosis"),
                                  .container = STR_INIT("Acta Derm Venereol"),
                                  .volume = STR_INIT("102"),
                                  .page = STR_INIT("adv00743"),
                                  .doi = STR_INIT("10.2340/actadv.v102.2014") };
static const rxc_work odd = { .type = RXC_WORK_ARTICLE,
                              .authors = { names + 1, 1, 1 },
                              .issued = { 2001, 5, 0 },
                              .title = STR_INIT("50% of IL_4 & #1 {x} $y ~ ^ <z> é"),
                              .container = STR_INIT("J & J"),
                              .page = STR_INIT("711-721.e7") };

static int write_one(const char *folder, const char *name, const rxc_graph *graph, const rxc_exporter *exporter)
{
    char path[4096];
    rxc_err err = { 0 };
    const rxc_export_work works[] = { { S("odd2001"), &odd }, { S("wu2022dupilumab"), &article } };
    rxc_export_input input = { .graph = graph, .works = works, .work_count = 2 };
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
        failed = write_one(argv[1], "plain", plain, rxc_exporters[i]) ||
                 write_one(argv[1], "hostile", hostile, rxc_exporters[i]);
    }
    arena_clear(&arena);
    return failed;
}
