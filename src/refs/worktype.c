/* worktype.c: the type of a work: words of its genre, title and container first, then which fields it has. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refs/worktype.h"

static bool has_any(Str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s.n && str_find_nocase(s, str_from(words[i])) != STR_NONE) return true;
    return false;
}

#define HAS_ANY(s, ...) \
    has_any((s), (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static rxc_work_type type_of_genre(const rxc_work *work)
{
    if (HAS_ANY(work->genre, "thesis", "dissertation", "habilitation", "tese", "tesis", "th\xC3\xA8se"))
        return RXC_WORK_THESIS;
    if (HAS_ANY(work->genre, "patent")) return RXC_WORK_PATENT;
    if (HAS_ANY(work->genre, "software", "computer program", "package", "app")) return RXC_WORK_SOFTWARE;
    if (HAS_ANY(work->genre, "data set", "dataset", "database")) return RXC_WORK_DATASET;
    if (HAS_ANY(work->genre, "preprint")) return RXC_WORK_PREPRINT;
    if (HAS_ANY(work->genre, "report", "working paper", "memo", "standard")) return RXC_WORK_REPORT;
    return RXC_WORK_OTHER;
}

/* Proceedings that appear as a journal are one: "Proc. Natl. Acad. Sci." */
static bool is_meeting(const rxc_work *work)
{
    if (HAS_ANY(work->container, "conference", "symposium", "workshop", "congress of",
                "proceedings of the international", "proc. int"))
        return true;
    if (!HAS_ANY(work->container, "proceedings", "proc.", "proc ")) return false;
    return work->volume.n == 0 && !HAS_ANY(work->container, "acad", "royal", "r. soc", "soc.");
}

rxc_work_type rxc_worktype_of(const rxc_work *work)
{
    rxc_work_type type = type_of_genre(work);
    if (type != RXC_WORK_OTHER) return type;
    if (HAS_ANY(work->container, "arxiv", "biorxiv", "medrxiv", "preprint")) return RXC_WORK_PREPRINT;
    if (work->container.n) {
        if (is_meeting(work)) return RXC_WORK_CONFERENCE;
        bool book = work->editors.n || work->publisher.n || work->place.n || work->isbn.n;
        return book && (work->editors.n || work->volume.n == 0) ? RXC_WORK_CHAPTER : RXC_WORK_ARTICLE;
    }
    if (work->arxiv.n) return RXC_WORK_PREPRINT;
    if (work->publisher.n || work->place.n || work->isbn.n || work->edition.n || work->editors.n)
        return work->number.n && !work->isbn.n ? RXC_WORK_REPORT : RXC_WORK_BOOK;
    if (work->number.n) return RXC_WORK_REPORT;
    if (work->doi.n || work->pmid.n || work->pmcid.n || work->volume.n) return RXC_WORK_ARTICLE;
    return work->url.n ? RXC_WORK_WEBPAGE : RXC_WORK_OTHER;
}
