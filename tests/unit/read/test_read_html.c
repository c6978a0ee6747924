/* test_read_html.c: pages: metadata, call-outs by links, lists of references, and what is aside. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

static void test_read_html__metadata_of_journals(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<!doctype html><html><head><title>A rash | Skin</title><meta name=citation_title "
                               "content='A rash'><meta name='citation_author' content='Doe, Jane'>"
                               "<meta name='citation_author' content='John Roe'><meta name='citation_journal_title' "
                               "content='Skin &amp; Hair'>"
                               "<meta name='citation_publication_date' content='2019/08/05'><meta name='citation_doi' "
                               "content='https://doi.org/10.1000/x.1'>"
                               "<meta name='citation_volume' content='5'><meta name='citation_firstpage' "
                               "content='54'><meta name='citation_lastpage' content='6'>"
                               "</head><body><h1>A rash</h1><p>Text of it.</p></body></html>"),
                             "a.html");
    assert_str(doc->format, "html");
    assert_str(doc->work.title, "A rash");
    assert_int_equal(doc->work.authors.n, 2);
    assert_str(doc->work.authors.v[0].family, "Doe");
    assert_str(doc->work.authors.v[1].given, "John");
    assert_str(doc->work.container, "Skin & Hair");
    assert_int_equal(doc->work.issued.month, 8);
    assert_str(doc->work.doi, "10.1000/x.1");
    assert_int_equal(doc->blocks.v[0].kind, RXC_BLOCK_TITLE);
    arena_clear(&arena);
}

static void test_read_html__json_ld_and_titles_without_a_site(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<html><head><title>A rash after a medicine | Skin</title><script "
                               "type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Skin\"},"
                               "{\"@type\":\"ScholarlyArticle\",\"datePublished\":\"2020-02\",\"author\":[{\"name\":"
                               "\"Jane Doe\"}],\"isPartOf\":{\"@type\":\"Periodical\",\"name\":\"Skin J\"}}]}"
                               "</script></head><body><p>Text of it.</p></body></html>"),
                             "a.html");
    assert_str(doc->work.title, "A rash after a medicine");
    assert_str(doc->work.container, "Skin J");
    assert_int_equal(doc->work.issued.year, 2020);
    assert_int_equal(doc->work.authors.n, 1);
    arena_clear(&arena);
}

static const char page[] =
    "<html><body><nav><a href='/'>Home</a></nav><div class='cookie-banner'>We use cookies.</div><article><h1>A "
    "rash</h1>"
    "<p>A rash is known.<sup><a href='#B1'>1</a>,<a href='#B3'>3</a></sup> More<sup><a href='#B1'>1</a>–<a "
    "href='#B3'>3</a></sup> and <a href='/x#B1'>Doe 2019</a> "
    "and <a href='#fig1'>1</a>.</p><figure id='fig1'><figcaption>Figure 1. A rash.</figcaption></figure>"
    "<h2>References</h2><ol><li id='B1'><p>Doe J. On hair. <i>Lancet</i> 2019. [<a "
    "href='https://pubmed.ncbi.nlm.nih.gov/30000001/'>PubMed</a>] "
    "[<a href='https://doi.org/10.1000/x.1'>CrossRef</a>]</p></li><li><a name='B2'></a>Roe J. More.</li><li "
    "id='B3'>Poe E. Last.</li></ol></article>"
    "<div class='related-posts'><h2>Related</h2><p>Another rash.</p></div><footer>Imprint</footer></body></html>";

static void test_read_html__links_to_entries_are_callouts(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, str_from(page), "a.html");
    assert_str(mark_on(doc, RXC_MARK_CITATION, "1")->target, "B1");
    assert_str(mark_on(doc, RXC_MARK_CITATION, "3")->target, "B3");
    assert_str(mark_on(doc, RXC_MARK_CITATION, "1–3")->target, "B1 B3");
    assert_str(mark_on(doc, RXC_MARK_CITATION, "Doe 2019")->target, "B1");
    assert_str(mark_on(doc, RXC_MARK_LINK, "1")->target, "#fig1");
    arena_clear(&arena);
}

static void test_read_html__entries_have_number_anchor_and_identifiers(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, str_from(page), "a.html");
    const rxc_block *first = block_with(doc, "Doe J");
    assert_int_equal(first->kind, RXC_BLOCK_REFERENCE);
    assert_int_equal(first->section, RXC_SECTION_REFERENCES);
    assert_str(first->label, "1");
    assert_str(first->anchor, "B1");
    assert_str(rxc_span_of(doc->text, first->span), "Doe J. On hair. Lancet 2019. doi:10.1000/x.1 PMID: 30000001");
    assert_str(first[1].anchor, "B2");
    arena_clear(&arena);
}

static void test_read_html__navigation_and_boxes_are_aside(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, str_from(page), "a.html");
    assert_int_equal(block_with(doc, "Home")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "We use cookies")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "Another rash")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "Imprint")->kind, RXC_BLOCK_ASIDE);
    assert_int_equal(block_with(doc, "A rash is known")->kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(block_with(doc, "Figure 1")->kind, RXC_BLOCK_CAPTION);
    arena_clear(&arena);
}

static void test_read_html__classes_do_not_hide_a_whole_page(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<html><body><div class='sidebar'><h1>A rash</h1><p>All of the text stands in a box "
                               "whose class misleads.</p></div></body></html>"),
                             "a.html");
    assert_int_equal(block_with(doc, "All of")->kind, RXC_BLOCK_PARAGRAPH);
    arena_clear(&arena);
}

static void test_read_html__tables_of_data_are_rows_tables_of_layout_are_not(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc =
        read_text(&arena,
                  S("<html><body><table><tr><td><h1>A rash</h1><p>Text.</p></td></tr></table><table><caption>Table 1. "
                    "Drugs</caption><tr><th>Drug</th><td><p>one</p></td></tr></table>"),
                  "a.html");
    assert_int_equal(block_with(doc, "A rash")->kind, RXC_BLOCK_TITLE);
    assert_int_equal(block_with(doc, "Text.")->kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(block_with(doc, "Table 1")->kind, RXC_BLOCK_CAPTION);
    assert_int_equal(block_with(doc, "Drug\tone")->kind, RXC_BLOCK_CELL);
    arena_clear(&arena);
}

static void test_read_html__charset_of_the_page(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *declared =
        read_text(&arena, S("<html><head><meta charset=iso-8859-2></head><body><p>\xB1</p></body></html>"), "a.html");
    assert_str(declared->text, "ą");
    rxc_doc *silent = read_text(&arena, S("<html><body><p>na\xEFve \x93x\x94</p></body></html>"), "a.html");
    assert_str(silent->text, "naïve “x”");
    arena_clear(&arena);
}

static void test_read_html__what_is_behind_the_list_is_no_entry(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<html><body><h1>A rash</h1><p>Text.</p><section class=ref-list><h2>References</h2><div>1. Doe J. On hair. Lancet 2019;30:1-2. "
                               "[<a href=https://pubmed.ncbi.nlm.nih.gov/31233421/>PubMed</a>]</div></section><p>Printed in the country.</p></body></html>"),
                             "a.html");
    assert_str(rxc_span_of(doc->text, block_with(doc, "1. Doe")->span), "1. Doe J. On hair. Lancet 2019;30:1-2. PMID: 31233421");
    assert_int_equal(block_with(doc, "1. Doe")->section, RXC_SECTION_REFERENCES);
    assert_int_equal(block_with(doc, "Printed")->section, RXC_SECTION_BACK);
    arena_clear(&arena);
}

static void test_read_html__metadata_hold_references_where_the_page_shows_none(void **state)
{
    (void)state;
    Arena arena = { 0 };
#define METAS \
    "<html><head><meta name=citation_title content='A rash'><meta name=citation_reference content='citation_title=On hair; citation_author=J Doe; " \
    "citation_author=R Roe; citation_journal_title=Lancet; citation_volume=30; citation_pages=1-12; citation_publication_date=2019; " \
    "citation_doi=10.1000/a; citation_id=CR1'><meta name=citation_reference content='Lee S. On rashes. Lancet 2014;2:3-4.'></head><body><h1>A rash</h1><p>Text.</p>"
    rxc_doc *doc = read_text(&arena, S(METAS "</body></html>"), "a.html");
    assert_int_equal(doc->entries.n, 2);
    const rxc_entry *first = &doc->entries.v[0];
    assert_true(first->complete);
    assert_str(first->anchor, "CR1");
    assert_str(first->work.title, "On hair");
    assert_str(first->work.authors.v[1].family, "Roe");
    assert_str(first->work.container, "Lancet");
    assert_str(first->work.page, "1-12");
    assert_str(first->work.doi, "10.1000/a");
    assert_int_equal(first->work.issued.year, 2019);
    assert_false(doc->entries.v[1].complete);
    assert_str(block_text(doc, doc->entries.v[1].block), "Lee S. On rashes. Lancet 2014;2:3-4.");
    doc = read_text(&arena, S(METAS "<h2>References</h2><ol><li>Doe J, Roe R. On hair. Lancet 2019;30:1-12.</li></ol></body></html>"), "a.html");
    assert_int_equal(doc->entries.n, 0);
    arena_clear(&arena);
}

static void test_read_html__json_ld_names_periodical_and_citations(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<html><head><script type='application/ld+json'>{\"@type\":\"ScholarlyArticle\",\"headline\":\"A rash\",\"pageStart\":\"7\","
                               "\"isPartOf\":{\"@type\":\"PublicationIssue\",\"issueNumber\":\"2\",\"isPartOf\":{\"@type\":[\"PublicationVolume\",\"Periodical\"],"
                               "\"volumeNumber\":\"30\",\"name\":\"Lancet\"}},\"citation\":[\"Lee S. On rashes. Lancet 2014;2:3-4.\",{\"@type\":\"ScholarlyArticle\","
                               "\"name\":\"On hair\",\"author\":[{\"name\":\"Jane Doe\"}],\"datePublished\":\"2019-05\",\"sameAs\":\"https://doi.org/10.1000/a\"}]}"
                               "</script></head><body><h1>A rash</h1><p>Text.</p></body></html>"),
                             "a.html");
    assert_str(doc->work.container, "Lancet");
    assert_str(doc->work.volume, "30");
    assert_str(doc->work.issue, "2");
    assert_str(doc->work.page_first, "7");
    assert_int_equal(doc->entries.n, 2);
    assert_str(doc->entries.v[1].work.authors.v[0].family, "Doe");
    assert_str(doc->entries.v[1].work.doi, "10.1000/a");
    arena_clear(&arena);
}

static void expect_entry(const char *list, const char *text)
{
    Arena arena = { 0 };
    Str source = arena_printf(&arena, "<html><body><h1>A rash</h1><p>Text.</p><h2>References</h2>%s</body></html>", list);
    rxc_doc *doc = read_text(&arena, source, "a.html");
    size_t found = 0;
    for (size_t i = 0; i < doc->blocks.n; i++) {
        if (doc->blocks.v[i].section != RXC_SECTION_REFERENCES || doc->blocks.v[i].kind == RXC_BLOCK_HEADING) continue;
        assert_str(block_text(doc, i), text);
        found++;
    }
    assert_int_equal(found, 1);
    arena_clear(&arena);
}

static void test_read_html__ways_in_which_journals_set_entries(void **state)
{
    (void)state;
    expect_entry("<ul class=ref-list><li id=B1><span class=label>10.</span><cite>21 U.S. Code.</cite> [<a href=/s>Google Scholar</a>]</li></ul>",
                 "10. 21 U.S. Code.");
    expect_entry("<div class=toc-section><ol class=references><li><a name=r1></a> Doe J. On hair. <ul class=reflinks><li><a href=/v>View Article</a></li><li><a "
                 "href=/p>PubMed/NCBI</a></li></ul></li></ol></div>",
                 "Doe J. On hair.");
    expect_entry("<p>1. Doe J. On hair.</p><p><a href=/p>PubMed Abstract</a> | <a href=/c>CrossRef</a> | <a href=/g>Google Scholar</a></p>", "1. Doe J. On hair.");
    expect_entry("<ol><li><a href=#x1>\xE2\x86\xB5</a><div><div>Doe J. On hair.</div><div><a href=/o>OpenUrl</a></div></div></li></ol>", "Doe J. On hair.");
    expect_entry("<dl><dt><a href=#b1>[1]</a></dt><dd id=r1><div>Doe J. On hair.</div><div><a href=/g>Google Scholar</a></div></dd></dl>", "[1] Doe J. On hair.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_html__metadata_of_journals),
        cmocka_unit_test(test_read_html__json_ld_and_titles_without_a_site),
        cmocka_unit_test(test_read_html__links_to_entries_are_callouts),
        cmocka_unit_test(test_read_html__entries_have_number_anchor_and_identifiers),
        cmocka_unit_test(test_read_html__navigation_and_boxes_are_aside),
        cmocka_unit_test(test_read_html__classes_do_not_hide_a_whole_page),
        cmocka_unit_test(test_read_html__tables_of_data_are_rows_tables_of_layout_are_not),
        cmocka_unit_test(test_read_html__charset_of_the_page),
        cmocka_unit_test(test_read_html__what_is_behind_the_list_is_no_entry),
        cmocka_unit_test(test_read_html__metadata_hold_references_where_the_page_shows_none),
        cmocka_unit_test(test_read_html__json_ld_names_periodical_and_citations),
        cmocka_unit_test(test_read_html__ways_in_which_journals_set_entries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
