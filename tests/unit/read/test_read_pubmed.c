/* test_read_pubmed.c: PubMed XML: articles, chapters, reference lists, notices. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

#define ARTICLE(before, after)                                                                                         \
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><Title>Skin</Title>"            \
    "<JournalIssue><Volume>2</Volume>" before "</JournalIssue></Journal>" after "</PubmedArticleSet>"

static void test_read_pubmed__dates_of_all_forms(void **state)
{
    static const struct {
        const char *source;
        int year, month, day;
    } cases[] = {
        { ARTICLE("<PubDate><Year>2018</Year><Month>5</Month><Day>7</Day></PubDate>", "<ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle>"), 2018, 5, 7 },
        { ARTICLE("<PubDate><Year>2018</Year><Month>Sep</Month></PubDate>", "<ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle>"), 2018, 9, 0 },
        { ARTICLE("<PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate>", "<ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle>"), 1998, 12, 0 },
        { ARTICLE("<PubDate><MedlineDate>Winter 2003</MedlineDate></PubDate>", "<ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle>"), 2003, 0, 0 },
        { ARTICLE("<PubDate/>", "<ArticleDate><Year>2020</Year><Month>01</Month><Day>31</Day></ArticleDate><ArticleTitle>T</ArticleTitle></Article></MedlineCitation></PubmedArticle>"), 2020, 1, 31 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = { 0 };
        rxc_date date = read_text(&arena, str_from(cases[i].source), "a.xml")->work.issued;
        assert_int_equal(date.year, cases[i].year);
        assert_int_equal(date.month, cases[i].month);
        assert_int_equal(date.day, cases[i].day);
        arena_clear(&arena);
    }
}

/* What an article comments on, and what it cites, where there is no list of references or where the list lacks it. */
static void test_read_pubmed__comments_and_citations(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S(ARTICLE("", "<ArticleTitle>A letter.</ArticleTitle></Article><CommentsCorrectionsList>"
                                           "<CommentsCorrections RefType='CommentOn'><RefSource>Skin. 2019 Mar;1(2):3-4</RefSource><PMID>7</PMID></CommentsCorrections>"
                                           "<CommentsCorrections RefType='Cites'><RefSource>Skin. 2018 Mar;1(2):5-6</RefSource><PMID>8</PMID></CommentsCorrections>"
                                           "<CommentsCorrections RefType='CommentIn'><RefSource>Skin. 2020 Mar;1(2):3-4</RefSource><PMID>9</PMID></CommentsCorrections>"
                                           "</CommentsCorrectionsList></MedlineCitation><PubmedData><ReferenceList><Reference><Citation>Roe J. Skin. 2019;1:3.</Citation>"
                                           "<ArticleIdList><ArticleId IdType='pubmed'>7</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>")),
                             "a.xml");
    assert_int_equal(doc->entries.n, 2);
    assert_int_equal(doc->references_stated, 2);
    assert_str(doc->entries.v[0].work.pmid, "7");
    assert_str(doc->entries.v[1].work.pmid, "8");
    assert_int_equal(doc->entries.v[1].work.issued.year, 2018);
    assert_int_equal(doc->notices.n, 0);
    assert_non_null(diag_of(doc, "citations.passed"));
    arena_clear(&arena);
}

static void test_read_pubmed__notices_of_both_sides(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S(ARTICLE("", "<ArticleTitle>Retraction.</ArticleTitle><PublicationTypeList><PublicationType>Retraction of Publication</PublicationType>"
                                           "</PublicationTypeList></Article><CommentsCorrectionsList>"
                                           "<CommentsCorrections RefType='RetractionOf'><RefSource>Skin. 2019 Mar;1(2):3-4</RefSource><PMID>7</PMID></CommentsCorrections>"
                                           "<CommentsCorrections RefType='ExpressionOfConcernIn'><RefSource>Odd words</RefSource></CommentsCorrections>"
                                           "<CommentsCorrections RefType='Cites'><PMID>9</PMID></CommentsCorrections>"
                                           "</CommentsCorrectionsList></MedlineCitation></PubmedArticle>")),
                             "a.xml");
    assert_int_equal(doc->notices.n, 2);
    assert_int_equal(doc->notices.v[0].kind, RXC_NOTICE_RETRACTION);
    assert_true(doc->notices.v[0].by_this);
    assert_str(doc->notices.v[0].work.pmid, "7");
    assert_str(doc->notices.v[0].work.container, "Skin");
    assert_str(doc->notices.v[0].work.page, "3-4");
    assert_int_equal(doc->notices.v[0].work.issued.year, 2019);
    assert_int_equal(doc->notices.v[1].kind, RXC_NOTICE_CONCERN);
    assert_false(doc->notices.v[1].by_this);
    arena_clear(&arena);
}

static void test_read_pubmed__titles_that_are_not_available(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(ARTICLE("", "<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Hautausschlag.</VernacularTitle></Article></MedlineCitation></PubmedArticle>")), "a.xml");
    assert_str(doc->work.title, "Hautausschlag");
    assert_str(doc->work.note, "");
    arena_clear(&arena);
}

static void test_read_pubmed__lists_of_references_may_be_nested_deeply(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S(ARTICLE("", "<ArticleTitle>T</ArticleTitle></Article></MedlineCitation><PubmedData><ReferenceList><ReferenceList><ReferenceList>"
                                           "<Reference><Citation>One.</Citation><ArticleIdList><ArticleId IdType='doi'>10.1/a</ArticleId></ArticleIdList></Reference>"
                                           "</ReferenceList><Reference/></ReferenceList><Reference><Citation>Two.</Citation></Reference></ReferenceList></PubmedData></PubmedArticle>")),
                             "a.xml");
    assert_int_equal(doc->entries.n, 2);
    assert_str(doc->entries.v[0].work.doi, "10.1/a");
    assert_false(doc->entries.v[0].complete);
    assert_int_equal(doc->references_stated, 3);
    arena_clear(&arena);
}

static void test_read_pubmed__a_file_of_pubmed(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_shared(&arena, "exports/pubmed-29768149.xml");
    assert_str(doc->format, "pubmed");
    assert_int_equal(doc->kind, RXC_DOC_TRIAL);
    assert_str(doc->work.doi, "10.1056/NEJMoa1715274");
    assert_str(doc->work.page, "1865-1876");
    assert_int_equal(doc->work.authors.n, 10);
    assert_int_equal(doc->work.issued.day, 17);
    assert_int_equal(doc->notices.n, 0);
    assert_int_equal(block_with(doc, "Administration, Inhalation; Adolescent")->kind, RXC_BLOCK_FRONT);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_pubmed__dates_of_all_forms),
        cmocka_unit_test(test_read_pubmed__comments_and_citations),
        cmocka_unit_test(test_read_pubmed__notices_of_both_sides),
        cmocka_unit_test(test_read_pubmed__titles_that_are_not_available),
        cmocka_unit_test(test_read_pubmed__lists_of_references_may_be_nested_deeply),
        cmocka_unit_test(test_read_pubmed__a_file_of_pubmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
