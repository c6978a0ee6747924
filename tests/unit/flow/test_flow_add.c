/* test_flow_add.c: works of a library do not depend on the order in which documents come. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow/flow.h"
#include "small_record.h"

static rxc_store *open_store(void)
{
    rxc_store *store = NULL;
    rxc_err err = { 0 };
    if (rxc_store_open(":memory:", RXC_STORE_CREATE, &store, &err)) fail_msg("%s", err.text);
    return store;
}

static bool add(rxc_store *store, const rxc_record *record)
{
    bool added = false;
    rxc_err err = { 0 };
    if (rxc_flow_add(store, record, &added, &err)) fail_msg("%s", err.text);
    return added;
}

/* Everything that the library knows of works, without row numbers. */
static Str dump(Arena *arena, rxc_store *store)
{
    rxc_store_works works = { 0 };
    rxc_store_documents documents = { 0 };
    rxc_err err = { 0 };
    Buf out = { 0 };
    Jsonw w = { .out = &out };
    if (rxc_store_works_all(store, arena, &works, &err)) fail_msg("%s", err.text);
    if (rxc_store_documents_all(store, arena, &documents, &err)) fail_msg("%s", err.text);
    for (size_t i = 0; i < works.n; i++) {
        buf_printf(&out, "\n%.*s [%.*s] ", STR_ARG(works.v[i].id), STR_ARG(works.v[i].order));
        w.some[0] = false;
        rxc_work_write(&w, &works.v[i].work);
    }
    for (size_t d = 0; d < documents.n; d++) {
        buf_printf(&out, "\n%.*s:", STR_ARG(documents.v[d].name));
        for (size_t r = 0; r <= documents.v[d].work_count; r++) {
            int64_t row = r ? documents.v[d].works[r - 1] : documents.v[d].work;
            for (size_t i = 0; i < works.n; i++)
                if (works.v[i].row == row) buf_printf(&out, " %.*s", STR_ARG(works.v[i].id));
        }
    }
    Str text = arena_str(arena, buf_str(&out));
    buf_clear(&out);
    return text;
}

static const char *const long_title = "Efficacy and Safety of Dupilumab in Adolescents With Atopic Dermatitis";

/* The document says that it retracts, corrects or doubts a work. */
static void small_notice(Arena *arena, rxc_record *record, rxc_notice_kind kind, rxc_work other)
{
    *vec_push(arena, &record->doc->notices) = (rxc_notice){ kind, true, other };
}

/* Five documents whose references name one work in several ways, with a wrong DOI, a document that is itself cited,
 * equal ids and a reference that says little. */
enum { DOCUMENTS = 5 };

static void make_records(Arena *arena, rxc_record *records[DOCUMENTS])
{
    rxc_work full = small_work(arena, "Simpson", long_title, 2020), paged = small_work(arena, "Simpson", "", 2020);
    rxc_work with_doi = full, wrong_doi = full, early = small_work(arena, "Simpson", long_title, 2019);
    with_doi.doi = S("10.1001/jamadermatol.2019.3336");
    wrong_doi.doi = S("10.1001/jamadermatol.2019.9999");
    paged.container = full.container = S("JAMA Dermatol");
    paged.volume = with_doi.volume = full.volume = S("156");
    paged.page = with_doi.page = full.page = S("44-56");
    with_doi.container = S("JAMA Dermatology");
    rxc_work first = small_work(arena, "Wu", "Dupilumab and pustulosis in a first patient", 2022);
    rxc_work second = small_work(arena, "Wu", "Dupilumab and pustulosis in another patient", 2022);
    rxc_work letter =
        small_work(arena, "Giorgio", "Acute generalized exanthematous pustulosis triggered by dupilumab", 0);
    rxc_work cited_letter =
        small_work(arena, "Giorgio", "Acute generalized exanthematous pustulosis triggered by dupilumab", 2026);
    rxc_work little = { .container = S("Data on file") };
    rxc_work page = { .title = S("How DUPIXENT works") };

    records[0] = small_record(arena, "0-letter.txt", &letter);
    small_reference(arena, records[0], full, "1");
    small_reference(arena, records[0], first, "2");
    records[1] = small_record(arena, "1-review.txt", NULL);
    small_reference(arena, records[1], with_doi, "1");
    small_reference(arena, records[1], cited_letter, "2");
    small_reference(arena, records[1], little, "Data on file");
    small_reference(arena, records[1], with_doi, "4");
    records[2] = small_record(arena, "2-page.txt", &page);
    small_reference(arena, records[2], wrong_doi, "1");
    small_reference(arena, records[2], second, "2");
    records[3] = small_record(arena, "3-paper.txt", &first);
    small_reference(arena, records[3], paged, "1");
    small_reference(arena, records[3], little, "Data on file");
    small_reference(arena, records[3], (rxc_work){ 0 }, "illegible");
    records[4] = small_record(arena, "4-paper.txt", &second);
    small_reference(arena, records[4], early, "1");
    small_reference(arena, records[4], first, "2");
    small_notice(arena, records[2], RXC_NOTICE_CORRECTION, (rxc_work){ .doi = with_doi.doi });
    small_notice(arena, records[3], RXC_NOTICE_RETRACTION, (rxc_work){ .doi = with_doi.doi });
    small_notice(arena, records[3], RXC_NOTICE_CONCERN, (rxc_work){ .doi = with_doi.doi });
    small_notice(arena, records[4], RXC_NOTICE_RETRACTION, (rxc_work){ .doi = S("10.1000/nobody-cites-it") });
}

static void add_in_order(rxc_store *store, rxc_record *const records[DOCUMENTS], int order, bool together)
{
    size_t left[DOCUMENTS], n = DOCUMENTS;
    rxc_err err = { 0 };
    for (size_t i = 0; i < n; i++) left[i] = i;
    if (together) assert_int_equal(rxc_store_begin(store, &err), RXC_OK);
    for (int rest = order; n > 0; n--) {
        size_t pick = (size_t)rest % n;
        rest /= (int)n;
        assert_true(add(store, records[left[pick]]));
        left[pick] = left[n - 1];
    }
    if (together) assert_int_equal(rxc_store_commit(store, &err), RXC_OK);
}

static void test_flow_add__order_does_not_matter(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record *records[DOCUMENTS];
    Str first = { 0 };
    make_records(&arena, records);
    for (int order = 0; order < 120; order++) { /* all of them */
        rxc_store *store = open_store();
        add_in_order(store, records, order, order % 2 == 1);
        Str content = dump(&arena, store);
        if (order == 0) first = content;
        if (!str_eq(content, first))
            fail_msg("order %d gives\n%.*s\n\nnot%.*s", order, STR_ARG(content), STR_ARG(first));
        rxc_store_close(store);
    }
    arena_clear(&arena);
}

static uint32_t next_random(uint32_t *state) { return (*state = *state * 1664525u + 1013904223u) >> 8; }

/* Works that share titles, pages and identifiers at random: every kind of contradiction comes up. */
static rxc_work random_work(Arena *arena, uint32_t *random)
{
    static const char *const titles[] = { "Dupilumab in a patient with severe atopic dermatitis",
                                          "Dupilumab and its many reactions", "Reply" };
    static const char *const dois[] = { "", "", "10.1000/a", "10.1000/b", "10.1000/c" };
    static const char *const pmids[] = { "", "", "", "1", "2" };
    rxc_work work = small_work(arena, next_random(random) % 4 ? "Wu" : "Li", titles[next_random(random) % 3],
                               2019 + (int)(next_random(random) % 4));
    work.doi = str_from(dois[next_random(random) % 5]);
    work.pmid = str_from(pmids[next_random(random) % 5]);
    if (work.doi.n && next_random(random) % 3 == 0) return (rxc_work){ .doi = work.doi }; /* nothing else is printed */
    if (next_random(random) % 2) work.volume = S("7"), work.page = S("1-9"), work.container = S("Lancet");
    return work;
}

static void test_flow_add__no_contradiction_makes_order_matter(void **state)
{
    (void)state;
    enum { ROUNDS = 60, ORDERS = 4 };
    uint32_t random = 11;
    for (int round = 0; round < ROUNDS; round++) {
        Arena arena = { 0 };
        rxc_record *records[DOCUMENTS];
        Str first = { 0 };
        for (size_t d = 0; d < DOCUMENTS; d++) {
            rxc_work own = random_work(&arena, &random);
            records[d] = small_record(&arena, arena_printf(&arena, "%zu.txt", d).p, d % 2 ? &own : NULL);
            for (size_t i = next_random(&random) % 12; i > 0; i--)
                small_reference(&arena, records[d], random_work(&arena, &random), "printed");
            for (size_t i = next_random(&random) % 4; i > 0; i--)
                small_notice(&arena, records[d], (rxc_notice_kind)(next_random(&random) % 3), random_work(&arena, &random));
        }
        for (int order = 0; order < ORDERS; order++) {
            rxc_store *store = open_store();
            add_in_order(store, records, (int)(next_random(&random) % 120), order % 2);
            Str content = dump(&arena, store);
            if (order == 0) first = content;
            if (!str_eq(content, first))
                fail_msg("round %d:\n%.*s\n\nnot%.*s", round, STR_ARG(content), STR_ARG(first));
            rxc_store_close(store);
        }
        arena_clear(&arena);
    }
}

static void test_flow_add__one_work_in_many_dresses_is_one(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record *records[DOCUMENTS];
    rxc_store *store = open_store();
    make_records(&arena, records);
    add_in_order(store, records, 0, true);
    Str content = dump(&arena, store);
    assert_true(str_find(content, S("\n0-letter.txt: giorgio2026acute simpson2020efficacy-a wu2022dupilumab-a")) !=
                STR_NONE);
    assert_true(
        str_find(content, S(": untitled simpson2020efficacy-a giorgio2026acute indataonfile simpson2020efficacy-a")) !=
        STR_NONE);
    assert_true(str_find(content, S("2-page.txt: dupixent simpson2020efficacy-b wu2022dupilumab-b")) != STR_NONE);
    assert_true(str_find(content, S("3-paper.txt: wu2022dupilumab-a simpson2020efficacy-a indataonfile\n")) !=
                STR_NONE);
    assert_true(str_find(content, S("4-paper.txt: wu2022dupilumab-b simpson2020efficacy-a wu2022dupilumab-a")) !=
                STR_NONE);
    rxc_store_close(store);
    arena_clear(&arena);
}

static void test_flow_add__the_same_bytes_change_nothing(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record *records[DOCUMENTS];
    rxc_store *store = open_store();
    make_records(&arena, records);
    assert_true(add(store, records[0]));
    Str before = dump(&arena, store);
    assert_false(add(store, records[0]));
    assert_true(str_eq(dump(&arena, store), before));
    rxc_store_close(store);
    arena_clear(&arena);
}

static void test_flow_add__what_is_taken_back_is_gone(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_err err = { 0 };
    rxc_record *records[DOCUMENTS];
    rxc_store *store = open_store();
    make_records(&arena, records);
    add(store, records[0]);
    Str before = dump(&arena, store);
    assert_int_equal(rxc_store_begin(store, &err), RXC_OK);
    add(store, records[1]);
    add(store, records[2]);
    rxc_store_rollback(store);
    assert_true(str_eq(dump(&arena, store), before));
    rxc_store_close(store);
    arena_clear(&arena);
}

/* The status of the work with that title; "-" when there is none. */
static Str status_of(Arena *arena, rxc_store *store, const char *title)
{
    rxc_store_works works = { 0 };
    rxc_err err = { 0 };
    if (rxc_store_works_all(store, arena, &works, &err)) fail_msg("%s", err.text);
    for (size_t i = 0; i < works.n; i++)
        if (str_eq(works.v[i].work.title, str_from(title))) return works.v[i].work.status;
    return S("-");
}

static void test_flow_add__the_worst_notice_gives_the_status(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record *records[DOCUMENTS];
    rxc_store *store = open_store();
    make_records(&arena, records);
    add(store, records[0]), add(store, records[1]);
    assert_str(status_of(&arena, store, long_title), "");
    add(store, records[2]);
    assert_str(status_of(&arena, store, long_title), "corrected");
    add(store, records[3]);
    assert_str(status_of(&arena, store, long_title), "retracted");
    add(store, records[4]);
    assert_str(status_of(&arena, store, long_title), "retracted");
    assert_str(status_of(&arena, store, "Dupilumab and pustulosis in a first patient"), "");
    rxc_store_close(store);
    arena_clear(&arena);
}

static void test_flow_add__a_work_of_which_only_a_notice_speaks_is_not_shown(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_record *records[DOCUMENTS];
    rxc_store *store = open_store();
    make_records(&arena, records);
    add(store, records[4]);
    assert_true(str_find(dump(&arena, store), S("nobody")) == STR_NONE);
    rxc_work cited = small_work(&arena, "Roe", "A work that is cited after its retraction was read", 2018);
    cited.doi = S("10.1000/nobody-cites-it");
    rxc_record *later = small_record(&arena, "later.txt", NULL);
    small_reference(&arena, later, cited, "1");
    add(store, later);
    assert_str(status_of(&arena, store, "A work that is cited after its retraction was read"), "retracted");
    rxc_store_close(store);
    arena_clear(&arena);
}

static void test_flow_add__a_work_marked_in_its_title_is_the_one_without(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_store *store = open_store();
    rxc_work plain = small_work(&arena, "Roe", "Swelling of many ducts after nicotinamide", 2018), marked = plain;
    marked.title = S("RETRACTED: Swelling of many ducts after nicotinamide");
    marked.status = S("retracted");
    rxc_record *one = small_record(&arena, "one.txt", NULL), *two = small_record(&arena, "two.txt", NULL);
    small_reference(&arena, one, plain, "1");
    small_reference(&arena, two, marked, "1");
    add(store, one), add(store, two);
    rxc_store_works works = { 0 };
    rxc_err err = { 0 };
    assert_int_equal(rxc_store_works_all(store, &arena, &works, &err), RXC_OK);
    assert_int_equal(works.n, 3); /* two documents, one work */
    assert_str(status_of(&arena, store, "RETRACTED: Swelling of many ducts after nicotinamide"), "retracted");
    assert_true(str_find(dump(&arena, store), S("\nroe2018swelling ")) != STR_NONE);
    rxc_store_close(store);
    arena_clear(&arena);
}

static void test_flow_add__a_work_that_is_only_an_id_is_called_by_it(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_store *store = open_store();
    rxc_record *one = small_record(&arena, "one.txt", NULL);
    small_reference(&arena, one, (rxc_work){ .database_id = S("openalex:W2000000001") }, "openalex:W2000000001");
    add(store, one);
    assert_true(str_find(dump(&arena, store), S("\nopenalexw2000000001 ")) != STR_NONE);
    rxc_store_close(store);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flow_add__the_worst_notice_gives_the_status),
        cmocka_unit_test(test_flow_add__a_work_of_which_only_a_notice_speaks_is_not_shown),
        cmocka_unit_test(test_flow_add__a_work_that_is_only_an_id_is_called_by_it),
        cmocka_unit_test(test_flow_add__a_work_marked_in_its_title_is_the_one_without),
        cmocka_unit_test(test_flow_add__order_does_not_matter),
        cmocka_unit_test(test_flow_add__no_contradiction_makes_order_matter),
        cmocka_unit_test(test_flow_add__one_work_in_many_dresses_is_one),
        cmocka_unit_test(test_flow_add__the_same_bytes_change_nothing),
        cmocka_unit_test(test_flow_add__what_is_taken_back_is_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
