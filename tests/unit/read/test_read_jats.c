/* test_read_jats.c: JATS: metadata, text with its call-outs, all forms of references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit/read/document.h"

#define FRONT(type)                                                                                                    \
    "<article article-type='" type "' "                                                                                \
    "xmlns:xlink='http://www.w3.org/1999/xlink'><front><journal-meta><journal-title-group><journal-title>Skin</"       \
    "journal-title>"                                                                                                   \
    "</journal-title-group></journal-meta><article-meta><article-id "                                                  \
    "pub-id-type='doi'>10.1000/x.1</article-id><article-id pub-id-type='pmc'>123</article-id>"                         \
    "<title-group><article-title>A <italic>rash</italic><xref "                                                        \
    "rid='fn1'>*</xref></article-title></title-group><contrib-group><contrib "                                         \
    "contrib-type='author'><name><surname>van Doe"                                                                     \
    "</surname><given-names>Jane</given-names></name><xref ref-type='aff'><sup>1</sup></xref></contrib><contrib "      \
    "contrib-type='author'><collab>Rash Group</collab></contrib>"                                                      \
    "</contrib-group><pub-date pub-type='epub'><day>6</day><month>12</month><year>2018</year></pub-date><pub-date "    \
    "pub-type='collection'><year>2019</year></pub-date>"                                                               \
    "<fpage>711</fpage><lpage>21</lpage><abstract><p>In short.</p></abstract></article-meta></front>"

static void test_read_jats__metadata(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, S(FRONT("case-report") "<body><p>Text.</p></body></article>"), "a.xml");
    assert_str(doc->format, "jats");
    assert_int_equal(doc->kind, RXC_DOC_CASE_REPORT);
    assert_str(doc->work.title, "A rash");
    assert_int_equal(doc->work.authors.n, 2);
    assert_str(doc->work.authors.v[0].family, "van Doe");
    assert_str(doc->work.authors.v[1].literal, "Rash Group");
    assert_str(doc->work.container, "Skin");
    assert_int_equal(doc->work.issued.year, 2019);
    assert_str(doc->work.page, "711-721");
    assert_str(doc->work.doi, "10.1000/x.1");
    assert_str(doc->work.pmcid, "PMC123");
    assert_str(doc->work.abstract, "In short.");
    assert_int_equal(block_with(doc, "In short.")->section, RXC_SECTION_ABSTRACT);
    arena_clear(&arena);
}

static void test_read_jats__callouts_keep_their_targets_and_ranges(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc =
        read_text(&arena,
                  S(FRONT("letter") "<body><sec><title>Case report</title><p>One<sup><xref ref-type='bibr' "
                                    "rid='B5'>5</xref>–<xref ref-type='bibr' rid='B8'>8</xref></sup> two "
                                    "[<xref ref-type='bibr' rid='B1 B2'>1,2</xref>].</p></sec></body></article>"),
                  "a.xml");
    assert_str(mark_on(doc, RXC_MARK_CITATION, "5–8")->target, "B5 B8");
    assert_str(mark_on(doc, RXC_MARK_CITATION, "1,2")->target, "B1 B2");
    assert_int_equal(block_with(doc, "One5–8 two [1,2].")->section, RXC_SECTION_CASE);
    arena_clear(&arena);
}

static void test_read_jats__sentences_stay_whole_around_figures_and_notes(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(
        &arena,
        S(FRONT("letter") "<body><p>One <fig><label>Figure 1</label><caption><title>A rash.</title><p>On an "
                          "arm.</p></caption></fig>two<fn><p>A note.</p></fn> three.</p>"
                          "<list><list-item><label>a</label><p>First</p></list-item></list><table-wrap><label>Table "
                          "1.</label><caption><p>Drugs</p></caption><table><tr><td>a</td><td>b</td></tr></table>"
                          "</table-wrap></body></article>"),
        "a.xml");
    assert_int_equal(block_with(doc, "One two three.")->kind, RXC_BLOCK_PARAGRAPH);
    assert_int_equal(block_with(doc, "Figure 1. A rash. On an arm.")->kind, RXC_BLOCK_CAPTION);
    assert_int_equal(block_with(doc, "A note.")->section, RXC_SECTION_BACK);
    assert_str(block_with(doc, "First")->label, "a");
    assert_int_equal(block_with(doc, "Table 1. Drugs")->kind, RXC_BLOCK_CAPTION);
    assert_int_equal(block_with(doc, "a\tb")->kind, RXC_BLOCK_CELL);
    arena_clear(&arena);
}

static const char list[] = FRONT(
    "letter") "<body><p>Text.</p></body><back><ref-list><title>References</title>"
              "<ref id='B1'><label>1.</label><element-citation publication-type='journal'><person-group "
              "person-group-type='author'><name><surname>Doe</surname><given-names>J</given-names></name>"
              "<name><surname>Roe</surname><given-names>R</given-names></name><etal/></person-group><article-title>On "
              "hair</article-title><source>Lancet</source><year>2022</year>"
              "<volume>400</volume><fpage>908</fpage><lpage>19</lpage><pub-id "
              "pub-id-type='doi'>10.1000/h.1</pub-id></element-citation></ref>"
              "<ref id='B2'><label>2</label><mixed-citation "
              "publication-type='book'><name><surname>Poe</surname><given-names>E</given-names></name>: "
              "<chapter-title>Rashes</chapter-title>. In: "
              "<source>All Skin</source>. <publisher-loc>Rome</publisher-loc>: <publisher-name>Derma</publisher-name>, "
              "<year>2001</year>.</mixed-citation></ref>"
              "<ref id='B3'><label>3</label><citation-alternatives><element-citation "
              "publication-type='journal'><collab>WHO</collab><article-title>Drugs</article-title></element-citation>"
              "<mixed-citation>WHO. Drugs, as printed.</mixed-citation></citation-alternatives></ref>"
              "<ref id='B4'><label>4</label><mixed-citation><label>a</label>First of "
              "two.</mixed-citation><mixed-citation><label>b</label>Second of two.</mixed-citation></ref>"
              "<ref id='B5'><label>5</label></ref></ref-list></back></article>";

static void test_read_jats__element_citations_are_printed_from_their_fields(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, str_from(list), "a.xml");
    const rxc_entry *entry = &doc->entries.v[0];
    assert_str(entry->anchor, "B1");
    assert_str(entry->label, "1");
    assert_int_equal(entry->work.authors.n, 2);
    assert_true(entry->work.et_al);
    assert_str(entry->work.page, "908-919");
    assert_int_equal(doc->blocks.v[entry->block].kind, RXC_BLOCK_REFERENCE);
    assert_str(block_text(doc, entry->block),
               "Doe J, Roe R, et al. On hair. Lancet. 2022;400:908-919. doi:10.1000/h.1.");
    arena_clear(&arena);
}

static void test_read_jats__mixed_citations_are_printed_as_they_stand(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, str_from(list), "a.xml");
    const rxc_entry *book = &doc->entries.v[1], *both = &doc->entries.v[2];
    assert_int_equal(book->work.type, RXC_WORK_CHAPTER);
    assert_str(book->work.title, "Rashes");
    assert_str(book->work.container, "All Skin");
    assert_str(block_text(doc, book->block), "Poe E: Rashes. In: All Skin. Rome: Derma, 2001.");
    assert_str(both->work.authors.v[0].literal, "WHO");
    assert_str(block_text(doc, both->block), "WHO. Drugs, as printed.");
    arena_clear(&arena);
}

static void test_read_jats__several_works_in_a_ref_and_none(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena, str_from(list), "a.xml");
    assert_int_equal(doc->entries.n, 5);
    assert_str(doc->entries.v[3].label, "4a");
    assert_str(doc->entries.v[4].label, "4b");
    assert_str(doc->entries.v[4].anchor, "B4");
    assert_non_null(diag_of(doc, "jats.empty-ref"));
    arena_clear(&arena);
}

/* Title, year and DOI as the files state them; refs as `xmllint --xpath 'count(//ref)'` counts them outside
 * sub-articles. */
static void test_read_jats__articles_of_pubmed_central(void **state)
{
    (void)state;
    static const struct {
        const char *path, *title, *family, *doi;
        int year;
        size_t authors, refs;
    } articles[] = {
        { "documents/jats/PMC4943962.nxml", "Structural Analysis and Biological Toxic", "Iram",
          "10.3389/fmicb.2016.01105", 2016, 6, 64 },
        { "documents/jats/PMC5238431.nxml", "Essential Oils: Sources of Antimicrobial", "Pandey",
          "10.3389/fmicb.2016.02161", 2016, 5, 141 },
        { "documents/jats/PMC5695508.nxml", "Effect of iron and zinc-biofortified pea", "Mehta",
          "10.1136/bmjopen-2017-017631", 2017, 11, 24 },
        { "documents/jats/PMC6048217.nxml", "Lactobacillus rhamnosus Probiotic Food a", "Westerik",
          "10.3389/fmicb.2018.01501", 2018, 4, 48 },
        { "documents/jats/PMC6050377.nxml", "Dosing of Electrical Parameters in Deep", "Ramasubbu",
          "10.3389/fpsyt.2018.00302", 2018, 3, 50 },
        { "documents/jats/PMC6134336.nxml", "Analgesia linked to Nav1.7 loss of funct", "Pereira",
          "10.12688/wellcomeopenres.14687.1", 2018, 6, 34 },
        { "documents/jats/PMC6154432.nxml", "Regulatory Status of Cannabidiol in the", "Corroon",
          "10.1089/can.2018.0030", 2018, 2, 37 },
        { "documents/jats/PMC6220061.nxml", "A Putative Zn2Cys6 Transcription Factor", "Wang",
          "10.3389/fmicb.2018.02608", 2018, 10, 62 },
        { "documents/jats/PMC6301197.nxml", "Negative Effects of Copper Oxide Nanopar", "Simonin",
          "10.3389/fmicb.2018.03102", 2018, 6, 38 },
        { "documents/jats/PMC6336233.nxml", "Ghana: Accelerating neglected tropical d", "Hotez",
          "10.1371/journal.pntd.0007005", 2019, 5, 51 },
        { "documents/jats/PMC6345468.nxml", "Access to and use of preventive intermit", "Arnaldo",
          "10.1371/journal.pone.0203740", 2019, 7, 31 },
        { "documents/jats/journal.pone.0047391.xml", "Monitoring HIV Viral Load in Resource Li", "Arnedo",
          "10.1371/journal.pone.0047391", 2012, 12, 38 },
    };
    Arena arena = { 0 };
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        rxc_doc *doc = read_shared(&arena, articles[i].path);
        assert_true(str_starts(doc->work.title, str_from(articles[i].title)));
        assert_str(doc->work.doi, articles[i].doi);
        assert_int_equal(doc->work.issued.year, articles[i].year);
        assert_int_equal(doc->work.authors.n, articles[i].authors);
        assert_str(doc->work.authors.v[0].family, articles[i].family);
        assert_int_equal(doc->entries.n, articles[i].refs);
        assert_int_equal(count_kind(doc, RXC_BLOCK_REFERENCE), articles[i].refs);
        arena_clear(&arena);
    }
}

static void test_read_jats__numbers_that_are_marked_together_are_parted(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<article><front><article-meta/></front><back><ref-list><ref id='r1'><element-citation publication-type='journal'>"
                               "<article-title>On hair</article-title><source>Lancet</source><year>2019</year><volume>23(9)</volume><fpage>491S-494S</fpage>"
                               "</element-citation></ref></ref-list></back></article>"),
                             "a.xml");
    const rxc_work *work = &doc->entries.v[0].work;
    assert_str(work->volume, "23");
    assert_str(work->issue, "9");
    assert_str(work->page_first, "491S");
    assert_str(work->page, "491S-494S");
    arena_clear(&arena);
}

static rxc_doc *read_related(Arena *arena, const char *type, const char *related)
{
    return read_text(arena,
                     arena_printf(arena,
                                  "<article article-type='%s'><front><article-meta><title-group><article-title>A rash</article-title></title-group>"
                                  "<related-article related-article-type='%s' ext-link-type='doi' xlink:href='https://doi.org/10.1000/b' "
                                  "xmlns:xlink='x'/></article-meta></front></article>",
                                  type, related),
                     "a.xml");
}

static void test_read_jats__notices_of_both_sides(void **state)
{
    (void)state;
    static const struct {
        const char *type, *related;
        rxc_notice_kind kind;
        bool by_this;
    } cases[] = { { "research-article", "retraction-forward", RXC_NOTICE_RETRACTION, false },
                  { "retraction", "retracted-article", RXC_NOTICE_RETRACTION, true },
                  { "correction", "corrected-article", RXC_NOTICE_CORRECTION, true },
                  { "case-report", "correction-forward", RXC_NOTICE_CORRECTION, false },
                  { "expression-of-concern", "object-of-concern", RXC_NOTICE_CONCERN, true },
                  { "research-article", "expression-of-concern", RXC_NOTICE_CONCERN, false },
                  { "retraction", "", RXC_NOTICE_RETRACTION, true } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena arena = { 0 };
        rxc_doc *doc = read_related(&arena, cases[i].type, cases[i].related);
        assert_int_equal(doc->notices.n, 1);
        assert_int_equal(doc->notices.v[0].kind, cases[i].kind);
        assert_int_equal(doc->notices.v[0].by_this, cases[i].by_this);
        assert_str(doc->notices.v[0].work.doi, "10.1000/b");
        arena_clear(&arena);
    }
    Arena arena = { 0 };
    assert_int_equal(read_related(&arena, "research-article", "companion")->notices.n, 0);
    arena_clear(&arena);
}

static void test_read_jats__licences_are_front_matter(void **state)
{
    (void)state;
    Arena arena = { 0 };
    rxc_doc *doc = read_text(&arena,
                             S("<article><front><article-meta><title-group><article-title>A rash</article-title></title-group><permissions>"
                               "<copyright-statement>Held by Doe</copyright-statement><license><license-p>Free to <bold>use</bold>.</license-p></license>"
                               "</permissions></article-meta></front><body><p>Text.</p></body></article>"),
                             "a.xml");
    assert_int_equal(block_with(doc, "Held by Doe")->kind, RXC_BLOCK_FRONT);
    assert_int_equal(block_with(doc, "Free to use.")->kind, RXC_BLOCK_FRONT);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_jats__metadata),
        cmocka_unit_test(test_read_jats__callouts_keep_their_targets_and_ranges),
        cmocka_unit_test(test_read_jats__sentences_stay_whole_around_figures_and_notes),
        cmocka_unit_test(test_read_jats__element_citations_are_printed_from_their_fields),
        cmocka_unit_test(test_read_jats__mixed_citations_are_printed_as_they_stand),
        cmocka_unit_test(test_read_jats__several_works_in_a_ref_and_none),
        cmocka_unit_test(test_read_jats__articles_of_pubmed_central),
        cmocka_unit_test(test_read_jats__numbers_that_are_marked_together_are_parted),
        cmocka_unit_test(test_read_jats__notices_of_both_sides),
        cmocka_unit_test(test_read_jats__licences_are_front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
