/* test_nametags.c: names by the parts of their tokens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "refs/nametags.h"

typedef struct fixture {
    Arena arena;
    rxc_tokens tokens;
    rxc_names names;
    bool et_al;
} fixture;

/* parts: f g b (between) e (et al.) ?, one letter a token */
static bool read_names(fixture *f, const char *raw, const char *parts)
{
    rxc_token_split(&f->arena, str_from(raw), &f->tokens);
    assert_int_equal(f->tokens.n, strlen(parts));
    for (size_t t = 0; t < f->tokens.n; t++) {
        f->tokens.v[t].label = RXC_LABEL_author;
        f->tokens.v[t].part = parts[t] == 'f'   ? RXC_PART_FAMILY
                              : parts[t] == 'g' ? RXC_PART_GIVEN
                              : parts[t] == 'b' ? RXC_PART_BETWEEN
                              : parts[t] == 'e' ? RXC_PART_ET_AL
                                                : RXC_PART_NONE;
    }
    return rxc_nametags_read(&f->arena, &f->arena, str_from(raw), &f->tokens, 0, f->tokens.n, &f->names, &f->et_al);
}

static void test_nametags__pairs_inverted_names_of_several_words(void **state)
{
    (void)state;
    fixture f = { 0 };
    assert_true(read_names(&f, "Van de Crommenacker, J., Le Gouis, J., & Burke, T.", "fffbggbffbggbbfbgg"));
    assert_int_equal(f.names.n, 3);
    assert_str(f.names.v[0].family, "Van de Crommenacker");
    assert_str(f.names.v[0].given, "J.");
    assert_str(f.names.v[1].family, "Le Gouis");
    assert_str(f.names.v[2].family, "Burke");
    arena_clear(&f.arena);
}

static void test_nametags__takes_the_first_name_inverted_and_the_others_direct(void **state)
{
    (void)state;
    fixture f = { 0 };
    assert_true(read_names(&f, "Tunberg, A. D., W. E. Howard, et al.", "fbggggbggggfbeee"));
    assert_int_equal(f.names.n, 2);
    assert_str(f.names.v[0].given, "A. D.");
    assert_str(f.names.v[1].family, "Howard");
    assert_str(f.names.v[1].given, "W. E.");
    assert_true(f.et_al);
    arena_clear(&f.arena);
}

static void test_nametags__splits_particles_and_suffixes(void **state)
{
    (void)state;
    fixture f = { 0 };
    assert_true(read_names(&f, "van der Sluis JW, Danforth Jr DN, Mark DF.", "fffgbffgbfgg"));
    assert_int_equal(f.names.n, 3);
    assert_str(f.names.v[0].particle, "van der");
    assert_str(f.names.v[0].family, "Sluis");
    assert_str(f.names.v[1].family, "Danforth");
    assert_str(f.names.v[1].suffix, "Jr");
    assert_str(f.names.v[2].given, "DF");
    arena_clear(&f.arena);
}

static void test_nametags__leaves_the_stop_behind_the_list(void **state)
{
    (void)state;
    fixture one = { 0 }, dotted = { 0 };
    assert_true(read_names(&one, "Paller AS.", "fgg"));
    assert_str(one.names.v[0].given, "AS");
    assert_true(read_names(&dotted, "Paller A.", "fgg"));
    assert_str(dotted.names.v[0].given, "A.");
    arena_clear(&one.arena), arena_clear(&dotted.arena);
}

static void test_nametags__gives_up_where_parts_make_no_sense(void **state)
{
    (void)state;
    fixture f = { 0 };
    assert_false(read_names(&f, "Thomas H. Cormen", "fggf"));
    assert_false(read_names(&f, "J. A., Smith", "ggggbf"));
    assert_false(read_names(&f, "Smith JA", "??"));
    assert_int_equal(f.names.n, 0);
    arena_clear(&f.arena);
}

static void test_nametags__reads_direct_names_that_were_taken_for_inverted(void **state)
{
    (void)state;
    fixture f = { 0 };
    assert_true(read_names(&f, "Kenji Yamanishi", "fg"));
    assert_str(f.names.v[0].family, "Yamanishi");
    assert_str(f.names.v[0].given, "Kenji");
    arena_clear(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nametags__pairs_inverted_names_of_several_words),
        cmocka_unit_test(test_nametags__takes_the_first_name_inverted_and_the_others_direct),
        cmocka_unit_test(test_nametags__splits_particles_and_suffixes),
        cmocka_unit_test(test_nametags__leaves_the_stop_behind_the_list),
        cmocka_unit_test(test_nametags__gives_up_where_parts_make_no_sense),
        cmocka_unit_test(test_nametags__reads_direct_names_that_were_taken_for_inverted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
