/* put.c: writes documents, statements and works into a library. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db.h"

static Str str_of(const char *text) { return str_from(text); }

static int64_t line_at(const rxc_record *record, size_t at) { return (int64_t)rxc_doc_line_at(record->doc, at); }

/* --- documents ------------------------------------------------------------------------------------------------ */

static rxc_status put_callouts(rxc_store *store, const rxc_record *record, int64_t row, rxc_err *err)
{
    for (size_t i = 0; i < record->callouts.n; i++) {
        const rxc_callout *callout = &record->callouts.v[i];
        int64_t line = line_at(record, callout->span.b);
        for (size_t r = 0; r < callout->references.n; r++)
            RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_CALLOUT, err, "iotio", row, line, callout->text,
                               (int64_t)callout->references.v[r], (int64_t)0));
        for (size_t r = 0; r < callout->unresolved.n; r++)
            RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_CALLOUT, err, "iotzi", row, line, callout->text, (Str){ 0 },
                               (int64_t)callout->unresolved.v[r]));
    }
    return RXC_OK;
}

static rxc_status put_mentions(rxc_store *store, const rxc_record *record, int64_t row, rxc_err *err)
{
    for (size_t i = 0; i < record->mentions.n; i++) {
        const rxc_mention *mention = &record->mentions.v[i];
        RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_MENTION, err, "iotttti", row, line_at(record, mention->span.b),
                           str_of(rxc_concept_type_name(mention->type)), mention->concept, mention->name, mention->text,
                           (int64_t)mention->negated));
    }
    return RXC_OK;
}

static Str concept_of(const rxc_record *record, size_t mention)
{
    const rxc_mention *m = &record->mentions.v[mention];
    return m->concept.n ? m->concept : m->name;
}

static rxc_status put_evidence(rxc_store *store, const rxc_record *record, int64_t row, rxc_err *err)
{
    for (size_t i = 0; i < record->evidence.n; i++) {
        const rxc_evidence *e = &record->evidence.v[i];
        RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_EVIDENCE, err, "iottttttdt", row, line_at(record, e->sentence.b),
                           str_of(rxc_relation_name(e->relation)), concept_of(record, e->drug),
                           concept_of(record, e->disorder), str_of(rxc_certainty_name(e->certainty)),
                           str_of(rxc_attribution_name(e->attribution)), e->rule, (double)e->score, e->text));
    }
    return RXC_OK;
}

static rxc_status put_troubles(rxc_store *store, const rxc_record *record, int64_t row, rxc_err *err)
{
    for (size_t i = 0; i < record->doc->diags.n; i++) {
        const rxc_diag *diag = &record->doc->diags.v[i];
        RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_DIAGNOSTIC, err, "ittoot", row, str_of(rxc_diag_severity(diag->severity)),
                           diag->code, (int64_t)diag->line, (int64_t)diag->column, diag->text));
    }
    for (size_t i = 0; i < record->ledger.losses.n; i++) {
        const rxc_loss *loss = &record->ledger.losses.v[i];
        RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_LOSS, err, "ittito", row, loss->what, loss->reason, (int64_t)loss->count,
                           loss->example, (int64_t)loss->line));
    }
    return RXC_OK;
}

rxc_status rxc_store_put_document(rxc_store *store, const rxc_record *record, int64_t *row, rxc_err *err)
{
    const rxc_doc *doc = record->doc;
    Buf json = { 0 };
    rxc_record_write(&json, record, true);
    rxc_status status = rxc_db_run(store, RXC_SQL_PUT_DOCUMENT, err, "ttttit", doc->sha256, doc->name, doc->format,
                                   str_of(rxc_doc_kind_name(doc->kind)), (int64_t)doc->bytes, buf_str(&json));
    buf_clear(&json);
    RXC_TRY(status);
    *row = sqlite3_last_insert_rowid(store->db);
    RXC_TRY(put_callouts(store, record, *row, err));
    RXC_TRY(put_mentions(store, record, *row, err));
    RXC_TRY(put_evidence(store, record, *row, err));
    return put_troubles(store, record, *row, err);
}

rxc_status rxc_store_put_failure(rxc_store *store, Str name, Str problem, rxc_err *err)
{
    return rxc_db_run(store, RXC_SQL_PUT_FAILURE, err, "tt", name, problem);
}

/* --- statements and works ------------------------------------------------------------------------------------- */

static void write_csl(Buf *out, const rxc_work *work)
{
    Jsonw w = { .out = out };
    rxc_work_write(&w, work);
}

rxc_status rxc_store_put_statement(rxc_store *store, const rxc_store_statement *statement, int64_t *row, rxc_err *err)
{
    Buf csl = { 0 };
    write_csl(&csl, &statement->stated);
    rxc_status status = rxc_db_run(store, RXC_SQL_PUT_STATEMENT, err, "iiot", statement->document,
                                   statement->position, statement->work, buf_str(&csl));
    buf_clear(&csl);
    RXC_TRY(status);
    *row = sqlite3_last_insert_rowid(store->db);
    for (size_t i = 0; i < statement->key_count; i++)
        RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_KEY, err, "ti", statement->keys[i], *row));
    return RXC_OK;
}

rxc_status rxc_store_set_work(rxc_store *store, int64_t statement, int64_t work, rxc_err *err)
{
    return rxc_db_run(store, RXC_SQL_SET_WORK, err, "io", statement, work);
}

static rxc_status put_authors(rxc_store *store, int64_t row, const rxc_names *names, rxc_err *err)
{
    RXC_TRY(rxc_db_run(store, RXC_SQL_DROP_AUTHORS, err, "i", row));
    for (size_t i = 0; i < names->n; i++) {
        const rxc_name *name = &names->v[i];
        RXC_TRY(rxc_db_run(store, RXC_SQL_PUT_AUTHOR, err, "iizzz", row, (int64_t)i, name->family, name->given,
                           name->literal));
    }
    return RXC_OK;
}

rxc_status rxc_store_put_work(rxc_store *store, const rxc_store_work *work, int64_t *row, rxc_err *err)
{
    const rxc_work *merged = &work->work;
    rxc_sql sql = work->row ? RXC_SQL_SET_WORK_ROW : RXC_SQL_ADD_WORK;
    Buf csl = { 0 };
    write_csl(&csl, merged);
    rxc_status status = work->row ? rxc_db_run(store, RXC_SQL_UNNAME, err, "it", work->row, work->base) : RXC_OK;
    if (!status)
        status = rxc_db_run(store, sql, err, work->row ? "ttbitttozzi" : "ttbitttozz", work->base, work->order,
                            work->ranks, (int64_t)work->contested, buf_str(&csl), merged->title, merged->container,
                            (int64_t)merged->issued.year, merged->doi, merged->pmid, work->row);
    buf_clear(&csl);
    RXC_TRY(status);
    *row = work->row ? work->row : sqlite3_last_insert_rowid(store->db);
    return put_authors(store, *row, &merged->authors, err);
}

rxc_status rxc_store_drop_work(rxc_store *store, int64_t row, rxc_err *err)
{
    RXC_TRY(rxc_db_run(store, RXC_SQL_UNNAME, err, "it", row, S("")));
    return rxc_db_run(store, RXC_SQL_DROP_WORK, err, "i", row);
}
