/* test_api.c: the public functions, as another program calls them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <rxcite/rxcite.h>
#include <string.h>

#include "unit.h"

static int set_up(void **state)
{
    *state = rxcite_open(RXCITE_SOURCE_DIR "/data", NULL, 0);
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    rxcite_close(*state);
    return 0;
}

static size_t count_lines(const char *text)
{
    size_t n = 1;
    for (; *text; text++) n += *text == '\n';
    return n;
}

static void test_api__a_document_gives_one_record(void **state)
{
    const char text[] = "A letter on eyes\n\nDupilumab was given, and conjunctivitis followed.\n";
    char message[100] = "old";
    char *json = rxcite_record(*state, text, sizeof text - 1, "letter.txt", message, sizeof message);
    assert_non_null(json);
    assert_int_equal(count_lines(json), 1);
    assert_non_null(strstr(json, "\"name\":\"letter.txt\""));
    assert_string_equal(message, "");
    rxcite_free(json);
}

static void test_api__each_entry_of_an_export_has_its_record(void **state)
{
    const char text[] = "TY  - JOUR\nTI  - One eye\nER  - \nTY  - JOUR\nER  - \nTY  - JOUR\nTI  - Two eyes\nER  - \n";
    char message[200] = "";
    char *json = rxcite_record(*state, text, sizeof text - 1, "list.ris", message, sizeof message);
    assert_non_null(json);
    assert_int_equal(count_lines(json), 2);
    assert_non_null(strstr(json, "list.ris#1"));
    assert_non_null(strstr(json, "list.ris#3"));
    assert_non_null(strstr(message, "list.ris#2")); /* it states nothing */
    rxcite_free(json);
}

static void test_api__what_cannot_be_read_gives_a_reason(void **state)
{
    char message[200] = "";
    assert_null(rxcite_record(*state, "", 0, "empty.txt", message, sizeof message));
    assert_string_equal(message, "empty.txt: the file is empty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_api__a_document_gives_one_record),
        cmocka_unit_test(test_api__each_entry_of_an_export_has_its_record),
        cmocka_unit_test(test_api__what_cannot_be_read_gives_a_reason),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
