/* test_brief.c: what stays of a record for tables and reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/brief.h"
#include "small_record.h"

/* A record with two references and two drugs, one of each named by evidence, and a call-out that leads nowhere. */
static rxc_record *make(Arena *arena)
{
    rxc_work self = small_work(arena, "Roe", "A letter", 2024), cited = small_work(arena, "Wu", "A case", 2022);
    rxc_record *record = small_record(arena, "a.txt", &self);
    small_reference(arena, record, self, "Roe J. A letter. 2024");
    small_reference(arena, record, cited, "Wu L. A case. 2022");
    small_mention(arena, record, RXC_DRUG, "drug:aspirin");
    size_t drug = small_mention(arena, record, RXC_DRUG, "drug:dupilumab");
    size_t rash = small_mention(arena, record, RXC_DISORDER, "disorder:rash");
    small_evidence(arena, record, drug, rash, RXC_ASSERTED, 1);
    record->doc->text = S("It was seen before.7");
    rxc_callout *callout = vec_push(arena, &record->callouts);
    *callout = (rxc_callout){ .span = { 19, 20 }, .text = S("7"), .sentence = { 0, 20 } };
    *vec_push(arena, &callout->unresolved) = 7;
    return record;
}

static void test_brief__only_what_evidence_names_stays(void **state)
{
    Arena arena = { 0 }, other = { 0 };
    rxc_record brief;
    size_t *references;
    (void)state;
    rxc_brief_copy(&other, make(&arena), &brief, &references);
    arena_clear(&arena); /* nothing of the record is needed any more */
    assert_int_equal(brief.references.n, 1);
    assert_int_equal(references[0], 1);
    assert_str(brief.references.v[0].work.authors.v[0].family, "Wu");
    assert_int_equal(brief.mentions.n, 2);
    assert_int_equal(brief.evidence.n, 1);
    assert_str(brief.mentions.v[brief.evidence.v[0].drug].concept, "drug:dupilumab");
    assert_str(brief.mentions.v[brief.evidence.v[0].disorder].concept, "disorder:rash");
    assert_int_equal(brief.evidence.v[0].references.v[0], 0);
    arena_clear(&other);
}

static void test_brief__lost_callouts_keep_their_sentence(void **state)
{
    Arena arena = { 0 }, other = { 0 };
    rxc_record brief;
    size_t *references;
    (void)state;
    rxc_brief_copy(&other, make(&arena), &brief, &references);
    arena_clear(&arena);
    assert_int_equal(brief.callouts.n, 1);
    const rxc_callout *callout = &brief.callouts.v[0];
    assert_int_equal(callout->unresolved.v[0], 7);
    assert_str(rxc_doc_excerpt(brief.doc, callout->sentence, callout->span.b), "It was seen before.7");
    arena_clear(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_brief__only_what_evidence_names_stays),
        cmocka_unit_test(test_brief__lost_callouts_keep_their_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
