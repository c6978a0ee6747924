/* report_cases.c: the line listing of cases: one row per patient that a document tells of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"
#include "model/caselist.h"
#include "report/facts.h"

extern const rxc_report rxc_report_cases;

static void add_row(Buf *out, const Str cells[RXC_CASELIST_COLUMNS])
{
    for (size_t i = 0; i < RXC_CASELIST_COLUMNS; i++) {
        if (i) buf_char(out, ',');
        escape_csv(out, cells[i]);
    }
    buf_char(out, '\n');
}

static rxc_status write_cases(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    Str cells[RXC_CASELIST_COLUMNS];
    for (size_t i = 0; i < RXC_CASELIST_COLUMNS; i++) cells[i] = str_from(rxc_caselist_columns[i]);
    add_row(&out, cells);
    for (size_t i = 0; i < input->input_count; i++) {
        const rxc_record *record = input->inputs[i].record;
        for (size_t c = 0; record && c < record->cases.n; c++) {
            rxc_caselist_fill(&arena, input->inputs[i].file, c, &record->cases.v[c], cells);
            add_row(&out, cells);
        }
    }
    rxc_status status = rxc_facts_flush(&out, file, err);
    buf_clear(&out);
    arena_clear(&arena);
    return status;
}

const rxc_report rxc_report_cases = {
    .name = "cases",
    .file = "cases.csv",
    .help = "one row per case: patient, drug, reaction, course, minimum criteria",
    .write = write_cases,
};
