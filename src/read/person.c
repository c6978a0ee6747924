/* person.c: names as a database states them, one to a field. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/person.h"

#include "read/byline.h"

static bool is_one_of(Str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_nocase(word, str_from(list[i]))) return true;
    return false;
}
#define IS_ONE_OF(word, list) is_one_of((word), (list), sizeof(list) / sizeof *(list))

static bool is_suffix(Str word)
{
    static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd", "4th" };
    return IS_ONE_OF(word, suffixes);
}

bool rxc_person_is_body(Str text)
{
    static const char *const words[] = {
        "administration", "agency",     "alliance",   "association", "authority",  "board",        "bureau",     "center",
        "centre",         "centers",    "centres",    "college",     "commission", "committee",    "community",  "company",
        "consortium",     "council",    "department", "federation",  "foundation", "group",        "hospital",   "inc",
        "inc.",           "initiative", "institute",  "institutes",  "investigators", "laboratories", "ltd",      "ltd.",
        "ministry",       "network",    "office",     "organisation", "organization", "programme", "project",    "registry",
        "school",         "secretariat", "service",   "services",    "society",    "team",         "trialists",  "university",
        "collaboration",  "collaborators", "collaborative", "panel", "forum",      "union",
    };
    Str word;
    while (str_cut(&text, ' ', &word))
        if (IS_ONE_OF(word, words)) return true;
    return false;
}

/* "Martin Luther Jr" loses its last word. */
Str rxc_person_cut_suffix(Str *part)
{
    size_t at = str_rchr(*part, ' ');
    if (at == STR_NONE || !is_suffix(str_drop(*part, at + 1))) return (Str){ 0 };
    Str suffix = str_drop(*part, at + 1);
    *part = str_trim(str_take(*part, at));
    return suffix;
}

static rxc_name read_inverted(Str text, size_t comma)
{
    rxc_name name = { .family = str_trim(str_take(text, comma)) };
    Str given = str_trim(str_drop(text, comma + 1));
    size_t second = str_chr(given, ',');
    if (second != STR_NONE) {
        Str last = str_trim(str_drop(given, second + 1));
        given = str_trim(str_take(given, second));
        bool swapped = is_suffix(given);
        name.suffix = swapped ? given : last;
        if (swapped) given = last;
    }
    if (!name.suffix.n) name.suffix = rxc_person_cut_suffix(&given);
    if (!name.suffix.n) name.suffix = rxc_person_cut_suffix(&name.family);
    name.given = given;
    if (!name.given.n || !name.family.n) return (rxc_name){ .literal = name.family.n ? name.family : name.given };
    return name;
}

rxc_name rxc_person_read(Arena *arena, Str text)
{
    text = str_trim(text);
    size_t comma = str_chr(text, ',');
    if (comma != STR_NONE) return read_inverted(text, comma);
    return rxc_person_is_body(text) ? (rxc_name){ .literal = text } : rxc_byline_one(arena, text);
}

bool rxc_person_is_nobody(Str text)
{
    static const char *const none[] = { "[no authors listed]", "anonymous",  "anon", "anon.", "[anonymous]", "[anon]",
                                        "[no author name available]", "no author name available" };
    text = str_trim(text);
    return !text.n || IS_ONE_OF(text, none);
}

void rxc_person_add(Arena *arena, rxc_names *names, bool *et_al, Str text)
{
    static const char *const others[] = { "et al", "et al.", "et, al.", "others", "and others" };
    text = str_trim(text);
    if (rxc_person_is_nobody(text)) return;
    if (IS_ONE_OF(text, others)) *et_al = true;
    else *vec_push(arena, names) = rxc_person_read(arena, text);
}
