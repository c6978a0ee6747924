/* jats_notice.c: retractions, corrections and expressions of concern that a JATS article states, from either side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/notice.h"
#include "read/jats.h"

/* "retraction-forward", "object-of-concern": which kind it is, and whether this article is the notice. */
static bool read_type(Str type, rxc_notice_kind *kind, bool *by_this)
{
    static const struct {
        const char *word;
        rxc_notice_kind kind;
    } words[] = { { "retract", RXC_NOTICE_RETRACTION }, { "withdraw", RXC_NOTICE_RETRACTION },
                  { "removal", RXC_NOTICE_RETRACTION }, { "correct", RXC_NOTICE_CORRECTION },
                  { "errat", RXC_NOTICE_CORRECTION },   { "corrig", RXC_NOTICE_CORRECTION },
                  { "concern", RXC_NOTICE_CONCERN } };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_find_nocase(type, str_from(words[i].word)) == STR_NONE) continue;
        *kind = words[i].kind;
        *by_this = str_find_nocase(type, S("forward")) == STR_NONE;
        return true;
    }
    return false;
}

/* The other article: an identifier in the link, volume and page in attributes, fields within. */
static rxc_work other_of(Arena *arena, xmlNode *node)
{
    rxc_work work;
    rxc_jats_fields(arena, node, &work);
    Str type = rxc_xml_attribute(arena, node, "ext-link-type"), href = rxc_xml_attribute(arena, node, "href"),
        volume = rxc_xml_attribute(arena, node, "vol"), page = rxc_xml_attribute(arena, node, "page");
    size_t doi = str_find(href, S("10."));
    if (str_starts(type, S("pub")) || str_eq(type, S("pmid"))) rxc_jats_identifier(arena, &work, S("pmid"), href);
    else if (str_starts(type, S("pmc"))) rxc_jats_identifier(arena, &work, S("pmcid"), href);
    else if (doi != STR_NONE) rxc_jats_identifier(arena, &work, S("doi"), str_drop(href, doi));
    if (!work.volume.n) work.volume = volume;
    if (!work.page_first.n) work.page_first = work.page = page;
    work.type = RXC_WORK_ARTICLE;
    return work;
}

/* What <related-article> names of the original is "corrected-article"; the article itself then is the notice. A link from
 * the original has "-forward", or stands in an article of another type. */
void rxc_jats_notices(rxc_doc *doc, xmlNode *article, xmlNode *meta)
{
    Arena *arena = doc->arena;
    rxc_notice_kind kind, own;
    bool by_this, ignored;
    bool notice = read_type(rxc_xml_attribute(arena, article, "article-type"), &own, &ignored), said = false;
    for (xmlNode *one = rxc_xml_child(meta, "related-article"); one; one = rxc_xml_sibling(one, "related-article")) {
        Str type = rxc_xml_attribute(arena, one, "related-article-type");
        if (!read_type(type, &kind, &by_this)) {
            if (!notice || str_find(type, S("companion")) != STR_NONE) {
                long line = xmlGetLineNo(one);
                rxc_diag_add(arena, &doc->diags, RXC_NOTE, "related.passed", line > 0 ? (size_t)line : 0, 0,
                             "a related article of the kind \"%.*s\" is passed over", STR_ARG(str_take(type, 60)));
                continue;
            }
            kind = own, by_this = true;
        }
        bool original = str_find(type, S("-article")) != STR_NONE || str_find(type, S("object-of")) != STR_NONE;
        if (by_this && !notice && !original) by_this = false;
        rxc_work other = other_of(arena, one);
        rxc_notice_add(doc, kind, by_this, &other);
        said = said || by_this;
    }
    if (notice && !said) rxc_notice_add(doc, own, true, &(rxc_work){ 0 });
}
