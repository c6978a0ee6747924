/* test_concept.c: the drugs, disorders and evidence of whole documents. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped_concepts.h"

#include <stdio.h>

#include "base/file.h"
#include "read/reader.h"

/* Superscript numbers in prose as call-outs of references 1 to 9. */
static void add_callouts(rxc_record *record)
{
    rxc_doc *doc = record->doc;
    for (int i = 1; i < 10; i++) *vec_push(doc->arena, &record->references) = (rxc_reference){ .number = i };
    for (size_t i = 0; i < doc->marks.n; i++) {
        const rxc_mark *mark = &doc->marks.v[i];
        const rxc_block *block = rxc_doc_block_at(doc, mark->span.b);
        if (mark->kind != RXC_MARK_SUPERSCRIPT || !block || !rxc_block_is_prose(block)) continue;
        rxc_callout *c = vec_push(doc->arena, &record->callouts);
        c->span = mark->span;
        c->text = rxc_span_of(doc->text, mark->span);
        for (size_t k = 0; k < c->text.n; k++)
            if (chr_digit(c->text.p[k])) *vec_push(doc->arena, &c->references) = (size_t)(c->text.p[k] - '1');
    }
}

static bool read_source(Arena *arena, Str source, rxc_record *record)
{
    rxc_err err = { 0 };
    const rxc_read_limits limits = RXC_READ_LIMITS_DEFAULT;
    *record = (rxc_record){ 0 };
    if (rxc_read(source, S("case.md"), &limits, arena, &record->doc, &err)) return false;
    add_callouts(record);
    rxc_concepts_find(concepts, record);
    return true;
}

static bool read_seed(Arena *arena, const char *name, rxc_record *record)
{
    Str source, path = arena_printf(arena, RXCITE_SOURCE_DIR "/../shared/data/seeds/%s", name);
    rxc_err err = { 0 };
    if (rxc_file_read(path.p, 1 << 20, arena, &source, &err)) {
        printf("skipped: %s is not there\n", path.p);
        return false;
    }
    return read_source(arena, source, record);
}

/* How many statements relate the two; certainty -1: any; reference 0: own, else cited from that one, -1: any. */
static size_t stated(const rxc_record *r, rxc_relation relation, const char *drug, const char *disorder, int certainty,
                     int reference)
{
    size_t count = 0;
    for (size_t i = 0; i < r->evidence.n; i++) {
        const rxc_evidence *e = &r->evidence.v[i];
        if (e->relation != relation || !str_eq(r->mentions.v[e->drug].concept, str_from(drug))) continue;
        if (disorder && !str_eq(r->mentions.v[e->disorder].concept, str_from(disorder))) continue;
        if (certainty >= 0 && (int)e->certainty != certainty) continue;
        bool cited = false;
        for (size_t k = 0; k < e->references.n; k++) cited |= (int)e->references.v[k] == reference - 1;
        if (reference > 0 && !(cited && e->attribution == RXC_CITED)) continue;
        if (reference == 0 && e->attribution != RXC_OWN) continue;
        count++;
    }
    return count;
}

#define AGEP "disorder:acute-generalized-exanthematous-pustulosis"
#define AD "disorder:atopic-dermatitis"

static void test_concept__the_letter(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    if (!read_seed(&arena, "000_dec781b5e833e4a2.txt", &r)) skip();
    assert_true(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", AGEP, RXC_ASSERTED, 0) >= 2);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", AGEP, RXC_ASSERTED, 4), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:beta-lactams", AGEP, RXC_ASSERTED, 3), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:antifungals", AGEP, RXC_ASSERTED, 3), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:calcium-channel-blockers", AGEP, RXC_ASSERTED, 3), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:conjunctivitis", RXC_ASSERTED, 1), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:nasopharyngitis", RXC_ASSERTED, 1), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:injection-site-reaction", RXC_ASSERTED, 1), 1);
    assert_true(stated(&r, RXC_TREATS, "drug:dupilumab", AD, -1, -1) >= 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", AD, -1, -1), 0);
    assert_int_equal(stated(&r, RXC_TREATS, "drug:dupilumab", AGEP, -1, -1), 0);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:pustular-psoriasis", -1, -1), 0);
    for (size_t i = 0; i < r.mentions.n; i++) {
        const rxc_mention *m = &r.mentions.v[i];
        if (str_eq(m->text, S("AGEP"))) assert_str(m->concept, AGEP);
        if (str_eq(m->text, S("systemic infection"))) assert_true(m->negated);
    }
    arena_clear(&arena);
}

static void test_concept__the_web_summary(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    if (!read_seed(&arena, "001_203cb4c55c5ddc2d.txt", &r)) skip();
    assert_true(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:alopecia-areata", RXC_ASSERTED, 0) >= 1);
    assert_true(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:alopecia", RXC_ASSERTED, 0) >= 1);
    assert_true(stated(&r, RXC_TREATS, "drug:triamcinolone", "disorder:alopecia-areata", -1, -1) >= 1);
    assert_true(stated(&r, RXC_TREATS, "drug:dupilumab", AD, -1, -1) >= 1);
    assert_int_equal(stated(&r, RXC_TREATS, "drug:dupilumab", "disorder:alopecia-areata", -1, -1), 0);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:dupilumab", AD, -1, -1), 0);
    static const char *const others[] = { "drug:tofacitinib", "drug:baricitinib", "drug:finasteride", "drug:minoxidil" };
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, others[i], NULL, -1, -1), 0);
        assert_int_equal(stated(&r, RXC_TREATS, others[i], NULL, -1, -1), 0);
    }
    arena_clear(&arena);
}

static void test_concept__the_medicine_page(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    if (!read_seed(&arena, "002_96f909c397dade81.txt", &r)) skip();
    assert_true(stated(&r, RXC_TREATS, "drug:dupilumab", AD, -1, -1) >= 1);
    for (size_t i = 0; i < r.evidence.n; i++) assert_int_equal(r.evidence.v[i].relation, RXC_TREATS);
    for (size_t i = 0; i < r.mentions.n; i++) {
        const rxc_mention *m = &r.mentions.v[i];
        if (str_eq(m->text, S("DUPIXENT"))) assert_str(m->concept, "drug:dupilumab");
        if (str_eq(m->text, S("AD"))) assert_str(m->concept, AD);
        if (str_eq(m->text, S("immunosuppressant"))) assert_true(m->negated);
    }
    arena_clear(&arena);
}

static void test_concept__own_case_and_cited_work(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    assert_true(read_source(&arena, S("# Two cases\n\nMethotrexate caused stomatitis.<sup>2</sup> We report a case of urticaria "
                                      "after amoxicillin.<sup>3</sup> Ibuprofen caused urticaria.\n"), &r));
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:methotrexate", "disorder:stomatitis", RXC_ASSERTED, 2), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:amoxicillin", "disorder:urticaria", RXC_ASSERTED, 0), 1);
    assert_int_equal(stated(&r, RXC_ADVERSE_EFFECT, "drug:ibuprofen", "disorder:urticaria", RXC_ASSERTED, 0), 1);
    arena_clear(&arena);
}

static void test_concept__terms_are_found_by_id(void **state)
{
    (void)state;
    rxc_term term;
    assert_true(rxc_concepts_term(concepts, S("drug:dupilumab"), &term));
    assert_str(term.name, "dupilumab");
    assert_int_equal(term.type, RXC_DRUG);
    assert_false(rxc_concepts_term(concepts, S("drug:"), &term));
}

static void test_concept__missing_data_is_an_error(void **state)
{
    (void)state;
    rxc_concepts *none = NULL;
    rxc_err err = { 0 };
    assert_int_equal(rxc_concepts_open("/nonexistent", &none, &err), RXC_DATA);
    assert_non_null(strstr(err.text, "/nonexistent"));
}

/* How many statements relate the two in a short text. */
static size_t says(const char *text, rxc_relation relation, const char *drug, const char *disorder, int certainty)
{
    Arena arena = { 0 };
    rxc_record r;
    size_t count = read_source(&arena, str_from(text), &r) ? stated(&r, relation, drug, disorder, certainty, -1) : SIZE_MAX;
    arena_clear(&arena);
    return count;
}

static void test_concept__what_patients_had_before_is_no_reaction(void **state)
{
    (void)state;
    static const char text[] = "A patient was given hydroxychloroquine. Nearly all of those patients had lupus.\n";
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:hydroxychloroquine", NULL, -1), 0);
    assert_int_equal(says("Oral corticosteroids were given to 12 patients. Four developed asthma.\n", RXC_ADVERSE_EFFECT,
                          "drug:corticosteroids", NULL, -1), 0);
    assert_int_equal(says("He was given tralokinumab. Later he developed conjunctivitis.\n", RXC_ADVERSE_EFFECT,
                          "drug:tralokinumab", "disorder:conjunctivitis", RXC_ASSERTED), 1);
}

static void test_concept__parallel_clauses_do_not_cross(void **state)
{
    (void)state;
    static const char text[] = "Prednisone caused osteopenia, ustekinumab caused pruritus, and apremilast caused diarrhea.\n";
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:apremilast", "disorder:osteopenia", -1), 0);
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:prednisone", "disorder:diarrhea", -1), 0);
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:apremilast", "disorder:diarrhea", -1), 1);
}

static void test_concept__a_class_of_drugs_needs_a_plain_statement(void **state)
{
    (void)state;
    static const char text[] = "Viral infections can trigger AGEP: a woman developed AGEP during an infection with parvovirus B19, "
                               "although she had taken cephalosporins as well.\n";
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:cephalosporins", NULL, -1), 0);
    assert_int_equal(says("Most cases of AGEP are caused by beta-lactams or antifungals.\n", RXC_ADVERSE_EFFECT, "drug:antifungals",
                          AGEP, RXC_ASSERTED), 1);
}

static void test_concept__what_a_drug_stops_it_treats(void **state)
{
    (void)state;
    assert_int_equal(says("Doxycycline stopped the corneal ulcer.\n", RXC_TREATS, "drug:doxycycline", "disorder:corneal-ulcer", -1), 1);
    assert_int_equal(says("In 4 patients alopecia areata worsened after dupilumab was begun.\n", RXC_ADVERSE_EFFECT, "drug:dupilumab",
                          "disorder:alopecia-areata", -1), 1);
}

/* What treats a disorder in many may worsen it in some. */
static void test_concept__a_plain_adverse_effect_is_not_outweighed(void **state)
{
    (void)state;
    static const char text[] = "Infliximab was given for psoriasis. Infliximab is approved for psoriasis. Psoriasis was treated with infliximab in all. "
                               "Infliximab-induced psoriasis was seen in two.\n";
    assert_true(says(text, RXC_TREATS, "drug:infliximab", "disorder:psoriasis", -1) >= 2);
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:infliximab", "disorder:psoriasis", -1), 1);
}

static void test_concept__what_is_denied_is_this_drug_or_this_disorder(void **state)
{
    (void)state;
    static const char text[] = "Two men who had received cisplatin without complications experienced anaphylaxis to cisplatin.\n";
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:cisplatin", "disorder:anaphylaxis", RXC_NEGATED), 0);
    assert_true(says(text, RXC_ADVERSE_EFFECT, "drug:cisplatin", "disorder:anaphylaxis", RXC_ASSERTED) >= 1);
    assert_int_equal(says("The rash was not caused by amoxicillin.\n", RXC_ADVERSE_EFFECT, "drug:amoxicillin", "disorder:rash", RXC_ASSERTED), 0);
}

/* Whatever the models make of an odd wording: what no list holds and no statement needs is not kept. */
static void test_concept__doubtful_names_need_a_statement(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    assert_true(read_source(&arena, S("# Example letter on dupilumab\n\nThis letter is on dupilumab.\n"), &r));
    for (size_t i = 0; i < r.mentions.n; i++) {
        const rxc_mention *m = &r.mentions.v[i];
        bool needed = false;
        for (size_t k = 0; k < r.evidence.n; k++) needed |= r.evidence.v[k].drug == i || r.evidence.v[k].disorder == i;
        assert_true(needed || m->concept.n || m->score >= 0.65f);
    }
    arena_clear(&arena);
}

static void test_concept__listed_side_effects(void **state)
{
    (void)state;
    static const char text[] = "The side effects that doctors expect of dupilumab are conjunctivitis and nasopharyngitis.\n";
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:conjunctivitis", RXC_ASSERTED), 1);
    assert_int_equal(says(text, RXC_ADVERSE_EFFECT, "drug:dupilumab", "disorder:nasopharyngitis", RXC_ASSERTED), 1);
}

static void test_concept__certainty_is_of_the_relation(void **state)
{
    (void)state;
    assert_int_equal(says("We cannot say why hydroxychloroquine-induced AGEP lasts longer.\n", RXC_ADVERSE_EFFECT,
                          "drug:hydroxychloroquine", AGEP, RXC_ASSERTED), 1);
    assert_int_equal(says("Hydroxychloroquine was given for presumed COVID-19.\n", RXC_TREATS, "drug:hydroxychloroquine",
                          "disorder:covid-19", RXC_ASSERTED), 1);
}

static void test_concept__targets_are_no_drugs(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record r;
    assert_true(read_source(&arena, S("Tralokinumab, an antibody against interleukin (IL)-13, is used to treat "
                                      "atopic dermatitis.\n"), &r));
    for (size_t i = 0; i < r.mentions.n; i++) assert_true(str_find(r.mentions.v[i].text, S("IL")) == STR_NONE);
    assert_int_equal(stated(&r, RXC_TREATS, "drug:tralokinumab", AD, -1, -1), 1);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_concept__the_letter),
        cmocka_unit_test(test_concept__the_web_summary),
        cmocka_unit_test(test_concept__the_medicine_page),
        cmocka_unit_test(test_concept__own_case_and_cited_work),
        cmocka_unit_test(test_concept__what_patients_had_before_is_no_reaction),
        cmocka_unit_test(test_concept__parallel_clauses_do_not_cross),
        cmocka_unit_test(test_concept__a_class_of_drugs_needs_a_plain_statement),
        cmocka_unit_test(test_concept__what_a_drug_stops_it_treats),
        cmocka_unit_test(test_concept__a_plain_adverse_effect_is_not_outweighed),
        cmocka_unit_test(test_concept__what_is_denied_is_this_drug_or_this_disorder),
        cmocka_unit_test(test_concept__doubtful_names_need_a_statement),
        cmocka_unit_test(test_concept__listed_side_effects),
        cmocka_unit_test(test_concept__certainty_is_of_the_relation),
        cmocka_unit_test(test_concept__targets_are_no_drugs),
        cmocka_unit_test(test_concept__terms_are_found_by_id),
        cmocka_unit_test(test_concept__missing_data_is_an_error),
    };
    return cmocka_run_group_tests(tests, open_concepts, close_concepts);
}
