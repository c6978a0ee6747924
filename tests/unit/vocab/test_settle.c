/* test_settle.c: imported concepts join those that are there; each wording stays with one concept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "vocab/settle.h"

typedef struct Fixture {
    Arena arena;
    rxc_import base, import;
    rxc_settle settle;
} Fixture;

static void set_up(Fixture *f)
{
    *f = (Fixture){ 0 };
    f->base.arena = f->import.arena = f->settle.arena = &f->arena;
}

static rxc_vocab_entry *concept_of(rxc_import *import, rxc_concept_type type, const char *id, const char *name)
{
    rxc_vocab_entry *entry = rxc_import_fresh(import);
    entry->type = type;
    entry->id = str_from(id);
    rxc_import_name(import, entry, str_from(name), 0);
    return entry;
}

static void finish(Fixture *f)
{
    rxc_settle_base(&f->settle, &f->base);
    rxc_settle_add(&f->settle, &f->import, S("Test"));
    rxc_settle_end(&f->settle);
}

static size_t skipped(const rxc_import *import, const char *reason)
{
    for (size_t i = 0; i < import->skips.n; i++)
        if (strcmp(import->skips.v[i].reason, reason) == 0) return import->skips.v[i].count;
    return 0;
}

static void test_settle__the_same_name_joins_and_brings_its_codes(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    concept_of(&f.base, RXC_DISORDER, "disorder:oedema", "oedema");
    rxc_vocab_entry *e = concept_of(&f.import, RXC_DISORDER, "", "Edema");
    rxc_import_code(&f.import, e, S("MeSH"), S("D004487"));
    rxc_import_add(&f.import, e, RXC_ENTRY_SYNONYMS, S("dropsy"));
    finish(&f);
    assert_int_equal(f.settle.entries.n, 1);
    assert_str(f.settle.entries.v[0].p->id, "disorder:oedema");
    assert_str(f.settle.entries.v[0].p->lists[RXC_ENTRY_CODES].v[0], "MeSH:D004487");
    assert_str(f.settle.entries.v[0].p->lists[RXC_ENTRY_SYNONYMS].v[0], "dropsy");
    assert_int_equal(f.settle.joined, 1);
    arena_clear(&f.arena);
}

static void test_settle__synonyms_join_when_most_are_of_one_concept(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    rxc_vocab_entry *a = concept_of(&f.base, RXC_DRUG, "drug:paracetamol", "paracetamol");
    rxc_import_add(&f.base, a, RXC_ENTRY_SYNONYMS, S("acetaminophen"));
    concept_of(&f.base, RXC_DRUG, "drug:other", "other");
    rxc_vocab_entry *e = concept_of(&f.import, RXC_DRUG, "", "APAP preparation");
    rxc_import_add(&f.import, e, RXC_ENTRY_SYNONYMS, S("Acetaminophen"));
    rxc_import_add(&f.import, e, RXC_ENTRY_BRANDS, S("Paracetamol"));
    rxc_import_add(&f.import, e, RXC_ENTRY_SYNONYMS, S("other"));
    finish(&f);
    assert_int_equal(f.settle.entries.n, 2);
    assert_int_equal(f.settle.entries.v[1].p->lists[RXC_ENTRY_SYNONYMS].n, 2);
    assert_str(f.settle.entries.v[1].p->lists[RXC_ENTRY_SYNONYMS].v[1], "APAP preparation");
    assert_int_equal(skipped(&f.import, "name: another concept has it"), 1);
    arena_clear(&f.arena);
}

static void test_settle__as_many_wordings_of_two_concepts_join_none(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    concept_of(&f.base, RXC_DRUG, "drug:a", "aaa");
    concept_of(&f.base, RXC_DRUG, "drug:b", "bbb");
    rxc_vocab_entry *e = concept_of(&f.import, RXC_DRUG, "", "mixture");
    rxc_import_add(&f.import, e, RXC_ENTRY_SYNONYMS, S("aaa"));
    rxc_import_add(&f.import, e, RXC_ENTRY_SYNONYMS, S("bbb"));
    finish(&f);
    assert_int_equal(f.settle.entries.n, 2);
    assert_int_equal(skipped(&f.import, "concept: its wordings are those of several concepts"), 1);
    arena_clear(&f.arena);
}

static void test_settle__narrower_names_are_no_reason_to_join(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    concept_of(&f.base, RXC_DISORDER, "disorder:hand-eczema", "hand eczema");
    rxc_vocab_entry *e = concept_of(&f.import, RXC_DISORDER, "", "eczema");
    rxc_import_narrower(&f.import, e, S("hand eczema"));
    rxc_import_narrower(&f.import, e, S("foot eczema"));
    finish(&f);
    assert_int_equal(f.settle.entries.n, 2);
    assert_str(f.settle.entries.v[0].p->id, "disorder:eczema");
    assert_int_equal(f.settle.entries.v[0].p->lists[RXC_ENTRY_SYNONYMS].n, 1);
    assert_str(f.settle.entries.v[0].p->lists[RXC_ENTRY_SYNONYMS].v[0], "foot eczema");
    arena_clear(&f.arena);
}

static void test_settle__a_name_that_is_a_short_form_joins(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    rxc_vocab_entry *own = concept_of(&f.base, RXC_DRUG, "drug:adenosine-triphosphate", "adenosine triphosphate");
    rxc_import_add(&f.base, own, RXC_ENTRY_SHORTS, S("ATP"));
    rxc_vocab_entry *e = concept_of(&f.import, RXC_DRUG, "", "ATP");
    rxc_import_code(&f.import, e, S("MeSH"), S("D000255"));
    finish(&f);
    assert_int_equal(f.settle.entries.n, 1);
    assert_int_equal(f.settle.entries.v[0].p->lists[RXC_ENTRY_SYNONYMS].n, 0);
    assert_str(f.settle.entries.v[0].p->lists[RXC_ENTRY_CODES].v[0], "MeSH:D000255");
    arena_clear(&f.arena);
}

static void test_settle__the_other_type_does_not_join(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    concept_of(&f.base, RXC_DRUG, "drug:cold", "cold");
    concept_of(&f.import, RXC_DISORDER, "", "Cold");
    finish(&f);
    assert_int_equal(f.settle.entries.n, 1);
    assert_int_equal(skipped(&f.import, "concept: its name is that of a concept of the other type"), 1);
    arena_clear(&f.arena);
}

static void test_settle__a_preferred_name_goes_before_a_synonym(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    rxc_vocab_entry *a = concept_of(&f.import, RXC_DISORDER, "", "aaa");
    rxc_import_add(&f.import, a, RXC_ENTRY_SYNONYMS, S("bbb"));
    concept_of(&f.import, RXC_DISORDER, "", "bbb");
    finish(&f);
    assert_int_equal(f.settle.entries.n, 2);
    assert_int_equal(f.settle.entries.v[0].p->lists[RXC_ENTRY_SYNONYMS].n, 0);
    arena_clear(&f.arena);
}

static void test_settle__equal_slugs_get_numbers(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    concept_of(&f.base, RXC_DRUG, "drug:new-name", "old name");
    concept_of(&f.import, RXC_DRUG, "", "new name");
    concept_of(&f.import, RXC_DRUG, "", "\xE8\x8D\xAF"); /* no ASCII slug, no code */
    concept_of(&f.import, RXC_DRUG, "", "\xE7\x97\x85");
    finish(&f);
    assert_int_equal(f.settle.entries.n, 4);
    assert_str(f.settle.entries.v[1].p->id, "drug:new-name-2");
    assert_str(f.settle.entries.v[2].p->id, "drug:unnamed");
    assert_str(f.settle.entries.v[3].p->id, "drug:unnamed-2");
    arena_clear(&f.arena);
}

static void test_settle__short_forms_of_several_concepts_are_marked(void **state)
{
    Fixture f;
    (void)state;
    set_up(&f);
    rxc_vocab_entry *own = concept_of(&f.base, RXC_DISORDER, "disorder:multiple-sclerosis", "multiple sclerosis");
    rxc_import_add(&f.base, own, RXC_ENTRY_SHORTS, S("MS"));
    rxc_vocab_entry *a = concept_of(&f.import, RXC_DISORDER, "", "mitral stenosis");
    rxc_import_add(&f.import, a, RXC_ENTRY_SYNONYMS, S("MS"));
    rxc_import_add(&f.import, a, RXC_ENTRY_SYNONYMS, S("MST"));
    finish(&f);
    assert_str(f.settle.entries.v[0].p->lists[RXC_ENTRY_SHORTS].v[0], "MS?");
    assert_str(f.settle.entries.v[0].p->lists[RXC_ENTRY_SHORTS].v[1], "MST");
    assert_str(f.settle.entries.v[1].p->lists[RXC_ENTRY_SHORTS].v[0], "MS");
    arena_clear(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settle__the_same_name_joins_and_brings_its_codes),
        cmocka_unit_test(test_settle__synonyms_join_when_most_are_of_one_concept),
        cmocka_unit_test(test_settle__as_many_wordings_of_two_concepts_join_none),
        cmocka_unit_test(test_settle__narrower_names_are_no_reason_to_join),
        cmocka_unit_test(test_settle__a_name_that_is_a_short_form_joins),
        cmocka_unit_test(test_settle__the_other_type_does_not_join),
        cmocka_unit_test(test_settle__a_preferred_name_goes_before_a_synonym),
        cmocka_unit_test(test_settle__equal_slugs_get_numbers),
        cmocka_unit_test(test_settle__short_forms_of_several_concepts_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
