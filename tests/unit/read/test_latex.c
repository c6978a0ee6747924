/* test_latex.c: text of LaTeX becomes plain Unicode. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/latex.h"
#include "unit.h"

static Str plain(Arena *arena, const char *latex) { return rxc_latex_text(arena, str_from(latex), NULL); }

static void test_latex__accents_in_all_forms(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(plain(&arena, "M{\\\"u}ller, Garc\\'{\\i}a, \\c{C}elik, \\v Skoda, G{\\\"{o}}del, {\\'E}mile, Erd{\\H o}s"), "Müller, García, Çelik, Škoda, Gödel, Émile, Erdős");
    assert_str(plain(&arena, "{\\O}stergaard {\\ss} {\\aa}s \\L{}ukasz {\\AE}r\\o"), "Østergaard ß ås Łukasz Ærø");
    assert_str(plain(&arena, "\\~n \\k{a} \\.z \\r{u} \\u{g} \\=a \\d{s}"), "ñ ą ż ů ğ ā ṣ");
    arena_clear(&arena);
}

static void test_latex__signs_and_formats(void **state)
{
    Arena arena = { 0 };
    (void)state;
    assert_str(plain(&arena, "A \\& B 5\\% \\$3 a\\_b"), "A & B 5% $3 a_b");
    assert_str(plain(&arena, "``q'' 1--2 a --- b~c"), "“q” 1–2 a — b c");
    assert_str(plain(&arena, "\\emph{TNF-$\\alpha$} and H$_2$O, 10$^{-3}$, $\\leq$5"), "TNF-α and H2O, 10-3, ≤5");
    assert_str(plain(&arena, "{{Dupilumab}} in \\textit{vivo}"), "Dupilumab in vivo");
    assert_str(plain(&arena, "nothing special"), "nothing special");
    arena_clear(&arena);
}

static void test_latex__odd_text_does_no_harm(void **state)
{
    const char *const odd[] = { "\\", "\\'", "\\'{", "\\c", "{", "}", "$", "\\'\\", "\\\"{\\", "~", "\\v{}", "\\'}" };
    Arena arena = { 0 };
    size_t unknown = 0;
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) rxc_latex_text(&arena, str_from(odd[i]), NULL);
    assert_str(rxc_latex_text(&arena, S("a \\foo{b}"), &unknown), "a b");
    assert_int_equal(unknown, 1);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_latex__accents_in_all_forms),
        cmocka_unit_test(test_latex__signs_and_formats),
        cmocka_unit_test(test_latex__odd_text_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
