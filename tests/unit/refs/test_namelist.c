/* test_namelist.c: lists of names in every style become families and given names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "base/buf.h"
#include "refs/namelist.h"

/* "family, given" of each; particles before the family in angle brackets; groups in round ones. */
static void expect(const char *list, const char *expected)
{
    Arena arena = { 0 };
    Buf got = { 0 };
    rxc_names names = { 0 };
    bool et_al = false;
    rxc_namelist_read(&arena, &arena, str_from(list), &names, &et_al);
    for (size_t i = 0; i < names.n; i++) {
        const rxc_name *name = &names.v[i];
        if (i) buf_add(&got, S("; "));
        if (name->literal.n) buf_printf(&got, "(%.*s)", STR_ARG(name->literal));
        if (name->particle.n) buf_printf(&got, "<%.*s>", STR_ARG(name->particle));
        buf_add(&got, name->family);
        if (name->given.n) buf_printf(&got, ", %.*s", STR_ARG(name->given));
        if (name->suffix.n) buf_printf(&got, ", %.*s", STR_ARG(name->suffix));
    }
    if (et_al) buf_add(&got, S(" +"));
    assert_str(buf_str(&got), expected);
    buf_clear(&got);
    arena_clear(&arena);
}

static void test_namelist__initials_without_stops(void **state)
{
    (void)state;
    expect("Simpson EL, Paller AS, Siegfried EC, et al.", "Simpson, EL; Paller, AS; Siegfried, EC +");
    expect("Lu S-D, Xia X-M.", "Lu, S-D; Xia, X-M");
    expect("Liu SM Zhong J Zhao XJ", "Liu, SM; Zhong, J; Zhao, XJ");
    expect("Assefa T and Lansink AOGJM.", "Assefa, T; Lansink, AOGJM");
}

static void test_namelist__initials_with_stops_behind_the_family(void **state)
{
    (void)state;
    expect("Otwinowski Z., Minor W.", "Otwinowski, Z.; Minor, W.");
    expect("Smith, J. A., & Lee, K.-H.", "Smith, J. A.; Lee, K.-H.");
    expect("Sidoroff, A.; Halevy, S.; Bavinck, J.N.", "Sidoroff, A.; Halevy, S.; Bavinck, J.N.");
    expect("Friis, M., De Cia, A., Mills Flemming, J. E., et al", "Friis, M.; De Cia, A.; Mills Flemming, J. E. +");
}

static void test_namelist__family_last(void **state)
{
    (void)state;
    expect("J. R. de la Cruz and P. Black", "<de la>Cruz, J. R.; Black, P.");
    expect("Leon Glass and Michael C. Mackey", "Glass, Leon; Mackey, Michael C.");
    expect("Salah El Hihi and Yoshua Bengio.", "El Hihi, Salah; Bengio, Yoshua");
    expect("H. GOTH, P. CERUTTI et W. T. FORD.", "GOTH, H.; CERUTTI, P.; FORD, W. T.");
}

static void test_namelist__only_the_first_turned_round(void **state)
{
    (void)state;
    expect("Hashimoto, K. and M. Kano", "Hashimoto, K.; Kano, M.");
    expect("Carter, Ronald, and John McRae", "Carter, Ronald; McRae, John");
    expect("Gelman, Susan A.; Coley, John D.", "Gelman, Susan A.; Coley, John D.");
}

static void test_namelist__particles_and_suffixes(void **state)
{
    (void)state;
    expect("van der Sluis S, de Boer R, Fersen L von", "<van der>Sluis, S; <de>Boer, R; <von>Fersen, L");
    expect("Stothard JR, Danforth DN Jr, Burris HA III", "Stothard, JR; Danforth, DN, Jr; Burris, HA, III");
    expect("Bottke, Jr., W. F., Rubincam, D. P.", "Bottke, W. F., Jr; Rubincam, D. P.");
    expect("O'Brart D, D'Angelo M", "O'Brart, D; D'Angelo, M");
}

static void test_namelist__names_of_the_world(void **state)
{
    (void)state;
    expect("Ulu\xC3\xA7" "ay \xC3\x87, G\xC3\xB6" "kalp E", "Ulu\xC3\xA7" "ay, \xC3\x87; G\xC3\xB6" "kalp, E");
    expect("Wu L, Ng K, O C", "Wu, L; Ng, K; O, C");
    expect("\xEA\xB9\x80\xED\x83\x9C\xEC\xA7\x84, \xED\x99\x8D\xEC\xA0\x95\xEC\x8B\x9D", "\xEA\xB9\x80, \xED\x83\x9C\xEC\xA7\x84; \xED\x99\x8D, \xEC\xA0\x95\xEC\x8B\x9D");
}

static void test_namelist__groups(void **state)
{
    (void)state;
    expect("WHO", "(WHO)");
    expect("Centers for Disease Control and Prevention", "(Centers for Disease Control and Prevention)");
    expect("Assa A, Amitai M, et al.; ImageKids Study Group", "Assa, A; Amitai, M; (ImageKids Study Group) +");
    expect("Simpson EL, for the Dupilumab Study Group", "Simpson, EL; (Dupilumab Study Group)");
    expect("National Research Council (NRC)", "(National Research Council (NRC))");
    expect("Paller AS, et al; participating investigators", "Paller, AS +");
}

static void test_namelist__what_is_no_name_gives_none(void **state)
{
    (void)state;
    expect("", "");
    expect(", ; & 12 . . --", "");
    expect("\xFF\xFE", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_namelist__initials_without_stops),
        cmocka_unit_test(test_namelist__initials_with_stops_behind_the_family),
        cmocka_unit_test(test_namelist__family_last),
        cmocka_unit_test(test_namelist__only_the_first_turned_round),
        cmocka_unit_test(test_namelist__particles_and_suffixes),
        cmocka_unit_test(test_namelist__names_of_the_world),
        cmocka_unit_test(test_namelist__groups),
        cmocka_unit_test(test_namelist__what_is_no_name_gives_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
