/* test_opt.c: tables of options read command lines, and say what is wrong with them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include "base/opt.h"

typedef struct Settings {
    bool json, all;
    const char *format;
    long top;
} Settings;

static const rxc_opt rows[] = {
    { "json", 0, RXC_OPT_FLAG, offsetof(Settings, json), 0, 0, NULL, "as JSON" },
    { "all", 'a', RXC_OPT_FLAG, offsetof(Settings, all), 0, 0, NULL, "all" },
    { "format", 'f', RXC_OPT_TEXT, offsetof(Settings, format), 0, 0, "NAME", "format" },
    { "top", 'k', RXC_OPT_NUMBER, offsetof(Settings, top), 1, 1000, "K", "how many" },
    { 0 },
};

typedef struct Case {
    Arena arena;
    Settings settings;
    rxc_operands operands;
    rxc_err err;
} Case;

static rxc_status parse(Case *c, bool stop, char **args)
{
    size_t n = 0;
    while (args[n]) n++;
    rxc_opt_target target = { rows, &c->settings };
    return rxc_opt_parse(&target, 1, args, n, stop, &c->arena, &c->operands, &c->err);
}
#define PARSE(c, stop, ...) parse((c), (stop), (char *[]){ __VA_ARGS__, NULL })

static char a_json[] = "--json", a_f[] = "-fcsl", a_top[] = "--top=5", a_x[] = "x", a_dash[] = "-", a_end[] = "--";

static void test_opt__options_and_operands_may_be_mixed(void **state)
{
    (void)state;
    Case c = { 0 };
    assert_int_equal(PARSE(&c, false, a_x, a_json, a_dash, a_f, a_top, a_end, a_json), RXC_OK);
    assert_true(c.settings.json);
    assert_string_equal(c.settings.format, "csl");
    assert_int_equal(c.settings.top, 5);
    assert_int_equal(c.operands.n, 3);
    assert_string_equal(c.operands.v[1], "-");
    assert_string_equal(c.operands.v[2], "--json");
    arena_clear(&c.arena);
}

static void test_opt__stops_at_the_command(void **state)
{
    (void)state;
    Case c = { 0 };
    assert_int_equal(PARSE(&c, true, a_json, a_x, a_top), RXC_OK);
    assert_int_equal(c.settings.top, 0);
    assert_int_equal(c.operands.n, 2);
    arena_clear(&c.arena);
}

static void expect_fault(char *arg, const char *message)
{
    Case c = { 0 };
    assert_int_equal(PARSE(&c, false, arg), RXC_USAGE);
    assert_string_equal(c.err.text, message);
    arena_clear(&c.arena);
}

static void test_opt__says_what_is_wrong(void **state)
{
    (void)state;
    char low[] = "--top=0", word[] = "--top=ten", missing[] = "--format", typo[] = "--jsn", odd[] = "-z", flag[] = "--json=1";
    expect_fault(low, "--top takes 1 to 1000, not 0");
    expect_fault(word, "--top takes a whole number, not \"ten\"");
    expect_fault(missing, "--format needs a value: NAME");
    expect_fault(typo, "unknown option --jsn; did you mean --json?");
    expect_fault(odd, "unknown option -z");
    expect_fault(flag, "--json takes no value");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_opt__options_and_operands_may_be_mixed),
        cmocka_unit_test(test_opt__stops_at_the_command),
        cmocka_unit_test(test_opt__says_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
