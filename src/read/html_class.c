/* html_class.c: what elements of a page are, by their classes or by what they hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/html.h"

enum {
    LAYOUT_LOOK = 200,  /* nodes of a table looked at */
    LAYOUT_DEPTH = 256, /* of them */
};

bool rxc_html_is_list(Str names)
{
    static const char *const words[] = { "references",   "reference-list", "reflist",        "ref-list",
                                         "bibliography", "citation-list",  "citedreferences" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_find_nocase(names, str_from(words[i])) != STR_NONE) return true;
    return false;
}

bool rxc_html_is_label(Str classes)
{
    static const char *const words[] = { "label", "number", "order", "counter", "refnum", "num" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_find_nocase(classes, str_from(words[i])) != STR_NONE) return true;
    return false;
}

bool rxc_html_is_layout(xmlNode *table)
{
    rxc_walk walk = rxc_xml_walk(table, LAYOUT_DEPTH);
    for (int i = 0; i < LAYOUT_LOOK && rxc_xml_next(&walk); i++) {
        Str name = rxc_xml_name(walk.node);
        if (walk.node != table &&
            (str_eq(name, S("table")) || str_eq(name, S("h1")) || str_eq(name, S("h2")) || str_eq(name, S("h3"))))
            return true;
    }
    return false;
}
