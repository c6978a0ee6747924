/* test_record_json.c: a record survives its JSON form; what is no record is refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "model/record.h"

static void add_evidence(Arena *arena, rxc_record *record)
{
    *vec_push(arena, &record->mentions) =
        (rxc_mention){ { 0, 9 }, { 0, 9 }, S("Dupilumab"), RXC_DRUG, S("drug:dupilumab"), S("dupilumab"), .score = 1 };
    *vec_push(arena, &record->mentions) = (rxc_mention){ .span = { 18, 22 }, .phrase = { 18, 22 }, .text = S("AGEP"),
                                                         .type = RXC_DISORDER, .negated = true, .score = 1 };
    rxc_evidence *evidence = vec_push(arena, &record->evidence);
    *evidence = (rxc_evidence){ .drug = 0, .disorder = 1, .attribution = RXC_CITED, .sentence = { 0, 25 },
                                .text = S("Dupilumab caused"), .rule = S("caused"), .score = 0.9f };
    *vec_push(arena, &evidence->references) = 0;
}

/* A letter that says `Dupilumab caused "AGEP".2` with one entry, numbered 2. */
static rxc_record letter(Arena *arena)
{
    rxc_doc *doc = arena_new(arena, rxc_doc);
    *doc = (rxc_doc){ .name = S("letter.md"), .sha256 = S("00ff"), .format = S("markdown"), .bytes = 26,
                      .kind = RXC_DOC_LETTER, .text = S("Dupilumab caused \"AGEP\".2"), .arena = arena };
    *vec_push(arena, &doc->blocks) = (rxc_block){ .span = { 0, 26 }, .line = 3 };
    doc->work.title = S("A letter");
    doc->work.issued = (rxc_date){ 2024, 5, 0 };
    *vec_push(arena, &doc->work.authors) = (rxc_name){ .family = S("Boer"), .given = S("A"), .particle = S("de") };
    rxc_diag_add(arena, &doc->diags, RXC_WARNING, "x.y", 3, 1, "odd");
    *vec_push(arena, &doc->notices) = (rxc_notice){ RXC_NOTICE_CONCERN, true, { .doi = S("10.1/a") } };
    rxc_record record = { .doc = doc };
    rxc_reference *ref = vec_push(arena, &record.references);
    *ref = (rxc_reference){ .number = 2, .raw = S("Wu L. AGEP. 2022."), .parsed = true, .confidence_authors = 0.5f };
    ref->work.title = S("AGEP");
    *vec_push(arena, &ref->work.authors) = (rxc_name){ .literal = S("WHO") };
    rxc_callout *callout = vec_push(arena, &record.callouts);
    *callout = (rxc_callout){ .span = { 24, 25 }, .text = S("2"), .sentence = { 0, 25 } };
    *vec_push(arena, &callout->references) = 0;
    *vec_push(arena, &callout->unresolved) = 9;
    add_evidence(arena, &record);
    rxc_ledger_lose(arena, &record.ledger, S("callout"), S("no-entry"), S("9"), 3);
    rxc_ledger_lose(arena, &record.ledger, S("callout"), S("no-entry"), S("8"), 4);
    return record;
}

static void test_record_json__what_is_written_is_read_back(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Buf first = { 0 }, second = { 0 };
    rxc_record record = letter(&arena), again;
    rxc_record_write(&first, &record, true);
    assert_int_equal(rxc_record_read(&arena, buf_str(&first), &again, NULL), RXC_OK);
    rxc_record_write(&second, &again, true);
    assert_true(str_eq(buf_str(&first), buf_str(&second)));
    assert_str(again.doc->work.authors.v[0].particle, "de");
    assert_int_equal(again.doc->notices.v[0].kind, RXC_NOTICE_CONCERN);
    assert_true(again.doc->notices.v[0].by_this);
    assert_str(again.doc->notices.v[0].work.doi, "10.1/a");
    assert_str(again.references.v[0].work.authors.v[0].literal, "WHO");
    assert_int_equal(again.callouts.v[0].unresolved.v[0], 9);
    assert_int_equal(again.ledger.losses.v[0].count, 2);
    assert_int_equal(rxc_doc_line_at(again.doc, 18), 3);
    buf_clear(&first), buf_clear(&second);
    arena_clear(&arena);
}

static void test_record_json__names_references_by_their_printed_number(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Buf out = { 0 };
    rxc_record record = letter(&arena);
    rxc_record_write(&out, &record, false);
    assert_true(str_find(buf_str(&out), S("\"text\":\"2\",\"references\":[2]")) != STR_NONE);
    assert_true(str_find(buf_str(&out), S("caused \\\"AGEP")) == STR_NONE); /* no text unless asked for */
    buf_clear(&out);
    arena_clear(&arena);
}

static void test_record_json__an_index_out_of_range_is_refused(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record record;
    rxc_err err = { 0 };
    Str bad = S("{\"schema\":\"rxcite/record/1\",\"callouts\":[{\"span\":[0,1],\"entries\":[4]}]}");
    assert_int_equal(rxc_record_read(&arena, bad, &record, &err), RXC_INPUT);
    assert_non_null(strstr(err.text, "index"));
    assert_int_equal(rxc_record_read(&arena, S("{\"schema\":\"other/1\"}"), &record, NULL), RXC_INPUT);
    assert_int_equal(rxc_record_read(&arena, S("{"), &record, NULL), RXC_INPUT);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_record_json__what_is_written_is_read_back),
        cmocka_unit_test(test_record_json__names_references_by_their_printed_number),
        cmocka_unit_test(test_record_json__an_index_out_of_range_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
