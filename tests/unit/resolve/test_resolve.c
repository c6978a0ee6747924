/* test_resolve.c: keys, merging, ids, people and journals of real references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "resolve/resolve.h"
#include "unit.h"

static rxc_work work_of(Arena *arena, const char *family, const char *given, const char *title, const char *container,
                        const char *volume, const char *page, int year)
{
    rxc_work work = { .type = RXC_WORK_ARTICLE, .title = str_from(title), .container = str_from(container) };
    work.volume = str_from(volume);
    work.page = str_from(page);
    work.issued.year = year;
    *vec_push(arena, &work.authors) = (rxc_name){ .family = str_from(family), .given = str_from(given) };
    return work;
}

static rxc_work simpson(Arena *arena)
{
    return work_of(
        arena, "Simpson", "EL",
        "Efficacy and Safety of Dupilumab in Adolescents With Uncontrolled Moderate to Severe Atopic Dermatitis: "
        "A Phase 3 Randomized Clinical Trial",
        "JAMA Dermatol", "156", "44-56", 2020);
}

static bool share_key(Arena *arena, const rxc_work *a, const rxc_work *b)
{
    Str left[RXC_KEYS_MAX], right[RXC_KEYS_MAX];
    size_t n = rxc_resolve_keys(arena, a, left), m = rxc_resolve_keys(arena, b, right);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++)
            if (str_eq(left[i], right[j])) return true;
    return false;
}

static void test_resolve__keys_are_strongest_first(void **state)
{
    (void)state;
    Arena arena = { 0 };
    Str keys[RXC_KEYS_MAX];
    rxc_work work = simpson(&arena);
    work.doi = S("https://doi.org/10.1001/jamaDermatol.2019.3336");
    work.pmid = S("PMID: 31693077");
    work.pmcid = S("PMC6865265");
    assert_int_equal(rxc_resolve_keys(&arena, &work, keys), 6);
    assert_str(keys[0], "doi:10.1001/jamadermatol.2019.3336");
    assert_str(keys[1], "pmid:31693077");
    assert_str(keys[2], "pmcid:6865265");
    assert_str(keys[3], "page:simpson|2020|156|44|j");
    assert_true(str_starts(keys[4], S("title:efficacyandsafetyofdupilumab")));
    assert_true(str_ends(keys[4], S("|2020")));
    assert_true(str_starts(keys[5], S("name:simpson|efficacyandsafety")));
    arena_clear(&arena);
}

static void test_resolve__styles_of_one_reference_share_a_key(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_work a = simpson(&arena), b = simpson(&arena), c = simpson(&arena);
    b.title = (Str){ 0 }; /* a style without titles, the journal in full */
    b.container = S("JAMA Dermatology");
    b.page_first = S("44");
    assert_true(share_key(&arena, &a, &b));
    c.volume = c.page = c.container = (Str){ 0 }; /* early online, other case, other punctuation */
    c.title =
        S("Efficacy and safety of dupilumab in adolescents with uncontrolled moderate-to-severe atopic dermatitis – "
          "a phase 3 randomized clinical trial.");
    c.issued.year = 2019;
    assert_true(share_key(&arena, &a, &c));
    arena_clear(&arena);
}

static void test_resolve__short_titles_want_an_author(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_work a = work_of(&arena, "Wu", "L", "Reply", "", "", "", 2022),
             b = work_of(&arena, "Li", "Q", "Reply", "", "", "", 2022);
    assert_false(share_key(&arena, &a, &b));
    assert_true(share_key(&arena, &a, &a));
    rxc_work nothing = { .container = S("Lancet") };
    Str keys[RXC_KEYS_MAX];
    assert_int_equal(rxc_resolve_keys(&arena, &nothing, keys), 0);
    arena_clear(&arena);
}

static void test_resolve__names_with_particles_and_accents_are_one(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_work a = work_of(&arena, "van der Schaft", "J", "", "Br J Dermatol", "12", "3", 2020);
    rxc_work b = work_of(&arena, "Schaft", "J", "", "British Journal of Dermatology", "12", "3-9", 2020);
    assert_true(share_key(&arena, &a, &b));
    rxc_work c = work_of(&arena, "Barańska-Rybak", "W", "", "Acta Derm Venereol", "102", "adv1", 2022);
    rxc_work d = work_of(&arena, "Baranska-Rybak", "W", "", "Acta Derm Venereol", "102", "adv1", 2022);
    assert_true(share_key(&arena, &c, &d));
    arena_clear(&arena);
}

/* --- merging ---------------------------------------------------------------------------------------------------- */

static Str written(Arena *arena, const rxc_merged *merged)
{
    Buf out = { 0 };
    Jsonw w = { .out = &out };
    rxc_work_write(&w, &merged->work);
    Str text = arena_str(arena, buf_str(&out));
    buf_clear(&out);
    return text;
}

static void test_resolve__merging_does_not_depend_on_order(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_work works[4] = { simpson(&arena), simpson(&arena), simpson(&arena), simpson(&arena) };
    works[0].et_al = true;
    *vec_push(&arena, &works[1].authors) = (rxc_name){ .family = S("Paller"), .given = S("AS") };
    works[1].container = (Str){ 0 };
    works[2].doi = S("10.1001/jamadermatol.2019.3336");
    works[2].title = S("Dupilumab in adolescents");
    works[3].issued = (rxc_date){ 2020, 1, 0 };
    Str first = { 0 };
    for (int order = 0; order < 24; order++) {
        size_t left[] = { 0, 1, 2, 3 }, n = 4;
        rxc_merged merged = { 0 };
        for (int rest = order; n > 0; n--) {
            size_t pick = (size_t)rest % n;
            rest /= (int)n;
            rxc_resolve_merge(&merged, &works[left[pick]], left[pick] == 3);
            left[pick] = left[n - 1];
        }
        Str text = written(&arena, &merged);
        if (order == 0) first = text;
        assert_true(str_eq(text, first));
        assert_false(rxc_resolve_merge(&merged, &works[1], false)); /* nothing new in it */
    }
    arena_clear(&arena);
}

static void test_resolve__own_word_and_full_lists_win(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_work cited = simpson(&arena), own = simpson(&arena);
    rxc_merged merged = { 0 };
    cited.title = S("Efficacy and Safety of Dupilumab in Adolescents and a very long tail that is not part of it");
    cited.et_al = true;
    own.doi = (Str){ 0 };
    cited.doi = S("10.1001/jamadermatol.2019.3336");
    *vec_push(&arena, &own.authors) = (rxc_name){ .family = S("Paller"), .given = S("AS") };
    rxc_resolve_merge(&merged, &cited, false);
    rxc_resolve_merge(&merged, &own, true);
    assert_true(str_ends(merged.work.title, S("Clinical Trial")));
    assert_int_equal(merged.work.authors.n, 2);
    assert_false(merged.work.et_al);
    assert_str(merged.work.doi, "10.1001/jamadermatol.2019.3336");
    own.title = S("Efficacy and Safety of Dupilumab in Adolescents With Uncontrolled Moderate to Severe Atopic Dermatitis: "
                  "A Phase 3 Randomized Clinical Trial.");
    assert_false(rxc_resolve_merge(&merged, &own, true)); /* a full stop is no news */
    arena_clear(&arena);
}

/* --- names ------------------------------------------------------------------------------------------------------ */

static void test_resolve__ids_are_readable(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_work work = simpson(&arena);
    assert_str(rxc_resolve_id(&arena, &work), "simpson2020efficacy");
    work = work_of(&arena, "Müller-Łuk", "A", "The IL-4 receptor", "", "", "", 0);
    assert_str(rxc_resolve_id(&arena, &work), "mullerlukil");
    work.authors.v[0] = (rxc_name){ .literal = S("World Health Organization") };
    assert_str(rxc_resolve_id(&arena, &work), "whoil");
    rxc_work page = { .title = S("How DUPIXENT® works") };
    assert_str(rxc_resolve_id(&arena, &page), "dupixent");
    page.title = S("3-year outcomes");
    assert_str(rxc_resolve_id(&arena, &page), "year");
    page.title = S("湿疹");
    assert_int_equal(rxc_resolve_id(&arena, &page).n, 0);
    arena_clear(&arena);
}

static void test_resolve__people_have_keys(void **state)
{
    (void)state;
    Arena arena = { 0 };
    assert_str(rxc_resolve_author(&arena, &(rxc_name){ .family = S("Simpson"), .given = S("Eric L.") }), "simpson-el");
    assert_str(rxc_resolve_author(&arena, &(rxc_name){ .family = S("Simpson"), .given = S("EL") }), "simpson-el");
    assert_str(
        rxc_resolve_author(&arena, &(rxc_name){ .family = S("Berg"), .given = S("Ö."), .particle = S("van der") }),
        "van-der-berg-o");
    assert_str(rxc_resolve_author(&arena, &(rxc_name){ .literal = S("FDA") }), "fda");
    assert_str(rxc_resolve_initials(&arena, S("Jean-Paul")), "JP");
    assert_str(rxc_resolve_initials(&arena, S("Élise")), "É");
    arena_clear(&arena);
}

static void test_resolve__journals_are_known_by_any_form(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        { "Journal of the American Academy of Dermatology", "J. Am. Acad. Dermatol." },
        { "The New England Journal of Medicine", "N Engl J Med" },
        { "British Journal of Dermatology", "Br J Dermatol" },
        { "JAMA Dermatology", "JAMA Dermatol" },
        { "The Journal of Investigative Dermatology", "J Invest Dermatol" },
        { "Clinical and Experimental Dermatology", "Clin Exp Dermatol" },
        { "The Lancet", "Lancet" },
    };
    Arena arena = { 0 };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        Str a = rxc_resolve_journal(&arena, str_from(pairs[i][0])),
            b = rxc_resolve_journal(&arena, str_from(pairs[i][1]));
        if (!str_eq(a, b)) fail_msg("%.*s is not %.*s", STR_ARG(a), STR_ARG(b));
    }
    assert_false(str_eq(rxc_resolve_journal(&arena, S("J Immunol")), rxc_resolve_journal(&arena, S("J Immunother"))));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resolve__keys_are_strongest_first),
        cmocka_unit_test(test_resolve__styles_of_one_reference_share_a_key),
        cmocka_unit_test(test_resolve__short_titles_want_an_author),
        cmocka_unit_test(test_resolve__names_with_particles_and_accents_are_one),
        cmocka_unit_test(test_resolve__merging_does_not_depend_on_order),
        cmocka_unit_test(test_resolve__own_word_and_full_lists_win),
        cmocka_unit_test(test_resolve__ids_are_readable),
        cmocka_unit_test(test_resolve__people_have_keys),
        cmocka_unit_test(test_resolve__journals_are_known_by_any_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
