/* sample_report.h: a run with one letter read, one file that could not be, for the tests of reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_SAMPLE_REPORT_H
#define RXC_TESTS_SAMPLE_REPORT_H

#include <math.h>

#include "report/report.h"
#include "sample_graph.h"

#define SAMPLE_TEXT                                                                                                    \
    "AGEP came two days after the first dose of dupilumab.\n"                                                          \
    "Wu et al. saw AGEP after dupilumab as well.2\n"                                                                   \
    "It calms inflammation.1,9"

static inline size_t sample_mention(rxc_record *record, rxc_concept_type type, const char *concept, const char *name)
{
    *vec_push(record->doc->arena, &record->mentions) =
        (rxc_mention){ .type = type, .concept = str_from(concept), .name = str_from(name), .text = str_from(name) };
    return record->mentions.n - 1;
}

static inline void sample_block(rxc_doc *doc, size_t b, size_t e, size_t line)
{
    *vec_push(doc->arena, &doc->blocks) = (rxc_block){ .span = { b, e }, .line = line };
}

static inline rxc_doc *sample_doc(Arena *arena)
{
    rxc_doc *doc = arena_new(arena, rxc_doc);
    *doc = (rxc_doc){
        .name = S("letter.md"), .format = S("markdown"), .kind = RXC_DOC_LETTER, .text = S(SAMPLE_TEXT), .arena = arena
    };
    sample_block(doc, 0, 53, 12);
    sample_block(doc, 54, 98, 14);
    sample_block(doc, 99, 124, 15);
    rxc_diag_add(arena, &doc->diags, RXC_WARNING, "encoding.windows-1252", 3, 1, "read as Windows-1252 <odd>");
    return doc;
}

static inline void sample_references(rxc_record *record)
{
    static rxc_name szatkowski[] = { { .family = STR_INIT("Szatkowski") } };
    Arena *arena = record->doc->arena;
    *vec_push(arena, &record->references) =
        (rxc_reference){ .number = 1,
                         .raw = S("Szatkowski J. 2015"),
                         .work = { .authors = { szatkowski, 1, 1 }, .issued = { 2015, 0, 0 } },
                         .parsed = true };
    *vec_push(arena, &record->references) = (rxc_reference){ .number = 2, .raw = S("Wu L. 2022"), .parsed = true };
    *vec_push(arena, &record->references) = (rxc_reference){ .number = 3, .raw = S("???") };
    record->ledger = (rxc_ledger){ .references_stated = 3,
                                   .references_seen = 3,
                                   .references_parsed = 2,
                                   .callouts_seen = 3,
                                   .callouts_resolved = 2,
                                   .callouts_unresolved = 1 };
    rxc_ledger_lose(arena, &record->ledger, S("reference"), S("no-fields"), S("???"), 30);
}

static inline void sample_callouts(rxc_record *record)
{
    Arena *arena = record->doc->arena;
    rxc_callout *callout = vec_push(arena, &record->callouts);
    *callout = (rxc_callout){ .span = { 97, 98 }, .text = S("2"), .sentence = { 54, 98 } };
    *vec_push(arena, &callout->references) = 1;
    callout = vec_push(arena, &record->callouts);
    *callout = (rxc_callout){ .span = { 121, 124 }, .text = S("1,9"), .sentence = { 99, 124 } };
    *vec_push(arena, &callout->references) = 0;
    *vec_push(arena, &callout->unresolved) = 9;
}

static inline rxc_evidence *sample_evidence(rxc_record *record, rxc_relation relation, size_t drug, size_t disorder,
                                            size_t b, size_t e)
{
    rxc_evidence *evidence = vec_push(record->doc->arena, &record->evidence);
    *evidence = (rxc_evidence){ .relation = relation,
                                .drug = drug,
                                .disorder = disorder,
                                .sentence = { b, e },
                                .text = str_sub(record->doc->text, b, e),
                                .rule = S("after"),
                                .score = 0.9f };
    return evidence;
}

static inline rxc_record *sample_record(Arena *arena)
{
    rxc_record *record = arena_new(arena, rxc_record);
    record->doc = sample_doc(arena);
    sample_references(record);
    sample_callouts(record);
    size_t dupilumab = sample_mention(record, RXC_DRUG, "drug:dupilumab", "dupilumab");
    size_t agep = sample_mention(record, RXC_DISORDER, "disorder:acute-generalized-exanthematous-pustulosis", "AGEP");
    size_t ad = sample_mention(record, RXC_DISORDER, "disorder:atopic-dermatitis", "atopic dermatitis");
    sample_evidence(record, RXC_ADVERSE_EFFECT, dupilumab, agep, 0, 53);
    rxc_evidence *cited = sample_evidence(record, RXC_ADVERSE_EFFECT, dupilumab, agep, 54, 98);
    cited->attribution = RXC_CITED;
    *vec_push(arena, &cited->references) = 1;
    sample_evidence(record, RXC_TREATS, dupilumab, ad, 99, 124);
    return record;
}

/* Everything is in arena. */
static inline rxc_report_input *sample_report(Arena *arena)
{
    rxc_graph *graph = sample_graph(arena);
    rxc_report_input *input = arena_new(arena, rxc_report_input);
    rxc_report_input_row *rows = arena_array(arena, rxc_report_input_row, 2);
    size_t *resolved = arena_array(arena, size_t, 3);
    rxc_columns *columns = arena_new(arena, rxc_columns);
    double *values = arena_array(arena, double, graph->nodes.n);
    for (size_t i = 0; i < graph->nodes.n; i++) values[i] = i ? 0.1 * (double)i : (double)NAN;
    *vec_push(arena, columns) = (rxc_column){
        .name = "pagerank", .unit = "share of all rank", .help = "cited by what is itself cited", .values = values
    };
    resolved[0] = 1, resolved[1] = 2, resolved[2] = STR_NONE;
    rows[0] = (rxc_report_input_row){ .file = S("broken.pdf"),
                                      .node = STR_NONE,
                                      .problem = S("not a document that can be read") };
    rows[1] = (rxc_report_input_row){
        .file = S("letter.md"), .node = 0, .record = sample_record(arena), .resolved = resolved, .resolved_count = 2
    };
    *input = (rxc_report_input){ .graph = graph, .columns = columns, .inputs = rows, .input_count = 2 };
    return input;
}

#endif
