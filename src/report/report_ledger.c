/* report_ledger.c: per input what was seen, parsed, resolved, and why the rest was lost.
 *
 * For references: seen = parsed + unparsed = resolved + unresolved. For call-outs: seen = resolved + unresolved.
 * Losses that the stages did not explain are counted under the reason "unexplained", so that the account always adds
 * up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jsonw.h"
#include "model/account.h"
#include "report/facts.h"

extern const rxc_report rxc_report_ledger;

typedef struct account {
    size_t stated, seen, parsed, resolved; /* references */
    size_t called, answered;               /* call-outs */
    size_t lost;                           /* of a sum: call-outs written */
} account;

/* What of n is not in part; a stage that counts more than it saw is not believed. */
static size_t rest(size_t n, size_t part) { return n > part ? n - part : 0; }

static account account_of(const rxc_report_input_row *row)
{
    const rxc_ledger *ledger = &row->record->ledger;
    account a = { .stated = ledger->references_stated,
                  .seen = ledger->references_seen,
                  .parsed = ledger->references_parsed,
                  .called = ledger->callouts_seen,
                  .resolved = row->resolved_count,
                  .answered = ledger->callouts_resolved };
    return a;
}

static void write_share(Jsonw *w, size_t part, size_t whole)
{
    jsonw_key(w, "percent");
    if (whole) jsonw_num(w, 100.0 * (double)part / (double)whole, 4);
    else jsonw_null(w);
}

static void write_account(Jsonw *w, const account *a)
{
    jsonw_key(w, "references"), jsonw_object(w);
    if (a->stated) jsonw_key_int(w, "stated", (long long)a->stated);
    jsonw_key_int(w, "seen", (long long)a->seen);
    jsonw_key_int(w, "parsed", (long long)a->parsed);
    jsonw_key_int(w, "unparsed", (long long)rest(a->seen, a->parsed));
    jsonw_key_int(w, "resolved", (long long)a->resolved);
    jsonw_key_int(w, "unresolved", (long long)rest(a->seen, a->resolved));
    write_share(w, a->resolved, a->seen);
    jsonw_end_object(w);
    jsonw_key(w, "callouts"), jsonw_object(w);
    jsonw_key_int(w, "seen", (long long)a->called);
    jsonw_key_int(w, "resolved", (long long)a->answered);
    jsonw_key_int(w, "unresolved", (long long)rest(a->called, a->answered));
    write_share(w, a->answered, a->called);
    jsonw_end_object(w);
}

static void write_loss(Jsonw *w, Str what, Str reason, size_t count, Str example, size_t line)
{
    jsonw_object(w);
    jsonw_key_str(w, "what", what);
    jsonw_key_str(w, "reason", reason);
    jsonw_key_int(w, "count", (long long)count);
    jsonw_key_some(w, "example", example);
    if (line) jsonw_key_int(w, "line", (long long)line);
    jsonw_end_object(w);
}

static size_t explained(const rxc_ledger *ledger, Str what)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->losses.n; i++)
        if (str_eq(ledger->losses.v[i].what, what)) count += ledger->losses.v[i].count;
    return count;
}

static void write_losses(Jsonw *w, const rxc_ledger *ledger, const account *a)
{
    jsonw_key(w, "losses");
    jsonw_array(w);
    for (size_t i = 0; i < ledger->losses.n; i++) {
        const rxc_loss *loss = &ledger->losses.v[i];
        write_loss(w, loss->what, loss->reason, loss->count, loss->example, loss->line);
    }
    size_t references = rest(rest(a->seen, a->resolved), explained(ledger, S("reference")));
    size_t callouts = rest(rest(a->called, a->answered), explained(ledger, S("callout")));
    if (references) write_loss(w, S("reference"), S("unexplained"), references, (Str){ 0 }, 0);
    if (callouts) write_loss(w, S("callout"), S("unexplained"), callouts, (Str){ 0 }, 0);
    jsonw_end_array(w);
}

/* The lost call-outs of an input; *next is the first that is not yet written, as they are in order of inputs. */
static void write_unresolved(Jsonw *w, const rxc_facts *facts, size_t input, size_t *next)
{
    jsonw_key(w, "unresolved_callouts");
    jsonw_array(w);
    for (; *next < facts->lost.n && facts->lost.v[*next].input == input; ++*next) {
        const rxc_lost_callout *lost = &facts->lost.v[*next];
        jsonw_object(w);
        jsonw_key_str(w, "place", lost->place);
        jsonw_key_str(w, "text", lost->text);
        jsonw_key_str(w, "missing", lost->missing);
        jsonw_key_some(w, "sentence", lost->sentence);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
}

static void write_diagnostics(Jsonw *w, const rxc_diags *diags)
{
    jsonw_key(w, "diagnostics");
    jsonw_array(w);
    for (size_t i = 0; i < diags->n; i++) {
        const rxc_diag *diag = &diags->v[i];
        jsonw_object(w);
        jsonw_key_str(w, "severity", str_from(rxc_diag_severity(diag->severity)));
        jsonw_key_str(w, "code", diag->code);
        if (diag->line) jsonw_key_int(w, "line", (long long)diag->line);
        jsonw_key_str(w, "text", diag->text);
        jsonw_end_object(w);
    }
    jsonw_end_array(w);
    if (diags->more) jsonw_key_int(w, "more_diagnostics", (long long)diags->more);
}

static void write_input(Jsonw *w, const rxc_facts *facts, size_t i, account *sum)
{
    const rxc_report_input_row *row = &facts->input->inputs[i];
    jsonw_object(w);
    jsonw_key_str(w, "file", row->file);
    jsonw_key_str(w, "status", row->record ? S("read") : S("failed"));
    if (!row->record) {
        jsonw_key_str(w, "problem", row->problem);
        jsonw_end_object(w);
        return;
    }
    const rxc_doc *doc = row->record->doc;
    jsonw_key_str(w, "format", doc->format);
    jsonw_key_int(w, "bytes", (long long)doc->bytes);
    jsonw_key_str(w, "kind", str_from(rxc_doc_kind_name(doc->kind)));
    account a = account_of(row);
    write_account(w, &a);
    write_losses(w, &row->record->ledger, &a);
    write_unresolved(w, facts, i, &sum->lost);
    write_diagnostics(w, &doc->diags);
    jsonw_end_object(w);
    sum->seen += a.seen, sum->parsed += a.parsed, sum->resolved += a.resolved;
    sum->called += a.called, sum->answered += a.answered;
}

/* A file of many documents: an export, an archive. */
static void write_file(Jsonw *w, const rxc_account *file)
{
    account a = { .stated = file->sum.references_stated,
                  .seen = file->sum.references_seen,
                  .parsed = file->sum.references_parsed,
                  .resolved = file->resolved,
                  .called = file->sum.callouts_seen,
                  .answered = file->sum.callouts_resolved };
    jsonw_object(w);
    jsonw_key_str(w, "file", file->file);
    jsonw_key_int(w, "bytes", (long long)file->bytes);
    jsonw_key_int(w, "seen", (long long)file->sources);
    jsonw_key_int(w, "read", (long long)file->documents);
    jsonw_key_int(w, "failed", (long long)file->failures);
    write_account(w, &a);
    write_losses(w, &file->sum, &a);
    jsonw_end_object(w);
}

static void write_files(Jsonw *w, const rxc_facts *facts)
{
    rxc_accounts files = { 0 };
    for (size_t i = 0; i < facts->input->input_count; i++) {
        const rxc_report_input_row *row = &facts->input->inputs[i];
        if (row->record) rxc_account_add(facts->arena, &files, row->file, row->record, row->resolved_count);
        else rxc_account_fail(facts->arena, &files, row->file, row->problem);
    }
    rxc_account_finish(facts->arena, &files);
    jsonw_key(w, "files");
    jsonw_array(w);
    for (size_t i = 0; i < files.n; i++)
        if (files.v[i].sources > 1) write_file(w, &files.v[i]);
    jsonw_end_array(w);
}

static rxc_status write_ledger(const rxc_report_input *input, FILE *file, rxc_err *err)
{
    Arena arena = { 0 };
    Buf out = { 0 };
    Jsonw w = { .out = &out, .indent = 2 };
    rxc_facts facts;
    account sum = { 0 };
    rxc_facts_collect(&arena, input, &facts);
    jsonw_object(&w);
    jsonw_key_str(&w, "schema", S("rxcite/ledger/1"));
    jsonw_key(&w, "inputs");
    jsonw_array(&w);
    for (size_t i = 0; i < input->input_count; i++) write_input(&w, &facts, i, &sum);
    jsonw_end_array(&w);
    write_files(&w, &facts);
    jsonw_key(&w, "total");
    jsonw_object(&w);
    jsonw_key_int(&w, "seen", (long long)facts.sums.inputs);
    jsonw_key_int(&w, "read", (long long)facts.sums.read);
    jsonw_key_int(&w, "failed", (long long)facts.sums.failed);
    write_account(&w, &sum);
    jsonw_end_object(&w);
    jsonw_end_object(&w);
    buf_char(&out, '\n');
    rxc_status status = rxc_facts_flush(&out, file, err);
    buf_clear(&out);
    arena_clear(&arena);
    return status;
}

const rxc_report rxc_report_ledger = {
    .name = "ledger",
    .file = "ledger.json",
    .help = "per input: seen, parsed, resolved, unresolved, with the reason for each loss",
    .write = write_ledger,
};
