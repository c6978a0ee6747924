/* endtype.c: what EndNote calls the types of works. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/endtype.h"

rxc_work_type rxc_endtype_find(Str name, Str number)
{
    static const struct {
        const char *number, *name;
        rxc_work_type type;
    } types[] = {
        { "17", "Journal Article", RXC_WORK_ARTICLE },         { "43", "Electronic Article", RXC_WORK_ARTICLE }, { "19", "Magazine Article", RXC_WORK_ARTICLE },
        { "23", "Newspaper Article", RXC_WORK_ARTICLE },       { "6", "Book", RXC_WORK_BOOK },                   { "28", "Edited Book", RXC_WORK_BOOK },
        { "44", "Electronic Book", RXC_WORK_BOOK },            { "5", "Book Section", RXC_WORK_CHAPTER },        { "60", "Electronic Book Section", RXC_WORK_CHAPTER },
        { "47", "Conference Paper", RXC_WORK_CONFERENCE },     { "10", "Conference Proceedings", RXC_WORK_CONFERENCE }, { "32", "Thesis", RXC_WORK_THESIS },
        { "27", "Report", RXC_WORK_REPORT },                   { "46", "Government Document", RXC_WORK_REPORT }, { "12", "Web Page", RXC_WORK_WEBPAGE },
        { "56", "Blog", RXC_WORK_WEBPAGE },                    { "9", "Computer Program", RXC_WORK_SOFTWARE },   { "59", "Dataset", RXC_WORK_DATASET },
        { "25", "Patent", RXC_WORK_PATENT },
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (name.n ? str_eq_nocase(name, str_from(types[i].name)) : str_eq(number, str_from(types[i].number))) return types[i].type;
    return RXC_WORK_OTHER;
}
